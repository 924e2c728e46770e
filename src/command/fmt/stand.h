// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "load/entities.h"

namespace taizhang::command {

/// What a value of a file is, by the keys above it.
class Stand {
 public:
  /// A whole file.
  explicit Stand(const load::EntityKeys& file) : entity_(&file) {}

  /// What stands under `key` of a map here, and what the items of a list there are.
  Stand under(std::string_view key) const;

  /// Where `key` comes among the keys of a map here; nothing of a name and of an unknown key.
  std::optional<std::size_t> rank(std::string_view key) const;

  /// `key` as it is called now, in the language where one is asked for.
  std::string key_name(std::string_view key, std::optional<base::Language> language) const;

  /// `text` as that language has it; nothing where it is no word of a list.
  std::optional<std::string_view> word(std::string_view text, base::Language language) const;

  /// Whether a value here is a text, in which digits may want quotes.
  bool is_text() const { return !about_ || about_->is_text; }

 private:
  Stand() = default;

  const load::KeyAbout* find(std::string_view key) const;

  const load::EntityKeys* entity_ = nullptr;  ///< what a map here is
  const load::KeyAbout* about_ = nullptr;     ///< of the key; of a file none
  bool by_name_ = false;                      ///< the keys of a map here are names
};

}  // namespace taizhang::command
