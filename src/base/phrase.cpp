// SPDX-License-Identifier: MIT
#include "base/phrase.h"

#include "base/place.h"
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
    const std::size_t end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    const Place one =
        end == std::string_view::npos ? Place{} : place(text.substr(i + 1, end - i - 1));
    const bool is_digit = one.name.size() == 1 && one.name[0] >= '0' && one.name[0] <= '9';
    const auto number = is_digit ? static_cast<std::size_t>(one.name[0] - '0') : arguments.size();
    if (number >= arguments.size()) {
      result += text[i];
      continue;
    }
    result += one.is_word ? one.word(arguments[number]) : arguments[number];
    i = end;
  }
  return result;
}

}  // namespace taizhang::base
