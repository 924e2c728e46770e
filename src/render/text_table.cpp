// SPDX-License-Identifier: MIT
#include "render/text_table.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace taizhang::render {

using document::Align;
using document::Tone;

namespace {

constexpr int column_gap = 2;
constexpr int narrowest_column = 8;

struct ShownCell {
  std::string text;
  Tone tone = Tone::plain;
};
using ShownRow = std::vector<ShownCell>;

/// The rows as they are to be read, the first of them with the titles.
std::vector<ShownRow> shown_rows(const document::Table& table, base::Language language) {
  std::vector<ShownRow> rows(1);
  for (const document::Column& column : table.columns) {
    rows[0].push_back({base::printable(column.title)});
  }
  for (const document::Row& row : table.rows) {
    ShownRow& shown = rows.emplace_back();
    for (const document::Value& cell : row.cells) {
      shown.push_back({base::printable(document::text(cell, language)), cell.tone()});
    }
  }
  return rows;
}

/// The width of each column, with those that yield cut down until a row fits.
std::vector<int> column_widths(const std::vector<document::Column>& columns,
                               const std::vector<ShownRow>& rows, int width) {
  std::vector<int> result(columns.size(), 0);
  for (const ShownRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      result[i] = std::max(result[i], base::display_width(row[i].text));
    }
  }
  if (width <= 0 || columns.empty()) return result;
  int too_much = std::accumulate(result.begin(), result.end(), 0) +
                 column_gap * static_cast<int>(result.size() - 1) - width;
  // The widest of those that yield gives a column at a time, so that they end up alike.
  for (; too_much > 0; --too_much) {
    std::size_t widest = result.size();
    for (std::size_t i = 0; i < result.size(); ++i) {
      if (!columns[i].yields || result[i] <= narrowest_column) continue;
      if (widest == result.size() || result[i] > result[widest]) widest = i;
    }
    if (widest == result.size()) break;
    --result[widest];
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

/// A row of cells, over as many lines as its longest cell takes.
std::string row_lines(const std::vector<document::Column>& columns, const ShownRow& row,
                      const std::vector<int>& widths, Style style) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (columns[i].wraps) {
      cells.push_back(base::wrapped(row[i].text, widths[i]));
    } else {
      cells.push_back({base::shortened(row[i].text, widths[i])});
    }
    height = std::max(height, cells.back().size());
  }
  std::string result;
  for (std::size_t k = 0; k < height; ++k) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += std::string(column_gap, ' ');
      line += aligned(k < cells[i].size() ? cells[i][k] : "", row[i].tone, widths[i],
                      columns[i].align, style);
    }
    while (line.ends_with(' ')) line.pop_back();
    result += line + "\n";
  }
  return result;
}

}  // namespace

std::string text_table(const document::Table& table, int width, Style style,
                       base::Language language) {
  const std::vector<ShownRow> rows = shown_rows(table, language);
  const std::vector<int> widths = column_widths(table.columns, rows, width);
  std::string head = row_lines(table.columns, rows[0], widths, style);
  head.pop_back();
  std::string result = style.bold(head) + "\n";
  for (std::size_t i = 1; i < rows.size(); ++i) {
    result += row_lines(table.columns, rows[i], widths, style);
  }
  return result;
}

}  // namespace taizhang::render
