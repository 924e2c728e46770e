// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/clocks.h"
#include "memory_disk.h"
#include "model/task.h"

namespace taizhang::test {

/// One record, or dated part of a record, that a cut left out.
struct Gone {
  std::string date;  ///< the first day on which neither clock hides it
  std::string what;  ///< 报数, 督查反馈: what people call it
  std::string name;  ///< its id, else its date, after the id of what it lies in: piles/r5

  auto operator<=>(const Gone&) const = default;
};

/// What a cut left out: how many records, how many parts, and each of them by task: `2024/3`.
struct Cut {
  int records = 0;
  int parts = 0;
  std::map<std::string, std::vector<Gone>> of_task = {};
};

/// Take out of `task` whatever was not yet so, or not yet known, on the clocks (RULES.md §5): each
/// record dated after `clocks.as_of` or reported after `clocks.known_by`, changes that are neither
/// in force nor asked for, and the later parts of records that stay: a reply, feedback, an
/// objection, steps of a log, `done`, a grade. Gives what it took out and adds its number to `sum`.
std::vector<Gone> cut(model::Task& task, base::Clocks clocks, Cut& sum);

/// The ledger on `disk` with every task cut and written anew; `sum` adds up how much was left out,
/// and tells of this cut what.
MemoryDisk cut(const MemoryDisk& disk, base::Clocks clocks, Cut& sum);

}  // namespace taizhang::test
