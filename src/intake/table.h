// SPDX-License-Identifier: MIT
//
// An office's wide table as tasks. Every cell that is not empty ends in a task, in the plan or in
// the list of what was not understood.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date_span.h"
#include "intake/table_layout.h"
#include "model/plan.h"
#include "model/task.h"
#include "sheets/sheet.h"

namespace taizhang::intake {

/// Tasks out of a table or a notice, to be looked at by a person.
struct NewTasks {
  std::string title;
  std::vector<std::string> sections;  ///< in order; the number of one is its place from 1
  std::vector<model::Task> tasks;
  std::vector<std::string> units;  ///< named by the tasks, each once
  std::vector<NotUnderstood> not_understood;
};

/// What a table is read with.
struct TableOptions {
  base::DateSpan period;  ///< of the plan
  base::Date date;        ///< of the progress that it tells
  int first_item = 1;     ///< where its rows have no number of their own
  /// What the columns with other heads hold, by their heads.
  std::map<std::string, std::string> columns = {};
};

/// Read the sheet. Throws `Fatal` (usage) where no row has the heads of such a table, or for a
/// column that `options` names and that is not there.
NewTasks read_table(const sheets::Sheet& sheet, const TableOptions& options);

}  // namespace taizhang::intake
