// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "render/table.h"

namespace taizhang::render {

using query::Align;
using query::Table;

namespace {

constexpr int gap = 2;
constexpr int narrowest_column = 8;

/// The width of each column, with those that yield cut down until a row fits.
std::vector<int> widths(const Table& table, int width) {
  std::vector<int> result;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    int widest = base::display_width(table.columns[i].title);
    for (const auto& row : table.rows) {
      widest = std::max(widest, base::display_width(base::printable(row[i].text)));
    }
    result.push_back(widest);
  }
  if (width <= 0) return result;
  int too_much = std::accumulate(result.begin(), result.end(), 0) +
                 gap * static_cast<int>(result.size() - 1) - width;
  // The widest of those that yield gives a column at a time, so that they end up alike.
  for (; too_much > 0; --too_much) {
    std::size_t widest = result.size();
    for (std::size_t i = 0; i < result.size(); ++i) {
      if (!table.columns[i].yields || result[i] <= narrowest_column) continue;
      if (widest == result.size() || result[i] > result[widest]) widest = i;
    }
    if (widest == result.size()) break;
    --result[widest];
  }
  return result;
}

/// `text` in its colour, with blanks on the side that faces away from `align`.
std::string padded(const std::string& text, query::Tone tone, int width, Align align, Style style) {
  const auto count = static_cast<std::size_t>(std::max(width - base::display_width(text), 0));
  const std::string blanks(count, ' ');
  const std::string toned = text.empty() ? text : style.toned(tone, text);
  return align == Align::right ? blanks + toned : toned + blanks;
}

/// The lines of one cell: one, unless its column wraps.
std::vector<std::string> lines_of(const std::string& text, const query::Column& column, int width) {
  const std::string shown = base::printable(text);
  if (column.wraps) return base::wrapped(shown, width);
  return {base::shortened(shown, width)};
}

/// A row of cells, over as many lines as its longest cell takes.
std::string row_text(const Table& table, const std::vector<query::Cell>& row,
                     const std::vector<int>& widths, Style style) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(lines_of(row[i].text, table.columns[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  std::string result;
  for (std::size_t k = 0; k < height; ++k) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += std::string(gap, ' ');
      line += padded(k < cells[i].size() ? cells[i][k] : "", row[i].tone, widths[i],
                     table.columns[i].align, style);
    }
    while (line.ends_with(' ')) line.pop_back();
    result += line + "\n";
  }
  return result;
}

}  // namespace

std::string table_text(const Table& table, int width, Style style) {
  const std::vector<int> columns = widths(table, width);
  std::vector<query::Cell> titles;
  for (const query::Column& column : table.columns) titles.push_back(column.title);
  std::string head = row_text(table, titles, columns, style);
  head.pop_back();
  std::string result = style.bold(head) + "\n";
  for (const auto& row : table.rows) result += row_text(table, row, columns, style);
  if (!table.notes.empty()) result += "\n";
  for (const std::string& note : table.notes) {
    for (const std::string& line : base::wrapped(base::printable(note), width > 0 ? width : 100)) {
      result += style.dim(line) + "\n";
    }
  }
  return result;
}

}  // namespace taizhang::render
