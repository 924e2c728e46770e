// SPDX-License-Identifier: MIT
#pragma once

#include "sheets/package.h"
#include "sheets/sheet.h"

namespace taizhang::sheets {

/// One function a format; each throws `Fatal` (usage) for what is damaged or too large.
Workbook read_xlsx(const Package& package);
Workbook read_ods(const Package& package);
Workbook read_csv(const std::string& bytes, const std::string& name);

/// The most cells that are read of one file, and rows and columns of one sheet.
inline constexpr std::size_t most_cells = 1'000'000;
inline constexpr std::size_t most_rows = 100'000;
inline constexpr std::size_t most_columns = 1'000;

/// Puts cells into sheets while there is room; throws `Fatal` (usage) where there is none left.
class CellCount {
 public:
  explicit CellCount(const std::string& name) : name_(name) {}
  void put(Sheet& sheet, std::size_t row, std::size_t column, Cell cell);

 private:
  const std::string& name_;
  std::size_t count_ = 0;
};

}  // namespace taizhang::sheets
