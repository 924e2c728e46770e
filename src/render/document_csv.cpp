// SPDX-License-Identifier: MIT
#include <re2/re2.h>

#include "base/text.h"
#include "render/escape.h"
#include "render/format.h"
#include "sheets/write.h"

namespace taizhang::render {

namespace {

/// Whether a spreadsheet would read a text as something else: a day (2/2, 1/2/, 5月1日, Jan-23), a
/// time (3:4), a fraction (1 1/2), a number that loses its first zeros or its last digits, or one
/// with an exponent; with blanks around it, too. Days of ours are written 2023-08-31.
bool would_turn(std::string_view text) {
  static const std::string month =
      "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|"
      "oct(ober)?|nov(ember)?|dec(ember)?)";
  static const RE2 others(
      R"(\d{1,4}[-/.]\d{1,4}([-/.]\d{1,4})?[-/.]?|0\d+|\d{16,}|\d+[eE]\d+|\d+ +\d+/\d+)"
      R"(|\d{1,4}:\d{1,4}(:\d{1,4}(\.\d*)?)?:?( *[aApP][mM]?)?|\d{1,2}时\d{1,2}分(\d{1,2}秒)?)"
      R"(|\d{1,2}月\d{1,2}日|\d{2,4}年\d{1,2}月(\d{1,2}日)?|\(\d+(\.\d+)?\))"
      "|(?i)" +
      month +
      R"([-/., ]{0,2}\d{1,4}([-/., ]{1,2}\d{2,4})?)"
      R"(|\d{1,2}[-/. ]?)" +
      month + R"(([-/., ]{1,2}\d{2,4})?)");
  static const RE2 decimal("\\d+\\.\\d+");
  const std::string_view bare = base::trimmed(text);
  return RE2::FullMatch(bare, others) && !RE2::FullMatch(bare, decimal);
}

/// Whether a spreadsheet has to be told that a text is one. Blanks do not hide what is behind them.
bool is_misread(std::string_view text) {
  return sheets::is_formula(text) || sheets::is_formula(base::trimmed(text)) || would_turn(text);
}

/// A cell as a spreadsheet is to read it; `as_is` for what is a number or a day.
std::string csv_cell(std::string text, bool as_is = false) {
  const bool guarded = !as_is && is_misread(text);
  text = base::plain_text(text);
  if (guarded) text.insert(0, 1, '\'');
  return sheets::csv_quoted(text);
}

std::string csv_row(const std::vector<std::string>& cells) {
  return base::joined(cells, ",") + "\n";
}

/// A number stands without its unit of measure, so that a spreadsheet can count with it.
std::string csv_value(const document::Value& shown, const document::Column& column,
                      base::Language language, bool for_databases) {
  const document::Value& value = document::bare(shown);
  if (for_databases) return sheets::csv_quoted(document::text(value, language));
  const auto* number = value.as<document::Number>();
  const bool is_amount = number && number->form == document::Form::amount;
  if (is_amount && number->unit != "%" && !column.keeps_units) {
    document::Number bare = *number;
    bare.unit.clear();
    return csv_cell(document::text(bare, language), true);
  }
  const bool as_is = number || value.as<base::Date>() || value.as<long long>();
  return csv_cell(document::text(value, language), as_is);
}

std::string csv_head(const document::Table& table) {
  std::vector<std::string> cells;
  for (const document::Column& column : table.columns) cells.push_back(csv_cell(column.title));
  return csv_row(cells);
}

std::string csv_rows(const document::Table& table, base::Language language, bool for_databases) {
  std::vector<std::string> cells;
  std::string result;
  for (const document::Row& row : table.rows) {
    cells.clear();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      cells.push_back(csv_value(row.cells[i], table.columns[i], language, for_databases));
    }
    result += csv_row(cells);
  }
  return result;
}

}  // namespace

std::string document_csv(const document::Document& document, const Look& look) {
  std::vector<std::string> tables;
  std::vector<std::string> titles;
  std::pair<const document::Chapter*, std::string> last;
  const auto add = [&](const document::Chapter& chapter, const document::Table& table,
                       const std::string& title) {
    const std::string rows = csv_rows(table, document.language, look.for_databases);
    // Tables of one name in one chapter are parts of one.
    const bool goes_on = !table.id.empty() && last == std::pair(&chapter, table.id);
    last = {&chapter, table.id};
    if (goes_on) {
      tables.back() += rows;
      return;
    }
    std::vector<std::string> head{csv_cell(title)};
    if (document.chapters.size() > 1 && !chapter.plan.empty()) {
      head.push_back(csv_cell(chapter.plan));
    }
    titles.push_back(csv_row(head));
    tables.push_back(csv_head(table) + rows);
  };
  document::for_each_table(document, add);
  std::string result = look.marks_utf8 && !look.for_databases ? "\xEF\xBB\xBF" : "";
  if (tables.size() == 1) return result + tables.front();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    result += (i > 0 ? "\n" : "") + titles[i] + tables[i];
  }
  return result;
}

}  // namespace taizhang::render
