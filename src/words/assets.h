// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace taizhang::words {

/// One file of `templates/`, compiled in: `page.html.mustache`.
struct Asset {
  std::string_view name;
  std::string_view text;
};

/// One row of `templates/words/`: a key such as `weekly.title` and its text in both languages.
struct WordRow {
  std::string_view key;
  std::string_view zh;
  std::string_view en;
  bool named;  ///< whether its places have names: `{value}`
};

/// Both tables are written by `src/embed/` at build time, sorted by name.
std::span<const Asset> assets();
std::span<const WordRow> word_rows();

}  // namespace taizhang::words
