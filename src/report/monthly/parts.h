// SPDX-License-Identifier: MIT
#pragma once

#include "report/paper/paper.h"

namespace taizhang::report {

/// The parts of the monthly report, in order, then its annexes.
void monthly_overview(Paper& paper);
void monthly_sections(Paper& paper);
void monthly_behind(Paper& paper);
void monthly_missed(Paper& paper);
void monthly_issues(Paper& paper);
void monthly_units(Paper& paper);
void monthly_inspections(Paper& paper);
void monthly_changes(Paper& paper);
void monthly_advice(Paper& paper);
void monthly_ledger(Paper& paper);
void monthly_behind_list(Paper& paper);
void monthly_unreported(Paper& paper);
void monthly_matrix(Paper& paper);

}  // namespace taizhang::report
