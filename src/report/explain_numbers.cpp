// SPDX-License-Identifier: MIT
#include "report/explain_numbers.h"

namespace taizhang::report {

using base::Ratio;

namespace {

/// `value` with `places` decimals, less the zeros at its end beyond `least` of them.
std::string shortest(const Ratio& value, int places, std::size_t least = 0) {
  std::string text = base::rounded(value, places);
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  while (text.ends_with('0') && text.size() > point + 1 + least) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

bool has_six_places(const Ratio& value) {
  const Ratio millionths = value * 1'000'000;
  return millionths.is_whole();
}

}  // namespace

std::string plain(const Ratio& value) { return shortest(value, has_six_places(value) ? 6 : 3); }

std::string operand(const Ratio& value) {
  return value < 0 ? "(" + plain(value) + ")" : plain(value);
}

std::string ratio_text(const Ratio& value) { return base::rounded(value, 4); }

std::string threshold(const Ratio& value) { return shortest(value, 6, 2); }

std::string way(const Ratio& to, const Ratio& from) {
  return "(" + operand(to) + " − " + operand(from) + ")";
}

}  // namespace taizhang::report
