// SPDX-License-Identifier: MIT
#pragma once

#include "example/ledger.h"
#include "memory_disk.h"
#include "model/ledger.h"

namespace taizhang::test {

/// A disk with the example ledger of `options` as `tasks/`.
MemoryDisk disk_with_example(const example::Options& options);

/// The same, read back.
model::Ledger example_ledger(const example::Options& options);

/// The usual ledger of a seed.
example::Options with_seed(std::uint64_t seed);

/// `options` with the period from `from` to `to`.
example::Options with_period(const char* from, const char* to);

}  // namespace taizhang::test
