// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/language.h"
#include "intake/number_words.h"

namespace taizhang::intake {

/// One number as it stands: its unit and what is said behind it.
struct Found {
  std::size_t at, end;  ///< of its digits
  Text digits;
  Text unit = {};
  std::size_t behind = 0;  ///< the unit and 以上, 左右 …
  Text after = {};         ///< 以上, 左右 …; empty where nothing is said
  bool more = false;       ///< 余
};

/// Find the unit of measure behind the digits and the words behind that.
Found found_at(Text text, std::size_t at, std::size_t end, Text digits);

/// Where the digits begin to which `found` is the lower end of a range, as in 3-5所 and 30%—40%;
/// `npos` where it is none.
std::size_t range_from(Text text, const Found& found);

/// Where the words of a date end that its number begins: 2024年, 9月底前. The end of the digits
/// where it is no date.
std::size_t end_of_date(Text text, const Found& found);

/// Whether the number is a place that is to be reached: 进入全市前3位.
bool says_rank(Text text, const Found& found);

/// Why a number is no promise; empty where it may be one. `in_name` says that one before it in its
/// clause is a part of a name.
base::Bilingual why_no_promise(Text text, const Found& found, bool in_name);

/// The reason of what is a part of a name.
inline constexpr base::Bilingual part_of_name{"名称的一部分", "a part of a name"};
/// The reason of a date.
inline constexpr base::Bilingual a_date{"日期或期间", "a date"};

}  // namespace taizhang::intake
