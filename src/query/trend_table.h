// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "query/table.h"
#include "query/trend.h"

namespace taizhang::query {

/// A trend for people: one row a day with time progress, count, counts by class and mean
/// completion; what a reader must know in the notes.
Table trend_table(const Trend& trend, const base::Words& words);

/// The days that a trend is of: `2023-01-31 至 2023-08-31`.
std::string span_text(const Trend& trend, const base::Words& words);

/// What must be known beside one plan's trend.
std::vector<std::string> trend_notes(const PlanTrend& plan, const base::Words& words);

/// What must be known beside any plan's.
std::vector<std::string> common_trend_notes(const Trend& trend, const base::Words& words);

}  // namespace taizhang::query
