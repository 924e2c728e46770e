// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fatal.h"

namespace taizhang::base {

/// The one of `known` that `given` was most likely meant to be, or nothing when none is near:
/// at most a third of the characters differ. Ties go to the earlier one.
std::optional<std::string> suggestion(std::string_view given,
                                      const std::vector<std::string_view>& known);

/// All of `known` that `given` may have been meant to be, the nearest first.
std::vector<std::string> neighbours(std::string_view given,
                                    const std::vector<std::string_view>& known);

/// The only one of `known` that has one of the two characters of `given` in its place (牵投: 牵头);
/// nothing where several have, and for names of other lengths or in Latin letters.
std::optional<std::string> half_alike(std::string_view given,
                                      const std::vector<std::string_view>& known);

/// Whether one letter too many, too few or another, or two neighbours swapped, is all that tells
/// the two apart.
bool is_one_slip(std::string_view a, std::string_view b);

/// What to say of a `given` that is none of `known`: "did you mean", or the list of all; of many
/// only those that have the most letters of it.
Phrase near_or_all(std::string_view given, const std::vector<std::string_view>& known);

/// Throw `Fatal` (usage) for a `given` that is none of `known`; `what` is how one is called.
[[noreturn]] void refuse_unknown(std::string_view given, Bilingual what,
                                 const std::vector<std::string_view>& known);

/// The row of `table` named `name`. Throws `Fatal` (usage) with a suggestion where there is none;
/// `what` is how such a row is called.
template <class Row>
const Row& find_named(std::span<const Row> table, std::string_view name, Bilingual what) {
  std::vector<std::string_view> known;
  for (const Row& row : table) {
    if (row.name == name) return row;
    known.push_back(row.name);
  }
  refuse_unknown(name, what, known);
}

}  // namespace taizhang::base
