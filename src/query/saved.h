// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "base/language.h"
#include "facts/catalogue.h"

namespace taizhang::query {

/// A question that is asked every week, called by `@` and its name. In a filter it stands for its
/// own; `list @late` also takes its kind of row, columns, order and groups where none are asked
/// for.
struct SavedQuery {
  std::string_view name;
  base::Bilingual about;  ///< one line; its Chinese name stands before the colon
  facts::Kind rows;
  std::string_view filter;
  std::string_view columns;     ///< with blanks between them
  std::string_view sort = {};   ///< likewise
  std::string_view group = {};  ///< a field

  /// What it is called in Chinese: 完不成.
  std::string_view chinese() const { return about.zh.substr(0, about.zh.find("：")); }
};

/// Every one of them, by name.
std::span<const SavedQuery> saved_queries();

/// The one with this name, in either language; null where there is none.
const SavedQuery* find_saved(std::string_view name);

}  // namespace taizhang::query
