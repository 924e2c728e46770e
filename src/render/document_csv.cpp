// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "render/format.h"

namespace taizhang::render {

namespace {

/// A spreadsheet runs what begins with one of these, in some countries also with their wide forms;
/// a plain number with its sign stays as it is.
bool is_formula(std::string_view text) {
  if (text.empty()) return false;
  bool starts = std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos;
  for (const std::string_view wide : {"＝", "＋", "－", "＠"}) starts |= text.starts_with(wide);
  if (!starts) return false;
  if (text[0] == '+' || text[0] == '-') text.remove_prefix(1);
  return text.empty() || text.find_first_not_of("0123456789.%") != std::string_view::npos;
}

/// `text` without what could steer a terminal; its line ends and tabs stay.
std::string without_controls(std::string_view text) {
  std::string result;
  for (;;) {
    const std::size_t end = std::min(text.find_first_of("\t\r\n"), text.size());
    result += base::printable(text.substr(0, end));
    if (end == text.size()) return result;
    result += text[end];
    text.remove_prefix(end + 1);
  }
}

std::string csv_cell(std::string text) {
  const bool formula = is_formula(text);
  text = without_controls(text);
  if (formula) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string result;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) result += ',';
    result += csv_cell(cell);
  }
  return result + "\n";
}

std::string csv_head(const document::Table& table) {
  std::vector<std::string> cells;
  for (const document::Column& column : table.columns) cells.push_back(column.title);
  return csv_row(cells);
}

std::string csv_rows(const document::Table& table, base::Language language) {
  std::vector<std::string> cells;
  std::string result;
  for (const document::Row& row : table.rows) {
    cells.clear();
    for (const document::Value& value : row.cells) {
      cells.push_back(document::text(value, language));
    }
    result += csv_row(cells);
  }
  return result;
}

}  // namespace

std::string document_csv(const document::Document& document, const Look&) {
  std::vector<std::string> tables;
  std::vector<std::string> titles;
  for (const document::Chapter& chapter : document.chapters) {
    std::string heading = document.title;
    std::string last_id;
    for (const document::Block& block : chapter.blocks) {
      if (const auto* above = std::get_if<document::Heading>(&block)) {
        heading = document::text(above->text, document.language);
      }
      const auto* table = std::get_if<document::Table>(&block);
      if (!table) continue;
      // Tables of one name are parts of one.
      const bool goes_on = table->id == last_id;
      last_id = table->id;
      if (goes_on) {
        tables.back() += csv_rows(*table, document.language);
        continue;
      }
      std::vector<std::string> title{table->title.empty() ? heading : table->title};
      if (document.chapters.size() > 1 && !chapter.plan.empty()) title.push_back(chapter.plan);
      titles.push_back(csv_row(title));
      tables.push_back(csv_head(*table) + csv_rows(*table, document.language));
    }
  }
  if (tables.size() == 1) return tables.front();
  std::string result;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    result += (i > 0 ? "\n" : "") + titles[i] + tables[i];
  }
  return result;
}

}  // namespace taizhang::render
