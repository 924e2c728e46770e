// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "model/plan.h"

namespace taizhang::measure {

/// Whether people work on `day`: a make-up working day of the plan, or Monday to Friday and none of
/// its holidays.
bool is_working_day(base::Date day, const model::Plan& plan);

/// The day `count` working days after `day`.
base::Date add_working_days(base::Date day, int count, const model::Plan& plan);

/// `day` itself, or the next working day where it is none.
base::Date working_day_from(base::Date day, const model::Plan& plan);

}  // namespace taizhang::measure
