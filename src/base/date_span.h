// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
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

/// The days that `text` means, seen from `day`: a date (2023-10-31), a month (2023-10), an ISO week
/// (2023-W39), a quarter (2023Q3), a year (2023), `today` (今天), `-7d` (7天前), `+7d` (7天后),
/// 月初, 月底, 上月底, 季末, 年初, 年底. Nothing where it means none.
std::optional<DateSpan> parse_span(std::string_view text, Date day);

/// The day that `text` means in full-width digits, without its leading zeros, or with other signs
/// between: `2023-8-2`, `2023/08/02`, `2023年8月2日`; nothing where it means none.
std::optional<std::string> meant_date(const std::string& text);

/// The same of a day or a month (`2023-8`).
std::optional<std::string> meant_span(const std::string& text);

/// What `parse_span` takes, for people.
inline constexpr Bilingual date_span_form{
    "写成 2023-10-31、2023-10、2023-W39、2023Q3、2023、今天、-7d、月底 的样子",
    "write it like 2023-10-31, 2023-10, 2023-W39, 2023Q3, 2023, today, -7d or 月底"};

}  // namespace taizhang::base
