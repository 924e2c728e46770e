// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "base/date.h"
#include "base/decimal.h"
#include "base/ratio.h"
#include "model/enums.h"
#include "model/given.h"
#include "report/view.h"

namespace taizhang::report {

/// A figure as a JSON number. A decimal has at most 15 digits, so that the double in between
/// prints it back to the digit.
Json number(base::Decimal value);

/// A fraction as a JSON number with `places` decimals, rounded half away from zero.
Json ratio_number(const base::Ratio& value, int places);

/// A fraction as a JSON number of per cent, rounded half away from zero to two places.
Json percent_number(const base::Ratio& value);

inline Json value_of(const std::string& text) { return text; }
inline Json value_of(bool flag) { return flag; }
inline Json value_of(int whole) { return whole; }
inline Json value_of(long long whole) { return whole; }
inline Json value_of(base::Decimal decimal) { return number(decimal); }
inline Json value_of(base::Date date) { return base::iso(date); }
inline Json value_of(const model::UnitName& unit) { return unit.text; }
template <class E>
requires std::is_enum_v<E> Json value_of(E value) { return std::string(model::name(value)); }

/// The value, or `null` where there is none: absent figures are null, never zero.
template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? value_of(*value) : Json();
}
template <class T>
Json or_null(const model::Given<T>& given) {
  return or_null(given.value);
}

/// A fraction with `places`, a fraction as per cent; `null` where there is none.
inline Json places_or_null(const std::optional<base::Ratio>& value, int places) {
  return value ? ratio_number(*value, places) : Json();
}
inline Json percent_or_null(const std::optional<base::Ratio>& value) {
  return value ? percent_number(*value) : Json();
}

template <class T>
Json array_of(const model::List<T>& list) {
  Json array = Json::array();
  for (const auto& item : list.items) {
    if (item) array.push_back(value_of(*item));
  }
  return array;
}

}  // namespace taizhang::report
