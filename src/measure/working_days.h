// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"
#include "model/given.h"

namespace taizhang::measure {

/// The day `count` working days after `day`: Monday to Friday without `holidays`.
base::Date add_working_days(base::Date day, int count, const model::List<base::Date>& holidays);

}  // namespace taizhang::measure
