// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

namespace taizhang::report {

/// The weekly report 周报 (domain.md §9): exceptions only, a chapter a plan. Last week is the same
/// ledger seven days earlier, by both clocks.
Document weekly(const Asked& asked);

}  // namespace taizhang::report
