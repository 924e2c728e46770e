// SPDX-License-Identifier: MIT
#include "render/unified_diff.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::render {

namespace {

constexpr std::size_t context = 3;

/// Lines that give way to others: those from `begin` up to `end`.
struct ChangedLines {
  std::size_t begin;
  std::size_t end;
  std::string text = {};  ///< the new ones
};

/// Turns edits of bytes into changed lines.
class LineChanges {
 public:
  const std::vector<std::string_view> lines;
  std::vector<ChangedLines> changes;

  LineChanges(std::string_view before, const std::vector<source::Edit>& edits)
      : lines(base::lines_of(before)), before_(before) {
    std::size_t start = 0;
    for (const std::string_view line : lines) {
      starts_.push_back(start);
      start += line.size();
    }
    starts_.push_back(start);
    for (std::size_t i = 0; i < edits.size();) {
      std::size_t end = i + 1;
      std::size_t last = line_of(edits[i].at.end);
      while (end < edits.size() && line_of(edits[end].at.begin) <= last) {
        last = line_of(edits[end++].at.end);
      }
      add(edits, i, end);
      i = end;
    }
  }

 private:
  std::size_t line_of(std::size_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end() - 1, offset);
    return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
  }

  /// Add what the edits from `first` up to `end` change, without lines at both ends that stay.
  void add(const std::vector<source::Edit>& edits, std::size_t first, std::size_t end) {
    ChangedLines change{line_of(edits[first].at.begin),
                        std::min(line_of(edits[end - 1].at.end) + 1, lines.size())};
    std::size_t from = starts_[change.begin];
    for (std::size_t i = first; i < end; ++i) {
      change.text += before_.substr(from, edits[i].at.begin - from);
      change.text += edits[i].text;
      from = edits[i].at.end;
    }
    change.text += before_.substr(from, starts_[change.end] - from);
    std::vector<std::string_view> new_lines = base::lines_of(change.text);
    std::size_t same = 0;
    while (change.begin < change.end && same < new_lines.size() &&
           lines[change.begin] == new_lines[same]) {
      ++change.begin;
      ++same;
    }
    while (change.begin < change.end && same < new_lines.size() &&
           lines[change.end - 1] == new_lines.back()) {
      --change.end;
      new_lines.pop_back();
    }
    std::string text;
    for (std::size_t i = same; i < new_lines.size(); ++i) text += new_lines[i];
    change.text = std::move(text);
    if (change.begin == change.end && change.text.empty()) return;
    const bool adjacent = !changes.empty() && changes.back().end == change.begin;
    if (!adjacent) {
      changes.push_back(std::move(change));
      return;
    }
    changes.back().end = change.end;
    changes.back().text += change.text;
  }

  std::string_view before_;
  std::vector<std::size_t> starts_;  ///< of the lines, and the text's end
};

class HunkWriter {
 public:
  HunkWriter(const std::vector<std::string_view>& lines, bool for_terminal, Style style)
      : lines_(lines), for_terminal_(for_terminal), style_(style) {}

  /// The changes from `first` up to `end`, which stand so near that they are shown together.
  std::string hunk(const std::vector<ChangedLines>& changes, std::size_t first, std::size_t end) {
    const std::size_t from = changes[first].begin - std::min(changes[first].begin, context);
    const std::size_t to = std::min(changes[end - 1].end + context, lines_.size());
    std::string body;
    std::size_t at = from;
    std::size_t new_count = to - from;
    for (std::size_t i = first; i < end; ++i) {
      const ChangedLines& change = changes[i];
      while (at < change.begin) body += row(' ', lines_[at++]);
      while (at < change.end) body += row('-', lines_[at++]);
      const auto new_lines = base::lines_of(change.text);
      for (const std::string_view line : new_lines) body += row('+', line);
      new_count += new_lines.size();
      new_count -= change.end - change.begin;
    }
    while (at < to) body += row(' ', lines_[at++]);
    const auto range = [](std::size_t start, std::size_t count) {
      return std::to_string(count == 0 ? start : start + 1) + "," + std::to_string(count);
    };
    const std::string head =
        "@@ -" + range(from, to - from) + " +" + range(from + added_, new_count) + " @@";
    added_ += new_count;
    added_ -= to - from;
    return style_.cyan(head) + "\n" + body;
  }

 private:
  std::string row(char sign, std::string_view line) const {
    const bool ended = line.ends_with('\n');
    if (ended) line.remove_suffix(1);
    const std::string content = sign + (for_terminal_ ? base::printable(line) : std::string(line));
    const std::string shown = sign == '-'   ? style_.red(content)
                              : sign == '+' ? style_.green(content)
                                            : content;
    return shown + (ended ? "\n" : "\n\\ No newline at end of file\n");
  }

  const std::vector<std::string_view>& lines_;
  bool for_terminal_;
  Style style_;
  std::size_t added_ = 0;  ///< how many lines more, modulo 2^64, there are before the next hunk
};

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before,
                         const std::vector<source::Edit>& edits, bool for_terminal, Style style) {
  const LineChanges all(before, edits);
  const std::vector<ChangedLines>& changes = all.changes;
  if (changes.empty()) return {};
  const std::string name = for_terminal ? base::printable(path) : path;
  std::string result = style.bold("--- a/" + name) + "\n" + style.bold("+++ b/" + name) + "\n";
  HunkWriter writer(all.lines, for_terminal, style);
  for (std::size_t i = 0; i < changes.size();) {
    std::size_t end = i + 1;
    while (end < changes.size() && changes[end].begin <= changes[end - 1].end + 2 * context) ++end;
    result += writer.hunk(changes, i, end);
    i = end;
  }
  return result;
}

}  // namespace taizhang::render
