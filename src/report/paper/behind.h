// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "facts/trace.h"
#include "report/paper/paper.h"

namespace taizhang::report {

/// What is said of a task that is behind: by the measure that gave it its light. Each task is
/// measured once more for it.
class Behind {
 public:
  explicit Behind(const Asked& asked) : asked_(asked) {}

  const Asked& asked() const { return asked_; }
  /// Why a light was set by hand, by whom and until when.
  Value set_by_hand(const Row& task);
  /// The measure that gave a task its light; nothing where the task itself did.
  std::optional<Row> measure(const Row& task) { return found(task).measure; }
  /// What it promised, and how many other measures of the task are red or yellow.
  Value promise(const Row& task);
  /// What one measure promises.
  Value promise_of(const Row& measure) const;
  /// The red measures of a task, then the yellow ones.
  std::vector<Row> all_behind(const Row& task);
  /// Those that are a unit's of a task in which it has a target of its own: of the indicators that
  /// have one its share, of the others, where it leads the task, the whole.
  std::vector<Row> all_behind(const Row& task, const Row& duty) const;
  /// Whether its light is not that of a measure.
  bool is_decided_above(const Row& task) { return found(task).decided_above; }
  /// Whether an issue gave it its light; whether data that is too old, or is not there, did.
  bool is_for_issue(const Row& task);
  bool is_for_data(const Row& task);
  /// Whether one measure has its own light for that.
  bool is_for_data_of(const Row& measure);
  /// Tells of this measure of the task from now on, and of no others.
  void speak_of(const Row& task, const Row& measure);
  Value done(const Row& task);
  /// What was done of one measure; of what is to fall, or to stay below, where it stands.
  Value done_of(const Row& measure) const;
  /// The same within a sentence: 完成 126 个（57.01%），现为 8.34 公里（完成率 69.50%）.
  Value done_told(const Row& measure) const;
  Value gap(const Row& task);
  /// The rule that gave the light, where the row does not say it already, then the problems of the
  /// newest progress; else that the unit gave no reason.
  Value why(const Row& task);
  /// What an inspection found in place of what was sent, where the value stands on that: what was
  /// sent, and why it does not hold.
  Value inspected(const Row& task);
  /// The words of the unit alone, where there are any.
  Value why_in_brief(const Row& task);
  /// Whether neither progress nor rule says why.
  bool has_no_reason(const Row& task);
  Value forecast(const Row& task);
  /// What stands for the value of an indicator that has none: what its units make, else that
  /// nothing came.
  Value without_value(const Row& measure) const;
  /// What the newest progress says is done next.
  Value next(const Row& task) const;
  /// The rule that gave the light, with the name of the measure.
  Value rule(const Row& task);
  /// What of the schedule is due now.
  Value expected(const Row& task);

  /// The columns after those that name a task: light, promise, done, gap, why, forecast.
  std::vector<Shown> columns();
  /// The gap, with its day where that is long past: what is due today is another.
  Value gap_in_row(const Row& task);

  /// A row for each red or yellow measure of these tasks, the red ones first; of a task whose light
  /// is not that of a measure one for it before them. `columns` are told of the measure at hand,
  /// the light among them is its own. For `unit`, where it is given, tasks with a target of its own
  /// are told by what is the unit's.
  document::Table table_by_measure(std::string id, const std::vector<Row>& tasks,
                                   std::vector<Shown> columns, const std::string& unit = {});

  /// Why a measure is where it is: as of its task, were it the one that gave the light.
  Value why_of(const Row& measure);
  /// How much is done of what is due.
  Value ratio(const Row& task);

 private:
  struct Found {
    std::optional<Row> measure;
    std::vector<Row> others;
    std::vector<facts::Step> steps;   ///< those of the lights of the task and its measures
    std::optional<facts::Step> step;  ///< that which gave the light
    bool decided_above = false;       ///< by the task, whatever its measures
  };
  void find_step(Found& found);
  /// The words of the step that gave the light; of the unit that stands worst those of its own.
  Value rule_of(const Found& of, const Row& task) const;
  /// Those units of a sum that are behind their own part, where that is why it is.
  Value units_behind(const Row& task);
  /// The rule, then the words of the unit; where both say nothing beside the gap neither.
  Value rule_and_words(const Row& task);
  /// Whether neither the rule nor the newest progress says more than the gap.
  bool is_told_by_gap_alone(const Row& task);
  Value others(const Row& task);
  /// Whether what decides above its measures leaves none to tell of but milestones that are
  /// done: then all of them are told.
  bool is_of_milestones(const Row& task);
  const Found& found(const Row& task);

  const Asked& asked_;
  std::map<std::string, Found> found_;
};

/// Whether it is not met and can be met no more: a limit is broken, or its day has come and its
/// last data is in.
bool is_missed(const Row& measure);

/// Tasks of one light by the measure of that light which is furthest behind, by ratio, then by gap.
/// What no figure tells of, a milestone or an issue, comes between what is behind and what is not.
std::vector<Row> furthest_behind_first(std::vector<Row> tasks);

/// Those of some rows that are red, then those that are yellow.
std::vector<Row> red_then_yellow(const std::vector<Row>& rows);

/// Whether it has to be met again in every month of a window (RULES.md §6.8).
bool has_window(const Row& measure);

/// Whether its day has gone by: what is expected by then is expected no more.
bool is_past_due(const Row& measure);

/// The newest value of an indicator; where not every unit of a sum has one, how many have and what
/// these come to (部分 2/3：7 个).
Value value_or_part(const Asked& asked, const Row& indicator);

/// The changes of promises between the two days of an event that turned a light of a task, as far
/// as they turned it the way it went: a day put off, a target lowered makes it better. Absent where
/// none did.
Value promises_changed(const Asked& asked, const Row& event);
/// The rule that gave a light, and what was changed of the promise beside it.
Value with_promises_changed(const Asked& asked, Value rule, const Row& event);

/// What its newest value lacks of the promise, in the unit of measure; of units that each have
/// their own those that lack something. In words where no amount says it; absent where there is no
/// value.
Value short_of_promise(const Asked& asked, const Row& measure);
/// The same of what its forecast lacks at its due date.
Value short_at_end(const Asked& asked, const Row& measure);

/// A gap as how much there is too little, or too much, for words that say which: without its sign.
Value lacking(const Value& gap);

/// What the newest progress of a task says in `field`; absent where there is none.
Value newest_progress(const Row& task, std::string_view field);

/// The words of a unit for a sentence that goes on, or ends with a stop of its own.
Value without_stop(Value words);

}  // namespace taizhang::report
