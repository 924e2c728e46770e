// SPDX-License-Identifier: MIT
#include "render/html_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "document/paper_columns.h"

namespace taizhang::render {

namespace {

using document::Wish;

/// The lines of the sheets, within the margins that the style sheet has: A4 upright and on its
/// side, and A3 on its side.
struct Sheet {
  const char* name;
  int room;
};
constexpr Sheet sheets_of_html[] = {{"", 10545}, {"wide", 15477}, {"widest", 22450}};
/// Half of a 汉字 of 7.5 pt.
constexpr int html_letter = 75;
/// Less than on paper stands around a cell on a screen.
constexpr int around_on_screen = 95;

/// So many hundredths with two places.
std::string hundredths(long long number) {
  return fmt::format("{}.{:02}", number / 100, number % 100);
}

}  // namespace

HtmlTable html_table(const document::Table& table, base::Language language) {
  // Fewer have room whatever they hold.
  constexpr std::size_t many_columns = 5;
  if (table.columns.size() < many_columns) return {};
  const std::vector<Wish> wishes = document::wishes_of(table, language);
  const int upright = sheets_of_html[0].room;
  if (document::width_of(wishes, &Wish::most, html_letter) <= upright) return {};
  const int whole = document::width_of(wishes, &Wish::whole, html_letter);
  const auto* sheet =
      std::ranges::find_if(sheets_of_html, [&](const Sheet& one) { return whole <= one.room; });
  if (sheet == std::end(sheets_of_html)) --sheet;
  const std::vector<int> widths = document::with_like_lines(wishes, sheet->room, html_letter);
  HtmlTable result{.sheet = sheet->name};
  long long least = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    // Ten thousandths of the line are hundredths of a per cent.
    const long long share = widths[i] * 10000LL / sheet->room;
    result.shares.push_back(hundredths(share) + "%");
    // So wide must the line be that what must stay whole has room in this share of it.
    const long long needed = wishes[i].whole * html_letter + around_on_screen;
    least = std::max(least, needed * sheet->room / std::max(widths[i], 1));
  }
  const long long line = least * 100 / (2 * html_letter);
  result.least = hundredths(line) + "em";
  if (result.sheet != "widest") return result;
  constexpr std::string_view held[] = {"item", "title", "lead"};
  long long before = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string& key = table.columns[i].key;
    if (std::ranges::find(held, key) == std::end(held)) continue;
    result.held += fmt::format("; --{}: {}em", key, hundredths(line * before / sheet->room));
    before += widths[i];
  }
  return result;
}

}  // namespace taizhang::render
