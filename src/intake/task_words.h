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

/// A row of a task that has several, each with something to do: what it says of its own.
struct TaskRow {
  std::size_t first = 0, end = 0;  ///< its indicators, from the first to behind the last
  std::string words = {};          ///< what is to be done
  std::vector<std::string> leads = {};
  std::optional<model::DueDay> due = {};
};

/// Takes the words of one task; units that it names come into `result`.
class TaskWords {
 public:
  TaskWords(model::Task& task, const base::DateSpan& period, NewTasks& result)
      : task_(task), period_(period), result_(result) {}

  /// Begin the next row, which keeps what is merged down to it.
  void begin_row(bool keeps_lead, bool keeps_due);
  const std::vector<TaskRow>& rows() const { return rows_; }
  /// What a row is about: the names of its indicators, else its first words.
  std::string subject_of(const TaskRow& row) const;

  /// Whether it is units, a due date, a contact or a leader.
  static bool takes(TableColumn column);

  /// Take what such a column says, and what else `text` names:
  /// 牵头单位：县发改局；完成时限：10月底. What is named and of another kind becomes a note.
  void take(TableColumn column, const std::string& text);
  /// The same of brackets in which each part has a name; units lose their blanks, which are those
  /// of a broken page.
  void take_named(const std::string& text);
  /// Take what words such as 县供电公司牵头，县发改局配合 say; false where they say nothing like
  /// that.
  bool take_spoken(const std::string& text);
  /// The same of a cell that is a day.
  void take_day(const std::string& iso);

  /// Propose indicators for the numbers of `text`; the others come into the note with the reason.
  void propose(const std::string& text);

  /// Take a stage, which is to be reached by that day.
  void take_stage(const std::string& text, base::Date due);

  /// Give the task, when all has been taken, its stages, and the plan's end for its due date where
  /// it has none; and the indicators of a row its due date and its lead, where the row has others
  /// than the task.
  void complete();

 private:
  /// Make what a row of 其中：中医院 proposes, and the rows behind it until they add up, parts of
  /// the indicator above it in the same unit.
  void link_to_total(std::vector<model::Indicator>& proposed, const std::string& text);
  void take_part(const NamedPart& part);
  void take_one(TableColumn column, const std::string& text);
  void take_units(TableColumn column, const std::string& text);
  void take_due(const std::string& words, const std::optional<model::DueDay>& due);
  /// Take the stages of a text in which each has its day, and give the last of these.
  std::optional<model::DueDay> take_stages_of_due(const std::string& text);
  void complete_due();
  void complete_rows();
  /// Whether an indicator has the same target in the same unit.
  bool is_there(const model::Indicator& wanted) const;
  void add_unit(TableColumn role, const std::string& name);

  model::Task& task_;
  const base::DateSpan& period_;
  NewTasks& result_;
  struct StageOfRow {
    Stage stage;
    std::size_t row;
  };
  std::vector<StageOfRow> stages_;
  std::vector<TaskRow> rows_{1};
  std::string total_;  ///< the id of an indicator whose parts the rows go on with
};

}  // namespace taizhang::intake
