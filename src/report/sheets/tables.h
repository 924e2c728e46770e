// SPDX-License-Identifier: MIT
//
// The wide tables: papers of their own, and annexes of the monthly report.
#pragma once

#include "report/paper/paper.h"

namespace taizhang::report {

/// 台账, the office's wide table: a row an indicator, a row a task without any. Throws `Fatal`
/// (usage) for a column that it does not have.
document::Table ledger_table(const Paper& paper);

/// The indicators that have targets by unit, a row each, a column a unit: its value of its target,
/// in the colour of its light. Without rows where no indicator has any.
document::Table matrix_table(const Paper& paper);

/// What the ledger has on sheets of their own as a workbook: indicators, units, issues and the
/// matrix, a chapter a plan.
std::vector<document::Chapter> ledger_sheets(const Asked& asked);

}  // namespace taizhang::report
