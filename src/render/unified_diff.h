// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "render/style.h"

namespace taizhang::render {

/// What changes in the file `path`, as `diff -u` and `git diff` write it and `git apply` reads it.
/// Line by line: `before` and `after` have as many lines. For a terminal its controls are taken out
/// of the lines. Empty where nothing changes.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after,
                         bool for_terminal, Style style);

}  // namespace taizhang::render
