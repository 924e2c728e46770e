// SPDX-License-Identifier: MIT
//
// What the words of a table or of a notice say about one task.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/named_parts.h"
#include "intake/new_tasks.h"
#include "intake/stages.h"

namespace taizhang::intake {

/// Put `text` behind what is there, on a line of its own.
void add_line(model::Given<std::string>& given, const std::string& text);

/// Put `line` behind `text`: without a blank, for lines break within words; but between two words
/// of Latin letters or digits there is one.
void join_line(std::string& text, std::string_view line);

/// `text` without line ends, which a cell has to fit its column.
std::string on_one_line(const std::string& text);

/// Put a line into the note, unless it is there.
void add_note(model::Task& task, const std::string& line);

/// What stands in `text` between ；, line ends and `also`.
std::vector<std::string> stages_of(const std::string& text, std::string_view also = {});

/// Takes the words of one task; units that it names come into `result`.
class TaskWords {
 public:
  TaskWords(model::Task& task, const base::DateSpan& period, NewTasks& result)
      : task_(task), period_(period), result_(result) {}

  /// Whether it is units, a due date, a contact or a leader.
  static bool takes(TableColumn column);

  /// Take what such a column says, and what else `text` names:
  /// 牵头单位：县发改局；完成时限：10月底. What is named and of another kind becomes a note.
  void take(TableColumn column, const std::string& text);
  /// The same of brackets in which each part has a name; units lose their blanks, which are those
  /// of a broken page.
  void take_named(const std::string& text);
  /// The same of a cell that is a day.
  void take_day(const std::string& iso);

  /// Propose indicators for the numbers of `text`; the others come into the note with the reason.
  void propose(const std::string& text);

  /// Take a stage, which is to be reached by that day.
  void take_stage(const std::string& text, base::Date due);

  /// Give the task, when all has been taken, its stages, and the plan's end for its due date where
  /// it has none.
  void complete();

 private:
  void take_part(const NamedPart& part);
  void take_one(TableColumn column, const std::string& text);
  void take_units(TableColumn column, const std::string& text);
  void take_due(const std::string& words, const std::optional<model::DueDay>& due);
  /// Take the stages of a text in which each has its day, and give the last of these.
  std::optional<model::DueDay> take_stages_of_due(const std::string& text);
  void complete_due();
  /// Whether an indicator has the same target in the same unit.
  bool is_there(const model::Indicator& wanted) const;
  void add_unit(TableColumn role, const std::string& name);

  model::Task& task_;
  const base::DateSpan& period_;
  NewTasks& result_;
  std::vector<Stage> stages_;
};

}  // namespace taizhang::intake
