// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "model/plan.h"
#include "model/task.h"
#include "model/unit.h"

namespace taizhang::example {

/// The text of a file: a heading that says the data is synthetic and by which seed, then every key
/// that is set, in the order of the entity's table of fields.
std::string yaml_text(const model::Plan& plan, std::uint64_t seed);
std::string yaml_text(const model::Registry& registry, std::uint64_t seed);
std::string yaml_text(const model::Task& task, std::uint64_t seed);

}  // namespace taizhang::example
