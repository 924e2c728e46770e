// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "check/reported.h"
#include "measure/in_force.h"

namespace taizhang::check {

/// How a number does not fit the unit of measure that it is given in.
enum class Misscale {
  over_hundred,  ///< more than the whole: 934 % for 93.4 %
  below_zero,    ///< fewer than none of what is counted
  broken,        ///< a part of a whole thing: 2.5 schools
  fraction,      ///< 0.95 where 95 % is meant
};

/// What numbers fit an indicator. Where its unit, name or kind could not be read, all do.
class Scale {
 public:
  explicit Scale(const AtIndicator& at);

  std::optional<Misscale> of_target(base::Decimal target) const;
  std::optional<Misscale> of_value(base::Decimal value) const;

  /// Whether the target, as first written or as in force, does not fit.
  bool target_is_off() const { return target_is_off_; }

 private:
  std::optional<Misscale> of_either(base::Decimal number) const;

  bool whole_ = false;     ///< counts whole things
  bool measured_ = false;  ///< adds up lengths, weights and the like, of which none is less than 0
  bool may_shrink_ = false;  ///< a net figure, which may be negative
  bool share_ = false;       ///< a share of a whole, in per cent: 0 to 100
  bool percent_up_ = false;  ///< in per cent, and more is better
  std::optional<base::Decimal> target_;
  std::optional<base::Decimal> baseline_;
  bool target_is_off_ = false;
};

/// Call `visit(number, place)` for the target as first written and for each value that a change
/// moves it to.
template <class Visit>
void for_each_target(const model::Task& task, const model::Indicator& indicator, Visit visit) {
  if (const auto target = measure::written_target(indicator)) {
    visit(*target, indicator.target.at_or(indicator.at));
  }
  if (task.changes.empty()) return;
  const std::string field = measure::field_of(indicator, "target");
  for (const model::Change& change : task.changes) {
    if (!change.field || *change.field != field || !change.to || change.to->texts.size() != 1) {
      continue;
    }
    if (const auto to = measure::decimal_to(change)) visit(*to, change.to.at_or(change.at));
  }
}

}  // namespace taizhang::check
