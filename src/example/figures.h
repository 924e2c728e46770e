// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "example/indicator.h"

namespace taizhang::example {

/// A figure at a date; of a share of the month also what it is a share of.
struct Figure {
  Date date;
  std::int64_t value;
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
};

/// The true figures of `drawn` at `dates`, in the last place of its sketch. With `must_meet` the
/// last one meets the target.
std::vector<Figure> figures(const Drawn& drawn, const std::vector<Date>& dates, Pace pace,
                            bool must_meet, Random& random);

}  // namespace taizhang::example
