// SPDX-License-Identifier: MIT
//
// What the columns of an office's table hold, by their heads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intake/table_heads.h"
#include "sheets/sheet.h"

namespace taizhang::intake {

/// A column by its head.
struct TableHeading {
  std::string head;   ///< of two rows both: 进展情况/1月
  std::string lower;  ///< of two rows the second: 1月
  std::optional<TableColumn> holds = {};
};

/// Where the heads stand and what they say.
struct TableColumns {
  std::size_t head;  ///< their first row
  std::size_t body;  ///< the row below them
  std::vector<TableHeading> columns;
};

/// The row that has most of the heads that are known, two at least; `own` has what the columns with
/// other heads hold, by their heads.
std::optional<std::size_t> row_of_heads(const sheets::Sheet& sheet,
                                        const std::map<std::string, std::string>& own);

/// Throws `Fatal` (usage) where no row has the heads of such a table, or for a column of `own` that
/// is not there.
TableColumns columns_of_table(const sheets::Sheet& sheet,
                              const std::map<std::string, std::string>& own);

}  // namespace taizhang::intake
