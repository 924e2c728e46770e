// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taizhang::base {

/// `text` without the mark that some editors put before a text in UTF-8.
std::string_view without_mark(std::string_view text);

/// The offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text, std::size_t from = 0);

/// The character of `text` at byte `at`; a byte that is not UTF-8 stands for U+FFFD.
struct Character {
  char32_t point;
  std::size_t size;  ///< in bytes
  bool valid;
};
Character character(std::string_view text, std::size_t at);

/// The code points of `text`; an invalid byte counts as one (U+FFFD).
std::u32string code_points(std::string_view text);

/// How many bytes the character at `at` has; an invalid byte is one by itself.
std::size_t character_size(std::string_view text, std::size_t at);

/// How many characters `text` has, each invalid byte counted as one.
std::size_t character_count(std::string_view text);

/// The last character of `text`, a blank where it has none.
char32_t last_character(std::string_view text);

bool is_han(char32_t point);

/// Whether two characters of a text stand beside each other without a blank: 汉字, and whatever
/// stands beside a sign that Chinese writes full-width.
bool stand_close(char32_t before, char32_t behind);

/// The columns that `text` takes on a terminal: two for 汉字, none for combining marks.
int display_width(std::string_view text);

/// `text` without what could steer a terminal or turn its order round: control characters and
/// bidirectional overrides become one blank each.
std::string printable(std::string_view text);

/// `text` without what could steer a terminal or turn its order round; its line ends and tabs stay.
std::string plain_text(std::string_view text);

/// `text` cut to at most `width` columns, with `…` where something was cut; never inside a number.
std::string shortened(std::string_view text, int width);

/// The parts of `text` between which a line can break: words, single 汉字 with what closes after
/// them, blanks.
std::vector<std::string> pieces(std::string_view text);

/// `text` broken into lines of at most `width` columns: at blanks, between any two 汉字,
/// and after a pause such as 、 even where a number follows; inside a word only where the word by
/// itself is wider.
std::vector<std::string> wrapped(std::string_view text, int width);

/// `text` with its Latin capitals as small letters.
std::string lower_ascii(std::string text);

/// `text` without blanks and line ends at both ends.
std::string_view trimmed(std::string_view text);

void replace_all(std::string& text, std::string_view what, std::string_view with);

/// `text` with one blank for several, tabs and no-break ones too, and none beside a line end.
std::string with_single_blanks(std::string text);

/// The parts of `text` between `separator`s.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The lines of `text`, each with its line end.
std::vector<std::string_view> lines_of(std::string_view text);

std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace taizhang::base
