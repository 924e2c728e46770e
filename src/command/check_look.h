// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/overlay_disk.h"
#include "check/baseline.h"
#include "check/check.h"
#include "command/check_options.h"

namespace taizhang::command {

/// The files that a command line speaks of.
class Scope {
 public:
  /// The whole ledger where `paths` is empty.
  Scope(const base::Disk& disk, const std::string& root, const std::vector<std::string>& paths);

  /// Throw `Fatal` (usage) where a path holds no file of the ledger.
  void require_files(const model::Ledger& ledger) const;

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

/// What there is to be seen in the ledger as a disk has it.
struct Look {
  model::Ledger ledger;
  long long files = 0;                    ///< how many of its files were asked about
  std::vector<source::Finding> findings;  ///< within the scope, and unknown to the baseline
  check::Gone gone;                       ///< of the baseline
};

/// Looks at a ledger the way the command line asks for: over and over while files are mended.
class Looker {
 public:
  /// Throws `Fatal` for rules, paths and a baseline that are none.
  Looker(const CheckOptions& options, const Context& context);

  Look look(const base::Disk& disk) const;

  /// What of it is to be mended: nobody asked to write a file that may meet `--where` or not.
  std::vector<source::Finding> findings(const model::Ledger& ledger) const;

  const Scope& scope() const { return scope_; }

 private:
  /// Whether a file that cannot be read well enough to tell if its task meets `--where` is asked
  /// about as well.
  enum class Asked { surely, perhaps };
  /// By index whether a file is asked about: by the paths, and as that of a task that meets
  /// `--where`.
  std::vector<bool> files_asked_about(const model::Ledger& ledger, Asked how) const;

  const Context& context_;
  check::Choice choice_;
  std::string where_;
  Scope scope_;
  std::optional<check::Baseline> baseline_;
};

/// Read a baseline file. Throws `Fatal` where there is none to be read.
check::Baseline read_baseline(const base::Disk& disk, const std::string& path);

}  // namespace taizhang::command
