// SPDX-License-Identifier: MIT
//
// Rows are written one after another and not kept.
#include <xlsxwriter.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "render/format.h"
#include "render/paper_xlsx.h"
#include "sheets/book_writer.h"

namespace taizhang::render {

namespace {

class Sheets {
 public:
  Sheets() {
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
  }

  void add(const document::Table& table, const std::string& title, base::Language language) {
    if (table.rows.size() >= LXW_ROW_MAX) sheets::BookWriter::refuse_rows(table.rows.size());
    sheet_ = workbook_add_worksheet(book_, names_.name(title).c_str());
    if (!sheet_) sheets::BookWriter::fail();
    language_ = language;
    set_widths(table);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      write_text(0, i, table.columns[i].title, head_);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t i = 0; i < table.rows[r].cells.size(); ++i) {
        write(static_cast<lxw_row_t>(r + 1), i, table.rows[r].cells[i]);
      }
    }
    if (!table.rows.empty() && !table.columns.empty()) {
      worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                           static_cast<lxw_col_t>(table.columns.size() - 1));
    }
  }

  /// What other formats have above and below their tables: of which plan, filter and day they are,
  /// and that a ledger is synthetic.
  void add_about(const document::Document& document) {
    if (document.head.empty() && document.foot.empty()) return;
    constexpr base::Bilingual name{"说明", "About"};
    constexpr double width = 100;
    sheet_ =
        workbook_add_worksheet(book_, names_.name(std::string(name.in(document.language))).c_str());
    if (!sheet_) sheets::BookWriter::fail();
    language_ = document.language;
    lxw_format* const wrapped = workbook_add_format(book_);
    format_set_text_wrap(wrapped);
    worksheet_set_column(sheet_, 0, 0, width, wrapped);
    lxw_row_t row = 0;
    write_text(row++, 0, document.title, head_);
    for (const auto* lines : {&document.head, &document.foot}) {
      for (const document::Value& line : *lines) {
        write_text(row++, 0, document::text(line, language_), wrapped);
      }
    }
  }

  std::string bytes() { return workbook_.bytes(); }

 private:
  void set_widths(const document::Table& table) {
    constexpr int narrowest = 8;
    constexpr int widest = 60;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      int width = base::display_width(table.columns[i].title);
      for (const document::Row& row : table.rows) {
        if (width >= widest) break;
        width = std::max(width, base::display_width(document::text(row.cells[i], language_)));
      }
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, std::clamp(width + 2, narrowest, widest),
                           nullptr);
    }
  }

  void write_text(lxw_row_t row, std::size_t column, std::string_view text, lxw_format* format) {
    const lxw_error error = worksheet_write_string(sheet_, row, static_cast<lxw_col_t>(column),
                                                   sheets::cell_text(text).c_str(), format);
    if (error != LXW_NO_ERROR) sheets::BookWriter::fail();
  }

  void write(lxw_row_t row, std::size_t at, const document::Value& value) {
    const auto column = static_cast<lxw_col_t>(at);
    if (value.is_absent()) return;
    if (const auto* flag = value.as<bool>()) {
      worksheet_write_boolean(sheet_, row, column, *flag ? 1 : 0, nullptr);
    } else if (const auto* whole = value.as<long long>()) {
      worksheet_write_number(sheet_, row, column, static_cast<double>(*whole), nullptr);
    } else if (const auto* number = value.as<document::Number>()) {
      write_number(row, column, *number);
    } else if (const auto* date = value.as<base::Date>()) {
      const std::chrono::year_month_day day(*date);
      lxw_datetime moment{static_cast<int>(day.year()),
                          static_cast<int>(unsigned{day.month()}),
                          static_cast<int>(unsigned{day.day()}),
                          0,
                          0,
                          0};
      worksheet_write_datetime(sheet_, row, column, &moment, format_of("yyyy-mm-dd"));
    } else {
      const std::string text = document::text(value, language_);
      // A text that begins so stays one when somebody edits it.
      const bool odd = !text.empty() && std::string_view("=+-@").find(text[0]) != text.npos;
      write_text(row, at, text, odd ? format_of("@") : nullptr);
    }
  }

  /// As it is printed: a share of a whole is a fraction that the sheet shows as per cent.
  void write_number(lxw_row_t row, lxw_col_t column, const document::Number& number) {
    const bool per_cent =
        number.form == document::Form::percent || number.form == document::Form::share;
    double value = std::strtod(number.digits().c_str(), nullptr);
    if (per_cent) value /= 100;
    std::string form;
    if (number.form == document::Form::percent) form = "0.00%";
    if (number.form == document::Form::share) form = "0.0%";
    if (number.form == document::Form::amount && !number.unit.empty()) {
      std::string unit = number.unit;
      std::erase_if(unit, [](char c) { return c == '"' || c == '\\'; });
      form = "General\"" + std::string(unit == "%" ? "" : " ") + unit + "\"";
    }
    worksheet_write_number(sheet_, row, column, value, form.empty() ? nullptr : format_of(form));
  }

  lxw_format* format_of(const std::string& form) {
    lxw_format*& format = formats_[form];
    if (!format) {
      format = workbook_add_format(book_);
      format_set_num_format(format, form.c_str());
    }
    return format;
  }

  sheets::BookWriter workbook_{sheets::BookWriter::Rows::written_at_once};
  lxw_workbook* const book_ = workbook_.book();
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* head_ = nullptr;
  base::Language language_ = base::Language::zh;
  std::map<std::string, lxw_format*> formats_;
  sheets::SheetNames names_;
};

}  // namespace

std::string document_xlsx(const document::Document& document, const Look&) {
  if (document.masthead) return paper_xlsx(document);
  Sheets book;
  bool any = false;
  document::for_each_table(document, [&](const document::Chapter&, const document::Table& table,
                                         const std::string& title) {
    book.add(table, title, document.language);
    any = true;
  });
  if (!any) book.add({}, document.title, document.language);
  book.add_about(document);
  return book.bytes();
}

}  // namespace taizhang::render
