// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/language.h"

namespace taizhang::base {

/// What stands in a placeholder: a piece of data, the same in every language, or a word of ours.
class Argument {
 public:
  Argument(std::string data) : data_(std::move(data)) {}
  Argument(std::string_view data) : data_(data) {}
  Argument(const char* data) : data_(data) {}
  Argument(long long number) : data_(std::to_string(number)) {}
  Argument(Bilingual word) : word_(word), is_word_(true) {}

  std::string in(Language language) const;

  /// Cut data of more than `width` columns; a word of ours stays whole.
  void shorten(int width);

 private:
  std::string data_;
  Bilingual word_{};
  bool is_word_ = false;
};

/// A sentence with its arguments, put into words only where it is shown.
/// Placeholders are `{0}`, `{1}` …, so that each language may order them its own way.
struct Phrase {
  Bilingual text;
  std::vector<Argument> arguments = {};

  bool empty() const { return text.zh.empty(); }
  std::string in(Language language) const;
};

/// The phrase with its data cut to `width` columns each.
Phrase with_short_data(Phrase phrase, int width);

/// Fill the placeholders `{0}`, `{1}` … of `text`; a placeholder without an argument stays.
std::string fill(std::string_view text, const std::vector<std::string>& arguments);

}  // namespace taizhang::base
