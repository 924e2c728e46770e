// SPDX-License-Identifier: MIT
#include "render/table.h"

namespace taizhang::render {

namespace {

/// A spreadsheet runs what begins with one of these; a plain negative number stays as it is.
bool is_formula(const std::string& text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text[0]) == std::string_view::npos) {
    return false;
  }
  return text.find_first_not_of("-0123456789.%") != std::string::npos;
}

std::string cell(std::string text) {
  if (is_formula(text)) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string row(const std::vector<query::Cell>& cells) {
  std::string result;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) result += ',';
    result += cell(cells[i].text);
  }
  return result + "\n";
}

}  // namespace

std::string table_csv(const query::Table& table) {
  std::vector<query::Cell> titles;
  for (const query::Column& column : table.columns) titles.push_back(column.title);
  std::string result = row(titles);
  for (const auto& cells : table.rows) result += row(cells);
  return result;
}

}  // namespace taizhang::render
