// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace taizhang::intake {

/// A text whose numbers are in plain digits: `1600` for `１,６００`, `1，600` and `1 600`.
struct PlainNumbers {
  std::string text;
  std::vector<std::size_t> from;  ///< by byte of `text` and its end, the byte of what was given
  /// Numbers whose separators part no thousands, from their first byte to behind their last: `1,60`
  /// may be one number or two.
  std::vector<std::pair<std::size_t, std::size_t>> doubtful;
};

PlainNumbers with_plain_numbers(const std::string& given);

}  // namespace taizhang::intake
