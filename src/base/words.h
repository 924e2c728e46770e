// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace taizhang::base {

/// The words of tables and reports in one language, from `templates/words/`.
class Words {
 public:
  /// `overrides` replace single texts by key; they come from `--templates DIR`.
  explicit Words(Language language, std::map<std::string, std::string, std::less<>> overrides = {})
      : language_(language), overrides_(std::move(overrides)) {}

  Language language() const { return language_; }

  /// The text of `key`. Throws `std::logic_error` for a key that no words file has; a test makes
  /// sure that the source names none.
  std::string_view operator[](std::string_view key) const;

  /// The text of `key` with its placeholders `{0}`, `{1}` … filled.
  std::string say(std::string_view key, const std::vector<std::string>& arguments) const;

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> overrides_;
};

}  // namespace taizhang::base
