// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/language.h"

namespace taizhang::model {

enum class Need { optional, required };

/// What holds where a key is not written: a value, as a file would give it, or words for what it
/// follows from; nothing of either where the thing is then simply not there.
struct Otherwise {
  constexpr Otherwise() = default;
  constexpr Otherwise(const char* constant) : value(constant) {}
  constexpr Otherwise(const char* zh, const char* en) : rule{zh, en} {}

  std::string_view value;
  base::Bilingual rule{};
};

/// One key of an entity but for where its value goes: its names in the file, what it means, and
/// what holds without it.
struct Key {
  std::string_view key;
  std::string_view zh;  ///< the key in Chinese; a file may be written in either
  Need need;
  base::Bilingual about;
  int least;  ///< of whole numbers, the least that can be right; others do not heed it
  Otherwise otherwise;
};

/// A key and where its value goes. The type of the member says what may stand there.
template <class E, class T>
struct Field : Key {
  T E::*member;
};

template <class E, class T>
constexpr Field<E, T> required(std::string_view key, std::string_view zh, T E::*member,
                               base::Bilingual about, int least = 0) {
  return {{key, zh, Need::required, about, least, {}}, member};
}

template <class E, class T>
constexpr Field<E, T> optional(std::string_view key, std::string_view zh, T E::*member,
                               base::Bilingual about, Otherwise otherwise = {}) {
  return {{key, zh, Need::optional, about, 0, otherwise}, member};
}

template <std::size_t Place, class E, class T>
struct FieldAt {
  Field<E, T> field;
};

template <class Places, class E, class... T>
struct FieldsAt;

template <std::size_t... Place, class E, class... T>
struct FieldsAt<std::index_sequence<Place...>, E, T...> : FieldAt<Place, E, T>... {
  constexpr explicit FieldsAt(const Field<E, T>&... field) : FieldAt<Place, E, T>{field}... {}

  /// Call `visit(field)` for every field, in their order.
  template <class Visit>
  constexpr void each(const Visit& visit) const {
    (visit(this->FieldAt<Place, E, T>::field), ...);
  }

  /// Whether `visit(field)` is true of one; those behind it are not visited.
  template <class Visit>
  constexpr bool any(const Visit& visit) const {
    return (visit(this->FieldAt<Place, E, T>::field) || ...);
  }
};

/// The fields of an entity, each with the type of its member. A tuple would do, but nearly every
/// file of the program reads these tables, and a tuple of forty parts is slow to compile.
template <class E, class... T>
struct FieldTable : FieldsAt<std::index_sequence_for<T...>, E, T...> {
  static constexpr std::size_t size = sizeof...(T);

  constexpr FieldTable(const Field<E, T>&... field)
      : FieldsAt<std::index_sequence_for<T...>, E, T...>(field...) {}
};

/// The table of an entity's keys: `Fields<E>::name` is what people call the entity, and
/// `Fields<E>::table` holds its `Field`s in the order in which a file gives them. The decoder,
/// the "unknown key" check and every list of keys come from it. Whoever needs no types asks it with
/// a function of `Key`.
template <class E>
struct Fields;

template <class E>
inline constexpr std::size_t number_of_fields = decltype(Fields<E>::table)::size;

/// The keys of `E`, in the order of its table.
template <class E>
constexpr auto keys() {
  std::array<std::string_view, number_of_fields<E>> all{};
  std::size_t n = 0;
  Fields<E>::table.each([&](const Key& key) { all[n++] = key.key; });
  return all;
}

template <class E, class T>
constexpr E entity_of(T E::*);

/// The names of the key of `Member` in both languages.
template <auto Member>
constexpr base::Bilingual name_of_key() {
  using E = decltype(entity_of(Member));
  base::Bilingual name{};
  const auto look = [&](const auto& field) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field.member)>,
                                 std::remove_cv_t<decltype(Member)>>) {
      if (field.member == Member) name = {field.zh, field.key};
    }
  };
  Fields<E>::table.each(look);
  return name;
}

/// A key that files of earlier versions have for what now has another: it is still read.
struct Renamed {
  std::string_view before;
  std::string_view now;
};

/// The renamed keys of `E`.
template <class E>
inline constexpr std::array<Renamed, 0> renamed{};

/// Keys of `E` of which one has to be there. The first is what people are told to write.
struct OneOf {
  std::array<std::string_view, 3> keys;  ///< empty ones are none
};

template <class E>
inline constexpr std::array<OneOf, 0> one_of{};

/// Whether every key of `E`, English or Chinese, present or former, means one field.
template <class E>
constexpr bool keys_are_unique() {
  std::array<std::string_view, 2 * number_of_fields<E> + renamed<E>.size()> all{};
  std::size_t n = 0;
  Fields<E>::table.each([&](const Key& key) {
    all[n++] = key.key;
    all[n++] = key.zh;
  });
  for (const Renamed& key : renamed<E>) all[n++] = key.before;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      if (all[i] == all[j]) return false;
    }
  }
  return true;
}

}  // namespace taizhang::model
