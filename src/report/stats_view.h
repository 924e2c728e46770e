// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"
#include "query/stats.h"
#include "query/trend.h"
#include "report/view.h"

namespace taizhang::report {

/// Counts for programs: per plan its rows, its total and what must be known beside them. Names and
/// notes are in the language of `words`; keys and figures are the same in every language. Shares,
/// time and completion are in per cent, and null where there is none.
Json stats_view(const query::Stats& stats, measure::Clocks clocks, const base::Words& words);

/// A trend for programs: per plan its days.
Json trend_view(const query::Trend& trend, const base::Words& words);

}  // namespace taizhang::report
