// SPDX-License-Identifier: MIT
//
// Stages of a task say what is to be reached by a day: 6月底前建成50个. Where that is a figure of
// one of its indicators, the stage is a point of its trajectory, which its readings are held
// against; all else is a milestone, which somebody has to tick.
#pragma once

#include <string>
#include <vector>

#include "base/date_span.h"
#include "intake/numbers.h"
#include "model/task.h"

namespace taizhang::intake {

struct Stage {
  std::string text;
  base::Date due;
  /// The indicators of its row, from the first to behind the last; none where the row has none.
  std::size_t first = 0, end = 0;
};

/// Give the task, whose indicators and due date are known, its stages: as points, with the words in
/// the note of the indicator, or as milestones that are due no later than the task. Both
/// are to be confirmed; a figure that fits no indicator has no weight beside those that the task
/// has.
void give_stages(model::Task& task, const std::vector<Stage>& stages, const base::DateSpan& period);

/// The stages among the numbers of a text: 9月底前完成8个 says of 改造10个小区 how far it is to be
/// by then. They are proposed no more.
std::vector<Stage> stages_among(const std::string& text, std::vector<Mention>& found,
                                const base::DateSpan& period);

}  // namespace taizhang::intake
