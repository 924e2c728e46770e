// SPDX-License-Identifier: MIT
#include "yaml/sound_flow.h"

#include <algorithm>
#include <array>
#include <span>

#include "yaml/lines.h"

namespace taizhang::yaml {

namespace {

constexpr std::size_t longest_sound_flow = 4000;
constexpr std::size_t longest_sound_key = 50;
constexpr int deepest_sound_flow = 5;

/// Which of the bytes belong to something.
using Bytes = std::array<bool, 256>;

constexpr Bytes with(Bytes table, std::string_view characters) {
  for (const char c : characters) table[static_cast<unsigned char>(c)] = true;
  return table;
}

/// Bytes that are a part of a word and of nothing else: letters, digits and 汉字.
constexpr Bytes of_words = [] {
  Bytes table = with({}, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
  // What follows a first byte of a character, and the first bytes of 汉字.
  for (std::size_t byte = 0x80; byte <= 0xBF; ++byte) table[byte] = true;
  for (std::size_t byte = 0xE4; byte <= 0xE9; ++byte) table[byte] = true;
  return table;
}();

constexpr Bytes of_texts = with(of_words, " .-/%+()");
constexpr Bytes of_numbers = with({}, "-.0123456789");

/// Marks that stand in texts alone, and those that may part the items of a list or, with a colon
/// behind them, the keys of a map: in a value of a map there is none here.
constexpr std::string_view marks[] = {"·", "（", "）", "《", "》", "“", "”", "〔", "〕", "—"};
constexpr std::string_view commas[] = {"，", "、", "。", "；"};

class SoundFlow {
 public:
  SoundFlow(std::string_view text, const Vocabulary& keys)
      : text_(text.substr(0, longest_sound_flow)), keys_(keys) {}

  bool read() {
    return value() && text_.find_first_not_of(' ', at_) == text_.npos &&
           text_.size() < longest_sound_flow;
  }

 private:
  bool is_at(char sign) const { return at_ < text_.size() && text_[at_] == sign; }
  bool take(std::string_view signs) {
    if (!text_.substr(at_).starts_with(signs)) return false;
    at_ += signs.size();
    return true;
  }
  std::size_t skip(const Bytes& table) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && table[static_cast<unsigned char>(text_[at_])]) ++at_;
    return at_ - begin;
  }

  bool value() {
    if (is_at('{') || is_at('[')) {
      if (++depth_ > deepest_sound_flow) return false;
      const bool is_map = is_at('{');
      ++at_;
      do {
        if (!(is_map ? pair() : item(false))) return false;
      } while (take(", "));
      --depth_;
      return take(is_map ? "}" : "]");
    }
    return false;
  }

  bool pair() {
    const std::size_t size = skip(of_words);
    return size > 0 && size <= longest_sound_key && take(": ") && item(true);
  }

  bool item(bool in_map) {
    if (is_at('{') || is_at('[')) return value();
    if (is_at('"') || is_at('\'')) return quoted();
    if (is_at('-')) return skip(of_numbers) > 0;
    if (at_ >= text_.size() || !of_words[static_cast<unsigned char>(text_[at_])]) return false;
    const std::size_t begin = at_;
    do {
      skip(of_texts);
    } while (take_one(marks) || (in_map && take_one(commas)) || take_colon(begin));
    return true;
  }

  /// Take a full-width colon of the text that began at `begin`, behind a word that is no key.
  bool take_colon(std::size_t begin) {
    if (!text_.substr(at_).starts_with(wide_colon_sign)) return false;
    const std::string_view before = text_.substr(begin, at_ - begin);
    std::size_t word = before.rfind(' ') + 1;
    for (const std::string_view comma : commas) {
      if (const std::size_t at = before.rfind(comma); at != before.npos) {
        word = std::max(word, at + comma.size());
      }
    }
    return keys_.of(before.substr(word)) == 0 && take(wide_colon_sign);
  }

  bool take_one(std::span<const std::string_view> signs) {
    return std::ranges::any_of(signs, [&](std::string_view sign) { return take(sign); });
  }

  bool quoted() {
    const char quote = text_[at_];
    while (++at_ < text_.size() && text_[at_] != quote) {
      if (quote == '"' && text_[at_] == '\\') ++at_;
    }
    if (at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  std::string_view text_;
  const Vocabulary& keys_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

bool is_sound_flow(std::string_view text, const Vocabulary& keys) {
  return SoundFlow(text, keys).read();
}

}  // namespace taizhang::yaml
