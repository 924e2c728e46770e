// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "measure/trace.h"
#include "model/task.h"

namespace taizhang::measure {

// What the file first gave, moved by the approved changes that have taken effect by `day`
// (domain.md §4, change). A change without approval moves nothing.

/// The approved changes of `field` that have taken effect by `day`, oldest first; of two of one
/// day the later in the file comes last.
std::vector<const model::Change*> changes_in_force(const model::Task& task, std::string_view field,
                                                   base::Date day);

/// Whether a change, of whatever kind its value is, is approved and has taken effect by `day`.
bool is_in_force(const model::Change& change, base::Date day);

/// The due date of `milestone`: changes of `milestones.<id>.due`.
std::optional<base::Date> due_in_force(const model::Task& task, const model::Milestone& milestone,
                                       base::Date day, Trace* trace = nullptr);

/// How a change names a field of an indicator: `indicators.piles.target`.
std::string field_of(const model::Indicator& indicator, std::string_view key);

/// The new value of a change as a decimal; nothing where it is none.
std::optional<base::Decimal> decimal_to(const model::Change& change);

/// Whether a change of the target of `indicator` asks for less than before.
bool is_lowering(const model::Change& change, const model::Indicator& indicator);

/// The target that the file first gave; nothing where it is pending, or is no number.
std::optional<base::Decimal> written_target(const model::Indicator& indicator);

/// The override that holds on `day`, from its first day to its last; of several the last in the
/// file. Null where there is none.
const model::Override* override_in_force(const model::Task& task, base::Date day);

/// The target of `indicator`: changes of `indicators.<id>.target`.
std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day,
                                             Trace* trace = nullptr);

/// The due date of the task: changes of `due`.
std::optional<base::Date> due_in_force(const model::Task& task, base::Date day,
                                       Trace* trace = nullptr);

/// The status of the task: changes of `status`; nothing where it cannot be read.
std::optional<model::Status> status_in_force(const model::Task& task, base::Date day,
                                             Trace* trace = nullptr);

/// Who answers for the task: changes of `leader`.
std::optional<std::string> leader_in_force(const model::Task& task, base::Date day,
                                           Trace* trace = nullptr);

/// The units of the task as they are written: changes of `lead` and of `support`, one unit or a
/// list of them.
std::vector<std::string> lead_in_force(const model::Task& task, base::Date day,
                                       Trace* trace = nullptr);
std::vector<std::string> support_in_force(const model::Task& task, base::Date day,
                                          Trace* trace = nullptr);

/// Who reports `indicator`, as it is written: changes of `indicators.<id>.reporter`; nothing where
/// it names none.
std::optional<std::string> reporter_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day,
                                             Trace* trace = nullptr);

/// The due date of `indicator`: changes of `indicators.<id>.due`; nothing where it has none of
/// its own.
std::optional<base::Date> due_in_force(const model::Task& task, const model::Indicator& indicator,
                                       base::Date day, Trace* trace = nullptr);

}  // namespace taizhang::measure
