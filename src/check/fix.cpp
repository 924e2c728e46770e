// SPDX-License-Identifier: MIT
#include "check/fix.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "check/rules.h"
#include "edit/change.h"

namespace taizhang::check {

using source::Finding;

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

bool is_error(const Finding& finding) { return finding.severity == source::Severity::error; }

/// The bytes that a mended finding makes readable: its own; of broken YAML all of its entry, from
/// one key at the left margin to the next.
std::pair<std::uint32_t, std::uint32_t> made_readable(const std::string& text, const Finding& of) {
  std::size_t begin = of.at.begin;
  std::size_t end = std::max(of.at.end, of.at.begin + 1);
  if (of.code == unknown_key.code) {
    // All that stands behind the key, and further in below it.
    const std::size_t line = text.rfind('\n', begin) + 1;
    const std::size_t column = begin - line;
    for (end = text.find('\n', end); end != text.npos; end = text.find('\n', end + 1)) {
      const std::size_t next = text.find_first_not_of(" \r", end + 1);
      if (next == text.npos || (text[next] != '\n' && next - (end + 1) <= column)) break;
    }
    return {of.at.begin, static_cast<std::uint32_t>(std::min(end, text.size()))};
  }
  if (of.code != syntax.code) return {of.at.begin, static_cast<std::uint32_t>(end)};
  const auto begins_entry = [&](std::size_t at) {
    return at < text.size() &&
           std::string_view(" \n\r-#}]").find(text[at]) == std::string_view::npos;
  };
  while (begin > 0 && !(text[begin - 1] == '\n' && begins_entry(begin))) --begin;
  // A line without its colon hides the one before it, and is hidden by it.
  if (begin > 0) --begin;
  while (begin > 0 && !(text[begin - 1] == '\n' && begins_entry(begin))) --begin;
  for (end = text.find('\n', end); end != text.npos && !begins_entry(end + 1);) {
    end = text.find('\n', end + 1);
  }
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(std::min(end, text.size()))};
}

/// Holds the errors after the fixes against those before.
class ErrorComparison {
 public:
  ErrorComparison(const Seen& before, const Edits& edits, const std::vector<Finding>& mended)
      : edits_(edits) {
    for (const Finding& finding : before.findings) {
      if (!is_error(finding)) continue;
      known_.insert(finding.fingerprint);
      places_.insert({finding.at.file, finding.at.begin, finding.code});
      ++counts_[finding.at.file];
    }
    for (const Finding& finding : mended) {
      const std::string& text = before.ledger.sources.at(finding.at.file).text;
      readable_[finding.at.file].push_back(made_readable(text, finding));
    }
  }

  /// The first error of `after` that has no right to be there; null where there is none.
  const Finding* first_new(const std::vector<Finding>& after) {
    for (const Finding& finding : after) {
      if (!is_error(finding)) continue;
      if (--counts_[finding.at.file] < 0) return &finding;
      if (known_.contains(finding.fingerprint)) continue;
      const std::uint32_t begin = place_before(finding.at);
      if (places_.contains({finding.at.file, begin, finding.code})) continue;
      const auto& spans = readable_[finding.at.file];
      const bool readable = std::any_of(spans.begin(), spans.end(), [&](const auto& span) {
        return span.first <= begin && begin < span.second;
      });
      if (!readable) return &finding;
    }
    return nullptr;
  }

  std::uint32_t place_before(const source::Span& at) const {
    const auto edits = edits_.find(at.file);
    return edits == edits_.end() ? at.begin : edit::place_before(at.begin, edits->second);
  }

 private:
  const Edits& edits_;
  std::set<std::string> known_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view>> places_;
  std::map<std::uint32_t, int> counts_;
  std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> readable_;
};

}  // namespace

std::vector<Finding> mendable(const std::vector<Finding>& findings) {
  std::vector<Finding> result;
  Taken taken;
  for (const Finding& finding : findings) {
    if (finding.fix.empty()) continue;
    const bool free = std::all_of(finding.fix.begin(), finding.fix.end(),
                                  [&](const auto& edit) { return is_free(taken, edit.at); });
    if (!free) continue;
    for (const source::Edit& edit : finding.fix) {
      taken[edit.at.file].emplace(edit.at.begin, edit.at.end);
    }
    result.push_back(finding);
  }
  return result;
}

Edits edits_of(const std::vector<Finding>& mendable) {
  Edits result;
  for (const Finding& finding : mendable) {
    for (const source::Edit& edit : finding.fix) result[edit.at.file].push_back(edit);
  }
  for (auto& [file, edits] : result) {
    std::sort(edits.begin(), edits.end(),
              [](const auto& a, const auto& b) { return a.at.begin < b.at.begin; });
  }
  return result;
}

std::optional<Obstacle> obstacle(const Seen& before, const Seen& after,
                                 const std::vector<Finding>& mended) {
  const Edits edits = edits_of(mended);
  ErrorComparison errors(before, edits, mended);
  if (const Finding* const error = errors.first_new(after.findings)) {
    return Obstacle{{"改了会多出一个错误", "it would bring an error"}, error};
  }
  std::map<std::tuple<std::uint32_t, std::string_view, std::uint32_t>, const Finding*> left;
  for (const Finding& finding : after.findings) {
    left.try_emplace({finding.at.file, finding.code, errors.place_before(finding.at)}, &finding);
  }
  for (const Finding& finding : mended) {
    const auto same = left.lower_bound({finding.at.file, finding.code, finding.at.begin});
    if (same == left.end()) continue;
    const auto& [file, code, begin] = same->first;
    const bool there = file == finding.at.file && code == finding.code &&
                       (begin < finding.at.end || begin == finding.at.begin);
    if (there) return Obstacle{{"改了还是不对", "it would not help"}, same->second};
  }
  const bool kept = std::all_of(edits.begin(), edits.end(), [&](const auto& of_file) {
    const auto& [file, changes] = of_file;
    return edit::keeps_scalars(before.ledger.sources.at(file).text,
                               after.ledger.sources.at(file).text, changes);
  });
  if (kept) return std::nullopt;
  return Obstacle{{"改了会丢掉别处的一个值", "it would lose a value elsewhere"}};
}

}  // namespace taizhang::check
