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

struct NoExtras {};

template <class E>
struct ExtrasOf {
  using Type = NoExtras;
};
template <class E>
requires requires { typename E::Extras; }
struct ExtrasOf<E> {
  using Type = typename E::Extras;
};

/// A key and where its value goes. The type of the member says what may stand there.
template <class E, class T>
struct Field : Key {
  using Extras = typename ExtrasOf<E>::Type;

  T E::*member;
  T Extras::*extra;  ///< in its place of what lies in `E::extras`, as few of the entities have it

  const T& of(const E& entity) const {
    if constexpr (!std::is_same_v<Extras, NoExtras>) {
      if (!member) return (*entity.extras).*extra;
    }
    return entity.*member;
  }
  /// For whoever sets it.
  T& of(E& entity) const {
    if constexpr (!std::is_same_v<Extras, NoExtras>) {
      if (!member) return entity.extras.change().*extra;
    }
    return entity.*member;
  }

  /// Whether `Member` is where its value goes.
  template <auto Member>
  constexpr bool is_at() const {
    using Pointer = std::remove_cv_t<decltype(Member)>;
    if constexpr (std::is_same_v<Pointer, T E::*>) return member == Member;
    if constexpr (std::is_same_v<Pointer, T Extras::*>) return extra == Member;
    return false;
  }
};

template <class E, class T>
constexpr Field<E, T> required(std::string_view key, std::string_view zh, T E::*member,
                               base::Bilingual about, int least = 0) {
  return {{key, zh, Need::required, about, least, {}}, member, nullptr};
}

template <class E, class T>
constexpr Field<E, T> optional(std::string_view key, std::string_view zh, T E::*member,
                               base::Bilingual about, Otherwise otherwise = {}) {
  return {{key, zh, Need::optional, about, 0, otherwise}, member, nullptr};
}
template <class X, class T>
requires requires { typename X::Of; }
constexpr Field<typename X::Of, T> optional(std::string_view key, std::string_view zh, T X::*extra,
                                            base::Bilingual about, Otherwise otherwise = {}) {
  return {{key, zh, Need::optional, about, 0, otherwise}, nullptr, extra};
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

/// The entity that has the members of `E`: itself, or whose extras they are.
template <class E>
struct EntityWith {
  using Type = E;
};
template <class X>
requires requires { typename X::Of; }
struct EntityWith<X> {
  using Type = typename X::Of;
};

template <class E, class T>
constexpr typename EntityWith<E>::Type entity_of(T E::*);

/// The names of the key of `Member` in both languages.
template <auto Member>
constexpr base::Bilingual name_of_key() {
  using E = decltype(entity_of(Member));
  base::Bilingual name{};
  const auto look = [&](const auto& field) {
    if (field.template is_at<Member>()) name = {field.zh, field.key};
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
