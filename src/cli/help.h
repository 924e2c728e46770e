// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/language.h"
#include "command/command.h"

namespace taizhang::cli {

/// The page of the whole program: what it is, its commands, the options that all of them take.
std::string program_help(const CLI::App& app, base::Language language);

/// The page of one command: usage, what it does, its options.
std::string command_help(const CLI::App& app, const command::Command& command,
                         base::Language language);

}  // namespace taizhang::cli
