// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace taizhang::base {

/// What stands in the braces of a place of a text: `n`, whose value is printed, or
/// `n|task|tasks`, of which the word is printed that goes with the number at `n`.
struct Place {
  std::string_view name;
  std::string_view one = {};
  std::string_view many = {};
  bool is_word = false;

  /// The word beside `number`, which may be `n/N`: one of one task, none of two tasks.
  std::string_view word(std::string_view number) const {
    return number == "1" || number.ends_with("/1") ? one : many;
  }
};

inline Place place(std::string_view inside) {
  const std::size_t first = inside.find('|');
  if (first == std::string_view::npos) return {inside};
  const std::size_t second = inside.find('|', first + 1);
  if (second == std::string_view::npos) return {inside};
  return {inside.substr(0, first), inside.substr(first + 1, second - first - 1),
          inside.substr(second + 1), true};
}

}  // namespace taizhang::base
