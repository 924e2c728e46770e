// SPDX-License-Identifier: MIT
//
// Rows are written one after another and not kept.
#include <xlsxwriter.h>

#include <algorithm>
#include <map>
#include <span>

#include "base/text.h"
#include "render/format.h"
#include "render/paper_xlsx.h"
#include "sheets/book_writer.h"
#include "sheets/write.h"

namespace taizhang::render {

namespace {

/// A table, or one of the groups that a table has been parted into, each below its heading.
struct Part {
  const document::Chapter* chapter;
  const document::Table* table;
  std::string title;
};

class Sheets {
 public:
  Sheets() {
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_CENTER);
    group_ = workbook_add_format(book_);
    format_set_bold(group_);
  }

  /// A sheet for the parts of one table: where there are several, a row with its heading stands
  /// above each, by which a spreadsheet can fold it.
  void add(std::span<const Part> parts, const std::string& title, base::Language language) {
    std::size_t rows = parts.size();
    for (const Part& part : parts) rows += part.table->rows.size();
    if (rows >= LXW_ROW_MAX) sheets::BookWriter::refuse_rows(rows);
    sheet_ = workbook_add_worksheet(book_, names_.name(title).c_str());
    if (!sheet_) sheets::BookWriter::fail();
    language_ = language;
    set_widths(parts);
    const std::vector<document::Column>& columns = parts.front().table->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      sheets::put_text(place(0, i), columns[i].title, head_);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    lxw_row_t row = 1;
    for (const Part& part : parts) {
      if (parts.size() > 1) sheets::put_text(place(row++, 0), part.title, group_);
      for (const document::Row& one : part.table->rows) {
        if (parts.size() > 1) fold(row);
        for (std::size_t i = 0; i < one.cells.size(); ++i)
          write(place(row, i), document::bare(one.cells[i]));
        ++row;
      }
    }
    // Headings of groups would be filtered and sorted away.
    if (parts.size() == 1 && row > 1 && !columns.empty()) {
      worksheet_autofilter(sheet_, 0, 0, row - 1, static_cast<lxw_col_t>(columns.size() - 1));
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
  void set_widths(std::span<const Part> parts) {
    constexpr int narrowest = 8;
    constexpr int widest = 60;
    const std::vector<document::Column>& columns = parts.front().table->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      int width = base::display_width(columns[i].title);
      for (const Part& part : parts) {
        for (const document::Row& row : part.table->rows) {
          if (width >= widest) break;
          width = std::max(width, base::display_width(document::text(row.cells[i], language_)));
        }
      }
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, std::clamp(width + 2, narrowest, widest),
                           nullptr);
    }
  }

  /// Put the row one level below the heading above it.
  void fold(lxw_row_t row) {
    lxw_row_col_options below{};
    below.level = 1;
    worksheet_set_row_opt(sheet_, row, LXW_DEF_ROW_HEIGHT, nullptr, &below);
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
      sheets::put_text(at, text, sheets::is_formula(text) ? format_of("@") : nullptr);
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
  lxw_format* group_ = nullptr;
  base::Language language_ = base::Language::zh;
  std::map<std::string, lxw_format*> formats_;
  sheets::SheetNames names_;
};

}  // namespace

std::string document_xlsx(const document::Document& document, const Look&) {
  if (document.masthead) return paper_xlsx(document);
  std::vector<Part> parts;
  document::for_each_table(document, [&](const document::Chapter& chapter,
                                         const document::Table& table, const std::string& title) {
    parts.push_back({&chapter, &table, title});
  });
  const document::Table nothing;
  if (parts.empty()) parts.push_back({nullptr, &nothing, document.title});
  Sheets book;
  // Tables of one name in one chapter are parts of one.
  for (auto first = parts.begin(); first != parts.end();) {
    const auto last = std::find_if(first + 1, parts.end(), [&](const Part& part) {
      return part.chapter != first->chapter || part.table->id.empty() ||
             part.table->id != first->table->id;
    });
    const std::span<const Part> sheet(first, last);
    const std::string& plan = first->chapter ? first->chapter->plan : document.title;
    const bool of_plan = document.chapters.size() > 1 && !plan.empty();
    book.add(sheet,
             sheet.size() == 1 ? first->title
             : of_plan         ? plan
                               : document.title,
             document.language);
    first = last;
  }
  book.add_about(document);
  return book.bytes();
}

}  // namespace taizhang::render
