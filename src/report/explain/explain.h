// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

namespace taizhang::report {

/// How the figures of a row came about: of a task, an indicator, a milestone, an issue, a unit, a
/// section or a plan.
Document explain(const Asked& asked, const facts::Row& subject);

}  // namespace taizhang::report
