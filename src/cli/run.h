// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/io.h"

namespace taizhang::cli {

/// Run the program with `arguments` (without its own name) and return its exit code: 0 clean, 1
/// findings, 2 usage or configuration, 3 internal or I/O. Never throws, never exits.
int run(const std::vector<std::string>& arguments, base::Io& io);

/// The same with this machine's streams, files, day and terminal.
int run_on_this_machine(int argc, char** argv);

}  // namespace taizhang::cli
