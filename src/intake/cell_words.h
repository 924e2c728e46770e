// SPDX-License-Identifier: MIT
//
// What the words of a cell say that is no number: a due date.
#pragma once

#include <optional>
#include <string>

#include "base/date_span.h"
#include "model/task.h"

namespace taizhang::intake {

/// What words for a due date mean in the plan's period: 9月底前, 2023年12月, 年底前, 常态化.
/// Nothing where they say none, or it is not sure which: 6月底前一期，12月底前二期.
std::optional<model::DueDay> due_in(const std::string& text, base::DateSpan period);

}  // namespace taizhang::intake
