// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace taizhang::base {

/// A calendar day; differences are whole days.
using Date = std::chrono::sys_days;

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

/// `YYYY-MM-DD`.
std::string iso(Date date);

/// The days from `from` to `to`, negative when `to` is earlier.
long long days_between(Date from, Date to);

}  // namespace taizhang::base
