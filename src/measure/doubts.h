// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "measure/limits.h"
#include "measure/readings.h"
#include "measure/terms.h"

namespace taizhang::measure {

/// A reading that is far from the one before it.
struct Jump {
  Effective before;
  Effective after;
};

/// What should be looked at again before it is believed (RULES.md §7). A doubt changes no figure.
struct Doubts {
  /// The readings that jump without a `reason`: by more than 30 % of the value before and more
  /// than 10 % of the target. Where whole things are counted, one more or one fewer is no jump:
  /// nothing smaller can be reported.
  std::vector<Jump> jumps;
  /// Three readings in a row that are nearly equal, and the last is far below what is expected: are
  /// the month's figures typed as totals?
  bool like_monthly = false;
  /// The newest value is over 130 % of the target: is the target too low?
  bool over_target = false;

  bool any() const { return over_target || like_monthly || !jumps.empty(); }
  /// The ids of the readings that jump.
  std::vector<std::string> jumping() const;
};

/// The doubts about the `readings` that count, oldest first.
Doubts doubts(const Terms& terms, const DoubtLimits& limits,
              const std::vector<Effective>& readings);

}  // namespace taizhang::measure
