// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "source/fault.h"

namespace taizhang::source {

/// How deep folders may nest below the root.
inline constexpr int deepest_folder = 40;

enum class FileRole { registry, plan, task, stray, linked_folder, unreadable_folder, too_deep };

/// One file of the ledger, or one thing on the way that could not be entered.
struct Discovered {
  std::string path;
  FileRole role;
  std::optional<std::size_t> plan;      ///< of a task: which plan, as an index into the result
  std::optional<std::size_t> registry;  ///< of a plan: the nearest units.yaml at or above it
  base::DiskFault fault;                ///< of an unreadable folder: why
  std::string reason;                   ///< … in the system's words
};

/// The name that `name` has once it ends as a YAML file does and begins without a dot, where it is
/// a slip or a task's name behind a dot; else `name` itself.
std::string yaml_name(std::string_view name);

/// Find every plan, registry and task below `root`, at any depth, in the order of their paths.
///
/// A folder with a `plan.yaml` is a plan; the other `*.yaml` and `*.yml` files right in it are its
/// tasks. A `units.yaml` serves its folder and all below it, up to the next one. YAML files in no
/// plan are `stray`. Names that begin with a dot are passed over; links to folders are not
/// followed, so that a loop of links cannot trap the walk. A folder with the name of a YAML file
/// counts as one, which cannot be read, and names that are meant to be one are stray.
std::vector<Discovered> discover(const base::Disk& disk, const std::string& root);

}  // namespace taizhang::source
