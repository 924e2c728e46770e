// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace taizhang::report {

/// A view: what a report says, as a JSON value with its keys in the order of their making.
using Json = nlohmann::ordered_json;

}  // namespace taizhang::report
