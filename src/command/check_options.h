// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "command/command.h"

namespace taizhang::command {

/// The options of `check`, as typed.
struct CheckOptions {
  std::vector<std::string> paths;
  std::string stdin_filename;
  std::string format;
  std::string output;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string where;  ///< in the filter language: the tasks whose files are looked at
  std::string baseline;
  std::string write_baseline;
  bool statistics = false;
  bool strict = false;
  bool exit_zero = false;
  bool fix = false;
  bool diff = false;

  /// The one file comes from standard input: its path is `-`.
  bool reads_stdin() const;
};

/// Declare them; the result is filled when the command line has been parsed.
void declare(Options& options, CheckOptions& check);

/// Throw `Fatal` (usage) for options that do not go together.
void refuse_contradictions(const CheckOptions& options);

}  // namespace taizhang::command
