// SPDX-License-Identifier: MIT
#include "report/json.h"

#include <charconv>

namespace taizhang::report {

namespace {

Json from_text(const std::string& text) {
  if (text.find('.') == std::string::npos) return std::stoll(text);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Json number(base::Decimal value) { return from_text(value.text()); }

Json ratio_number(const base::Ratio& value, int places) {
  const auto decimal = base::Decimal::parse(base::rounded(value, places)).decimal;
  return decimal ? number(*decimal) : Json(value.get_d());
}

Json percent_number(const base::Ratio& value) { return ratio_number(value * 100, 2); }

}  // namespace taizhang::report
