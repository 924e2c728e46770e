// SPDX-License-Identifier: MIT
#include "render/escape.h"
#include "render/table.h"

namespace taizhang::render {

std::string table_markdown(const query::Table& table) {
  std::string titles = "|";
  std::string rule = "|";
  for (const query::Column& column : table.columns) {
    titles += " " + escape_markdown(column.title) + " |";
    rule += column.align == query::Align::right ? " ---: |" : " --- |";
  }
  std::string result = titles + "\n" + rule + "\n";
  for (const auto& row : table.rows) {
    result += "|";
    for (const query::Cell& cell : row) result += " " + escape_markdown(cell.text) + " |";
    result += "\n";
  }
  for (const std::string& note : table.notes) result += "\n" + escape_markdown(note) + "\n";
  return result;
}

}  // namespace taizhang::render
