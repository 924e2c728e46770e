// SPDX-License-Identifier: MIT
#include "measure/time_progress.h"

#include <algorithm>

namespace taizhang::measure {

using base::Date;
using base::Ratio;
using std::chrono::year_month;
using std::chrono::year_month_day;

namespace {

/// The months that are over at the end of `day`, its own month in part.
Ratio months_through(Date day) {
  const year_month_day date{day};
  const auto last =
      std::chrono::year_month_day_last(date.year() / date.month() / std::chrono::last);
  const long long whole =
      static_cast<int>(date.year()) * 12LL + static_cast<unsigned>(date.month());
  return base::to_ratio(whole) +
         Ratio(static_cast<unsigned>(date.day()), static_cast<unsigned>(last.day()));
}

/// The months from `start` to `end`, both days counted.
Ratio months_between(Date start, Date end) {
  return months_through(end) - months_through(start - std::chrono::days(1));
}

}  // namespace

std::optional<Ratio> time_progress(Date start, Date end, Date day, model::TimeRule rule,
                                   Trace* trace) {
  const long long all = base::days_between(start, end) + 1;
  if (all <= 0) {
    if (trace) trace->tell<"time.no_term">(std::nullopt, start, end);
    return std::nullopt;
  }
  if (rule == model::TimeRule::month) {
    const Date until = std::clamp(day, start - std::chrono::days(1), end);
    const Ratio gone = months_between(start, until);
    const Ratio months = months_between(start, end);
    const Ratio time = gone / months;
    if (trace) trace->tell<"time.by_months">(time, start, end, day, gone, months);
    return time;
  }
  const long long gone = std::clamp(base::days_between(start, day) + 1, 0LL, all);
  const Ratio time = base::to_ratio(gone) / base::to_ratio(all);
  if (trace) trace->tell<"time.elapsed">(time, start, end, day, gone, all);
  return time;
}

}  // namespace taizhang::measure
