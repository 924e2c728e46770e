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

using Bytes = std::pair<std::uint32_t, std::uint32_t>;

/// The bytes of a file that mended findings make readable.
class MadeReadable {
 public:
  explicit MadeReadable(const std::string& text) : text_(text) {}

  void add(const Finding& of) {
    if (of.code == unknown_key.code) {
      spans_.push_back(value_of(of));
    } else if (of.code == syntax.code) {
      spans_.push_back(entry_of(of));
    } else {
      spans_.emplace_back(of.at.begin, std::max(of.at.end, of.at.begin + 1));
    }
    is_sorted_ = false;
  }

  bool has(std::uint32_t at) {
    if (!is_sorted_) join();
    const auto next = std::upper_bound(spans_.begin(), spans_.end(), Bytes(at, ~0U));
    return next != spans_.begin() && at < std::prev(next)->second;
  }

 private:
  /// A key, all that stands behind it, and further in below it.
  Bytes value_of(const Finding& of) const {
    const std::size_t line = of.at.begin == 0 ? 0 : text_.rfind('\n', of.at.begin - 1) + 1;
    const std::size_t column = of.at.begin - line;
    std::size_t end = text_.find('\n', std::max(of.at.end, of.at.begin + 1));
    for (; end != text_.npos; end = text_.find('\n', end + 1)) {
      const std::size_t next = text_.find_first_not_of(" \r", end + 1);
      if (next == text_.npos || (text_[next] != '\n' && next - (end + 1) <= column)) break;
    }
    return {of.at.begin, static_cast<std::uint32_t>(std::min(end, text_.size()))};
  }

  /// Of broken YAML all of its entry, from one key at the left margin to the next; and the one
  /// before it: a line without its colon hides that, and is hidden by it.
  Bytes entry_of(const Finding& of) {
    if (entries_.empty()) find_entries();
    const auto next = std::upper_bound(entries_.begin(), entries_.end(), of.at.begin);
    const auto before = std::max<std::ptrdiff_t>(next - entries_.begin() - 2, 0);
    const auto end = std::upper_bound(next, entries_.end(), std::max(of.at.end, of.at.begin + 1));
    return {entries_[static_cast<std::size_t>(before)],
            end == entries_.end() ? static_cast<std::uint32_t>(text_.size()) : *end - 1};
  }

  void find_entries() {
    entries_.push_back(0);
    for (std::size_t at = 0; (at = text_.find('\n', at)) != text_.npos;) {
      const bool begins = ++at < text_.size() &&
                          std::string_view(" \n\r-#}]").find(text_[at]) == std::string_view::npos;
      if (begins) entries_.push_back(static_cast<std::uint32_t>(at));
    }
  }

  void join() {
    std::sort(spans_.begin(), spans_.end());
    std::vector<Bytes> joined;
    for (const Bytes& span : spans_) {
      if (joined.empty() || joined.back().second < span.first) {
        joined.push_back(span);
      } else {
        joined.back().second = std::max(joined.back().second, span.second);
      }
    }
    spans_ = std::move(joined);
    is_sorted_ = true;
  }

  const std::string& text_;
  std::vector<std::uint32_t> entries_;  ///< where the lines begin that begin an entry
  std::vector<Bytes> spans_;
  bool is_sorted_ = true;
};

/// Holds the errors after the fixes against those before.
class ErrorComparison {
 public:
  ErrorComparison(const Seen& before, const Edits& edits, const std::vector<Finding>& mended) {
    for (const auto& [file, changes] : edits) before_.try_emplace(file, changes);
    for (const Finding& finding : before.findings) {
      if (!is_error(finding)) continue;
      known_.insert(finding.fingerprint);
      places_.insert({finding.at.file, finding.at.begin, finding.code});
      ++counts_[finding.at.file];
    }
    for (const Finding& finding : mended) {
      const std::string& text = before.ledger.sources.at(finding.at.file).text;
      readable_.try_emplace(finding.at.file, text).first->second.add(finding);
    }
  }

  /// The first error of `after` that has no right to be there; null where there is none.
  const Finding* first_new(const std::vector<Finding>& after) {
    for (const Finding& finding : after) {
      if (!is_error(finding)) continue;
      if (--counts_[finding.at.file] < 0) return &finding;
      if (known_.contains(finding.fingerprint)) continue;
      // A text is not to be parted into keys that are there already.
      if (finding.code == duplicate_key.code) return &finding;
      const std::uint32_t begin = place_before(finding.at);
      if (places_.contains({finding.at.file, begin, finding.code})) continue;
      const auto readable = readable_.find(finding.at.file);
      if (readable == readable_.end() || !readable->second.has(begin)) return &finding;
    }
    return nullptr;
  }

  std::uint32_t place_before(const source::Span& at) const {
    const auto before = before_.find(at.file);
    return before == before_.end() ? at.begin : before->second.of(at.begin);
  }

 private:
  std::map<std::uint32_t, edit::PlacesBefore> before_;
  std::set<std::string> known_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view>> places_;
  std::map<std::uint32_t, int> counts_;
  std::map<std::uint32_t, MadeReadable> readable_;
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
  return Obstacle{loses_a_value};
}

}  // namespace taizhang::check
