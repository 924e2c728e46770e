// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/fatal.h"
#include "base/language.h"
#include "facts/catalogue.h"

namespace taizhang::query {

/// A question that is asked every week, called by `@` and its name. In a filter it stands for its
/// own; `list @late` also takes its kind of row, columns, order and groups where none are asked
/// for. Its texts are the program's, or the ledger's that it was found for.
struct SavedQuery {
  std::string_view name;
  base::Bilingual about;  ///< one line; of the program's the Chinese name stands before the colon
  facts::Kind rows;
  std::string_view filter;
  std::string_view columns;     ///< with blanks between them
  std::string_view sort = {};   ///< likewise
  std::string_view group = {};  ///< a field
  std::string_view place = {};  ///< where a file defines it; empty for those of the program

  /// What it is called in Chinese: 完不成.
  std::string_view chinese() const {
    return place.empty() ? about.zh.substr(0, about.zh.find("：")) : name;
  }
};

/// Those of the program, by name.
std::span<const SavedQuery> saved_queries();

/// Queries, and what is wrong with others.
struct SavedQueries {
  std::vector<SavedQuery> sound;
  /// With its place (usage): one that cannot be read, cannot be called, or asks for what is not
  /// there in its kind of row.
  std::vector<base::Fatal> faults;
};

/// All that there are for `ledger`: those of its plans, of the user's settings, the nearest first,
/// and of the program. Of two with one name the first holds.
SavedQueries saved_queries(const model::Ledger& ledger);

/// The one with this name, in either language, that holds for the plans of `world`; nothing where
/// there is none. Throws `Fatal` (usage) where it has a fault.
std::optional<SavedQuery> find_saved(const facts::World& world, std::string_view name);

/// The names of all that can be called for `world`, each once, without those of the program in
/// Chinese.
std::vector<std::string_view> names_of_saved(const facts::World& world);

/// Put the place of a query before what `fatal` shows.
void add_place(base::Fatal& fatal, const SavedQuery& query);

}  // namespace taizhang::query
