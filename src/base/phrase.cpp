// SPDX-License-Identifier: MIT
#include "base/phrase.h"

#include "base/text.h"

namespace taizhang::base {

std::string Argument::in(Language language) const {
  return is_word_ ? std::string(word_.in(language)) : data_;
}

void Argument::shorten(int width) {
  // A text of few bytes cannot be wide; one of many may be narrow, full of marks without width.
  const auto few = static_cast<std::size_t>(width);
  if (data_.size() <= few) return;
  std::size_t size = 0;
  while (size < data_.size() && size < 4 * few) size += character_size(data_, size);
  const bool cut = size < data_.size();
  data_ = shortened(data_.substr(0, size), width);
  if (cut && !data_.ends_with("…")) data_ += "…";
}

Phrase with_short_data(Phrase phrase, int width) {
  for (Argument& argument : phrase.arguments) argument.shorten(width);
  return phrase;
}

std::string Phrase::in(Language language) const {
  std::vector<std::string> filled;
  filled.reserve(arguments.size());
  for (const Argument& argument : arguments) filled.push_back(argument.in(language));
  return fill(text.in(language), filled);
}

// Not fmt: the text may come from a words file of the user's, where a stray brace is no error.
std::string fill(std::string_view text, const std::vector<std::string>& arguments) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool placeholder = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                             text[i + 1] >= '0' && text[i + 1] <= '9' &&
                             static_cast<std::size_t>(text[i + 1] - '0') < arguments.size();
    if (placeholder) {
      result += arguments[static_cast<std::size_t>(text[i + 1] - '0')];
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace taizhang::base
