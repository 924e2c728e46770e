// SPDX-License-Identifier: MIT
#include "render/heading_number.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::render {

std::size_t length_of_number(std::string_view heading) {
  const std::size_t digits = std::min(heading.find_first_not_of("0123456789"), heading.size());
  if (digits > 0) return digits < heading.size() && heading[digits] == ' ' ? digits : 0;
  constexpr std::string_view numerals = "一二三四五六七八九十";
  constexpr std::size_t letter = 3;
  std::size_t end = 0;
  while (end + letter <= heading.size() &&
         numerals.find(heading.substr(end, letter)) != std::string_view::npos) {
    end += letter;
  }
  constexpr std::string_view comma = "、";
  return end > 0 && heading.substr(end).starts_with(comma) ? end + comma.size() : 0;
}

std::string_view without_number(std::string_view heading) {
  return base::trimmed(heading.substr(length_of_number(heading)));
}

}  // namespace taizhang::render
