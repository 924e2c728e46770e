// SPDX-License-Identifier: MIT
#include "yaml/survey.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace taizhang::yaml {

namespace {

/// What the first byte of a character asks for.
enum class Lead : std::uint8_t {
  ascii,
  line_end,
  tab,
  carriage_return,
  control,
  of_two,
  of_two_latin,      ///< U+0080 to U+00BF: no-break blank, soft hyphen
  of_two_foreign,    ///< Greek and Cyrillic
  of_three,          ///< nearly all 汉字
  of_three_special,  ///< punctuation, wide forms, and what is not UTF-8 at once
  of_four,
  none
};

constexpr auto leads = [] {
  std::array<Lead, 256> all{};
  for (unsigned c = 0; c < all.size(); ++c) {
    if (c < 0x20 || c == 0x7F) {
      all[c] = Lead::control;
    } else if (c < 0x80) {
      all[c] = Lead::ascii;
    } else if (c < 0xC2 || c > 0xF4) {
      all[c] = Lead::none;
    } else if (c < 0xE0) {
      all[c] = Lead::of_two;
    } else if (c < 0xF0) {
      all[c] = Lead::of_three;
    } else {
      all[c] = Lead::of_four;
    }
  }
  all['\n'] = Lead::line_end;
  all['\t'] = Lead::tab;
  all['\r'] = Lead::carriage_return;
  all[0xC2] = Lead::of_two_latin;
  for (const unsigned c : {0xCEu, 0xCFu, 0xD0u, 0xD1u}) all[c] = Lead::of_two_foreign;
  for (const unsigned c : {0xE0u, 0xE2u, 0xE3u, 0xEDu, 0xEFu}) all[c] = Lead::of_three_special;
  return all;
}();

class Surveyor {
 public:
  explicit Surveyor(std::string_view text)
      : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()) {}

  Survey look() {
    if (begins_mark_of_merge()) found_.clean = false;
    while (at_ < end_) {
      pass_plain_characters();
      if (at_ < end_) look_at_character();
    }
    note_line_end(end_);
    return found_;
  }

 private:
  unsigned char byte(std::ptrdiff_t offset) const {
    return at_ + offset < end_ ? static_cast<unsigned char>(at_[offset]) : 0;
  }
  bool continues(std::ptrdiff_t offset) const { return (byte(offset) & 0xC0) == 0x80; }

  /// Go on over what nearly every text consists of: printable ASCII, and 汉字.
  void pass_plain_characters() {
    const char* at = at_;
    for (constexpr std::ptrdiff_t word = 8; end_ - at >= word;) {
      std::uint64_t bytes;
      std::memcpy(&bytes, at, word);
      if (is_printable(bytes)) {
        at += word;
        continue;
      }
      const Lead lead = leads[static_cast<unsigned char>(*at)];
      if (lead == Lead::ascii) {
        ++at;
      } else if (lead == Lead::of_three && (at[1] & 0xC0) == 0x80 && (at[2] & 0xC0) == 0x80) {
        at += 3;
      } else {
        break;
      }
    }
    at_ = at;
  }

  /// Whether each of eight bytes is printable ASCII: none of them is below a blank, above a tilde.
  static bool is_printable(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101;
    const std::uint64_t below = bytes - each * ' ';
    const std::uint64_t above = bytes + each;  // 0x7F becomes 0x80
    return ((bytes | below | above) & (each * 0x80)) == 0;
  }

  void look_at_character() {
    switch (leads[byte(0)]) {
      case Lead::ascii:
        ++at_;
        return;
      case Lead::of_three:
        if (!continues(1) || !continues(2)) found_.clean = false;
        return step(3);
      case Lead::line_end:
        note_line_end(at_);
        ++at_;
        if (begins_mark_of_merge()) found_.clean = false;
        return;
      case Lead::of_three_special:
        look_at_three();
        return step(3);
      case Lead::tab:
        found_.has_tab = true;
        ++at_;
        return;
      case Lead::carriage_return:
        found_.has_return = true;
        if (byte(1) != '\n') found_.clean = false;
        ++at_;
        return;
      case Lead::of_two_foreign:
        found_.may_look_alike = true;
        [[fallthrough]];
      case Lead::of_two:
        if (!continues(1)) found_.clean = false;
        return step(2);
      case Lead::of_two_latin:
        if (!continues(1) || byte(1) == 0x85 || byte(1) == 0xA0 || byte(1) == 0xAD) {
          found_.clean = false;
        }
        return step(2);
      case Lead::of_four:
        look_at_four();
        return step(4);
      case Lead::control:
      case Lead::none:
        found_.clean = false;
        ++at_;
        return;
    }
  }

  void step(std::ptrdiff_t size) { at_ += std::min(size, end_ - at_); }

  void look_at_three() {
    const unsigned char second = byte(1);
    const unsigned char third = byte(2);
    if (!continues(1) || !continues(2)) {
      found_.clean = false;
      return;
    }
    switch (byte(0)) {
      case 0xE0:
        if (second < 0xA0) found_.clean = false;
        return;
      case 0xED:
        if (second > 0x9F) found_.clean = false;
        return;
      case 0xE2:
        // Zero-width characters, those that turn the text round, separators of lines.
        if (second == 0x80 && ((third >= 0x8B && third <= 0x8F) || third >= 0xA8) &&
            third <= 0xAE) {
          found_.clean = false;
        }
        if (second == 0x81 && third >= 0xA0 && third <= 0xA9) found_.clean = false;
        if (second >= 0xBA) found_.may_look_alike = true;
        return;
      case 0xE3:
        // A wide blank is at home in a text, and not in an indent.
        if (second == 0x80 && third == 0x80 && is_in_indent()) found_.clean = false;
        return;
      default:
        if (second == 0xBB && third == 0xBF) found_.clean = false;
        if ((second >= 0xA4 && second <= 0xAB) ||
            (second == 0xBD && third >= 0x81 && third <= 0x9A) ||
            (second == 0xBC && (third == 0x85 || (third >= 0x90 && third <= 0x99) ||
                                (third >= 0xA1 && third <= 0xBA)))) {
          found_.may_look_alike = true;
        }
    }
  }

  void look_at_four() {
    const unsigned char lead = byte(0);
    const unsigned char second = byte(1);
    if (!continues(1) || !continues(2) || !continues(3) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F)) {
      found_.clean = false;
    }
    if (lead == 0xF0 && second == 0xAF) found_.may_look_alike = true;
  }

  bool is_in_indent() const {
    const char* before = at_;
    while (before > begin_ && before[-1] != '\n') {
      --before;
      // The bytes of other wide blanks before it are those of an indent as well.
      if (*before != ' ' && *before != '\xE3' && *before != '\x80') return false;
    }
    return true;
  }

  void note_line_end(const char* line_end) {
    const std::string_view before(begin_, static_cast<std::size_t>(line_end - begin_));
    if (before.ends_with(' ') || before.ends_with('\t') || before.ends_with("\u3000")) {
      found_.has_blanks_at_line_end = true;
    }
  }

  /// Whether the line that begins here begins with seven signs of a merge.
  bool begins_mark_of_merge() const {
    constexpr std::ptrdiff_t size = 7;
    if (end_ - at_ < size || !std::strchr("<|=>", *at_)) return false;
    return std::all_of(at_, at_ + size, [&](char c) { return c == *at_; });
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  Survey found_;
};

}  // namespace

Survey survey(std::string_view text) { return Surveyor(text).look(); }

}  // namespace taizhang::yaml
