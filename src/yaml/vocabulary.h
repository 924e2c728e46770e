// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace taizhang::yaml {

/// What a reader of broken lines has to know of the keys of the files, so that it takes no sign in
/// a text for one between keys. Kinds of entity are bits.
struct Vocabulary {
  using Kinds = std::uint64_t;

  Kinds (*with)(std::string_view key);  ///< the kinds that have a key of this name
  Kinds (*near)(std::string_view key);  ///< … or of one that is a slip of the keyboard away
  /// Whether lists stand behind keys of this name, and no text.
  bool (*wants_list)(std::string_view key);
  /// Whether they are lists of units or of tags, in whose names no comma stands.
  bool (*wants_names)(std::string_view key);
  /// Whether one text stands behind keys of this name, in a person's own words or signs.
  bool (*wants_text)(std::string_view key);

  /// The kinds for a name that is known, else those for one that is nearly.
  Kinds of(std::string_view key) const {
    const Kinds known = with(key);
    return known != 0 ? known : near(key);
  }
};

/// Knows no key at all.
inline constexpr Vocabulary no_vocabulary{
    [](std::string_view) { return Vocabulary::Kinds{0}; },
    [](std::string_view) { return Vocabulary::Kinds{0}; }, [](std::string_view) { return false; },
    [](std::string_view) { return false; }, [](std::string_view) { return false; }};

}  // namespace taizhang::yaml
