// SPDX-License-Identifier: MIT
//
// The counterpart of load/decoder.h: one walk over the table of an entity's fields, with one
// overload for each shape of member. What is not set is left out.
#pragma once

#include <string>
#include <type_traits>

#include "edit/value.h"
#include "model/task_fields.h"

namespace taizhang::edit {

/// The language of the keys and words of a file.
using Spelling = base::Language;

// -- scalars -----------------------------------------------------------------------------------

inline Value scalar_of(const std::string& value, Spelling) { return Value::text(value); }
inline Value scalar_of(const model::UnitName& value, Spelling) { return Value::text(value.text); }
inline Value scalar_of(const model::PartialDate& value, Spelling) {
  return Value::text(value.text);
}
inline Value scalar_of(bool value, Spelling) { return Value::plain(value ? "true" : "false"); }
inline Value scalar_of(int value, Spelling) { return Value::plain(std::to_string(value)); }
inline Value scalar_of(model::FormatVersion value, Spelling) {
  return Value::plain(std::to_string(value.number));
}
inline Value scalar_of(base::Date value, Spelling) { return Value::plain(base::iso(value)); }
inline Value scalar_of(base::Decimal value, Spelling) { return Value::plain(value.text()); }
inline Value scalar_of(const std::optional<base::Decimal>& value, Spelling) {
  return Value::plain(value ? value->text() : "null");
}
inline Value scalar_of(const model::Target& value, Spelling spelling) {
  return Value::plain(value.number ? value.number->text()
                                   : std::string(model::Target::pending.in(spelling)));
}
inline Value scalar_of(const model::DueDay& value, Spelling spelling) {
  return Value::plain(value.date ? base::iso(*value.date)
                                 : std::string(model::DueDay::standing.in(spelling)));
}
inline Value scalar_of(const model::DeadlineDay& value, Spelling) {
  return Value::plain(std::string(value.own ? model::DeadlineDay::own_mark : "") +
                      std::to_string(value.day));
}
template <class E>
requires std::is_enum_v<E> Value scalar_of(E value, Spelling spelling) {
  if (spelling == Spelling::zh) return Value::plain(std::string(model::label(value).zh));
  return Value::plain(std::string(model::name(value)));
}
inline Value scalar_of(const model::Loose& value, Spelling spelling);

// -- what is set -------------------------------------------------------------------------------

template <class T>
bool is_set(const model::Given<T>& given) {
  return given.value.has_value();
}
template <class T>
bool is_set(const model::List<T>& list) {
  return !list.items.empty();
}
template <class E>
bool is_set(const model::Many<E>& many) {
  return !many.empty();
}
template <class T>
bool is_set(const model::Table<T>& table) {
  return !table.rows.empty();
}
template <class E>
bool is_set(const model::ByName<E>& table) {
  return !table.rows.empty();
}
inline bool is_set(const model::Amounts& amounts) {
  return is_set(amounts.one) || is_set(amounts.by);
}
template <class E>
requires std::is_base_of_v<model::Entity, E>
bool is_set(const E& entity) {
  return model::Fields<E>::table.any([&](const auto& field) { return is_set(field.of(entity)); });
}

// -- members and entities ----------------------------------------------------------------------

template <class T>
Value value_of(const model::Given<T>& given, Spelling spelling) {
  return scalar_of(*given, spelling);
}
template <class T>
Value value_of(const model::List<T>& list, Spelling spelling) {
  std::vector<Value> items;
  for (const model::Given<T>& item : list.items) items.push_back(scalar_of(*item, spelling));
  return Value::list(std::move(items));
}
/// One by itself stands without a list.
template <class T>
Value value_of(const model::OneOrList<T>& list, Spelling spelling) {
  if (list.items.size() == 1) return scalar_of(*list.items.front(), spelling);
  return value_of(static_cast<const model::List<T>&>(list), spelling);
}
template <class T>
Value value_of(const model::Table<T>& table, Spelling spelling) {
  std::vector<Value::Pair> pairs;
  for (const auto& [name, value] : table.rows) {
    pairs.push_back({*name, scalar_of(*value, spelling)});
  }
  return Value::map(std::move(pairs));
}
inline Value value_of(const model::Amounts& amounts, Spelling spelling) {
  return is_set(amounts.one) ? value_of(amounts.one, spelling) : value_of(amounts.by, spelling);
}
template <class E>
requires std::is_base_of_v<model::Entity, E> Value value_of(const E& entity, Spelling spelling);

template <class E>
Value value_of(const model::ByName<E>& table, Spelling spelling);

template <class E>
Value value_of(const model::Many<E>& many, Spelling spelling) {
  std::vector<Value> items;
  for (const E& entry : many) items.push_back(value_of(entry, spelling));
  return Value::list(std::move(items));
}

/// Every key of `entity` that is set, in the order of its table.
template <class E>
requires std::is_base_of_v<model::Entity, E> Value value_of(const E& entity, Spelling spelling) {
  std::vector<Value::Pair> pairs;
  const auto put = [&](const auto& field) {
    if (!is_set(field.of(entity))) return;
    pairs.push_back({std::string(spelling == Spelling::zh ? field.zh : field.key),
                     value_of(field.of(entity), spelling)});
  };
  model::Fields<E>::table.each(put);
  return Value::map(std::move(pairs));
}

/// An entry of which only its text is set stands as that.
template <class E>
Value value_of(const model::ByName<E>& table, Spelling spelling) {
  std::vector<Value::Pair> pairs;
  for (const auto& [name, entry] : table.rows) {
    E alone;
    alone.*E::text() = entry.*E::text();
    const Value whole = value_of(entry, spelling);
    const bool is_text = on_one_line(whole) == on_one_line(value_of(alone, spelling));
    pairs.push_back({*name, is_text ? value_of(entry.*E::text(), spelling) : whole});
  }
  return Value::map(std::move(pairs));
}

inline Value scalar_of(const model::Loose& value, Spelling spelling) {
  if (value.trajectory.written()) return value_of(value.trajectory, spelling);
  const auto one = [](const std::string& text) {
    const bool plain = base::Decimal::parse(text).decimal || base::parse_date(text).date;
    return plain ? Value::plain(text) : Value::text(text);
  };
  if (value.texts.size() == 1) return one(value.texts.front());
  std::vector<Value> items;
  for (const std::string& text : value.texts) items.push_back(one(text));
  return Value::list(std::move(items));
}

/// The keys of `E` in the order in which a file has them, in both languages.
template <class E>
std::vector<std::string_view> order_of() {
  std::vector<std::string_view> order;
  model::Fields<E>::table.each([&](const model::Key& key) {
    order.push_back(key.key);
    order.push_back(key.zh);
  });
  return order;
}

}  // namespace taizhang::edit
