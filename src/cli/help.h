// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "command/command.h"

namespace taizhang::cli {

/// One option as the help shows it: `-o, --output FILE` and what it does.
struct OptionHelp {
  std::string name;
  std::string about;
  bool positional;
};
using OptionsHelp = std::vector<OptionHelp>;

/// The page of the whole program: what it is, its commands, the options that all of them take.
std::string program_help(const OptionsHelp& common, base::Language language);

/// The page of one command: usage, what it does, its options and those of all commands.
std::string command_help(const command::Command& command, const OptionsHelp& own,
                         const OptionsHelp& common, base::Language language);

}  // namespace taizhang::cli
