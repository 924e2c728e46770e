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

/// The units of measure that count whole things where a plan does not list its own.
std::span<const std::string_view> usual_counting_units();

/// Whether `unit` counts whole things (家, 个, 项 …), by the plan's list or the built-in one.
bool counts_whole_things(const model::Indicator& indicator, const model::Rules& rules);

/// Whether lower is better.
bool is_down(const model::Indicator& indicator);

/// Whether the full target is expected at any date (domain.md §4): by the trajectory, for growth,
/// and for a ratio that promises 100 % or has a window.
bool is_hold(const model::Indicator& indicator, const base::Ratio& target, Trace* trace = nullptr);

/// v/T, or T/v where lower is better: how much of a full target a value is. Where lower is better
/// nothing at all (0 or less) is everything, 1; a target below zero (a fall in per cent) is again
/// v/T. Nothing for a target of zero or less where higher is better: a share of it means nothing.
std::optional<base::Ratio> share_of_target(bool down, const base::Ratio& target,
                                           const base::Ratio& value, Trace* trace = nullptr);

/// What values of an indicator are judged by.
struct Gauge {
  const model::Indicator& indicator;
  const AboutLimits& about;
  bool down;   ///< lower is better
  bool whole;  ///< counts whole things
};

/// The gauge of `indicator`; `about` must outlive it.
Gauge gauge_of(const model::Indicator& indicator, const model::Rules& rules,
               const AboutLimits& about);

/// The smallest value that 左右 accepts for the target `full` where higher is better.
base::Ratio about_floor(const Gauge& gauge, const base::Ratio& full, Trace* trace = nullptr);

/// Whether `value` meets `target` under the indicator's qualifier (domain.md §6.6).
/// 左右 allows counts of ten and more 10 % below, rounded up; smaller counts nothing; percentages
/// half a point; other amounts 10 %. Direction down mirrors all of it.
bool is_met(const Gauge& gauge, const base::Ratio& target, const base::Ratio& value,
            Trace* trace = nullptr);

/// Completion 完成率 as an exact fraction, uncapped (domain.md §4, table of kinds). Nothing where
/// it has no meaning: a target that equals the baseline and is not met, a share of a target of zero
/// or less.
std::optional<base::Ratio> completion(const Gauge& gauge, const base::Ratio& target,
                                      const base::Ratio& value, Trace* trace = nullptr);

}  // namespace taizhang::measure
