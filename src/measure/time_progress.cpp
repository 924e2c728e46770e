// SPDX-License-Identifier: MIT
#include "measure/time_progress.h"

#include <algorithm>

namespace taizhang::measure {

std::optional<base::Ratio> time_progress(base::Date start, base::Date end, base::Date day) {
  const long long all = base::days_between(start, end) + 1;
  if (all <= 0) return std::nullopt;
  const long long gone = std::clamp(base::days_between(start, day) + 1, 0LL, all);
  return base::to_ratio(gone) / base::to_ratio(all);
}

}  // namespace taizhang::measure
