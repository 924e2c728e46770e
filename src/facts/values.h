// SPDX-License-Identifier: MIT
//
// Figures and words of the ledger as values.
#pragma once

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
Shows shows(E) {
  return Shows::where_it_occurs;
}
template <>
inline Shows shows(model::Light) {
  return Shows::always;
}
template <>
inline Shows shows(model::Class standing) {
  const bool seldom =
      standing == model::Class::not_applicable || standing == model::Class::not_compared;
  return seldom ? Shows::where_it_occurs : Shows::always;
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

inline Value value_of(bool flag) { return flag; }
inline Value value_of(int whole) { return whole; }
inline Value value_of(long long whole) { return whole; }
inline Value value_of(base::Date date) { return date; }
inline Value value_of(const model::FormatVersion& version) { return version.number; }
inline Value value_of(const std::string& text) { return text; }
inline Value value_of(const model::UnitName& unit) { return unit.text; }
inline Value value_of(const model::PartialDate& date) { return date.text; }
inline Value value_of(base::Decimal decimal) {
  return Number{base::to_ratio(decimal), Form::amount, {}, 6};
}
inline Value value_of(const model::Target& target) {
  if (!target.number) return document::Word{model::Target::pending.en, model::Target::pending};
  return value_of(*target.number);
}
inline Value value_of(const model::DueDay& due) {
  if (!due.date) return document::Word{model::DueDay::standing.en, model::DueDay::standing};
  return *due.date;
}
inline Value value_of(const model::DeadlineDay& day) {
  if (!day.own) return day.day;
  return std::string(model::DeadlineDay::own_mark) + std::to_string(day.day);
}
inline Value value_of(const std::optional<base::Decimal>& decimal) {
  return decimal ? value_of(*decimal) : Value();
}
Value value_of(const model::Loose& loose);
template <class E>
requires std::is_enum_v<E> Value value_of(E value) { return word(value); }

/// The value, or nothing where there is none.
template <class T>
Value or_absent(const std::optional<T>& value) {
  return value ? value_of(*value) : Value();
}

/// A fraction in one of the forms of a number.
Value in_form(const std::optional<base::Ratio>& value, Form form);
/// An amount in `unit`, a unit of measure.
Value amount(const std::optional<base::Ratio>& value, const std::string& unit);
Value amount(const std::optional<base::Decimal>& value, const std::string& unit);

/// Names of units, ids …
Value list_of(const std::vector<std::string>& texts);
/// Periods, each with its end and its deadline; for people by their ends.
Value list_of(const std::vector<measure::ReportPeriod>& periods);
Value ends_of(const std::vector<measure::ReportPeriod>& periods);

/// Whether a file gives the entity at all.
template <class E>
bool is_written(const E& entity) {
  return entity.written();
}

}  // namespace taizhang::facts
