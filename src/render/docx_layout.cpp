// SPDX-License-Identifier: MIT
#include "render/docx_layout.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace taizhang::render {

namespace {

/// The margins of a cell at its left and right, and the line beside it.
constexpr int around_a_cell = 120;

/// What a column needs and what it would like, in letters of half a 汉字.
struct Wish {
  int least = 0;
  int most = 0;
};

/// Whether a cell must stand on one line.
bool holds_together(const document::Value& value) {
  return !value.as<std::string>() && !value.as<document::Sentence>() &&
         !value.as<document::List>() && !value.as<document::Record>() &&
         !value.as<document::Phrase>();
}

/// How much of a text must stand on one line: the longest piece without a 汉字 or a blank, such as
/// a number in brackets.
int longest_piece(std::string_view text) {
  int longest = 0;
  int piece = 0;
  for (const char32_t letter : base::code_points(text)) {
    const bool is_bracket = letter == U'（' || letter == U'）';
    const bool goes_on = is_bracket || (letter > U' ' && letter < 0x7F);
    piece = goes_on ? piece + (is_bracket ? 2 : 1) : 0;
    longest = std::max(longest, piece);
  }
  return longest;
}

Wish wish_of(const document::Table& table, std::size_t at, base::Language language) {
  constexpr int longest_word = 14;
  constexpr int longest_text = 110;
  const document::Column& column = table.columns[at];
  // A head may go on in the next line, but not within a word.
  Wish wish{std::max(std::min(base::display_width(column.title), 4),
                     std::min(longest_piece(column.title), longest_word)),
            0};
  std::vector<int> widths;
  for (const document::Row& row : table.rows) {
    const document::Value& value = row.cells[at];
    const std::string text = document::text(value, language);
    int width = base::display_width(text);
    // A light has a dot before it; digits of some fonts are a little wider than half a 汉字.
    if (value.as<document::Word>() && value.tone() != document::Tone::plain) width += 2;
    if (value.as<document::Number>()) ++width;
    widths.push_back(width);
    const bool whole = holds_together(value) || column.align == document::Align::right;
    const auto* number = value.as<document::Number>();
    // 个百分点 may stand below its number.
    const bool may_break = !whole || (number && number->form == document::Form::points);
    const int needs = may_break ? longest_piece(text) : width;
    wish.least = std::max(wish.least, std::min(needs, longest_word));
  }
  // One long text must not take the room of all others.
  if (!widths.empty()) {
    const auto most = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 4 / 5);
    std::ranges::nth_element(widths, most);
    wish.most = *most;
  }
  const int text = std::clamp(wish.most / 4, 8, 16);
  wish.least = std::max(wish.least, std::min(wish.most, text));
  wish.most = std::clamp(std::max(wish.most, base::display_width(column.title)), wish.least,
                         std::max(wish.least, longest_text));
  return wish;
}

/// `room` shared out: each column gets what it needs, and of the rest by what it still wants.
std::vector<int> shared(const std::vector<Wish>& wishes, int room, int letter) {
  std::vector<int> widths;
  int wanted = 0;
  for (const Wish& wish : wishes) {
    widths.push_back(wish.least * letter + around_a_cell);
    wanted += (wish.most - wish.least) * letter;
  }
  const int rest = room - std::accumulate(widths.begin(), widths.end(), 0);
  const int whole = std::accumulate(widths.begin(), widths.end(), 0);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const int wants = (wishes[i].most - wishes[i].least) * letter;
    // What nobody wants, and what is lacking, falls on all by their size.
    const int by_wish =
        wanted > 0 && rest > 0
            ? static_cast<int>(static_cast<long long>(std::min(rest, wanted)) * wants / wanted)
            : 0;
    const int beyond = rest > wanted ? rest - wanted : std::min(rest, 0);
    widths[i] += by_wish + static_cast<int>(static_cast<long long>(beyond) * widths[i] / whole);
  }
  // What division has left over is the last column's.
  if (!widths.empty()) {
    widths.back() += room - std::accumulate(widths.begin(), widths.end(), 0);
  }
  return widths;
}

}  // namespace

DocxPage DocxPage::turned() const {
  DocxPage page = *this;
  page.width = height;
  page.height = width;
  page.top = left;
  page.right = top;
  page.bottom = right;
  page.left = bottom;
  page.header = std::min(header, page.top);
  page.footer = std::min(footer, page.bottom * 3 / 5);
  return page;
}

DocxPage DocxPage::of_compact() {
  DocxPage page;
  page.left = page.right = 1020;
  page.top = page.bottom = 680;
  page.header = page.footer = 340;
  page.compact = true;
  return page;
}

DocxTable docx_table(const document::Table& table, base::Language language, const DocxPage& page) {
  struct Setting {
    bool turned;
    const char* style;
    int letter;  // a half 汉字 of so many twips
  };
  // 五号, 小五 and 六号.
  constexpr Setting settings[] = {{false, "TableText", 105},
                                  {false, "TableSmall", 90},
                                  {true, "TableSmall", 90},
                                  {true, "TableTiny", 75}};
  constexpr Setting compact{false, "TableTiny", 75};
  std::vector<Wish> wishes;
  int least = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    wishes.push_back(wish_of(table, i, language));
    least += wishes.back().least;
  }
  const int cells = static_cast<int>(wishes.size()) * around_a_cell;
  const auto room = [&](const Setting& setting) {
    return (setting.turned ? page.turned() : page).text_width();
  };
  const auto* fits = std::ranges::find_if(settings, [&](const Setting& setting) {
    return least * setting.letter + cells <= room(setting);
  });
  const Setting& setting = page.compact                 ? compact
                           : fits == std::end(settings) ? settings[std::size(settings) - 1]
                                                        : *fits;
  return {setting.turned, setting.style, shared(wishes, room(setting), setting.letter)};
}

}  // namespace taizhang::render
