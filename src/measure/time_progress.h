// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/date.h"
#include "base/ratio.h"
#include "measure/trace.h"

namespace taizhang::measure {

/// Time progress 时间进度 (RULES.md §6.2): the days from `start` to `day`, both counted, over the
/// days from `start` to `end`; between 0 and 1. By months each day counts as its part of its month,
/// so that June 30 of a year is 6/12. Nothing when `end` is before `start`.
std::optional<base::Ratio> time_progress(base::Date start, base::Date end, base::Date day,
                                         model::TimeRule rule, Trace* trace = nullptr);

}  // namespace taizhang::measure
