// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/ratio.h"
#include "model/given.h"

namespace taizhang::measure {

/// A rule of the plan, or what domain.md gives where the plan does not set it.
inline base::Ratio rule_or(const model::Given<base::Decimal>& given, std::string_view otherwise) {
  return base::to_ratio(given ? *given : *base::Decimal::parse(otherwise).decimal);
}

}  // namespace taizhang::measure
