// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace taizhang::query {

enum class Align { left, right };

struct Column {
  std::string title;
  Align align = Align::left;
  /// Gives way where a terminal is too narrow.
  bool yields = false;
  /// Long cells go on in the next line instead of being cut.
  bool wraps = false;
};

/// Rows of plain text; how they look is decided in `render/`.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

}  // namespace taizhang::query
