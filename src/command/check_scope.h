// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::command {

/// The files that a command line speaks of.
class Scope {
 public:
  /// The whole ledger where `paths` is empty.
  Scope(const base::Disk& disk, const std::string& root, const std::vector<std::string>& paths);

  /// Throw `Fatal` (usage) where a path holds no file of the ledger.
  void require_files(const model::Ledger& ledger) const;

  /// Whether a finding stands in one of them, or another place that it has to do with.
  bool holds(const source::Finding& finding, const model::Ledger& ledger) const;

  bool holds(const std::string& path) const;

 private:
  struct Part {
    std::string given;  ///< as typed
    std::string path;   ///< as the ledger has it; empty for what lies outside
  };
  std::string root_;
  std::vector<Part> parts_;
};

/// The path by which the ledger below `root` knows the file or folder `path`, however it was
/// written: absolute, with `..`, over a link. `root` itself where it lies in that folder, empty for
/// what lies elsewhere.
std::string ledger_path(const base::Disk& disk, const std::string& root, const std::string& path);

}  // namespace taizhang::command
