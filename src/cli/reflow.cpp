// SPDX-License-Identifier: MIT
#include "cli/reflow.h"

#include <vector>

#include "base/text.h"

namespace taizhang::cli {

namespace {

/// A column of text is at least so wide.
constexpr int narrowest = 20;
/// Where the second column stands that goes below its line.
constexpr int below = 6;

/// `text` in lines of `width` columns, the first after `lead`, the others below its end, which is
/// at column `at`.
std::string hung(std::string lead, int at, std::string_view text, int width) {
  std::string result;
  for (const std::string& line : base::wrapped(text, width - at)) {
    result += lead + line + "\n";
    lead = std::string(static_cast<std::size_t>(at), ' ');
  }
  return result;
}

/// A line of a list: an item, and after two blanks or more what is said of it.
std::string list_line(std::string_view line, int width) {
  const std::size_t indent = line.find_first_not_of(' ');
  const std::size_t gap = line.find("  ", indent);
  const std::size_t second = gap == line.npos ? indent : line.find_first_not_of(' ', gap);
  const std::string lead(line.substr(0, second));
  const int at = base::display_width(lead);
  if (width - at >= narrowest) return hung(lead, at, line.substr(second), width);
  const std::string item(base::trimmed(lead));
  return (item.empty() ? "" : std::string(indent, ' ') + item + "\n") +
         hung(std::string(below, ' '), below, line.substr(second), width);
}

/// The lines of a paragraph as one: a blank parts words, 汉字 need none.
std::string joined(const std::vector<std::string_view>& lines) {
  std::string all;
  for (const std::string_view line : lines) {
    const bool parts_words = !all.empty() && static_cast<unsigned char>(all.back()) < 0x80 &&
                             static_cast<unsigned char>(line.front()) < 0x80;
    if (parts_words) all += ' ';
    all += line;
  }
  return all;
}

}  // namespace

std::string reflowed(std::string_view page, int width) {
  std::string result;
  std::vector<std::string_view> paragraph;
  const auto end_paragraph = [&] {
    if (paragraph.empty()) return;
    bool fits = true;
    for (const std::string_view line : paragraph) fits &= base::display_width(line) <= width;
    for (const std::string_view line : paragraph) {
      if (fits) result += std::string(line) + "\n";
    }
    if (!fits) result += hung({}, 0, joined(paragraph), width);
    paragraph.clear();
  };
  if (page.ends_with('\n')) page.remove_suffix(1);
  for (const std::string_view line : base::split(page, '\n')) {
    if (!line.empty() && line.front() != ' ') {
      paragraph.push_back(line);
      continue;
    }
    end_paragraph();
    const bool fits = base::display_width(line) <= width;
    result += fits ? std::string(line) + "\n" : list_line(line, width);
  }
  end_paragraph();
  return result;
}

}  // namespace taizhang::cli
