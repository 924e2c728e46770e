// SPDX-License-Identifier: MIT
#pragma once

#include "memory_disk.h"

namespace taizhang::test {

/// A disk with one of the ledgers under `tests/cases/ledgers/` (a path from there), or with the
/// project's own for `qingzhou`, as `tasks/`.
MemoryDisk disk_with_ledger(const std::string& name);

}  // namespace taizhang::test
