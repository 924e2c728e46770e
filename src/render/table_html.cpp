// SPDX-License-Identifier: MIT
#include "render/escape.h"
#include "render/table.h"

namespace taizhang::render {

namespace {

/// An element of a row, with the classes that its column and its tone ask for.
std::string element(std::string_view tag, const query::Column& column, const query::Cell& cell) {
  std::string classes = column.align == query::Align::right ? "num" : "";
  if (cell.tone != query::Tone::plain) {
    if (!classes.empty()) classes += ' ';
    classes += "light " + std::string(query::tone_name(cell.tone));
  }
  std::string result = "<" + std::string(tag);
  if (tag == "th") result += " scope=\"col\"";
  if (!classes.empty()) result += " class=\"" + classes + "\"";
  return result + ">" + escape_html(cell.text) + "</" + std::string(tag) + ">";
}

}  // namespace

std::string table_html(const query::Table& table) {
  std::string result = "<div class=\"box\">\n<table>\n<thead>\n<tr>";
  for (const query::Column& column : table.columns) result += element("th", column, column.title);
  result += "</tr>\n</thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    result += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) result += element("td", table.columns[i], row[i]);
    result += "</tr>\n";
  }
  result += "</tbody>\n</table>\n</div>\n";
  if (table.notes.empty()) return result;
  result += "<ul class=\"notes\">\n";
  for (const std::string& note : table.notes) result += "<li>" + escape_html(note) + "</li>\n";
  return result + "</ul>\n";
}

}  // namespace taizhang::render
