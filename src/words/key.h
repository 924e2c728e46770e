// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace taizhang::words {

/// A text of `templates/words/` with `Places` places for data, `{0}`, `{1}` …; `weekly.week` is
/// `keys::weekly_week` of the generated `words/keys.h`.
template <int Places>
struct Key {
  std::uint16_t row;  ///< in `word_rows()`
};

/// A text whose places have names: `{value}`.
struct NamedKey {
  std::uint16_t row;

  friend bool operator==(NamedKey, NamedKey) = default;
};

}  // namespace taizhang::words
