// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

namespace taizhang::base {

/// A calendar day; differences are whole days.
using Date = std::chrono::sys_days;

/// The first and the last year that a date may lie in.
inline constexpr int first_year = 1900;
inline constexpr int last_year = 2999;

/// Why a text is not a date.
enum class DateFault { not_iso, no_such_day };

struct ParsedDate {
  std::optional<Date> date;
  DateFault fault = DateFault::not_iso;
};

/// Read `YYYY-MM-DD`, years 1900 to 2999; nothing else is a date here.
ParsedDate parse_date(std::string_view text);

/// Whether `text` is a date known only in part: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
bool is_partial_date(std::string_view text);

/// What the two above take, as regular expressions (ECMA 262) for programs that know no more than
/// those: of the days that a calendar does not have they let February 29 pass in every year.
std::string date_pattern();
std::string partial_date_pattern();

/// The same for people.
inline constexpr Bilingual date_form{"日期要写成 2023-08-02 的样子，月、日各两位",
                                     "write dates as 2023-08-02, month and day with two digits"};
inline constexpr Bilingual partial_date_form{"要写成 2023、2023-08 或 2023-08-02",
                                             "write 2023, 2023-08 or 2023-08-02"};

/// `YYYY-MM-DD`.
std::string iso(Date date);

/// The days from `from` to `to`, negative when `to` is earlier.
long long days_between(Date from, Date to);

}  // namespace taizhang::base
