// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/report.h"

namespace taizhang::report {

/// What is to be counted, and by what: one field, or two for a cross table.
struct StatsAsked {
  std::vector<std::string> by = {};  ///< fields; by section where there is none
  std::string count = {};            ///< tasks or indicators; by the fields where it is empty
};

/// A row a week or a month in place of one a value.
struct TrendAsked {
  std::string every;  ///< week or month
  std::optional<base::Date> from = {};
  std::optional<base::Date> to = {};
  std::string count = {};
  /// Each day is told as it was known then, unless all are told as known on one.
  std::optional<base::Date> known_by = {};
};

/// Counts, shares, classes and mean completion (domain.md §6.11). Throws `Fatal` (usage) for a
/// field by which nothing can be counted.
Document stats(const Asked& asked, const StatsAsked& stats);

/// The same of all that is counted, on the days of a span. Throws `Fatal` (usage) for a span that
/// cannot be, or of more than `most_days`.
Document trend(const Asked& asked, const TrendAsked& trend);

inline constexpr std::size_t most_days = 1000;

}  // namespace taizhang::report
