// SPDX-License-Identifier: MIT
#include "base/date_span.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/look_alike.h"
#include "base/suggest.h"

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

DateSpan day_of(Date day, int step) { return {day + days(step), day + days(step)}; }
DateSpan week_of_day(Date day, int step) {
  const Date monday = day - (weekday(day) - Monday) + weeks(step);
  return {monday, monday + days(6)};
}
/// The `count` months that a year is parted into by them and that `day` lies in, or `step` later.
DateSpan months_of_day(Date day, int count, int step) {
  const year_month_day date{day};
  const int at = (static_cast<int>(static_cast<unsigned>(date.month())) - 1) / count + step;
  return months(date.year() / January + std::chrono::months(at * count), count);
}
template <int step>
DateSpan to_day(Date day) {
  return day_of(day, step);
}
template <int step>
DateSpan week(Date day) {
  return week_of_day(day, step);
}
template <int step>
DateSpan month(Date day) {
  return months_of_day(day, 1, step);
}
template <int step>
DateSpan quarter(Date day) {
  return months_of_day(day, 3, step);
}
template <int step>
DateSpan year_of(Date day) {
  return months_of_day(day, 12, step);
}
template <DateSpan (*span)(Date)>
DateSpan first_of(Date day) {
  return day_of(span(day).from, 0);
}
template <DateSpan (*span)(Date)>
DateSpan last_of(Date day) {
  return day_of(span(day).to, 0);
}

constexpr DayWord words[] = {
    {{"今天", "today"}, to_day<0>},
    {{"昨天", "yesterday"}, to_day<-1>},
    {{"明天", "tomorrow"}, to_day<1>},
    {{"本周", "this-week"}, week<0>},
    {{"上周", "last-week"}, week<-1>},
    {{"下周", "next-week"}, week<1>},
    {{"本月", "this-month"}, month<0>},
    {{"上月", "last-month"}, month<-1>, "上个月"},
    {{"下月", "next-month"}, month<1>, "下个月"},
    {{"本季度", "this-quarter"}, quarter<0>},
    {{"上季度", "last-quarter"}, quarter<-1>},
    {{"下季度", "next-quarter"}, quarter<1>},
    {{"今年", "this-year"}, year_of<0>, "本年"},
    {{"去年", "last-year"}, year_of<-1>, "上年"},
    {{"明年", "next-year"}, year_of<1>, "下年"},
    {{"本周一", "week-start"}, first_of<week<0>>},
    {{"本周日", "week-end"}, last_of<week<0>>},
    {{"上周日", "last-week-end"}, last_of<week<-1>>},
    {{"月初", "month-start"}, first_of<month<0>>},
    {{"月底", "month-end"}, last_of<month<0>>, "月末"},
    {{"上月底", "last-month-end"}, last_of<month<-1>>, "上月末"},
    {{"季初", "quarter-start"}, first_of<quarter<0>>},
    {{"季末", "quarter-end"}, last_of<quarter<0>>, "季底"},
    {{"上季末", "last-quarter-end"}, last_of<quarter<-1>>, "上季底"},
    {{"年初", "year-start"}, first_of<year_of<0>>},
    {{"年底", "year-end"}, last_of<year_of<0>>, "年末"},
    {{"去年底", "last-year-end"}, last_of<year_of<-1>>, "上年末"},
};

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

std::optional<Date> DayOfYear::in(int of_year) const {
  const year_month of_month = year(of_year) / std::chrono::month(month);
  if (day == 0) return sys_days(of_month / last);
  const year_month_day date = of_month / std::chrono::day(day);
  return date.ok() ? std::optional<Date>(sys_days(date)) : std::nullopt;
}

std::optional<DayOfYear> meant_day_of_year(const std::string& text) {
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return std::nullopt;
  const std::string plain = plain_form(text);
  std::string_view rest = plain;
  const auto take_behind = [&](std::string_view sign) {
    if (!rest.ends_with(sign)) return false;
    rest.remove_suffix(sign.size());
    return true;
  };
  if (!take(rest, "今年")) take(rest, "本年");
  for (const std::string_view before : {"之前", "以前", "前"}) {
    if (take_behind(before)) break;
  }
  constexpr std::pair<std::string_view, unsigned> parts[] = {
      {"年", 12},   {"上半年", 6}, {"一季度", 3}, {"二季度", 6}, {"三季度", 9}, {"四季度", 12},
      {"1季度", 3}, {"2季度", 6},  {"3季度", 9},  {"4季度", 12}, {"下半年", 12}};
  const bool is_end = take_behind("底") || take_behind("末") || take_behind("终");
  take(rest, "第");
  for (const auto& [word, of_month] : parts) {
    if (rest == word && (is_end || word != "年")) return DayOfYear{of_month, 0};
  }
  if (rest == "年中" && !is_end) return DayOfYear{6, 0};
  const auto of_month = take_number(rest, 2);
  if (!of_month || *of_month < 1 || *of_month > 12) return std::nullopt;
  const auto of_year = static_cast<unsigned>(*of_month);
  const bool in_words = take(rest, "月");
  if (in_words && (rest.empty() || rest == "份")) return DayOfYear{of_year, 0};
  if (is_end || (!in_words && !take(rest, "-") && !take(rest, "/") && !take(rest, "."))) {
    return std::nullopt;
  }
  const auto of_day = take_number(rest, 2);
  const bool ends = in_words ? rest == "日" || rest == "号" || rest.empty() : rest.empty();
  if (!of_day || *of_day < 1 || !ends) return std::nullopt;
  const DayOfYear day{of_year, static_cast<unsigned>(*of_day)};
  constexpr int leap_year = 2000;
  return day.in(leap_year) ? std::optional(day) : std::nullopt;
}

std::optional<std::string> meant_span(const std::string& text) {
  if (const auto day = meant_date(text)) return day;
  std::vector<std::string_view> known;
  for (const DayWord& word : words) known.insert(known.end(), {word.word.zh, word.word.en});
  if (const auto word = suggestion(text, known)) return word;
  constexpr std::size_t of_month = 7;
  for (const char* first : {"-1", "/1", ".1", "1日"}) {
    if (const auto day = meant_date(text + first)) return day->substr(0, of_month);
  }
  return std::nullopt;
}

std::span<const DayWord> day_words() { return words; }

std::optional<DateSpan> parse_span(std::string_view text, Date day) {
  for (const DayWord& word : words) {
    const bool other = !word.also.empty() && text == word.also;
    if (other || text == word.word.zh || text == word.word.en) return word.means(day);
  }
  if (const auto span = away(text, day)) return span;
  return calendar(text);
}

}  // namespace taizhang::base
