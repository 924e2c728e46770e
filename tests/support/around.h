// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "memory_disk.h"

namespace taizhang::test {

/// The disk with its plans, its registries and the file at `path` alone, so that a look at it is
/// quick; all of it where the file is one of those.
inline MemoryDisk around(const std::string& path, const MemoryDisk& disk) {
  const auto is_shared = [](const std::string& file) {
    return file.ends_with("plan.yaml") || file.ends_with("units.yaml");
  };
  MemoryDisk small = disk;
  if (is_shared(path)) return small;
  std::erase_if(small.files,
                [&](const auto& file) { return file.first != path && !is_shared(file.first); });
  return small;
}

}  // namespace taizhang::test
