// SPDX-License-Identifier: MIT
//
// Shares and weights are plain numbers: a mean divides by their sum, whatever it is. So nothing can
// be said of most of them. But numbers that are clearly meant as parts of one (0.6 and 0.4) or of a
// hundred (60 and 40) have to come to one or a hundred; where they do not, one of them is wrong.
#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"
#include "model/given.h"

namespace taizhang::check {

/// Numbers of a file, each above 0.
using Weights = std::vector<const model::Given<base::Decimal>*>;

base::Decimal sum_of(const Weights& weights);

/// The whole that `weights` are clearly meant as parts of: 1 where all are below it, 100 where none
/// is and they come near; nothing for plain weights.
std::optional<base::Decimal> whole_of(const Weights& weights);

/// Whether `sum`, of so many parts, is `whole` but for what rounding each part to a hundredth of
/// it may leave: 0.33, 0.33 and 0.33 come to 1.
bool come_to(base::Decimal sum, base::Decimal whole, std::size_t parts);

/// Whether all of them are equal: then it does not matter what they come to.
bool are_alike(const Weights& weights);

}  // namespace taizhang::check
