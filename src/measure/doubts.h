// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "measure/readings.h"
#include "measure/terms.h"
#include "model/rules.h"

namespace taizhang::measure {

/// What should be looked at again before it is believed (domain.md §7). A doubt changes no figure.
struct Doubts {
  /// The ids of readings that jump without a `reason`: by more than 30 % of the value before and
  /// more than 10 % of the target.
  std::vector<std::string> jumps;
  /// The newest value is over 130 % of the target: is the target too low?
  bool over_target = false;

  bool any() const { return over_target || !jumps.empty(); }
};

/// The doubts about the `readings` that count, oldest first.
Doubts doubts(const Terms& terms, const model::DoubtRules& rules,
              const std::vector<Effective>& readings);

}  // namespace taizhang::measure
