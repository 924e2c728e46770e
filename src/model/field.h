// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>
#include <tuple>

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

/// One key of an entity: its names in the file, where its value goes, what it means, and what holds
/// without it. The type of the member says what may stand there.
template <class E, class T>
struct Field {
  std::string_view key;
  std::string_view zh;  ///< the key in Chinese; a file may be written in either
  T E::*member;
  Need need;
  base::Bilingual about;
  int least;  ///< of whole numbers, the least that can be right; others do not heed it
  Otherwise otherwise;
};

template <class E, class T>
constexpr Field<E, T> required(std::string_view key, std::string_view zh, T E::*member,
                               base::Bilingual about, int least = 0) {
  return {key, zh, member, Need::required, about, least, {}};
}

template <class E, class T>
constexpr Field<E, T> optional(std::string_view key, std::string_view zh, T E::*member,
                               base::Bilingual about, Otherwise otherwise = {}) {
  return {key, zh, member, Need::optional, about, 0, otherwise};
}

/// The table of an entity's keys: `Fields<E>::name` is what people call the entity, and
/// `Fields<E>::table` is a tuple of `Field`s in the order in which a file gives them. The decoder,
/// the "unknown key" check and every list of keys come from it.
template <class E>
struct Fields;

/// The keys of `E`, in the order of its table.
template <class E>
constexpr auto keys() {
  return std::apply([](const auto&... field) { return std::array{field.key...}; },
                    Fields<E>::table);
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
  std::apply([&](const auto&... field) { (look(field), ...); }, Fields<E>::table);
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
  constexpr std::size_t fields = std::tuple_size_v<decltype(Fields<E>::table)>;
  std::array<std::string_view, 2 * fields + renamed<E>.size()> all{};
  std::size_t n = 0;
  std::apply([&](const auto&... field) { ((all[n++] = field.key, all[n++] = field.zh), ...); },
             Fields<E>::table);
  for (const Renamed& key : renamed<E>) all[n++] = key.before;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      if (all[i] == all[j]) return false;
    }
  }
  return true;
}

}  // namespace taizhang::model
