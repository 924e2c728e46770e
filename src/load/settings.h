// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/disk.h"
#include "model/ledger.h"

namespace taizhang::load {

/// The value of an environment variable, or nothing where it is unset.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// What a file of settings is called.
inline constexpr const char* settings_file = "taizhang.yaml";

/// Put the saved queries of the file `file` of `ledger` behind those that it has, in their order;
/// `plan` is whether the file is that of a plan.
void add_queries(const model::ByName<model::Query>& queries, std::uint32_t file, bool plan,
                 model::Ledger& ledger);

/// Read the user's settings for the ledger at `root`: every `taizhang.yaml` above it, the nearest
/// first, then `taizhang/taizhang.yaml` in `$XDG_CONFIG_HOME`, which is `~/.config` by default. The
/// result has their sources, queries and faults and nothing else; it never throws.
model::Ledger settings(const base::Disk& disk, const std::string& root,
                       const Environment& environment);

}  // namespace taizhang::load
