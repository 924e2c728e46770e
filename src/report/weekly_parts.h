// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/words.h"
#include "measure/figures.h"
#include "report/view.h"

namespace taizhang::report {

/// What every part of a weekly report works on: one plan now and a week ago.
struct WeekInView {
  const measure::PlanFigures& now;
  const measure::PlanFigures& before;
  const model::RegistryFile* registry;  ///< null where the plan has none
  const base::Words& words;

  base::Date today() const { return now.clocks.as_of; }
  base::Date first_day() const { return today() - std::chrono::days(6); }
  bool holds(const model::Given<base::Date>& date) const {
    return date && *date >= first_day() && *date <= today();
  }
  std::string word(std::string_view key) const { return std::string(words[key]); }

  /// The cells of a row that name its task: `item`, `task`, `lead`.
  Json row_of(const measure::TaskFigures& task) const;
};

/// The six parts (domain.md §9), in order; each carries `none` where it has nothing to say.
Json weekly_overview(const WeekInView& week);
Json weekly_changes(const WeekInView& week);
Json weekly_due(const WeekInView& week);
Json weekly_issues(const WeekInView& week);
Json weekly_unreported(const WeekInView& week);
Json weekly_next(const WeekInView& week);

/// Rows with `any`, so that a template can ask before it draws a table around them.
Json rows_or_none(Json rows);

}  // namespace taizhang::report
