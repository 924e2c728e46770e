// SPDX-License-Identifier: MIT
#include "render/docx_layout.h"

#include <algorithm>

#include "document/paper_columns.h"

namespace taizhang::render {

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
