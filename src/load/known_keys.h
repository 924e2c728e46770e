// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace taizhang::load {

/// Whether some entity of the files has a key of that name, in either language: then it is
/// misplaced rather than misspelt where it is unknown.
bool is_key_somewhere(std::string_view name);

}  // namespace taizhang::load
