// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "example/period.h"
#include "model/unit.h"

namespace taizhang::example {

/// Who closes items and issues in every plan (销号), and so leads and owns none.
inline constexpr std::string_view county_office = "县政府办公室";

/// All towns together: a unit in support only.
inline constexpr std::string_view all_towns = "各镇街";

/// 澄溪县, which does not exist: its units and what becomes of them over the first period.
class County {
 public:
  explicit County(Period first) : first_(first) {}

  /// The registry: every kind of unit, and one each that was renamed, merged and abolished.
  model::Registry registry() const;

  /// What the unit of that name is called on `day`: its successor once it is gone.
  std::string_view name_on(std::string_view unit, Date day) const;

 private:
  Period first_;
};

/// The towns, by name.
std::span<const std::string_view> towns();

/// The other name of a unit, empty where it has none.
std::string_view alias_of(std::string_view unit);

}  // namespace taizhang::example
