// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/date.h"
#include "base/decimal.h"
#include "model/task.h"

namespace taizhang::measure {

/// The target of `indicator` in force on `day`: the first one, moved by the approved changes of
/// `indicators.<id>.target` that have taken effect (domain.md §4, change). A change without
/// approval moves nothing.
std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day);

}  // namespace taizhang::measure
