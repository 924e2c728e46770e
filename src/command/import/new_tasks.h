// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "intake/new_tasks.h"

namespace taizhang::command {

/// The tasks of a file: of a notice, or of every sheet of a workbook that has the heads of such a
/// table; with `sheet` of that one alone. Sheets that are not read are told with how many cells
/// they have. Throws `Fatal` (usage) where that is no text, or no table.
intake::NewTasks tasks_in(const std::string& file, const std::string& bytes,
                          const std::string& sheet, const intake::TableOptions& options);

}  // namespace taizhang::command
