// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

namespace taizhang::report {

/// Everything about a task: its own fields, then all that lies in it. What the catalogue has and no
/// list here names is shown too, after what is named.
Document show(const Asked& asked, const facts::Row& task);

}  // namespace taizhang::report
