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
  bool follows = false;  ///< the month before it has a light too: they are in a row
};

/// The lights at the month ends of the plan's period, oldest first: those up to `as_of` whose
/// reports were due by `known_by` and that did not end before the plan was issued, but for those in
/// which the task was suspended. What came in later does not change them. None where only public
/// results are recorded.
std::vector<MonthLight> month_lights(const Frame& frame, const model::TaskFile& file, Clocks clocks,
                                     Trace* trace = nullptr);

/// What the order ladder looks at.
struct Trouble {
  std::vector<MonthLight> months;
  int missing_run = 0;  ///< reports missing in a row
};

/// The step of the order ladder that it suggests (RULES.md §7): yellow once or two reports missing
/// in a row, a reminder; yellow twice in a row, red once or three missing, an order; red twice,
/// listed supervision; red three times, a talk. The months say nothing where the newest of them is
/// neither yellow nor red. It is for people to decide.
std::optional<model::OrderLevel> suggested_order(const Trouble& trouble, Trace* trace = nullptr);

}  // namespace taizhang::measure
