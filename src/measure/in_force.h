// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "measure/clocks.h"
#include "measure/trace.h"
#include "model/task.h"

namespace taizhang::measure {

// What the file first gave, moved by the changes that have taken effect by a day and were asked for
// by another (RULES.md §4, change; §5). A change that is only asked for moves nothing.

/// The day whose state is asked for, and the day by which it was known; a day alone knows all.
struct When {
  base::Date day;
  base::Date known_by = base::Date::max();

  When(base::Date at) : day(at) {}
  When(Clocks clocks) : day(clocks.as_of), known_by(clocks.known_by) {}
};

/// The day a change takes effect: as written, else, where it is approved, the day of the request.
std::optional<base::Date> takes_effect(const model::Change& change);

/// The approved changes of `field` that have taken effect by `day`, oldest first; of two of one
/// day the later in the file comes last.
std::vector<const model::Change*> changes_in_force(const model::Task& task, std::string_view field,
                                                   When when);

/// Whether a change, of whatever kind its value is, has taken effect.
bool is_in_force(const model::Change& change, When when);

/// Whether it has been asked for and is neither approved nor dated (待批).
bool is_pending(const model::Change& change, When when);

/// Whether it asks for less: a lower up target, a higher ceiling, down target or place, a later
/// date. To set a pending target is none.
bool is_loosening(const model::Change& change, const model::Task& task);

/// The due date of `milestone`: changes of `milestones.<id>.due`.
std::optional<base::Date> due_in_force(const model::Task& task, const model::Milestone& milestone,
                                       When when, Trace* trace = nullptr);

/// How a change names a field of an indicator: `indicators.piles.target`.
std::string field_of(const model::Indicator& indicator, std::string_view key);

/// The new value of a change as a decimal; nothing where it is none.
std::optional<base::Decimal> decimal_to(const model::Change& change);

/// The target that the file first gave; nothing where it is pending, or is no number.
std::optional<base::Decimal> written_target(const model::Indicator& indicator);

/// What an override sets by hand.
enum class Overridden { light, score };

/// The override of `what` that holds on `day`, from its first day to its last; of several the one
/// that began last, of one day the later in the file. Null where there is none.
const model::Override* override_in_force(const model::Task& task, Overridden what, When when);

/// The target of `indicator`: changes of `indicators.<id>.target`.
std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, When when,
                                             Trace* trace = nullptr);

/// The target of one unit, as `written`: changes of `indicators.<id>.targets.<unit>`.
std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator,
                                             const std::string& unit,
                                             std::optional<base::Decimal> written, When when);

/// By how much it is to be above what it is compared with: changes of `indicators.<id>.than.by`.
base::Decimal margin_in_force(const model::Task& task, const model::Indicator& indicator, When when,
                              Trace* trace = nullptr);

/// A trajectory, and the change that gave it; without one it is the written one.
struct Course {
  const model::Trajectory* given;
  const model::Change* by = nullptr;
};

/// The trajectory of `indicator`: changes of `indicators.<id>.trajectory`.
Course course_in_force(const model::Task& task, const model::Indicator& indicator, When when,
                       Trace* trace = nullptr);

/// The due date of the task; nothing where it has no end: changes of `due`.
std::optional<base::Date> due_in_force(const model::Task& task, When when, Trace* trace = nullptr);

/// The status of the task: changes of `status`; nothing where it cannot be read.
std::optional<model::Status> status_in_force(const model::Task& task, When when,
                                             Trace* trace = nullptr);

/// Who answers for the task, by post: changes of `leader`.
std::vector<std::string> leaders_in_force(const model::Task& task, When when,
                                          Trace* trace = nullptr);

/// The units of the task as they are written: changes of `lead` and of `support`, one unit or a
/// list of them.
std::vector<std::string> lead_in_force(const model::Task& task, When when, Trace* trace = nullptr);
std::vector<std::string> support_in_force(const model::Task& task, When when,
                                          Trace* trace = nullptr);

/// Who reports `indicator`, as it is written: changes of `indicators.<id>.reporter`; nothing where
/// it names none.
std::optional<std::string> reporter_in_force(const model::Task& task,
                                             const model::Indicator& indicator, When when,
                                             Trace* trace = nullptr);

/// The due date of `indicator`: changes of `indicators.<id>.due`; nothing where it has none of
/// its own.
std::optional<base::Date> due_in_force(const model::Task& task, const model::Indicator& indicator,
                                       When when, Trace* trace = nullptr);

}  // namespace taizhang::measure
