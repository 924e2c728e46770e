// SPDX-License-Identifier: MIT
#pragma once

#include <gmpxx.h>

#include <string>
#include <vector>

#include "base/decimal.h"

namespace taizhang::base {

/// An exact fraction. Completions and means stay fractions until they are printed, so that no
/// figure is ever rounded twice.
using Ratio = mpq_class;

Ratio to_ratio(Decimal value);
Ratio to_ratio(long long value);

/// `value` with `places` decimals, rounded half away from zero: 0.125 at 2 places is `0.13`.
std::string rounded(const Ratio& value, int places);

/// `value` times 100 with `places` decimals, without a sign of per cent.
std::string percent(const Ratio& value, int places);

/// `value` held between 0 and 1.
Ratio clamped(const Ratio& value);

/// The plain mean; `values` must not be empty.
Ratio mean(const std::vector<Ratio>& values);

}  // namespace taizhang::base
