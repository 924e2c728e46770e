// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace taizhang::embed {

/// `text` as a string literal, in pieces, for compilers limit the length of one.
std::string literal(const std::string& text);

}  // namespace taizhang::embed
