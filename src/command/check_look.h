// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/baseline.h"
#include "check/check.h"
#include "command/check_options.h"
#include "command/check_scope.h"

namespace taizhang::command {

/// What there is to be seen in the ledger as a disk has it.
struct Look {
  model::Ledger ledger;
  std::vector<source::Finding> findings;     ///< within the scope, and unknown to the baseline
  std::vector<check::Baseline::Entry> gone;  ///< entries of the baseline that are mended
};

/// Looks at a ledger the way the command line asks for: over and over while files are mended.
class Looker {
 public:
  /// Throws `Fatal` for rules, paths and a baseline that are none.
  Looker(const CheckOptions& options, const Context& context);

  Look look(const base::Disk& disk) const;

  /// What of it is wanted.
  std::vector<source::Finding> findings(const model::Ledger& ledger) const;

  const Scope& scope() const { return scope_; }

 private:
  const Context& context_;
  check::Choice choice_;
  Scope scope_;
  std::optional<check::Baseline> baseline_;
};

/// Read a baseline file. Throws `Fatal` where there is none to be read.
check::Baseline read_baseline(const base::Disk& disk, const std::string& path);

}  // namespace taizhang::command
