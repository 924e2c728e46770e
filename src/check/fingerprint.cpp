// SPDX-License-Identifier: MIT
#include "check/fingerprint.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "base/digest.h"
#include "base/text.h"
#include "check/address.h"

namespace taizhang::check {

namespace {

constexpr std::size_t longest_line = 400;

/// All but the number.
std::string identity(const source::Finding& finding, const Addresses& addresses,
                     const model::Ledger& ledger) {
  const Address address = addresses.of(finding.at);
  std::string key(finding.code);
  for (const std::string& piece : {address.file, address.part, finding.distinction}) {
    key += '\0' + piece;
  }
  if (address.exact || !finding.distinction.empty()) return key;
  // A line of megabytes with a thousand findings must not be read a thousand times.
  const source::SourceFile& file = ledger.sources.at(finding.at.file);
  key += '\0';
  key += base::trimmed(file.line_at(finding.at.begin).substr(0, longest_line));
  return key;
}

}  // namespace

void set_fingerprints(std::vector<source::Finding>& findings, const model::Ledger& ledger) {
  const Addresses addresses(ledger);
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto place = [&](std::size_t i) {
      return std::tuple(findings[i].at.file, findings[i].at.begin);
    };
    return place(a) < place(b);
  });
  std::map<std::string, int> seen;
  for (const std::size_t i : order) {
    std::string key = identity(findings[i], addresses, ledger);
    const int number = seen[key]++;
    key += '\0' + std::to_string(number);
    findings[i].fingerprint = base::digest(key);
  }
}

}  // namespace taizhang::check
