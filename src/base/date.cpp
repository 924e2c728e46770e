// SPDX-License-Identifier: MIT
#include "base/date.h"

#include <fmt/format.h>

namespace taizhang::base {

namespace {

constexpr std::string_view year_pattern = "(19|2[0-9])[0-9]{2}";
static_assert(first_year == 1900 && last_year == 2999);
constexpr std::string_view month_pattern = "(0[1-9]|1[0-2])";
/// Month and day: all have 28 days, February has 29, the others 30 and some 31.
constexpr std::string_view day_pattern =
    "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|02-29|(0[13-9]|1[0-2])-(29|30)|"
    "(0[13578]|1[02])-31)";

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

ParsedDate parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return {};
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (*year < first_year || *year > last_year || !date.ok())
    return {std::nullopt, DateFault::no_such_day};
  return {Date{date}, {}};
}

bool is_partial_date(std::string_view text) {
  switch (text.size()) {
    case 4:
      return parse_date(std::string(text) + "-01-01").date.has_value();
    case 7:
      return parse_date(std::string(text) + "-01").date.has_value();
    default:
      return parse_date(text).date.has_value();
  }
}

std::string date_pattern() { return fmt::format("^{}-{}$", year_pattern, day_pattern); }

std::string partial_date_pattern() {
  return fmt::format("^{0}(-{1}|-{2})?$", year_pattern, month_pattern, day_pattern);
}

std::string iso(Date date) {
  const std::chrono::year_month_day day{date};
  const int year = static_cast<int>(day.year());
  const auto month = static_cast<unsigned>(day.month());
  const auto in_month = static_cast<unsigned>(day.day());
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, in_month);
  // By hand: a ledger has days by the hundred thousand.
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t last, unsigned number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, static_cast<unsigned>(year));
  put(6, month);
  put(9, in_month);
  return text;
}

long long days_between(Date from, Date to) { return (to - from).count(); }

}  // namespace taizhang::base
