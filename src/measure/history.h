// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/clocks.h"
#include "measure/frame.h"
#include "measure/trace.h"

namespace taizhang::measure {

/// The light of a task at a month's end, as it was known when that month's reports were due.
struct MonthLight {
  base::Date end;
  model::Light light;
};

/// The lights at the month ends of the plan's period, oldest first: those up to `as_of` whose
/// reports were due by `known_by` and after the plan was issued. What came in later does not
/// change them.
std::vector<MonthLight> month_lights(const Frame& frame, const model::TaskFile& file, Clocks clocks,
                                     Trace* trace = nullptr);

/// The step of the order ladder that the months suggest (domain.md §7): yellow once, a reminder;
/// yellow twice in a row or red once, an order; red twice, listed supervision; red three times, a
/// talk. Nothing where the newest month is neither yellow nor red. It is for people to decide.
std::optional<model::OrderLevel> suggested_order(const std::vector<MonthLight>& months,
                                                 Trace* trace = nullptr);

}  // namespace taizhang::measure
