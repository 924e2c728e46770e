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

template <class T>
constexpr Type type_of() {
  if constexpr (std::is_same_v<T, bool>)
    return Type::yes_no;
  else if constexpr (std::is_same_v<T, int>)
    return Type::whole;
  else if constexpr (std::is_same_v<T, base::Decimal> || std::is_same_v<T, model::Target> ||
                     std::is_same_v<T, std::optional<base::Decimal>>)
    return Type::number;
  else if constexpr (std::is_same_v<T, base::Date> || std::is_same_v<T, model::DueDay>)
    return Type::date;
  else if constexpr (std::is_enum_v<T>)
    return Type::word;
  else if constexpr (std::is_same_v<T, model::Loose>)
    return Type::list;
  else
    return Type::text;
}

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
inline Value stored(const model::Amounts& amounts) {
  return amounts.by.written() ? stored(amounts.by) : stored(amounts.one);
}
template <class E>
Value stored(const model::Many<E>& many) {
  document::List values;
  for (const E& entity : many) values.items.push_back(record_of(entity));
  return values;
}
template <Entity E>
Value stored(const E& entity) {
  return is_written(entity) ? Value(record_of(entity)) : Value();
}

template <Entity E>
document::Record record_of(const E& entity) {
  document::Record record;
  const auto add = [&](const auto& field) {
    record.rows.emplace_back(field.key, stored(entity.*field.member));
  };
  std::apply([&](const auto&... field) { (add(field), ...); }, model::Fields<E>::table);
  return record;
}

template <class T>
struct TypeOfMember;
template <class T>
struct TypeOfMember<model::Given<T>> {
  static constexpr Type value = type_of<T>();
  static constexpr auto known() {
    if constexpr (std::is_enum_v<T>)
      return &all_words<T>;
    else
      return nullptr;
  }
};
template <class T>
struct TypeOfMember<model::List<T>> {
  static constexpr Type value = Type::list;
  static constexpr auto known() { return nullptr; }
};
template <class T>
struct TypeOfMember<model::Table<T>> {
  static constexpr Type value = Type::record;
  static constexpr auto known() { return nullptr; }
};
template <class T>
struct TypeOfMember<model::Many<T>> {
  static constexpr Type value = Type::list;
  static constexpr auto known() { return nullptr; }
};
template <class T>
struct TypeOfMember<model::OneOrList<T>> : TypeOfMember<model::List<T>> {};
template <class E>
struct TypeOfMember<model::OneOrMany<E>> : TypeOfMember<model::Many<E>> {};
template <>
struct TypeOfMember<model::Amounts> : TypeOfMember<model::Given<base::Decimal>> {};
template <Entity E>
struct TypeOfMember<E> {
  static constexpr Type value = Type::record;
  static constexpr auto known() { return nullptr; }
};

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
    std::apply(
        [&](const auto&... field) {
          (parts.push_back({field.key, title_of(field.about)}), ...);
        },
        model::Fields<T>::table);
  }
  return parts;
}

/// The fields of an entity as a file gives them, but for its `schema`. `entity_of(row)` is the
/// entity of a row.
template <class E, const E& (*entity_of)(const Row&)>
std::vector<Field> stored_fields() {
  std::vector<Field> fields;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    const auto add = [&]<std::size_t N>() {
      constexpr const auto& field = std::get<N>(model::Fields<E>::table);
      using Member = std::remove_cvref_t<decltype(std::declval<E>().*field.member)>;
      if (field.key == "schema") return;
      fields.push_back({std::string(field.key), title_of(field.about), TypeOfMember<Member>::value,
                        Need::file, field.about, "",
                        [](const Row& row) {
                          return stored(entity_of(row).*
                                        std::get<N>(model::Fields<E>::table).member);
                        },
                        nullptr, TypeOfMember<Member>::known(), parts_of<Member>()});
    };
    (add.template operator()<I>(), ...);
  }
  (std::make_index_sequence<std::tuple_size_v<decltype(model::Fields<E>::table)>>());
  return fields;
}

}  // namespace taizhang::facts
