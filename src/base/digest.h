// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace taizhang::base {

/// FNV-1a of 64 bits in hexadecimal, the same on every machine and in every version: it tells two
/// texts apart that differ by chance, not one that somebody made to look the same.
std::string digest(std::string_view text);

}  // namespace taizhang::base
