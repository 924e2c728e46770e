// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/style.h"
#include "source/edit.h"

namespace taizhang::render {

/// What `edits` change in the file `path`, whose text is `before`, as `diff -u` and `git diff`
/// write it and `git apply` reads it. The edits are in order and do not overlap. For a terminal its
/// controls are taken out of the lines. Empty where nothing changes.
std::string unified_diff(const std::string& path, std::string_view before,
                         const std::vector<source::Edit>& edits, bool for_terminal, Style style);

}  // namespace taizhang::render
