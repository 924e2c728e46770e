// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "model/ledger.h"
#include "source/reader.h"
#include "source/source_file.h"

namespace taizhang::load {

/// The largest file that is read, in bytes. A task file has a few thousand.
inline constexpr std::size_t largest_file = 4 * 1024 * 1024;

/// The most faults of reading that are told of one file.
inline constexpr std::size_t most_faults = 10'000;

/// Read everything below `root`. Never throws for what the files hold: each fault comes back in
/// the ledger with its place, in the order of the files and of the places in them, whatever the
/// threads did. With `item`, of the tasks only the files whose names begin with that number.
model::Ledger load(const base::Disk& disk, const std::string& root,
                   std::optional<int> item = std::nullopt,
                   source::Reader reader = source::Reader::plain,
                   source::Texts texts = source::Texts::all);

}  // namespace taizhang::load
