// SPDX-License-Identifier: MIT
#include "measure/time_progress.h"

#include <algorithm>

namespace taizhang::measure {

std::optional<base::Ratio> time_progress(base::Date start, base::Date end, base::Date day,
                                         Trace* trace) {
  const long long all = base::days_between(start, end) + 1;
  if (all <= 0) {
    if (trace) trace->tell<"time.no_term">(std::nullopt, start, end);
    return std::nullopt;
  }
  const long long gone = std::clamp(base::days_between(start, day) + 1, 0LL, all);
  const base::Ratio time = base::to_ratio(gone) / base::to_ratio(all);
  if (trace) trace->tell<"time.elapsed">(time, start, end, day, gone, all);
  return time;
}

}  // namespace taizhang::measure
