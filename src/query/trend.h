// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "measure/aggregate.h"
#include "query/stats.h"

namespace taizhang::query {

/// How far apart the days of a trend are.
struct Step {
  std::string_view name;
  /// The days from `from` to `to`, oldest first; `to` is always one, and there are at most
  /// `limit` + 1 of them.
  std::vector<base::Date> (*days)(base::Date from, base::Date to, std::size_t limit);
};

/// `month`: the ends of months, and `to`. `week`: every seventh day back from `to`.
std::span<const Step> steps();

/// The most days that a trend may have: it is read by people, and each day is measured anew.
inline constexpr std::size_t most_days = 1000;

struct TrendRequest {
  const Step* step;
  std::optional<base::Date> from;  ///< the plan's first day where not given
  base::Date to;
  /// Up to when reports had come in, for all days; each day's own where not given.
  std::optional<base::Date> known_by;
  Counting counting = Counting::tasks;
  Selection selection = {};
};

struct TrendPoint {
  measure::Clocks clocks;
  std::optional<base::Ratio> time;
  measure::Tally tally;
};

struct PlanTrend {
  const model::PlanFolder* plan;
  std::vector<TrendPoint> points;  ///< oldest first, never empty
  LeftOut left_out;                ///< as of the last day
};

struct Trend {
  TrendRequest request;
  std::vector<PlanTrend> plans;
};

/// Count on each day of a span, each plan in its own. A plan that begins after `to` has the one
/// point `to`. Throws `Fatal` (usage) for a span that runs backwards or has too many days, for a
/// plan without a first day where no `from` is given, and as `select_tasks` does.
Trend trend(const model::Ledger& ledger, TrendRequest request);

}  // namespace taizhang::query
