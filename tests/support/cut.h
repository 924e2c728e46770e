// SPDX-License-Identifier: MIT
#pragma once

#include "base/clocks.h"
#include "memory_disk.h"
#include "model/task.h"

namespace taizhang::test {

/// How many records, and dated parts of records, a cut left out.
struct Cut {
  int records = 0;
  int parts = 0;
};

/// Take out of `task` whatever was not yet so, or not yet known, on the clocks (RULES.md §5): each
/// record dated after `clocks.as_of` or reported after `clocks.known_by`, changes that are neither
/// in force nor asked for, and the later parts of records that stay: a reply, feedback, an
/// objection, steps of a log, `done`, a grade.
Cut cut(model::Task& task, base::Clocks clocks);

/// The ledger on `disk` with every task cut and written anew; `sum` adds up what was left out.
MemoryDisk cut(const MemoryDisk& disk, base::Clocks clocks, Cut& sum);

}  // namespace taizhang::test
