// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "words/key.h"

namespace taizhang::words {

/// What stands at a place that has a name; nothing where there is no such thing to say.
using Lookup = std::function<std::optional<std::string>(std::string_view)>;

/// The texts of reports in one language, from `templates/words/`.
class Words {
 public:
  using Overrides = std::map<std::string, std::string, std::less<>>;

  /// `overrides` replace single texts by key; they come from `--templates DIR`.
  explicit Words(base::Language language, Overrides overrides = {})
      : language_(language), overrides_(std::move(overrides)) {}

  base::Language language() const { return language_; }

  /// The text of `key` as it is written: its places, if it has any, are not filled.
  template <int Places>
  std::string_view operator[](Key<Places> key) const {
    return text(key.row);
  }

  /// The text of `key` with its places filled in order.
  template <int Places, class... Arguments>
  std::string say(Key<Places> key, const Arguments&... arguments) const {
    static_assert(sizeof...(Arguments) == Places, "a text needs one argument for each place");
    return filled(key.row, {std::string(arguments)...});
  }

  std::string say(NamedKey key, const Lookup& lookup) const;
  std::string_view operator[](NamedKey key) const { return text(key.row); }

  /// The text at a row of `word_rows()`, for templates, which name their words as text.
  std::string_view text(std::size_t row) const;

 private:
  std::string filled(std::uint16_t row, const std::vector<std::string>& arguments) const;

  base::Language language_;
  Overrides overrides_;
};

/// The text with named places whose key is `key`: the sentence of a rule, by the rule's name.
std::optional<NamedKey> named_key(std::string_view key);

/// `text` with `lookup` asked for each of its places that have names; one that it knows nothing of
/// stays as it is written.
std::string filled(std::string_view text, const Lookup& lookup);

/// The names of the places of `text`, as they come: `value` and `target` of `{value} of {target}`.
std::vector<std::string_view> places(std::string_view text);

}  // namespace taizhang::words
