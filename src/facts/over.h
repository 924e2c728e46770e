// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "base/phrase.h"
#include "model/task.h"

namespace taizhang::facts {

/// What to tell of a record of a task called `name` that is closed, suspended, cancelled or carried
/// over on `day`; empty of one that is under way.
base::Phrase words_if_over(const model::Task& task, const std::string& name, base::Date day);

}  // namespace taizhang::facts
