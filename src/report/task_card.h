// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"
#include "query/select.h"
#include "report/document.h"

namespace taizhang::report {

/// Everything about a task, for people: what `show` prints.
Document task_card(const query::TaskInPlan& task, bool several_plans, const base::Words& words);

}  // namespace taizhang::report
