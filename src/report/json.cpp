// SPDX-License-Identifier: MIT
#include "report/json.h"

#include <charconv>

namespace taizhang::report {

namespace {

double nearest(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Json from_text(const std::string& text) {
  return text.find('.') == std::string::npos ? Json(std::stoll(text)) : Json(nearest(text));
}

}  // namespace

Json number(base::Decimal value) { return from_text(value.text()); }

Json ratio_number(const base::Ratio& value, int places) {
  const std::string text = base::rounded(value, places);
  const auto decimal = base::Decimal::parse(text).decimal;
  // What is too large for a decimal is a number of its size all the same.
  return decimal ? number(*decimal) : Json(nearest(text));
}

Json percent_number(const base::Ratio& value) { return ratio_number(value * 100, 2); }

}  // namespace taizhang::report
