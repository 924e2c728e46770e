// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "example/fill.h"
#include "example/readings.h"

namespace taizhang::example {

/// A reading before it has its number.
struct Draft {
  model::Reading reading{unwritten};
  std::optional<std::size_t> corrects;  ///< which of the drafts
};

/// Some figures of the year's end come as provisional and are replaced by the final one within the
/// 45 days of settlement.
void settle(const Scene& scene, const Drawn& drawn, std::vector<Draft>& drafts);

/// Some reports go wrong: a figure is mistyped and corrected, one is withdrawn, two leads report
/// the same. `drafts` are in the order of their dates.
void go_wrong(const Scene& scene, const Reporters& reporters, const Drawn& drawn,
              std::vector<Draft>& drafts);

/// Give a reason to every figure that is a jump from the one before: by more than 30 % of it and
/// more than 10 % of `target`, the one in force at the end (RULES.md §7).
void give_reasons(model::Indicator& indicator, base::Decimal target);

/// The readings in the order of their reports, numbered `r1`, `r2` ….
model::Many<model::Reading> numbered(std::vector<Draft> drafts);

}  // namespace taizhang::example
