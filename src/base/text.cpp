// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <utf8proc.h>

namespace taizhang::base {

namespace {

bool steers_terminal(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029 ||
         point == 0x061C || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

int width_of(char32_t point) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(point)); }

}  // namespace

Character character(std::string_view text, std::size_t at) {
  utf8proc_int32_t point = 0;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (read <= 0) return {U'\uFFFD', 1, false};
  return {static_cast<char32_t>(point), static_cast<std::size_t>(read), true};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Character next = character(text, at);
    if (!next.valid) return at;
    at += next.size;
  }
  return std::nullopt;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    points += next.point;
    at += next.size;
  }
  return points;
}

std::size_t character_size(std::string_view text, std::size_t at) {
  return character(text, at).size;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += character_size(text, at)) ++count;
  return count;
}

char32_t last_character(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return at > 0 ? character(text, at - 1).point : U' ';
}

bool is_han(char32_t point) {
  return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

bool stand_close(char32_t before, char32_t behind) {
  const auto is_sign = [](char32_t point) {
    return (point >= 0x3001 && point <= 0x3003) || (point >= 0x3008 && point <= 0x301F) ||
           (point >= 0xFF01 && point <= 0xFF0F) || (point >= 0xFF1A && point <= 0xFF20) ||
           (point >= 0xFF3B && point <= 0xFF40) || (point >= 0xFF5B && point <= 0xFF65);
  };
  // “ and … are at home in English as well: they tell nothing by themselves.
  const auto is_of_both = [](char32_t point) {
    return (point >= 0x2014 && point <= 0x201D) || point == 0x2026 || point == 0xB7;
  };
  if (is_sign(before) || is_sign(behind)) return true;
  return (is_han(before) && (is_han(behind) || is_of_both(behind))) ||
         (is_of_both(before) && is_han(behind));
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    width += width_of(next.point);
    at += next.size;
  }
  return width;
}

std::string_view without_mark(std::string_view text) {
  constexpr std::string_view mark = "\ufeff";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    if (!next.valid) {
      result += "\uFFFD";
    } else if (steers_terminal(next.point)) {
      result += ' ';
    } else {
      result.append(text, at, next.size);
    }
    at += next.size;
  }
  return result;
}

std::string plain_text(std::string_view text) {
  std::string result;
  for (;;) {
    const std::size_t end = std::min(text.find_first_of("\t\r\n"), text.size());
    result += printable(text.substr(0, end));
    if (end == text.size()) return result;
    result += text[end];
    text.remove_prefix(end + 1);
  }
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::string result;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    used += width_of(next.point);
    if (used > width - 1) break;
    result.append(text, at, next.size);
    at += next.size;
  }
  // What is left of a number or a day would read as another.
  constexpr std::string_view of_numbers = "0123456789.,-%";
  const auto is_of_number = [&](char c) { return of_numbers.find(c) != of_numbers.npos; };
  if (is_of_number(text[result.size()])) {
    while (!result.empty() && is_of_number(result.back())) result.pop_back();
  }
  return result + "…";
}

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> result;
  bool ends = true;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    const std::string piece(text.substr(at, next.size));
    at += next.size;
    const bool blank = piece == " ";
    // Closing punctuation stays with the word before it: a line does not begin with 。 or ）.
    const bool closing = std::u32string_view(U"，。、；：！？）》”’」』】%…").find(next.point) !=
                         std::u32string_view::npos;
    const bool can_break = (width_of(next.point) == 2 || ends) && !closing;
    if (result.empty() || blank || result.back() == " " || can_break) {
      result.push_back(piece);
    } else {
      result.back() += piece;
    }
    ends = blank ||
           std::u32string_view(U"，。、；：！？").find(next.point) != std::u32string_view::npos;
  }
  return result;
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  const auto begin_line = [&] {
    while (lines.back().ends_with(' ')) lines.back().pop_back();
    lines.emplace_back();
  };
  int used = 0;
  for (const std::string& piece : pieces(text)) {
    const int columns = display_width(piece);
    if (used > 0 && used + columns > width) {
      begin_line();
      used = 0;
      if (piece == " ") continue;
    }
    if (columns <= width) {
      lines.back() += piece;
      used += columns;
      continue;
    }
    for (std::size_t at = 0; at < piece.size();) {
      const Character next = character(piece, at);
      if (used > 0 && used + width_of(next.point) > width) {
        begin_line();
        used = 0;
      }
      lines.back().append(piece, at, next.size);
      used += width_of(next.point);
      at += next.size;
    }
  }
  if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

std::string with_single_blanks(std::string text) {
  replace_all(text, "\u00a0", " ");
  std::string result;
  for (const char one : text) {
    const bool blank = one == ' ' || one == '\t';
    if (blank && (result.ends_with(' ') || result.ends_with('\n'))) continue;
    if (one == '\n') {
      while (result.ends_with(' ')) result.pop_back();
      if (result.ends_with('\n')) continue;
    }
    result += blank ? ' ' : one;
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) result += separator;
    result += part;
  }
  return result;
}

}  // namespace taizhang::base
