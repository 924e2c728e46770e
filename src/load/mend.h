// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace taizhang::load {

// What somebody meant who wrote a value in another way, where only one thing can be meant.

/// The number in full-width digits, with a comma behind it, or without the 0 before its point.
std::optional<std::string> mended_number(const std::string& text);

/// The day in full-width digits, with other signs or without zeros: `2023/8/2`.
std::optional<std::string> mended_date(const std::string& text);

/// That, or the month: `2023-8`.
std::optional<std::string> mended_month(const std::string& text);

/// The whole number in full-width digits, or with zeros in front: `014`.
std::optional<std::string> mended_whole(const std::string& text);

/// The one of `names` in full-width or capital letters.
std::optional<std::string> mended_word(const std::string& text,
                                       const std::vector<std::string_view>& names);

}  // namespace taizhang::load
