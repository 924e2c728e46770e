// SPDX-License-Identifier: MIT
#include "ledgers.h"

#include "run.h"

namespace taizhang::test {

MemoryDisk disk_with_ledger(const std::string& name) {
  MemoryDisk disk;
  if (name == "qingzhou")
    disk.mount(source_folder() + "/tasks", "tasks");
  else
    disk.mount(cases_folder() + "/ledgers/" + name, "tasks");
  return disk;
}

}  // namespace taizhang::test
