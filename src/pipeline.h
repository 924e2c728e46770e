// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/fatal.h"
#include "base/io.h"
#include "facts/world.h"
#include "model/ledger.h"
#include "source/finding.h"
#include "source/reader.h"

namespace taizhang::pipeline {

/// Where a ledger is, who reads its files, and what is kept of them.
struct Folder {
  Folder(std::string folder, source::Reader files_by = source::Reader::plain)
      : dir(std::move(folder)), reader(files_by) {}
  Folder(const char* folder) : dir(folder) {}

  std::string dir;
  source::Reader reader = source::Reader::plain;
  source::Texts texts = source::Texts::all;
};

/// The folder that holds the ledger: `DIR/tasks` where there is one, else `DIR` itself.
std::string ledger_root(const base::Disk& disk, const std::string& dir);

/// Read the ledger in `folder`. Afterwards every file has been read or has a fault that says why
/// not, and there is at least one plan. Throws `Fatal` (usage) where there is none.
model::Ledger read(const base::Disk& disk, const Folder& folder);

/// Read the plans and registries in `folder`, and of the tasks only those whose files' names begin
/// with the number of `address` (`14`, `2023/14`); all of them where the address has no number or
/// no task of it is found so. Throws like `read`.
model::Ledger read_for(const base::Disk& disk, const Folder& folder, const std::string& address);

/// Whether there is a ledger below `dir`, found out without reading it: a folder `tasks`, or a plan
/// in `dir` or at most two folders below it.
bool has_ledger(const base::Disk& disk, const std::string& dir);

/// Add the saved queries of the user's settings to the ledger. The result is what is wrong with the
/// first file of settings that has a fault, with its place: whoever asks for none of them goes on.
std::optional<base::Fatal> add_settings(const base::Io& io, model::Ledger& ledger);

/// A ledger as it would be, and all that is wrong with its files whatever the day.
struct Trial {
  model::Ledger ledger;
  std::vector<source::Finding> findings;
};

/// Try a change before it is written: read and check the ledger in `folder` with `texts`, by path,
/// in the place of what `disk` has. Whoever writes goes through it. Throws like `read`.
Trial tried(const base::Disk& disk, const Folder& folder,
            const std::map<std::string, std::string>& texts);

/// A ledger measured on any days that are asked for, once each.
class Measured {
 public:
  /// One plan, or all for an empty `plan`. Throws `Fatal` (usage) for an unknown plan, and where no
  /// plan at all could be read.
  Measured(const model::Ledger& ledger, const std::string& plan);

  /// Afterwards every figure that can be known on that day is in the result, and none that cannot.
  /// Its events are told from the day of `since`, where there is one.
  const facts::World& on(base::Clocks clocks, std::optional<base::Clocks> since = {});

 private:
  const model::Ledger& ledger_;
  std::vector<const model::PlanFolder*> plans_;
  std::map<std::pair<base::Clocks, std::optional<base::Clocks>>,
           std::unique_ptr<const facts::World>>
      worlds_;
};

}  // namespace taizhang::pipeline
