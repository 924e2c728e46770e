// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "command/command.h"
#include "query/select.h"

namespace taizhang::command {

/// The options by which a command that prints a table is told which tasks are wanted.
void declare_selection(Options& options, query::Selection& selection);

/// Those by which it is told how the table is to look and where it goes.
void declare_table_output(Options& options, std::string& format, std::string& output);

}  // namespace taizhang::command
