// SPDX-License-Identifier: MIT
//
// What all commands have in common that change files of a ledger: show the patch, try it, ask,
// write.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "command/command.h"
#include "edit/file_change.h"
#include "pipeline.h"

namespace taizhang::command {

/// How such a command is told to go about it.
struct WriteOptions {
  bool yes = false;
  bool dry_run = false;
};

void declare_writing(Options& options, WriteOptions& writing);

/// Throw `Fatal` (usage) where nobody can be asked and neither `--yes` nor `--dry-run` is given.
void require_consent(const Context& context, const WriteOptions& writing);

/// Ask on a terminal; anything but yes is no.
bool asked(const Context& context, const base::Phrase& question);

/// By path, the files that are to change.
using FileChanges = std::map<std::string, edit::FileChange>;

/// What would be wrong with `changes` made and was not before, and the ledger with them.
struct NewFindings {
  pipeline::Trial after;
  std::vector<source::Finding> errors;
  std::vector<source::Finding> warnings;
};
NewFindings new_findings(const Context& context, const pipeline::Trial& before,
                         const FileChanges& changes);

/// Whether such an error may come from the day that was not said, for which `--as-of` stands.
bool may_be_of_day(std::string_view code);

/// Name `--as-of`, by which what was received on another day is recorded.
void say_day(const Context& context);

/// Show what `changes` do to the ledger `before`, as a patch on stdout; refuse what would be a new
/// error of `check`, naming its rule (exit `findings`); then, once agreed, write all files or none.
/// Afterwards what was added is in the files, and all that was in them still is. `said` names what
/// is written. Without `shows_patch` it is not shown again.
base::Exit settle(const Context& context, const WriteOptions& writing,
                  const pipeline::Trial& before, const FileChanges& changes,
                  const base::Phrase& said, bool shows_patch = true);

}  // namespace taizhang::command
