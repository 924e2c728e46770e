// SPDX-License-Identifier: MIT
#include "check/fix.h"

#include <algorithm>
#include <set>

namespace taizhang::check {

namespace {

using Taken = std::map<std::uint32_t, std::set<std::pair<std::uint32_t, std::uint32_t>>>;

/// Whether the bytes of an edit, and those next to them, are still free.
bool is_free(const Taken& taken, const source::Span& at) {
  const auto file = taken.find(at.file);
  if (file == taken.end()) return true;
  const auto next = file->second.lower_bound({at.begin, at.begin});
  if (next != file->second.end() && next->first < at.end) return false;
  if (next != file->second.end() && next->first == at.begin) return false;
  return next == file->second.begin() || std::prev(next)->second <= at.begin;
}

}  // namespace

std::map<std::uint32_t, Fixes> fixes(const std::vector<source::Finding>& findings) {
  std::map<std::uint32_t, Fixes> result;
  Taken taken;
  for (const source::Finding& finding : findings) {
    if (finding.fix.empty()) continue;
    const bool free = std::all_of(finding.fix.begin(), finding.fix.end(),
                                  [&](const auto& edit) { return is_free(taken, edit.at); });
    if (!free) continue;
    for (const source::Edit& edit : finding.fix) {
      taken[edit.at.file].emplace(edit.at.begin, edit.at.end);
      result[edit.at.file].edits.push_back(edit);
    }
    ++result[finding.at.file].findings;
  }
  for (auto& [file, of_file] : result) {
    std::sort(of_file.edits.begin(), of_file.edits.end(),
              [](const auto& a, const auto& b) { return a.at.begin < b.at.begin; });
  }
  return result;
}

std::string edited(std::string_view text, const std::vector<source::Edit>& edits) {
  std::string result;
  std::size_t from = 0;
  for (const source::Edit& edit : edits) {
    result += text.substr(from, edit.at.begin - from);
    result += edit.text;
    from = edit.at.end;
  }
  return result += text.substr(from);
}

}  // namespace taizhang::check
