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
      sheets::put_text(place(0, i), table.columns[i].title, head_);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t i = 0; i < table.rows[r].cells.size(); ++i) {
        write(place(static_cast<lxw_row_t>(r + 1), i), document::bare(table.rows[r].cells[i]));
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
    sheets::put_text(place(row++, 0), document.title, head_);
    for (const auto* lines : {&document.head, &document.foot}) {
      for (const document::Value& line : *lines) {
        sheets::put_text(place(row++, 0), document::text(line, language_), wrapped);
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

  sheets::CellPlace place(lxw_row_t row, std::size_t column) const {
    return {sheet_, row, static_cast<lxw_col_t>(column)};
  }

  void write(const sheets::CellPlace& at, const document::Value& value) {
    if (value.is_absent()) return;
    if (const auto* flag = value.as<bool>()) {
      worksheet_write_boolean(at.sheet, at.row, at.column, *flag ? 1 : 0, nullptr);
    } else if (const auto* whole = value.as<long long>()) {
      sheets::put_number(at, static_cast<double>(*whole), nullptr);
    } else if (const auto* number = value.as<document::Number>()) {
      write_number(at, *number);
    } else if (const auto* date = value.as<base::Date>()) {
      sheets::put_day(at, *date, format_of("yyyy-mm-dd"));
    } else {
      const std::string text = document::text(value, language_);
      // A text that begins so stays one when somebody edits it.
      const bool odd = !text.empty() && std::string_view("=+-@").find(text[0]) != text.npos;
      sheets::put_text(at, text, odd ? format_of("@") : nullptr);
    }
  }

  /// As it is printed: a share of a whole is a fraction that the sheet shows as per cent.
  void write_number(const sheets::CellPlace& at, const document::Number& number) {
    std::string form;
    if (number.form == document::Form::percent) form = "0.00%";
    if (number.form == document::Form::share) form = "0.0%";
    if (number.form == document::Form::amount && !number.unit.empty()) {
      std::string unit = number.unit;
      std::erase_if(unit, [](char c) { return c == '"' || c == '\\'; });
      form = "General\"" + std::string(unit == "%" ? "" : " ") + unit + "\"";
    }
    sheets::put_number(at, figure_of(number), form.empty() ? nullptr : format_of(form));
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
