// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "measure/indicator_figures.h"

namespace taizhang::measure {

/// What the strands of one indicator have in common.
struct StrandContext {
  const Frame& frame;
  const model::Task& task;
  const model::Indicator& indicator;
  Clocks clocks;
  model::Status status;  ///< of the task, in force
  bool standing;         ///< the task has no end
};

/// Measure what `readings` say of the promise in `figures.terms`. `strands` are whose reports a
/// period needs, `of_unit` whether the unit's own forecast may be of it.
void measure_strand(StrandFigures& figures, const StrandContext& context,
                    const std::vector<Strand>& strands, bool of_unit, Trace* trace);

/// Tell the rules that the light of a measured strand went by.
void tell_light(const StrandFigures& figures, const StrandContext& context, Trace& trace);

/// Whether what gave the light is red that no later reading turns (未完成, 逾期未报, 已突破).
bool is_red_by_date(LightReason reason);

/// The class of a light (RULES.md §6.9).
model::Class class_of(const StrandFigures& figures, bool ceiling, const LightLimits& limits,
                      Trace* trace);

}  // namespace taizhang::measure
