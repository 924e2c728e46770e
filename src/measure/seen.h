// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/clocks.h"
#include "model/ledger.h"

namespace taizhang::measure {

// What of a file can be told on a day (RULES.md §5). A record with one date is there once both
// clocks have reached it; a reading where its data date is not after `as_of` and it was reported by
// `known_by`; a change where it takes effect, or was asked for, by `as_of` and was known. Of
// records that are there the later parts are not: a reply, feedback, an objection, steps of a log,
// `done`, a grade.

/// Something that is later than the clocks.
struct Later {
  base::Bilingual what;  ///< 报数, 回复
  std::string name;      ///< an id, else the date: piles/r5
  base::Date date;
};

/// The plan with what can be told of its tasks; nothing where that is all of it.
std::optional<model::PlanFolder> seen(const model::PlanFolder& plan, Clocks clocks);

/// What of a task cannot be told yet, in the order of its file.
std::vector<Later> later(const model::Task& task, Clocks clocks);

}  // namespace taizhang::measure
