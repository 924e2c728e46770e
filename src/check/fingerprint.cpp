// SPDX-License-Identifier: MIT
#include "check/fingerprint.h"

#include <fmt/format.h>

#include <map>

#include "base/disk.h"
#include "base/text.h"

namespace taizhang::check {

namespace {

constexpr std::size_t longest_line = 400;

/// FNV-1a, which is the same on every machine and in every version.
std::string hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037U;
  for (const char c : text) {
    value ^= static_cast<unsigned char>(c);
    value *= 1099511628211U;
  }
  return fmt::format("{:016x}", value);
}

}  // namespace

std::string_view path_in_ledger(const model::Ledger& ledger, std::uint32_t file) {
  std::string_view path = ledger.sources.at(file).path;
  const std::string root = base::join_path(ledger.root, "");
  if (path.starts_with(root)) path.remove_prefix(root.size());
  return path;
}

std::vector<std::string> fingerprints(const std::vector<source::Finding>& findings,
                                      const model::Ledger& ledger) {
  std::map<std::string, int> seen;
  std::vector<std::string> result;
  result.reserve(findings.size());
  for (const source::Finding& finding : findings) {
    const source::SourceFile& file = ledger.sources.at(finding.at.file);
    // A line of megabytes with a thousand findings must not be read a thousand times.
    const std::string line(base::trimmed(file.line_at(finding.at.begin).substr(0, longest_line)));
    std::string key(path_in_ledger(ledger, finding.at.file));
    key += '\0' + std::string(finding.code) + '\0' + line + '\0';
    const int number = seen[key]++;
    result.push_back(hash(key + std::to_string(number)));
  }
  return result;
}

}  // namespace taizhang::check
