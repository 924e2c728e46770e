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

Json percent_number(const base::Ratio& value) {
  const base::Ratio percent = value * 100;
  const auto decimal = base::Decimal::parse(base::rounded(percent, 2)).decimal;
  return decimal ? number(*decimal) : Json(percent.get_d());
}

}  // namespace taizhang::report
