// SPDX-License-Identifier: MIT
//
// Where what stands in an office's table: its title, its heads, and which cells make one task.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intake/new_tasks.h"
#include "intake/table_columns.h"
#include "sheets/sheet.h"

namespace taizhang::intake {

/// A cell that is not empty.
struct TableCell {
  std::size_t row;
  std::size_t column;
  std::string text;
  const sheets::Cell* cell;
  std::size_t last_row;    ///< to which it is merged down
  bool is_shared = false;  ///< of a task above, merged down to this one
};

/// The cells of one task, of one row or of several.
struct TableTask {
  std::string section = {};  ///< that begins with it, where a row of its own says so
  std::vector<TableCell> cells = {};
};

/// Each cell of a sheet that is not empty is in its title, its heads, the row of a section, a task
/// or among those that were not understood.
struct TableLayout {
  std::string title;
  std::vector<std::string> above;  ///< all that stands above the heads
  std::vector<TableHeading> columns;
  std::vector<std::string> sections;  ///< that have rows of their own, each once
  std::vector<TableTask> tasks;
  std::vector<NotUnderstood> not_understood;

  /// The first column that holds `wanted`.
  std::optional<std::size_t> column_of(TableColumn wanted) const;
};

/// A section's title without its numeral and how many tasks it has: of 一、城乡建设（4项） and
/// （一）城乡建设 城乡建设.
std::string section_title(const std::string& text);

/// Whether a section's title has nothing beside it but its numeral, which its place in the plan
/// says as well.
bool is_numbered_title(const std::string& text);

/// Why 一、城乡建设（4项） is in no file.
inline constexpr base::Bilingual section_without_numeral{
    "板块；名称不带序号和项数", "a section, which is named without its numeral and count"};

/// Find out how a sheet is laid out; `own` has what the columns with other heads hold, by their
/// heads. Throws `Fatal` (usage) where no row has the heads of such a table, or for a column of
/// `own` that is not there.
TableLayout layout_of(const sheets::Sheet& sheet, const std::map<std::string, std::string>& own);

}  // namespace taizhang::intake
