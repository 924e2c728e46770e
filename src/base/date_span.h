// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"

namespace taizhang::base {

/// The days from `from` to `to`, both in it.
struct DateSpan {
  Date from;
  Date to;

  friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// A word for days, in both languages, and which they are seen from a day.
struct DayWord {
  Bilingual word;
  DateSpan (*means)(Date day);
  std::string_view also = {};  ///< another that is understood
};

/// All that there are: 今天 (today), 上月 (last-month), 月底 (month-end) …
std::span<const DayWord> day_words();

/// The days that `text` means, seen from `day`: a date (2023-10-31), a month (2023-10), an ISO week
/// (2023-W39), a quarter (2023Q3), a year (2023), `-7d` (7天前), `+7d` (7天后), one of the words
/// above. Nothing where it means none.
std::optional<DateSpan> parse_span(std::string_view text, Date day);

/// A day that people write without its year: `8月31日`, `12月底前`, `年底`, `三季度末`, `8-31`.
struct DayOfYear {
  unsigned month;
  unsigned day;  ///< 0 is the last one of the month

  /// The day in that year; nothing where the year has none.
  std::optional<Date> in(int year) const;
};
std::optional<DayOfYear> meant_day_of_year(const std::string& text);

/// The day that `text` means in full-width digits, without its leading zeros, or with other signs
/// between: `2023-8-2`, `2023/08/02`, `2023年8月2日`; nothing where it means none.
std::optional<std::string> meant_date(const std::string& text);

/// The same of a day or a month (`2023-8`), or the word for days that is nearly `text`.
std::optional<std::string> meant_span(const std::string& text);

/// What `parse_span` takes, for people.
inline constexpr Bilingual date_span_form{
    "写成 2023-10-31、2023-10、2023-W39、2023Q3、2023、今天、-7d、月底 的样子",
    "write it like 2023-10-31, 2023-10, 2023-W39, 2023Q3, 2023, today, -7d or month-end"};

}  // namespace taizhang::base
