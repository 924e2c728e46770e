// SPDX-License-Identifier: MIT
//
// Stages of a task say what is to be reached by a day: 6月底前建成50个. Where that is a figure of
// one of its indicators, the stage is a point of its trajectory, which its readings are held
// against; all else is a milestone, which somebody has to tick.
#pragma once

#include <string>
#include <vector>

#include "base/date_span.h"
#include "model/task.h"

namespace taizhang::intake {

struct Stage {
  std::string text;
  base::Date due;
};

/// Give the task, whose indicators and due date are known, its stages: as points, with the words in
/// the note of the indicator, or as milestones. Both are to be confirmed; a figure that fits no
/// indicator has no weight beside those that the task has.
void give_stages(model::Task& task, const std::vector<Stage>& stages, const base::DateSpan& period);

}  // namespace taizhang::intake
