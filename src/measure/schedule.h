// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/ratio.h"
#include "measure/terms.h"

namespace taizhang::measure {

/// The value expected on a day; nothing where the day expects nothing yet.
struct Expected {
  std::optional<base::Ratio> exact;
  /// What the ratio is formed with: where whole things are counted, rounded towards the baseline
  /// (down; up where lower is better), for a target of 1 expects 0 until it is due.
  std::optional<base::Ratio> used;
};

/// What a gap is counted in.
enum class GapUnit { points, places, unit };

/// How far ahead of schedule (超欠序时), negative where it is behind.
struct Gap {
  base::Ratio value;
  GapUnit unit = GapUnit::points;
  /// Points of completion, which lights by points go by.
  bool of_completion = false;
};

/// The expected value e(`day`) of the trajectory (RULES.md §4, §6.3). linear: b + (T−b)·tp, of an
/// allowance T·tp; hold: T; end: b until the due date; step: the newest point, b before the first;
/// points: straight lines between them, the first of them from b on the day before the start. On
/// and after the due date it is T. A unit's part of a sum expects its share of the whole.
Expected expected(const Terms& terms, base::Date day, Trace* trace = nullptr);

/// `value` as a count: down to a whole number, up where lower is better; else unchanged.
base::Ratio counted(const Terms& terms, const base::Ratio& value, Trace* trace = nullptr);

/// Schedule ratio 序时比 (RULES.md §6.5): (v−b)/(e(d)−b) with what is `expected` at the data date;
/// a full target its share; a ceiling e(d)/v. Nothing where nothing is expected yet, unless the
/// value is on the wrong side of b: then 0. Nothing for a place.
std::optional<base::Ratio> schedule_ratio(const Terms& terms, const Expected& expected,
                                          const base::Ratio& value, bool met,
                                          Trace* trace = nullptr);

/// The gap (RULES.md §6.4): completion − (e(d)−b)/(T−b) in points where the completion is a share;
/// v − T' for growth and compared targets, in points where these are rates, else in their unit; T −
/// v places, e(d) − v for ceilings.
std::optional<Gap> schedule_gap(const Terms& terms, const Expected& expected,
                                const base::Ratio& value,
                                const std::optional<base::Ratio>& completion,
                                Trace* trace = nullptr);

}  // namespace taizhang::measure

namespace taizhang::model {

template <>
struct Names<measure::GapUnit> {
  using enum measure::GapUnit;
  static constexpr std::string_view key = "gap_unit";
  static constexpr auto table = std::to_array<Named<measure::GapUnit>>({
      {points, "points", {"个百分点", "points"}},
      {places, "places", {"位", "places"}},
      {unit, "unit", {"计量单位", "unit of measure"}},
  });
};

}  // namespace taizhang::model
