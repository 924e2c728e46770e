// SPDX-License-Identifier: MIT
//
// Tasks that become files of a ledger, and what they were read with.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date_span.h"
#include "base/phrase.h"
#include "intake/table_heads.h"
#include "model/plan.h"
#include "model/task.h"

namespace taizhang::intake {

/// What is in no file.
struct NotUnderstood {
  std::string cell;  ///< `F7`; of a notice its line
  std::string head;  ///< of its column
  std::string text;
  base::Bilingual why;
};

/// A cell of a task as the table has it.
struct ReadCell {
  std::string cell;  ///< `F7`
  std::string head;  ///< of its column
  std::optional<TableColumn> holds;
  std::string text;
};

/// Where a task comes from, and what was assumed of it.
struct TaskOrigin {
  std::vector<ReadCell> cells = {};  ///< none of a notice
  long long due_assumed = 0;
  long long progress_assumed = 0;
};

/// Tasks out of a table or a notice, to be looked at by a person.
struct NewTasks {
  std::string title;
  std::vector<std::string> sections;  ///< in order; the number of one is its place from 1
  std::vector<model::Task> tasks;
  std::vector<TaskOrigin> origins;  ///< of the tasks, in their order
  std::vector<std::string> units;   ///< named by the tasks, each once
  std::vector<NotUnderstood> not_understood;
  std::vector<std::string> unknown_columns;  ///< whose words went into notes
  long long due_assumed = 0;       ///< tasks whose due date is the plan's end because none is said
  long long progress_assumed = 0;  ///< progress whose day is that of the file because none is said
};

/// What a table or a notice is read with.
struct TableOptions {
  base::DateSpan period;  ///< of the plan
  base::Date date;        ///< of the progress that it tells, where its words say no day
  /// What the columns with other heads hold, by their heads.
  std::map<std::string, std::string> columns = {};
  /// Of tasks that stand in no section.
  std::string section = "重点任务";
};

/// Give every task a number that no other has and that is not in `taken`: its own where that is
/// free, 4 of （四）, else the next behind those before it, for a second one of a number the next
/// behind all; its own is printed in its place where
/// it is another.
void number_tasks(std::vector<model::Task>& tasks, std::set<int> taken);

}  // namespace taizhang::intake
