// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/date.h"
#include "base/decimal.h"
#include "model/task.h"

namespace taizhang::measure {

// What the file first gave, moved by the approved changes that have taken effect by `day`
// (domain.md §4, change). A change without approval moves nothing.

/// The target of `indicator`: changes of `indicators.<id>.target`.
std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day);

/// The due date of the task: changes of `due`.
std::optional<base::Date> due_in_force(const model::Task& task, base::Date day);

/// The due date of `indicator`: changes of `indicators.<id>.due`; nothing where it has none of
/// its own.
std::optional<base::Date> due_in_force(const model::Task& task, const model::Indicator& indicator,
                                       base::Date day);

}  // namespace taizhang::measure
