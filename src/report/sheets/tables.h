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
/// its light beside it. Without rows where no indicator has any.
document::Table matrix_table(const Paper& paper);

/// What the ledger has on sheets of their own as a workbook: indicators, units, issues and the
/// matrix, a chapter a plan.
std::vector<document::Chapter> ledger_sheets(const Asked& asked);
/// The same in a paper, with a line that says how to read it; nothing where it has no rows.
void put_matrix(Paper& paper);

}  // namespace taizhang::report
