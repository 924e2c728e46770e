// SPDX-License-Identifier: MIT
#include "render/text_table.h"

#include <algorithm>

#include "base/text.h"
#include "render/table_layout.h"

namespace taizhang::render {

using document::Align;
using document::Column;
using document::Tone;

namespace {

/// The columns as they are to be read, and the rows, the first of them with the heads.
struct ShownTable {
  std::vector<Column> columns;
  std::vector<ShownRow> rows;
};

/// Whether the cell is a number or a day, with a word or two around it: no sentence.
bool is_figure(const document::Value& value, const std::string& text) {
  constexpr int longest = 20;
  if (base::display_width(text) > longest) return false;
  bool found = value.as<base::Date>() != nullptr;
  document::for_each_number(value, nullptr, [&](const auto&, const auto*) { found = true; });
  return found;
}

ShownTable shown(const document::Table& table, base::Language language) {
  ShownTable result{table.columns, std::vector<ShownRow>(1)};
  for (const Column& column : table.columns) {
    result.rows[0].push_back({base::printable(column.title)});
  }
  result.rows.reserve(table.rows.size() + 1);
  for (const document::Row& row : table.rows) {
    ShownRow& cells = result.rows.emplace_back();
    cells.reserve(row.cells.size());
    for (const document::Value& cell : row.cells) {
      const std::string text = base::printable(document::text(cell, language));
      cells.push_back({text, cell.tone(), 0, is_figure(cell, text)});
    }
  }
  for (std::size_t i = table.columns.size(); i-- > 1;) {
    if (!table.columns[i].joins) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    for (ShownRow& row : result.rows) {
      ShownCell& cell = row[i - 1];
      if (row[i].text != cell.text) {
        cell.joint = cell.text.size();
        cell.is_figure = cell.is_figure || row[i].is_figure;
        cell.text += " " + row[i].text;
      }
      row.erase(row.begin() + at);
    }
    result.columns[i - 1].align = result.columns[i].align;
    result.columns.erase(result.columns.begin() + at);
  }
  return result;
}

/// `text` in its colour, with blanks on the side that faces away from `align`.
std::string aligned(const std::string& text, Tone tone, int width, Align align, Style style) {
  const auto count = static_cast<std::size_t>(std::max(width - base::display_width(text), 0));
  const std::string blanks(count, ' ');
  const std::string toned = text.empty() ? text : style.toned(tone, text);
  return align == Align::right ? blanks + toned : toned + blanks;
}

/// The lines of a cell; what has joined it goes below where that takes no more of them.
std::vector<std::string> lines_of(const ShownCell& cell, int width) {
  std::vector<std::string> lines = base::wrapped(cell.text, width);
  if (cell.joint == 0 || lines.size() == 1) return lines;
  std::vector<std::string> apart = base::wrapped(cell.text.substr(0, cell.joint), width);
  for (std::string& line : base::wrapped(cell.text.substr(cell.joint + 1), width)) {
    apart.push_back(std::move(line));
  }
  return apart.size() > lines.size() ? lines : apart;
}

/// The lines of a cell that is cut: as many as its row has anyway, the last of them with the mark.
std::vector<std::string> cut(const std::string& text, int width, std::size_t height) {
  if (height == 1) return {base::shortened(text, width)};
  std::vector<std::string> lines = base::wrapped(text, width);
  if (lines.size() <= height) return lines;
  lines.resize(height);
  lines.back() = base::shortened(lines.back() + "…", width);
  return lines;
}

/// A row of cells, over as many lines as the longest of those takes that are not cut.
std::string row_lines(const ShownTable& table, const ShownRow& row, const Band& band, bool is_head,
                      Style style) {
  std::vector<std::vector<std::string>> cells(band.columns.size());
  std::size_t height = 1;
  const auto is_cut = [&](std::size_t i) {
    const Column& column = table.columns[band.columns[i]];
    return !is_head && !row[band.columns[i]].is_figure && column.yields && !column.wraps;
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (is_cut(i)) continue;
    cells[i] = lines_of(row[band.columns[i]], band.widths[i]);
    height = std::max(height, cells[i].size());
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (is_cut(i)) cells[i] = cut(row[band.columns[i]].text, band.widths[i], height);
  }
  std::string result;
  for (std::size_t k = 0; k < height; ++k) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line += std::string(static_cast<std::size_t>(band.gap), ' ');
      line += aligned(k < cells[i].size() ? cells[i][k] : "", row[band.columns[i]].tone,
                      band.widths[i], table.columns[band.columns[i]].align, style);
    }
    while (line.ends_with(' ')) line.pop_back();
    result += line + "\n";
  }
  return result;
}

}  // namespace

std::string text_table(const document::Table& table, int width, Style style,
                       base::Language language) {
  const ShownTable all = shown(table, language);
  std::string result;
  for (const Band& band : table_layout(all.columns, all.rows, width)) {
    if (!result.empty()) result += "\n";
    std::string head = row_lines(all, all.rows[0], band, true, style);
    head.pop_back();
    result += style.bold(head) + "\n";
    for (std::size_t i = 1; i < all.rows.size(); ++i) {
      result += row_lines(all, all.rows[i], band, false, style);
    }
  }
  return result;
}

}  // namespace taizhang::render
