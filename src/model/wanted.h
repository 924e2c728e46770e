// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <type_traits>

#include "base/date.h"
#include "base/decimal.h"
#include "model/given.h"

namespace taizhang::model {

/// What is wanted where a `T` stands, in words.
template <class T>
constexpr base::Bilingual wanted() {
  if constexpr (std::is_same_v<T, base::Decimal>)
    return {"数字", "a number"};
  else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, FormatVersion>)
    return {"整数", "a whole number"};
  else if constexpr (std::is_same_v<T, bool>)
    return {"true（是）或 false（否）", "true（是）or false（否）"};
  else if constexpr (std::is_same_v<T, base::Date>)
    return {"日期", "a date"};
  else if constexpr (std::is_same_v<T, PartialDate>)
    return {"日期", "a date"};
  else if constexpr (std::is_same_v<T, Target>)
    return {"数字，或 pending（待下达）", "a number, or pending（待下达）"};
  else if constexpr (std::is_same_v<T, DueDay>)
    return {"日期，或 standing（长期坚持）", "a date, or standing（长期坚持）"};
  else if constexpr (std::is_same_v<T, DeadlineDay>)
    return {"几日，如 5；当月的写 own-28", "a day, such as 5, or own-28 of the period’s own month"};
  else if constexpr (std::is_same_v<T, UnitName>)
    return {"单位名称", "the name of a unit"};
  else if constexpr (std::is_enum_v<T>)
    return {"规定的词", "one of the known words"};
  else
    return {"文字", "text"};
}

}  // namespace taizhang::model
