// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>
#include <tuple>

#include "base/language.h"

namespace taizhang::model {

enum class Need { optional, required };

/// One key of an entity: its name in the file, where its value goes, and what it means.
/// The type of the member says what may stand there.
template <class E, class T>
struct Field {
  std::string_view key;
  T E::*member;
  Need need;
  base::Bilingual about;
  int least;  ///< of whole numbers, the least that can be right; others do not heed it
};

template <class E, class T>
constexpr Field<E, T> required(std::string_view key, T E::*member, base::Bilingual about,
                               int least = 0) {
  return {key, member, Need::required, about, least};
}

template <class E, class T>
constexpr Field<E, T> optional(std::string_view key, T E::*member, base::Bilingual about) {
  return {key, member, Need::optional, about, 0};
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

template <class E>
constexpr bool keys_are_unique() {
  const auto all = keys<E>();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (all[i] == all[j]) return false;
    }
  }
  return true;
}

}  // namespace taizhang::model
