// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.h"
#include "report/report.h"

namespace taizhang::report {

/// The document of a task, or of an indicator, a milestone or an issue alone.
Document explain_task(const Asked& asked, const facts::Row& subject);

/// The document of a plan, a section or a unit: which tasks make up its numbers, and which do not.
Document explain_group(const Asked& asked, const facts::Row& subject);

}  // namespace taizhang::report
