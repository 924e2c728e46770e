// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "facts/world.h"

namespace taizhang::facts {

/// The names, on the day, of what a thing of the unit `name` may stand under: its own, of a group
/// its members, of a member its groups, at any depth.
std::vector<std::string> unit_with_groups(const World& world, const std::string& name);

}  // namespace taizhang::facts
