// SPDX-License-Identifier: MIT
#include "load/mend.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/date_span.h"
#include "base/decimal.h"
#include "base/look_alike.h"
#include "base/text.h"

namespace taizhang::load {

namespace {

/// No number, date or known word is longer.
constexpr std::size_t longest = 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The plain form of a value, without the sign that was typed behind it as behind a text.
std::string plain_value(std::string_view text) {
  std::string plain = base::plain_form(text);
  for (const std::string_view sign : {",", ";", "。", "、", "."}) {
    if (plain.size() <= sign.size() || !plain.ends_with(sign)) continue;
    plain.erase(plain.size() - sign.size());
    break;
  }
  return plain;
}

}  // namespace

std::optional<std::string> mended_number(const std::string& text) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = plain_value(text);
  // .5, as a spreadsheet shows a number below 1.
  if (plain.size() > 1 && plain[0] == '.' && is_digit(plain[1])) plain.insert(0, "0");
  if (plain == text || !base::Decimal::parse(plain).decimal) return std::nullopt;
  return plain;
}

std::optional<std::string> mended_date(const std::string& text) {
  // 2024年12月31日 is a date in words: whoever wrote it is told, and writes it anew.
  if (text.size() > longest || text.find("年") != text.npos) return std::nullopt;
  const auto day = base::meant_date(text);
  return day ? day : base::meant_date(plain_value(text));
}

std::optional<std::string> mended_month(const std::string& text) {
  const std::string plain = base::plain_form(text);
  constexpr std::size_t year = 4;
  const bool one_digit = plain.size() == year + 2 && is_digit(plain[year + 1]) &&
                         plain[year + 1] != '0' &&
                         std::string_view("-/.").find(plain[year]) != std::string_view::npos &&
                         std::all_of(plain.begin(), plain.begin() + year, is_digit);
  if (!one_digit) return mended_date(text);
  return plain.substr(0, year) + "-0" + plain[year + 1];
}

std::optional<std::string> mended_whole(const std::string& text) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = plain_value(text);
  const bool digits = !plain.empty() && std::all_of(plain.begin(), plain.end(), is_digit);
  if (!digits) return std::nullopt;
  plain.erase(0, std::min(plain.find_first_not_of('0'), plain.size() - 1));
  if (plain == text || !base::Decimal::parse(plain).decimal) return std::nullopt;
  return plain;
}

std::optional<std::string> mended_word(const std::string& text,
                                       const std::vector<std::string_view>& names) {
  if (text.size() > longest) return std::nullopt;
  const std::string plain = base::lower_ascii(plain_value(text));
  if (plain == text || std::find(names.begin(), names.end(), plain) == names.end()) {
    return std::nullopt;
  }
  return plain;
}

}  // namespace taizhang::load
