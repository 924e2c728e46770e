// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/clocks.h"
#include "measure/doubts.h"
#include "measure/forecast.h"
#include "measure/frame.h"
#include "measure/light.h"
#include "measure/periods.h"
#include "measure/readings.h"
#include "measure/schedule.h"
#include "measure/terms.h"

namespace taizhang::measure {

/// What an indicator says on a day. What is not known is not there; it is never zero.
struct IndicatorFigures {
  const model::Indicator* indicator;
  std::vector<Effective> readings;      ///< those that count, oldest first
  std::optional<base::Decimal> target;  ///< the one in force
  std::optional<Terms> terms;
  std::optional<base::Date> due;
  /// Who reports: the unit in force, else the first lead; empty where there is neither.
  std::string reporter;
  base::Decimal weight;
  model::Frequency frequency = model::Frequency::month;
  std::optional<base::Date> start;  ///< S; the plan's first day where the file gives none
  bool down = false;                ///< lower is better
  bool whole = false;               ///< counts whole things
  std::optional<model::Kind> kind;  ///< these three as written
  std::optional<model::Qualifier> qualifier;
  std::optional<model::Commitment> commitment;

  std::optional<base::Ratio> time;  ///< time progress of its own start and due date
  Expected expected;                ///< at the data date
  Expected expected_now;            ///< at `as_of`, whether reported or not
  std::optional<base::Ratio> completion;
  std::optional<base::Ratio> ratio;   ///< schedule ratio, at the data date
  std::optional<base::Ratio> points;  ///< points of schedule, at the data date
  std::optional<long long> age;       ///< days since the data date
  int stale = 0;
  Punctuality reports;
  Forecast forecast;
  Doubts doubts;

  bool met = false;
  bool applicable = true;      ///< not so where the newest reading had nothing to measure
  bool borderline = false;     ///< 临界: 突破 promised, and the value is just the target
  bool conflicting = false;    ///< two units report different values for the newest data date
  bool overdue = false;        ///< past due and not met
  bool pending_final = false;  ///< due, and the final figure is still to come

  LightStory light_story;
  model::Class standing = model::Class::not_reported;

  const Effective* newest() const { return readings.empty() ? nullptr : &readings.back(); }
  model::Light light() const { return light_story.back().light; }
  /// Whether it counts: parts of a total have the weight 0.
  bool has_weight() const { return weight > base::Decimal(); }
  /// Whether its completion is v/T (占目标) for want of a baseline (domain.md §8).
  bool is_share_of_target() const { return terms && !terms->baseline && !terms->hold(); }
  /// Whether it is one of the measures that a mean stands on.
  bool counts() const { return has_weight() && applicable; }
};

/// Measure one indicator on a day (domain.md §6). `lead` are the lead units in force.
IndicatorFigures measure_indicator(const Frame& frame, const model::Task& task,
                                   const model::Indicator& indicator,
                                   const std::vector<std::string>& lead, Clocks clocks,
                                   Trace* trace = nullptr);

}  // namespace taizhang::measure
