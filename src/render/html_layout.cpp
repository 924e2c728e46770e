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

/// Fewer have room whatever they hold.
constexpr std::size_t many_columns = 5;

/// So wide must the line be, in hundredths of an em, that what must stay whole has room in the
/// share of it that its column has.
long long least_line(const std::vector<Wish>& wishes, const std::vector<int>& widths, int room,
                     int letter) {
  long long least = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const long long needed = wishes[i].whole * letter + around_on_screen;
    least = std::max(least, needed * room / std::max(widths[i], 1));
  }
  return least * 100 / (2 * letter);
}

/// The shares of the line that columns of these widths have in it.
HtmlTable shared(const std::vector<Wish>& wishes, const std::vector<int>& widths, int room,
                 int letter) {
  HtmlTable result;
  for (const int width : widths) {
    // Ten thousandths of the line are hundredths of a per cent.
    result.shares.push_back(hundredths(width * 10000LL / room) + "%");
  }
  result.least = hundredths(least_line(wishes, widths, room, letter)) + "em";
  return result;
}

}  // namespace

HtmlTable html_table(const document::Table& table, base::Language language) {
  if (table.columns.size() < many_columns) return {};
  const std::vector<Wish> wishes = document::wishes_of(table, language);
  const int upright = sheets_of_html[0].room;
  if (document::width_of(wishes, &Wish::most, html_letter) <= upright) return {};
  const int whole = document::width_of(wishes, &Wish::whole, html_letter);
  const auto* sheet =
      std::ranges::find_if(sheets_of_html, [&](const Sheet& one) { return whole <= one.room; });
  if (sheet == std::end(sheets_of_html)) --sheet;
  const std::vector<int> widths = document::with_like_lines(wishes, sheet->room, html_letter);
  HtmlTable result = shared(wishes, widths, sheet->room, html_letter);
  result.sheet = sheet->name;
  if (result.sheet != "widest") return result;
  constexpr std::string_view held[] = {"item", "title", "lead"};
  const long long line = least_line(wishes, widths, sheet->room, html_letter);
  long long before = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const std::string& key = table.columns[i].key;
    if (std::ranges::find(held, key) == std::end(held)) continue;
    result.held += fmt::format("; --{}: {}em", key, hundredths(line * before / sheet->room));
    before += widths[i];
  }
  return result;
}

HtmlTable html_table_of_few_pages(const document::Table& table, base::Language language) {
  if (table.columns.size() < many_columns || table.rows.empty()) return {};
  return shared(document::wishes_of(table, language),
                document::lowest(table, table.rows.size(), document::width_of_few_pages,
                                 document::letter_of_few_pages, language),
                document::width_of_few_pages, document::letter_of_few_pages);
}

}  // namespace taizhang::render
