// SPDX-License-Identifier: MIT
#include "render/unified_diff.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace taizhang::render {

namespace {

constexpr std::size_t context = 3;

/// The lines of `text`, each with its line end.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// A stretch of lines that is shown: from `begin` up to `end`.
struct Hunk {
  std::size_t begin;
  std::size_t end;
};

std::vector<Hunk> hunks(const std::vector<std::string_view>& before,
                        const std::vector<std::string_view>& after) {
  std::vector<Hunk> result;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    const std::size_t begin = i - std::min(i, context);
    const std::size_t end = std::min(i + 1 + context, before.size());
    if (!result.empty() && begin <= result.back().end) {
      result.back().end = end;
    } else {
      result.push_back({begin, end});
    }
  }
  return result;
}

/// A line of a hunk after its sign.
std::string row(char sign, std::string_view line, bool for_terminal, Style style) {
  const bool ended = line.ends_with('\n');
  if (ended) line.remove_suffix(1);
  const std::string content = sign + (for_terminal ? base::printable(line) : std::string(line));
  const std::string shown = sign == '-'   ? style.red(content)
                            : sign == '+' ? style.green(content)
                                          : content;
  return shown + (ended ? "\n" : "\n\\ No newline at end of file\n");
}

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after,
                         bool for_terminal, Style style) {
  if (before == after) return {};
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const std::string name = for_terminal ? base::printable(path) : path;
  std::string result = style.bold("--- a/" + name) + "\n" + style.bold("+++ b/" + name) + "\n";
  for (const Hunk& hunk : hunks(old_lines, new_lines)) {
    const std::string range =
        std::to_string(hunk.begin + 1) + "," + std::to_string(hunk.end - hunk.begin);
    result += style.cyan("@@ -" + range + " +" + range + " @@") + "\n";
    for (std::size_t i = hunk.begin; i < hunk.end;) {
      if (old_lines[i] == new_lines[i]) {
        result += row(' ', old_lines[i++], for_terminal, style);
        continue;
      }
      std::size_t end = i;
      while (end < hunk.end && old_lines[end] != new_lines[end]) ++end;
      for (std::size_t j = i; j < end; ++j) result += row('-', old_lines[j], for_terminal, style);
      for (std::size_t j = i; j < end; ++j) result += row('+', new_lines[j], for_terminal, style);
      i = end;
    }
  }
  return result;
}

}  // namespace taizhang::render
