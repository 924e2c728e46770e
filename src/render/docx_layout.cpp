// SPDX-License-Identifier: MIT
#include "render/docx_layout.h"

#include <algorithm>

#include "document/paper_columns.h"

namespace taizhang::render {

namespace {

/// How high what is told stands, by the spaces and lines that the styles have (templates/docx).
class Heights {
 public:
  Heights(base::Language language, const DocxPage& page, int line)
      : language_(language), page_(page), line_(line) {}

  int operator()(const document::Heading& heading) const {
    const int around = heading.level == 1 ? 360 : 180;
    return around + 560 * lines(heading.text, text_letter, indent);
  }
  int operator()(const document::Paragraph& paragraph) const {
    return 80 + 560 * lines(paragraph.text, text_letter, indent);
  }
  int operator()(const document::Note& note) const {
    return 120 + line_of(105) * lines(note.text, 105, 0);
  }
  int operator()(const document::Chart&) const { return 0; }
  int operator()(const document::Bullets& bullets) const {
    int height = 0;
    for (const document::Value& line : bullets.lines) height += 400 * lines(line, 120, 9);
    return height;
  }
  int operator()(const document::Steps& steps) const {
    int height = 0;
    for (const auto& step : steps.steps) {
      height += 80 + 560 * lines(step.value, text_letter, indent);
      for (const document::Value& line : step.lines) height += 400 * lines(line, 120, 9);
    }
    return height;
  }
  int operator()(const document::Fields& fields) const {
    int height = gap;
    for (const auto& line : fields.lines) {
      const int room = page_.text_width() * 3 / 4 / 105;
      height += 60 + line_of(105) * document::lines_of(document::text(line.value, language_), room);
    }
    return height;
  }
  int operator()(const document::Cards& cards) const {
    const auto in_lines = static_cast<int>((cards.lines.size() + 3) / 4);
    return gap + in_lines * (180 + line_of(105) + line_of(160) + line_of(90));
  }
  int operator()(const document::Table& whole) const {
    const document::Table table = document::below_heading(whole);
    if (table.columns.empty()) return 0;
    const DocxTable setting = docx_table(table, language_, page_, false);
    const int letter = setting.style == "TableText" ? 105 : 90;
    const int caption = table.title.empty() ? 0 : 180 + line_of(120);
    int in_lines = document::lines_of(table.columns, setting.widths, letter);
    for (const document::Row& row : table.rows) {
      in_lines += document::lines_of(row, setting.widths, letter, language_);
    }
    return caption + gap + in_lines * line_of(letter) +
           60 * (static_cast<int>(table.rows.size()) + 1);
  }

 private:
  static constexpr int gap = 120;
  static constexpr int text_letter = 160;
  static constexpr int indent = 4;

  /// A line of letters whose half is so wide, single-spaced.
  int line_of(int letter) const { return letter * line_ / 50; }

  int lines(const document::Value& value, int letter, int before) const {
    return document::lines_of(document::text(value, language_), page_.text_width() / letter,
                              before);
  }

  base::Language language_;
  const DocxPage& page_;
  int line_;
};

}  // namespace

int docx_height(const document::Block& block, base::Language language, const DocxPage& page,
                int line) {
  return std::visit(Heights(language, page, line), block);
}

DocxPage DocxPage::turned() const {
  DocxPage page = *this;
  page.width = height;
  page.height = width;
  page.top = left;
  page.right = top;
  page.bottom = right;
  page.left = bottom;
  constexpr int margin_of_turned = 1134;
  if (!own_margins) {
    for (int* margin : {&page.top, &page.right, &page.bottom, &page.left}) {
      *margin = std::min(*margin, margin_of_turned);
    }
  }
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

DocxTable docx_table(const document::Table& table, base::Language language, const DocxPage& page,
                     bool turned) {
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
  const std::vector<document::Wish> wishes = document::wishes_of(table, language);
  int least = 0;
  for (const document::Wish& wish : wishes) least += wish.least;
  const int cells = static_cast<int>(wishes.size()) * document::around_a_cell;
  const auto room = [&](const Setting& setting) {
    return (setting.turned ? page.turned() : page).text_width();
  };
  const auto* fits = std::ranges::find_if(settings, [&](const Setting& setting) {
    return (setting.turned || !turned) && least * setting.letter + cells <= room(setting);
  });
  const Setting& setting = page.compact                 ? compact
                           : fits == std::end(settings) ? settings[std::size(settings) - 1]
                                                        : *fits;
  return {setting.turned, setting.style,
          page.compact
              ? document::lowest(table, table.rows.size(), room(setting), setting.letter, language)
              : document::with_like_lines(wishes, room(setting), setting.letter)};
}

}  // namespace taizhang::render
