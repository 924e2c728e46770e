// SPDX-License-Identifier: MIT
#pragma once

#include "example/story.h"
#include "model/plan.h"

namespace taizhang::example {

/// A plan with every rule written out as RULES.md gives it. Each of four plans in turn differs in
/// how its lights are set, how it forecasts and, the fourth, in the language of its reports.
model::Plan make_plan(const Frame& frame, Random& random);

}  // namespace taizhang::example
