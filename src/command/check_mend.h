// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "base/overlay_disk.h"
#include "command/check_look.h"

namespace taizhang::command {

/// The ledger with everything mended that has one right answer; nothing is written yet.
struct Mending {
  Look look;                                  ///< what is left
  std::map<std::string, std::string> before;  ///< the changed files as they were, by path
  std::map<std::string, std::string> after;   ///< … and as they are to be
  int findings = 0;                           ///< how many are mended
};

/// Mend the ledger that `disk` has, in memory: again and again, for one mistake hides another. Only
/// files within the scope are touched.
Mending mend(const Looker& looker, const base::OverlayDisk& disk);

/// Write the files of `mending`, each in one step. A file that has changed since it was read is
/// left as it is. Throws `Fatal` (internal) for what could not be written, once all else has been.
void write(const Mending& mending, const base::Disk& disk);

}  // namespace taizhang::command
