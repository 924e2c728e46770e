// SPDX-License-Identifier: MIT
//
// Figures and words of the ledger as values.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "document/value.h"
#include "facts/row.h"
#include "measure/periods.h"
#include "model/enums.h"
#include "model/given.h"

namespace taizhang::facts {

using document::Absent;
using document::Form;
using document::Number;
using document::Tone;
using document::Value;

/// The colour of a light, and of the light that puts something into a class.
Tone tone_of(model::Light light);
Tone tone_of(model::Class standing);

/// What 未报送 is called where only published results are recorded (RULES.md §4, reporting).
inline constexpr base::Bilingual not_recorded{"未录", "not recorded"};

/// A word of an enumeration, in its colour where it has one.
template <class E>
document::Word word(E value) {
  document::Word result{model::name(value), model::label(value)};
  if constexpr (std::is_same_v<E, model::Light> || std::is_same_v<E, model::Class>) {
    result.tone = tone_of(value);
  }
  return result;
}

/// When the values of an enumeration show in a table of counts.
template <class E>
Shows shows([[maybe_unused]] E value) {
  if constexpr (std::is_same_v<E, model::Light>) return Shows::always;
  if constexpr (std::is_same_v<E, model::Class>) {
    const bool is_rare =
        value == E::not_applicable || value == E::not_compared || value == E::not_judged;
    if (!is_rare) return Shows::always;
  }
  return Shows::where_it_occurs;
}

/// Every value of an enumeration.
template <class E>
std::vector<Known> all_words(const Row&) {
  std::vector<Known> all;
  for (const auto& named : model::Names<E>::table) {
    all.push_back({word(named.value), word(named.value), shows(named.value)});
  }
  return all;
}

template <class T>
requires std::is_constructible_v<Value, const T&> Value value_of(const T& value) { return value; }
inline Value value_of(std::size_t count) { return static_cast<long long>(count); }
inline Value value_of(const model::FormatVersion& version) { return version.number; }
inline Value value_of(const model::UnitName& unit) { return unit.text; }
inline Value value_of(const model::PartialDate& date) { return date.text; }
inline Value value_of(const model::DueDay& due) {
  return due.date ? Value(*due.date)
                  : document::Word{model::DueDay::standing.en, model::DueDay::standing};
}
inline Value value_of(const model::DeadlineDay& day) {
  if (!day.own) return day.day;
  return std::string(model::DeadlineDay::own_mark) + std::to_string(day.day);
}
inline Value value_of(base::Decimal decimal) {
  return Number{base::to_ratio(decimal), Form::amount, {}, 6};
}

/// What stands for a target that is still to be set.
inline document::Word pending_word() { return {model::Target::pending.en, model::Target::pending}; }
inline Value value_of(const model::Target& target) {
  return target.number ? value_of(*target.number) : Value(pending_word());
}

/// A list with what `make`, a function or a member, gives of each.
template <class Range, class Make>
Value list_of(const Range& range, const Make& make) {
  document::List list;
  for (const auto& one : range) list.items.emplace_back(std::invoke(make, one));
  return list;
}

/// Names of units, ids …
Value value_of(const std::vector<std::string>& texts);
/// Periods, each with its end and its deadline.
Value value_of(const std::vector<measure::ReportPeriod>& periods);
Value value_of(const model::Loose& loose);
template <class E>
requires std::is_enum_v<E> Value value_of(E value) { return word(value); }

/// The value, or nothing where there is none.
template <class T>
Value value_of(const std::optional<T>& value) {
  return value ? value_of(*value) : Value();
}

/// A fraction in one of the forms of a number.
Value in_form(const std::optional<base::Ratio>& value, Form form);
/// An amount in `unit`, a unit of measure.
Value amount(const std::optional<base::Ratio>& value, const std::string& unit);
Value amount(const std::optional<base::Decimal>& value, const std::string& unit);

/// The number that a value is, where it is one.
std::optional<base::Ratio> number_of(const Value& value);

/// Where the value of a field of `row` comes from.
document::Origin origin_of(const Row& row, std::string_view field);

}  // namespace taizhang::facts
