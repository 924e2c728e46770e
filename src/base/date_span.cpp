// SPDX-License-Identifier: MIT
#include "base/date_span.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/look_alike.h"

namespace taizhang::base {

namespace {

using namespace std::chrono;

/// The whole number that all of `text` is, without a sign.
std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && !text.empty() && text.front() != '-' ? std::optional(value) : std::nullopt;
}

bool is_year(std::optional<int> value) {
  return value && *value >= first_year && *value <= last_year;
}

DateSpan months(year_month first, int count) {
  return {sys_days(first / 1), sys_days((first + std::chrono::months(count - 1)) / last)};
}

/// ISO 8601: the week that holds January 4 is the first.
std::optional<DateSpan> week_of(int of_year, int week) {
  const sys_days fourth = year(of_year) / 1 / 4;
  const sys_days first = fourth - (weekday(fourth) - Monday);
  const sys_days monday = first + weeks(week - 1);
  const sys_days next_fourth = year(of_year + 1) / 1 / 4;
  if (week < 1 || monday >= next_fourth - (weekday(next_fourth) - Monday)) return std::nullopt;
  return DateSpan{monday, monday + days(6)};
}

std::optional<DateSpan> calendar(std::string_view text) {
  if (const auto date = parse_date(text).date) return DateSpan{*date, *date};
  const auto of_year = number(text.substr(0, 4));
  if (text.size() < 4 || !is_year(of_year)) return std::nullopt;
  const year_month january = year(*of_year) / January;
  if (text.size() == 4) return months(january, 12);
  const std::string_view rest = text.substr(4);
  if (rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'q')) {
    const auto quarter = number(rest.substr(1));
    if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
    return months(january + std::chrono::months(3 * (*quarter - 1)), 3);
  }
  if (rest.size() == 4 && rest[0] == '-' && (rest[1] == 'W' || rest[1] == 'w')) {
    const auto week = number(rest.substr(2));
    return week ? week_of(*of_year, *week) : std::nullopt;
  }
  if (rest.size() == 3 && rest[0] == '-') {
    const auto of_month = number(rest.substr(1));
    if (!of_month || *of_month < 1 || *of_month > 12) return std::nullopt;
    return months(january + std::chrono::months(*of_month - 1), 1);
  }
  return std::nullopt;
}

/// A number of days before or after `day`: `-7d`, `+7d`, `7天前`, `7天后`.
std::optional<DateSpan> away(std::string_view text, Date day) {
  constexpr int most = 100'000;
  int sign = 0;
  std::string_view count = text;
  if (text.ends_with("天前")) sign = -1;
  if (text.ends_with("天后")) sign = 1;
  if (sign != 0) {
    count.remove_suffix(std::string_view("天前").size());
  } else if (text.size() > 2 && (text[0] == '-' || text[0] == '+') && text.ends_with('d')) {
    sign = text[0] == '-' ? -1 : 1;
    count = text.substr(1, text.size() - 2);
  }
  const auto value = sign == 0 ? std::nullopt : number(count);
  if (!value || *value > most) return std::nullopt;
  const Date then = day + days(sign * *value);
  return DateSpan{then, then};
}

/// Take a number of one to `most` digits from the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto value = digits > most ? std::nullopt : number(text.substr(0, digits));
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view sign) {
  if (!text.starts_with(sign)) return false;
  text.remove_prefix(sign.size());
  return true;
}

}  // namespace

std::optional<std::string> meant_date(const std::string& text) {
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return std::nullopt;
  const std::string plain = plain_form(text);
  std::string_view rest = plain;
  const auto year = take_number(rest, 4);
  std::string_view sign;
  for (std::string_view one : {"-", "/", ".", "年"}) {
    if (sign.empty() && take(rest, one)) sign = one;
  }
  if (!year || sign.empty()) return std::nullopt;
  const auto month = take_number(rest, 2);
  if (!month || !take(rest, sign == "年" ? "月" : sign)) return std::nullopt;
  const auto day = take_number(rest, 2);
  if (!day || (sign == "年" && !take(rest, "日")) || !rest.empty()) return std::nullopt;
  const std::string iso = fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
  if (!parse_date(iso).date) return std::nullopt;
  return iso;
}

std::optional<std::string> meant_span(const std::string& text) {
  if (const auto day = meant_date(text)) return day;
  constexpr std::size_t of_month = 7;
  for (const char* first : {"-1", "/1", ".1", "1日"}) {
    if (const auto day = meant_date(text + first)) return day->substr(0, of_month);
  }
  return std::nullopt;
}

std::optional<DateSpan> parse_span(std::string_view text, Date day) {
  const year_month_day today{day};
  const year_month month = today.year() / today.month();
  const unsigned in_quarter = (static_cast<unsigned>(today.month()) - 1) % 3;
  const auto one = [](Date date) { return DateSpan{date, date}; };
  if (text == "today" || text == "今天") return one(day);
  if (text == "月初") return one(sys_days(month / 1));
  if (text == "月底" || text == "month-end") return one(sys_days(month / last));
  if (text == "上月底") return one(sys_days(month / 1) - days(1));
  if (text == "季末") {
    return one(sys_days((month + std::chrono::months(2 - static_cast<int>(in_quarter))) / last));
  }
  if (text == "年初") return one(sys_days(today.year() / 1 / 1));
  if (text == "年底" || text == "year-end") return one(sys_days(today.year() / 12 / 31));
  if (const auto span = away(text, day)) return span;
  return calendar(text);
}

}  // namespace taizhang::base
