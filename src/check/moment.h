// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "measure/clocks.h"
#include "measure/figures.h"
#include "model/ledger.h"

namespace taizhang::check {

/// The ledger as it stands on a day, for the rules whose findings come and go with the calendar.
struct Moment {
  const model::Ledger& ledger;
  measure::Clocks clocks;
  std::vector<measure::PlanFigures> plans;  ///< in the order of `ledger.plans`
};

}  // namespace taizhang::check
