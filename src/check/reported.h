// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "measure/readings.h"
#include "model/ledger.h"

namespace taizhang::check {

class AtIndicator;

/// The day on which all that was ever reported is known and every change has taken effect.
inline constexpr base::Date end_of_days = base::Date::max();

/// Whether `date` is outside `period`; not so where the period itself is in doubt.
bool is_outside(const model::Period& period, base::Date date);

/// The day after which a report counts only with approval; nothing where it cannot be known, or the
/// plan records public results.
std::optional<base::Date> settled_on(const AtIndicator& at);

/// The ids of the readings that another reading corrects or withdraws: what was wrong with them has
/// been put right.
std::set<std::string_view> corrected_ids(const model::Indicator& indicator);

/// Two readings that do not go together; `after` is the one that came later.
struct Clash {
  measure::Effective before;
  measure::Effective after;
};

/// The readings of an indicator that count once all is known, and where they contradict each other.
struct Reported {
  std::vector<measure::Effective> readings;  ///< oldest first
  /// Two units with different values for one data date (RULES.md §8).
  std::vector<Clash> conflicts;
  /// A second value for a data date that does not say which it corrects (RULES.md §6.1).
  std::vector<Clash> seconds;
  /// A running total that goes against its direction from one data date to the next.
  std::vector<Clash> falls;

  bool sound() const { return conflicts.empty() && seconds.empty() && falls.empty(); }
};

/// Whether every reading of an indicator is as its author meant it.
bool all_read(const AtIndicator& at);

/// Gather what was reported for an indicator. Nothing where some of it could not be read: a lost
/// correction would make a sound reading look wrong. A data date outside the plan is another rule's
/// finding and left out.
Reported reported(const AtIndicator& at);

}  // namespace taizhang::check
