// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/date.h"

namespace taizhang::example {

using base::Date;

/// From a first to a last day, both counted.
struct Period {
  Date start;
  Date end;

  int days() const { return static_cast<int>((end - start).count()) + 1; }

  /// The day after `permille` thousandths of the period.
  Date at(int permille) const { return start + std::chrono::days{(days() - 1) * permille / 1000}; }

  /// The end of the month that `at(permille)` falls in, but never after the period.
  Date month_end_at(int permille) const;

  friend bool operator==(const Period&, const Period&) = default;
};

/// The last day of the month of `date`.
Date month_end(Date date);

/// The period right after or right before: of the same number of months where `period` is one of
/// whole months, else of the same number of days.
Period following(Period period);
Period preceding(Period period);

/// What a plan of that period is called: `2024` where it is of whole years, else `2024-07`.
std::string id_of(Period period);

/// The same for people: `2024年`, `2024年7月至2025年6月`.
std::string words_of(Period period);

int year_of(Date date);
int month_of(Date date);

}  // namespace taizhang::example
