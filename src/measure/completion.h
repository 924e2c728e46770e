// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/ratio.h"
#include "measure/limits.h"
#include "measure/trace.h"
#include "model/indicator.h"
#include "model/rules.h"

namespace taizhang::measure {

struct Terms;

/// The units of measure that count whole things where a plan does not list its own.
std::span<const std::string_view> usual_counting_units();

/// Whether `unit` counts whole things (家, 个, 项 …), by the plan's list or the built-in one; a
/// percentage or a place does not, unless the file says so.
bool counts_whole_things(const model::Indicator& indicator, const model::Rules& rules);

/// Whether it promises not to go above its target (不超过, 低于). A place is none.
bool is_ceiling(const model::Indicator& indicator);

/// Whether lower is better: by `direction`, for a ceiling and for a place.
bool is_down(const model::Indicator& indicator);

/// Whether the full target is expected at any date (RULES.md §4): by the trajectory, for growth,
/// places and compared targets, for a ratio that promises 100 % or has a window, for a ceiling that
/// is no running total, and where the target is the baseline itself.
bool is_hold(const model::Indicator& indicator, const base::Ratio& target);
/// The same where no trajectory has been given, nor is the target the baseline.
bool is_hold_by_kind(const model::Indicator& indicator, const base::Ratio& target,
                     Trace* trace = nullptr);

/// v/T, or T/v where lower is better: how much of a full target a value is (RULES.md §6.5). Of a
/// target below zero a met value is all, 1, and otherwise the quotient is turned over. Nothing for
/// a target of zero, for an unmet quotient above 1, and where lower is better and nothing is left.
std::optional<base::Ratio> share_of_target(bool down, const base::Ratio& target,
                                           const base::Ratio& value, bool met,
                                           Trace* trace = nullptr);

/// What values of an indicator are judged by.
struct Gauge {
  const model::Indicator& indicator;
  const AboutLimits& about;
  bool down;         ///< lower is better
  bool whole;        ///< counts whole things
  base::Ratio base;  ///< b: 左右 is a part of the way from it to the target
};

/// The gauge of `indicator`; `about` must outlive it.
Gauge gauge_of(const model::Indicator& indicator, const model::Rules& rules,
               const AboutLimits& about);

/// How far from `target` 左右 still accepts a value (RULES.md §6.6): 10 % of the way for counts,
/// to the strict side, nothing below ten; half a point for per cent; 5 % for other amounts.
base::Ratio about_tolerance(const Gauge& gauge, const base::Ratio& target, Trace* trace = nullptr);

/// Whether `value` meets `target` under the indicator's qualifier (RULES.md §6.6).
bool is_met(const Gauge& gauge, const base::Ratio& target, const base::Ratio& value,
            Trace* trace = nullptr);

/// Completion 完成率 as an exact fraction, uncapped (RULES.md §4, table of kinds; §6.4). `ratio`
/// is the schedule ratio, `due` whether the due date has come. Nothing for a place, for a ceiling
/// or a full target of zero before it is due.
std::optional<base::Ratio> completion(const Terms& terms, const base::Ratio& value, bool met,
                                      const std::optional<base::Ratio>& ratio, bool due,
                                      Trace* trace = nullptr);

}  // namespace taizhang::measure
