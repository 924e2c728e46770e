// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/by_unit.h"
#include "measure/clocks.h"
#include "measure/doubts.h"
#include "measure/forecast.h"
#include "measure/frame.h"
#include "measure/light.h"
#include "measure/punctuality.h"
#include "measure/readings.h"
#include "measure/schedule.h"
#include "measure/terms.h"

namespace taizhang::measure {

/// What the readings of the whole, or of one unit, say of what it promises. What is not known is
/// not there; it is never zero.
struct StrandFigures {
  std::vector<Effective> readings;      ///< those that count, oldest first
  std::optional<base::Decimal> target;  ///< the one in force; T' where it is compared
  std::optional<Terms> terms;

  Expected expected;      ///< at the data date
  Expected expected_now;  ///< at `as_of`, whether reported or not
  std::optional<base::Ratio> completion;
  std::optional<base::Ratio> ratio;  ///< schedule ratio, at the data date
  std::optional<Gap> gap;            ///< 超欠序时, at the data date
  /// Days since the data date; without data since the last day of the first period that was owed.
  std::optional<long long> age;
  int stale = 0;
  Punctuality reports;
  Forecast forecast;

  bool met = false;
  bool applicable = true;        ///< not so where the newest reading had nothing to measure
  bool pending = false;          ///< 目标待下达
  bool not_compared = false;     ///< 待比较: what it is compared with is not there
  bool met_late = false;         ///< 逾期完成: first met after the due date
  bool due_reached = false;      ///< D ≥ E
  bool over_settlement = false;  ///< D > E + settlement
  bool borderline = false;       ///< 临界: 突破 promised, and the value is just the target
  bool overdue = false;          ///< past due and not met
  bool pending_final = false;    ///< due, and not yet settled
  /// Blue, or red by date: nothing that is still to come can change it (RULES.md §6.12).
  bool settled = false;

  LightStory light_story;
  bool met_so_far = false;         ///< 现达标
  bool used_too_fast = false;      ///< 用得过快
  bool broken = false;             ///< 已突破
  bool unreported_at_end = false;  ///< 逾期未报
  model::Class standing = model::Class::not_reported;
  /// Of a sum that not every unit has a value for: the part that is there (部分 n/N).
  std::optional<Partial> partial;

  const Effective* newest() const { return readings.empty() ? nullptr : &readings.back(); }
  /// The newest value; none of a rate of nothing.
  std::optional<base::Decimal> value() const {
    return newest() && newest()->applicable ? std::optional(newest()->value) : std::nullopt;
  }
  model::Light light() const { return light_story.back().light; }
  /// The rule that gave the light before it was softened or raised.
  LightReason reason() const { return light_story.front().reason; }
  bool verified() const { return newest() && newest()->verified; }  ///< 核定
  /// What it has in means: 逾期未报 has 0; nothing where it is not known.
  std::optional<base::Ratio> in_means() const;
};

/// One unit of `targets`.
struct UnitFigures : StrandFigures {
  std::string unit;  ///< the unit in force
};

/// What an indicator says on a day: the whole, and each unit that has a target of its own.
struct IndicatorFigures : StrandFigures {
  const model::Indicator* indicator = nullptr;
  std::vector<Outcome> outcomes;  ///< what became of each reading, in the order of the file
  std::vector<UnitFigures> units;
  model::Aggregate aggregate = model::Aggregate::sum;  ///< how they count together
  std::optional<base::Date> due;
  /// Who reports: the unit in force, else the first lead; empty where there is neither.
  std::string reporter;
  base::Decimal weight;
  model::Frequency frequency = model::Frequency::month;
  std::optional<base::Date> start;         ///< S; the plan's first day where the file gives none
  std::optional<base::Decimal> benchmark;  ///< what the newest reading is compared with
  std::optional<base::Decimal> margin;     ///< by how much it is to be above it
  bool down = false;                       ///< lower is better
  bool whole = false;                      ///< counts whole things
  bool ceiling = false;                    ///< not to go above its target
  std::optional<model::Kind> kind;         ///< these three as written
  std::optional<model::Qualifier> qualifier;
  std::optional<model::Commitment> commitment;

  std::optional<base::Ratio> time;  ///< time progress of its own start and due date
  Doubts doubts;
  bool conflicting = false;  ///< two units report different values for the newest data date

  /// Whether it counts: parts of a total have the weight 0.
  bool has_weight() const { return weight > base::Decimal(); }
  bool is_by_unit() const { return indicator->targets.written(); }
  /// Whether each unit has its own to meet.
  bool is_of_each() const { return !units.empty() && aggregate == model::Aggregate::each; }
  /// Whether its completion is v/T (占目标) for want of a baseline (RULES.md §8).
  bool is_share_of_target() const {
    return terms && !terms->baseline && !terms->is_full() && !terms->ceiling;
  }
  /// Whether it is one of the measures that a task's light stands on.
  bool counts() const { return has_weight() && applicable && !pending && !not_compared; }
  /// Whether the task's light is of it too: not so where it stands apart, but 待比较 does not once
  /// silence has turned its light.
  bool takes_part() const { return has_weight() && (counts() || light() > model::Light::grey); }
  /// How many of its units have reported.
  int units_heard() const;
  /// The newest reading of the whole, else of its units the oldest of their newest.
  const Effective* oldest_newest() const;
  /// Whether units have to meet their own and one has never reported: what is known of the whole is
  /// known in part.
  bool is_in_part() const;
  /// Whether it meets its target; nothing where that is not known: without a value, and where a
  /// unit that has none has to meet its own while no other fails.
  std::optional<bool> is_met() const;
  /// 核定: of units that each have their own, one of them.
  bool verified() const;
  /// Whether it is one of the N that a mean stands on: not so places, and ceilings and targets of
  /// zero before they are due.
  bool is_in_means() const;
};

/// Whose work a task is. Units are those of the day that is asked about, also where the figures
/// stay as they stood earlier (RULES.md §6.11, and carried over tasks in §8).
struct Charge {
  const std::vector<std::string>& lead;  ///< in force
  Clocks asked;
};

/// Measure one indicator on a day (RULES.md §6).
IndicatorFigures measure_indicator(const Frame& frame, const model::Task& task,
                                   const model::Indicator& indicator, const Charge& charge,
                                   Clocks clocks, Trace* trace = nullptr);

}  // namespace taizhang::measure
