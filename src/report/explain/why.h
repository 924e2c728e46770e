// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

namespace taizhang::report {

/// Why the light of a task is what it is, in one line: the rules that its worst measure went by,
/// then those that made it the task's.
Value why_light(const Asked& asked, const facts::Row& task);

}  // namespace taizhang::report
