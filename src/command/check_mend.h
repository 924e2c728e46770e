// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/disk.h"
#include "pipeline.h"
#include "source/edit.h"

namespace taizhang::command {

/// A file as it was and what is to change in it.
struct MendedFile {
  std::string before;
  std::vector<source::Edit> edits;
};

/// A fix that its trial declined.
struct Declined {
  std::string place;  ///< `path:line: CODE`
  base::Bilingual why;
  std::string where =
      {};  ///< `path:line: CODE` of what stands against it; empty where nothing does
  base::Phrase message = {};  ///< what that says
};

/// Everything mended that has one right answer; nothing is written yet.
struct Mending {
  std::map<std::string, MendedFile> files;   ///< those that change, by path
  int findings = 0;                          ///< how many are mended
  std::map<std::string, Declined> declined;  ///< those that are not, by fingerprint

  std::string after(const std::string& path) const;
};

/// Picks the findings of a ledger that are to be mended.
using Wanted = std::function<std::vector<source::Finding>(const pipeline::Trial& now)>;

/// Mend the ledger in `folder` of `disk` in memory: again and again, for one mistake hides another.
/// A fix is made only where a trial of it proves it (check/fix.h): all that go together at once,
/// and where that fails by halves, down to each by itself.
Mending mend(const base::Disk& disk, const pipeline::Folder& folder, const Wanted& wanted);

/// Take those fixes out of `findings`, which are of `ledger` in `folder`, that a trial declines:
/// what is called mendable is mended where somebody asks for it. A look must not take long: where
/// there are more fixes or files than are tried in a moment, all are left.
void leave_declined(const base::Disk& disk, const pipeline::Folder& folder,
                    const model::Ledger& ledger, std::vector<source::Finding>& findings);

/// Write the files of `mending`, all of them or none (edit/write.h). Throws `Fatal` (internal).
void write(const Mending& mending, const base::Disk& disk);

}  // namespace taizhang::command
