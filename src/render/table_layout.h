// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "render/style.h"

namespace taizhang::render {

/// A cell as it is to be read.
struct ShownCell {
  std::string text;
  document::Tone tone = document::Tone::plain;
  /// Where the blank stands at which another column has joined it; 0 where none has.
  std::size_t joint = 0;
  /// Whether it is a number or a day: what is left of one that is cut reads as another.
  bool is_figure = false;
};
using ShownRow = std::vector<ShownCell>;

/// The columns of a table that stand beside each other: which, how wide, and how far apart.
struct Band {
  std::vector<std::size_t> columns;
  std::vector<int> widths;
  int gap = 2;
};

/// How a table stands within `width` columns; at 0 nothing gives way. `rows` are its cells, the
/// first with the heads. What is too wide gives way in this order: columns that yield, heads that
/// can go on in a second line, the gap between columns, words that can do so. Where that is not
/// enough the table is told in bands below each other, each beginning with the columns that name
/// the row.
std::vector<Band> table_layout(const std::vector<document::Column>& columns,
                               const std::vector<ShownRow>& rows, int width);

}  // namespace taizhang::render
