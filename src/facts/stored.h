// SPDX-License-Identifier: MIT
//
// What a file says, as values: one overload for each shape of member, so that a key in a table of
// `model/` is a field of the catalogue without another word.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "facts/values.h"
#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"

namespace taizhang::facts {

template <class E>
concept Entity = std::is_base_of_v<model::Entity, E>;

template <Entity E>
document::Record record_of(const E& entity);

template <class T>
Value stored(const model::Given<T>& given) {
  // A flag that is not written is not set.
  if constexpr (std::is_same_v<T, bool>) return given.value.value_or(false);
  return given ? value_of(*given) : Value();
}
template <class T>
Value stored(const model::List<T>& list) {
  document::List values;
  for (const auto& item : list.items) {
    if (item) values.items.push_back(value_of(*item));
  }
  return values;
}
template <class T>
Value stored(const model::Table<T>& table) {
  document::Record values{{}, true};
  for (const auto& [key, value] : table.rows) {
    if (key) values.rows.emplace_back(*key, stored(value));
  }
  return values.rows.empty() ? Value() : Value(std::move(values));
}
template <class E>
Value stored(const model::ByName<E>& table) {
  document::Record values{{}, true};
  for (const auto& [name, entry] : table.rows) values.rows.emplace_back(*name, record_of(entry));
  return values.rows.empty() ? Value() : Value(std::move(values));
}
inline Value stored(const model::Amounts& amounts) {
  return amounts.by.written() ? stored(amounts.by) : stored(amounts.one);
}
template <class E>
Value stored(const model::Many<E>& many) {
  return list_of(many, record_of<E>);
}
template <Entity E>
Value stored(const E& entity) {
  return entity.written() ? Value(record_of(entity)) : Value();
}

template <Entity E>
document::Record record_of(const E& entity) {
  document::Record record;
  const auto add = [&](const auto& field) {
    record.rows.emplace_back(field.key, stored(field.of(entity)));
  };
  model::Fields<E>::table.each(add);
  return record;
}

/// What the values of a member are.
template <class T>
constexpr Type type_of = std::is_enum_v<T>                  ? Type::word
                         : Entity<T>                        ? Type::record
                         : std::is_same_v<T, bool>          ? Type::yes_no
                         : std::is_same_v<T, int>           ? Type::whole
                         : std::is_same_v<T, base::Decimal> ? Type::number
                         : std::is_same_v<T, model::Target> ? Type::number
                         : std::is_same_v<T, base::Date>    ? Type::date
                         : std::is_same_v<T, model::DueDay> ? Type::date
                         : std::is_same_v<T, model::Loose>  ? Type::list
                                                            : Type::text;
template <class T>
constexpr Type type_of<std::optional<T>> = type_of<T>;
template <class T>
constexpr Type type_of<model::Given<T>> = type_of<T>;
template <class T>
constexpr Type type_of<model::List<T>> = Type::list;
template <class T>
constexpr Type type_of<model::Many<T>> = Type::list;
template <class T>
constexpr Type type_of<model::OneOrList<T>> = Type::list;
template <class T>
constexpr Type type_of<model::OneOrMany<T>> = Type::list;
template <>
inline constexpr Type type_of<model::Amounts> = Type::number;
template <class T>
constexpr Type type_of<model::Table<T>> = Type::record;
template <class E>
constexpr Type type_of<model::ByName<E>> = Type::record;

/// The units of a plan's registry: what marks a field whose values are names of units.
std::vector<Known> all_units(const Row& plan);

/// All values of a member, where it is a word of an enumeration or a unit.
template <class T>
constexpr std::vector<Known> (*known_of)(const Row&) = nullptr;
template <class E>
requires std::is_enum_v<E>
constexpr std::vector<Known> (*known_of<model::Given<E>>)(const Row&) = all_words<E>;
template <>
inline constexpr std::vector<Known> (*known_of<model::Given<model::UnitName>>)(const Row&) =
    all_units;
template <>
inline constexpr std::vector<Known> (*known_of<model::List<model::UnitName>>)(const Row&) =
    all_units;

/// What a key is called: the words about it up to the first pause.
constexpr base::Bilingual title_of(base::Bilingual about) {
  const auto cut = [](std::string_view text) {
    for (const std::string_view pause : {"，", "：", ", ", ": "})
      text = text.substr(0, text.find(pause));
    return text;
  };
  return {cut(about.zh), cut(about.en)};
}

/// The parts of a member that is an entity of its own.
template <class T>
std::vector<Part> parts_of() {
  std::vector<Part> parts;
  if constexpr (Entity<T>) {
    model::Fields<T>::table.each([&]<class M>(const model::Field<T, M>& field) {
      parts.push_back({field.key, title_of(field.about), type_of<M>, known_of<M>});
    });
  }
  return parts;
}

/// The value of the field `key` of `E`, whose type is `T`.
template <Entity E, class T>
Value stored_at(const model::Key& key, const Row& row) {
  return stored(static_cast<const model::Field<E, T>&>(key).of(row.as<E>()));
}

/// The field of the catalogue for `key`, whose value `read` gets.
inline Field stored_field(const model::Key& key, FieldExtras extras, Type type,
                          Value (*read)(const model::Key&, const Row&)) {
  return {std::move(extras),
          std::string(key.key),
          title_of(key.about),
          type,
          Need::file,
          key.about,
          [read, &key](const Row& row) { return read(key, row); }};
}

/// The fields of an entity as a file gives them, but for its `schema`.
template <Entity E>
std::vector<Field> stored_fields() {
  std::vector<Field> fields;
  const auto add = [&]<class T>(const model::Field<E, T>& field) {
    if (field.key == "schema") return;
    fields.push_back(stored_field(field,
                                  {.key = field.zh,
                                   .known = known_of<T>,
                                   .parts = parts_of<T>(),
                                   .may_be_several = std::is_same_v<T, model::Amounts>},
                                  type_of<T>, stored_at<E, T>));
  };
  model::Fields<E>::table.each(add);
  return fields;
}

}  // namespace taizhang::facts
