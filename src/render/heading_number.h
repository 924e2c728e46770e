// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace taizhang::render {

/// How much of a heading is its number: `12` before a blank, `三、`; 0 where it has none.
std::size_t length_of_number(std::string_view heading);

/// The heading without it.
std::string_view without_number(std::string_view heading);

}  // namespace taizhang::render
