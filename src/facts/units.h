// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/figures.h"

namespace taizhang::facts {

/// What the unit that is written as `given`, by name or alias, is called on the day of `plan`;
/// nothing where its registry has none of that name.
std::optional<std::string> unit_named(const measure::PlanFigures& plan, const std::string& given);

/// The names of all units of its registry, in that order.
std::vector<std::string> unit_names(const measure::PlanFigures& plan);

}  // namespace taizhang::facts
