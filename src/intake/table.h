// SPDX-License-Identifier: MIT
//
// An office's wide table as tasks. Every cell that is not empty ends in a task, in the plan or in
// the list of what was not understood.
#pragma once

#include "intake/new_tasks.h"
#include "sheets/sheet.h"

namespace taizhang::intake {

/// Read the sheet and put its tasks behind those of `result`. Throws `Fatal` (usage) where no row
/// has the heads of such a table, or for a column that `options` names and that is not there.
void read_table(const sheets::Sheet& sheet, const TableOptions& options, NewTasks& result);

}  // namespace taizhang::intake
