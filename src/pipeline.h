// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "measure/figures.h"
#include "model/ledger.h"

namespace taizhang::pipeline {

/// The folder that holds the ledger: `DIR/tasks` where there is one, else `DIR` itself.
std::string ledger_root(const base::Disk& disk, const std::string& dir);

/// Read the ledger below `dir`. Afterwards every file has been read or has a fault that says why
/// not, and there is at least one plan. Throws `Fatal` (usage) where there is none.
model::Ledger read(const base::Disk& disk, const std::string& dir);

/// Measure one plan, or all for an empty `plan`, on a day. Afterwards every figure that can be
/// known on that day is in the result, and none that cannot. Throws `Fatal` (usage) for an unknown
/// plan, and where no plan at all could be read.
std::vector<measure::PlanFigures> measure(const model::Ledger& ledger, measure::Clocks clocks,
                                          const std::string& plan);

}  // namespace taizhang::pipeline
