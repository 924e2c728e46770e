// SPDX-License-Identifier: MIT
#pragma once

#include "report/paper/paper.h"

namespace taizhang::report {

inline constexpr std::chrono::days one_week{7};

/// The parts of the weekly report, in order.
void weekly_overview(Paper& paper);
/// The overview without its picture.
void weekly_counts(Paper& paper);
void weekly_exceptions(Paper& paper);
void weekly_changes(Paper& paper);
void weekly_due(Paper& paper);
void weekly_open(Paper& paper);
void weekly_reports(Paper& paper);
void weekly_next(Paper& paper);

}  // namespace taizhang::report
