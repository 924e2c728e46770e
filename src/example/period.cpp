// SPDX-License-Identifier: MIT
#include "example/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace taizhang::example {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

namespace {

/// How many months the period is long, where it is one of whole months.
std::optional<months> whole_months(Period period) {
  const year_month_day from{period.start};
  const year_month_day until{period.end + days{1}};
  if (from.day() != until.day()) return std::nullopt;
  return until.year() / until.month() - from.year() / from.month();
}

/// `date` that many months on; a day that the month does not have becomes its last.
Date shifted(Date date, months by) {
  const year_month_day day{date};
  const year_month_day moved = day + by;
  return moved.ok() ? Date{moved} : Date{moved.year() / moved.month() / std::chrono::last};
}

}  // namespace

Date month_end(Date date) {
  const year_month_day day{date};
  return Date{day.year() / day.month() / std::chrono::last};
}

Date Period::month_end_at(int permille) const { return std::min(month_end(at(permille)), end); }

Period following(Period period) {
  const Date start = period.end + days{1};
  const auto length = whole_months(period);
  return {start, length ? shifted(start, *length) - days{1} : start + days{period.days() - 1}};
}

Period preceding(Period period) {
  const Date end = period.start - days{1};
  const auto length = whole_months(period);
  return {length ? shifted(period.start, -*length) : end - days{period.days() - 1}, end};
}

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }

int month_of(Date date) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{date}.month()));
}

std::string id_of(Period period) {
  const auto length = whole_months(period);
  if (length && length->count() % 12 == 0) return std::to_string(year_of(period.start));
  return fmt::format("{}-{:02}", year_of(period.start), month_of(period.start));
}

std::string words_of(Period period) {
  const Date start = period.start;
  const Date end = period.end;
  const bool calendar_year = period == Period{Date{std::chrono::year{year_of(start)} / 1 / 1},
                                              Date{std::chrono::year{year_of(start)} / 12 / 31}};
  if (calendar_year) return fmt::format("{}年", year_of(start));
  return fmt::format("{}年{}月至{}年{}月", year_of(start), month_of(start), year_of(end),
                     month_of(end));
}

}  // namespace taizhang::example
