// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/words.h"
#include "measure/aggregate.h"
#include "model/ledger.h"
#include "query/table.h"

namespace taizhang::query {

/// A measured plan and the registry that its units stand in.
struct Place {
  const measure::PlanFigures* figures;
  const model::RegistryFile* registry;  ///< null where the plan has none

  const model::PlanFolder& plan() const { return *figures->plan; }
};

/// When a key has its row: where something falls under it, also where nothing does but the whole
/// plan is in view, or always. A colour that no task has is a fact worth a row, a unit that has no
/// task is not.
enum class Shows { where_it_occurs, in_a_whole_plan, always };

/// A key that a plan has room for.
struct KnownKey {
  std::string key;
  Shows shows;
};

/// Something that tasks or indicators can be told apart by. Keys are the same in every language:
/// the number of a section, the main name of a unit, the name of a value of an enumeration.
struct Dimension {
  std::string_view name;
  base::Bilingual title;
  bool of_indicators;  ///< tasks do not have it, only indicators do
  bool overlapping;    ///< one task may fall under several keys
  bool key_is_shown;   ///< people know the key beside its label: that of a section
  /// The keys of a plan, in the order of its registry, its sections or the enumeration.
  std::vector<KnownKey> (*known)(const Place&);
  /// The keys that something falls under, each once; none where its file does not say.
  std::vector<std::string> (*keys)(const measure::Counted&, const Place&);
  /// A key for people.
  std::string (*label)(const std::string& key, const model::PlanFolder&, const base::Words&);
  /// The colour of a key, where keys have that of a light; else null.
  Tone (*tone)(const std::string& key);
};

/// Every dimension, by name.
std::span<const Dimension> dimensions();

}  // namespace taizhang::query
