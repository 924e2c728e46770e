// SPDX-License-Identifier: MIT
#include "sheets/write.h"

#include <xlsxwriter.h>
#include <algorithm>

#include <array>
#include <cstdlib>

#include "base/text.h"
#include "sheets/book_writer.h"

namespace taizhang::sheets {

namespace {

constexpr double line_height = 16;

class XlsxWriter {
 public:
  XlsxWriter() {
    for (lxw_format*& format : formats_) {
      format = workbook_add_format(book_);
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      format_set_border(format, LXW_BORDER_THIN);
    }
    lxw_format* const title = format_of(OutCell::Look::title);
    format_set_bold(title);
    format_set_font_size(title, 14);
    format_set_border(title, LXW_BORDER_NONE);
    lxw_format* const head = format_of(OutCell::Look::head);
    format_set_bold(head);
    format_set_bg_color(head, 0xD9E1F2);
    format_set_bg_color(format_of(OutCell::Look::plain), 0xF2F2F2);
    format_set_unlocked(format_of(OutCell::Look::open));
  }

  void add(const Page& page) {
    lxw_worksheet* const sheet =
        workbook_add_worksheet(book_, SheetNames().name(page.name).c_str());
    if (!sheet) BookWriter::fail();
    for (std::size_t i = 0; i < page.widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, column, column, page.widths[i], nullptr);
    }
    for (std::size_t i = 0; i < page.rows.size(); ++i) write(sheet, page, i);
    for (const auto& [column, words] : page.choices) offer(sheet, page, column, words);
    const auto head = static_cast<lxw_row_t>(page.head_rows);
    worksheet_freeze_panes(sheet, head, 0);
    if (head > 0) worksheet_repeat_rows(sheet, 0, head - 1);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    lxw_protection may{};
    may.format_columns = LXW_TRUE;
    may.format_rows = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &may);
  }

  std::string bytes() { return workbook_.bytes(); }

 private:
  lxw_format* format_of(OutCell::Look look) { return formats_[static_cast<std::size_t>(look)]; }

  /// Let the cells of a column below the head be chosen from `words`.
  static void offer(lxw_worksheet* sheet, const Page& page, std::size_t at,
                    std::vector<std::string> words) {
    // The library has room for so many bytes, and does not look.
    constexpr std::size_t most_bytes = 255;
    std::size_t bytes = 0;
    std::vector<char*> list;
    for (std::string& word : words) {
      bytes += word.size() + 1;
      list.push_back(word.data());
    }
    list.push_back(nullptr);
    if (bytes > most_bytes || page.rows.size() <= page.head_rows) return;
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    const auto column = static_cast<lxw_col_t>(at);
    worksheet_data_validation_range(sheet, static_cast<lxw_row_t>(page.head_rows), column,
                                    static_cast<lxw_row_t>(page.rows.size() - 1), column,
                                    &validation);
  }

  void write(lxw_worksheet* sheet, const Page& page, std::size_t at) {
    const auto row = static_cast<lxw_row_t>(at);
    const std::vector<OutCell>& cells = page.rows[at];
    int lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const OutCell& cell = cells[i];
      lxw_format* const format = format_of(cell.look);
      const std::string text = cell_text(cell.text);
      lxw_error error = LXW_NO_ERROR;
      if (cells.size() == 1 && page.widths.size() > 1) {
        error = worksheet_merge_range(sheet, row, 0, row,
                                      static_cast<lxw_col_t>(page.widths.size() - 1), text.c_str(),
                                      format);
      } else if (text.empty()) {
        error = worksheet_write_blank(sheet, row, column, format);
      } else if (cell.is_number) {
        error =
            worksheet_write_number(sheet, row, column, std::strtod(text.c_str(), nullptr), format);
      } else {
        error = worksheet_write_string(sheet, row, column, text.c_str(), format);
      }
      if (error != LXW_NO_ERROR) BookWriter::fail();
      // No program makes a row as high as its text by itself.
      if (i < page.widths.size() && cells.size() > 1) {
        lines = std::max(lines, 1 + (base::display_width(text) - 1) / page.widths[i]);
      }
    }
    const double height = line_height * (cells.size() == 1 ? 1.5 : lines);
    worksheet_set_row(sheet, row, height, nullptr);
  }

  BookWriter workbook_{BookWriter::Rows::kept};
  lxw_workbook* const book_ = workbook_.book();
  std::array<lxw_format*, 4> formats_{};
};

}  // namespace

bool is_formula(std::string_view text) {
  constexpr std::string_view signs[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                        "\n", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

std::string csv_quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string xlsx_of(const Page& page) {
  XlsxWriter writer;
  writer.add(page);
  return writer.bytes();
}

std::string csv_of(const Page& page) {
  std::string text = "\xEF\xBB\xBF";
  for (const std::vector<OutCell>& cells : page.rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string cell = cells[i].text;
      if (!cells[i].is_number && is_formula(cell)) cell.insert(0, 1, '\'');
      if (i > 0) text += ',';
      text += csv_quoted(cell);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace taizhang::sheets
