// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace taizhang::cli {

/// `page` with no line wider than `width` columns: paragraphs are filled anew, what stands in the
/// second column of a list goes on below itself, or below its line where there is no room for that.
std::string reflowed(std::string_view page, int width);

}  // namespace taizhang::cli
