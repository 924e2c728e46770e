// SPDX-License-Identifier: MIT
//
// The defaults of RULES.md stand in the tables of fields, as a file would write them. Here they
// become values:
//
//   resolved<&Indicator::frequency>(indicator)   what the file gives, else the table's `month`
//   otherwise<&StaleRules::month>()              45 and 75
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/decimal.h"
#include "model/enums.h"
#include "model/field.h"
#include "model/given.h"

namespace taizhang::model {

template <class M>
struct MemberOf;

template <class E, class T>
struct MemberOf<T E::*> {
  using Entity = E;
  using Type = T;
};

/// The text of the default of the field at `Member`; empty where it has none.
template <auto Member>
constexpr std::string_view otherwise_text() {
  using Owner = typename EntityWith<typename MemberOf<decltype(Member)>::Entity>::Type;
  std::string_view text;
  const auto look = [&](const auto& field) {
    if (field.template is_at<Member>()) text = field.otherwise.value;
  };
  Fields<Owner>::table.each(look);
  return text;
}

constexpr int whole_number(std::string_view text) {
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

/// The value that a default's text stands for; the tables hold only what can be read.
constexpr int read_default(std::string_view text, const int*) { return whole_number(text); }
constexpr bool read_default(std::string_view text, const bool*) { return text == "true"; }
inline base::Decimal read_default(std::string_view text, const base::Decimal*) {
  return base::Decimal::parse(text).decimal.value();
}
constexpr DeadlineDay read_default(std::string_view text, const DeadlineDay*) {
  return {whole_number(text), false};
}
template <class E>
requires std::is_enum_v<E>
constexpr E read_default(std::string_view text, const E*) { return from_name<E>(text).value(); }

template <class T>
T read_default(std::string_view text, const Given<T>*) {
  return read_default(text, static_cast<const T*>(nullptr));
}
inline std::vector<int> read_default(std::string_view text, const List<int>*) {
  std::vector<int> numbers;
  for (std::size_t i = text.find_first_of("0123456789"); i != text.npos;) {
    const std::size_t end = text.find_first_not_of("0123456789", i);
    numbers.push_back(whole_number(text.substr(i, end - i)));
    i = text.find_first_of("0123456789", end);
  }
  return numbers;
}

/// The default of the field at `Member`, which must have one.
template <auto Member>
const auto& otherwise() {
  using Type = typename MemberOf<decltype(Member)>::Type;
  static_assert(!otherwise_text<Member>().empty());
  static const auto value =
      read_default(otherwise_text<Member>(), static_cast<const Type*>(nullptr));
  return value;
}

/// What `entity` gives in the field at `Member`, else its default.
template <auto Member>
auto resolved(const typename MemberOf<decltype(Member)>::Entity& entity) {
  const auto& given = entity.*Member;
  return given ? *given : otherwise<Member>();
}

}  // namespace taizhang::model
