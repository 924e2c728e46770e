// SPDX-License-Identifier: MIT
#include "base/look_alike.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace taizhang::base {

namespace {

/// Letters of other scripts that no eye tells from Latin ones.
constexpr auto twins = std::to_array<std::pair<char32_t, char>>(
    {{0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'},
     {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'},
     {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x03BF, 'o'}, {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'},
     {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'},
     {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x0430, 'a'},
     {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'},
     {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}});

/// Quotes of a Chinese keyboard, which YAML takes for part of the text; also both the same way.
constexpr std::pair<std::string_view, std::string_view> chinese_quotes[] = {
    {"“", "”"}, {"”", "”"}, {"‘", "’"}, {"「", "」"}, {"『", "』"}};

char twin_of(char32_t point) {
  const auto at = std::lower_bound(twins.begin(), twins.end(), std::pair(point, '\0'));
  return at != twins.end() && at->first == point ? at->second : '\0';
}

/// Radicals that are whole 汉字 and have no compatibility form, with their look (Unicode,
/// EquivalentUnifiedIdeograph.txt).
constexpr auto radicals = std::to_array<std::pair<char32_t, std::string_view>>(
    {{0x2E81, "厂"}, {0x2E8A, "卜"}, {0x2E92, "巳"}, {0x2E9D, "月"}, {0x2EA0, "民"}, {0x2EA9, "王"},
     {0x2EC1, "虎"}, {0x2EC4, "西"}, {0x2EC5, "见"}, {0x2EC6, "角"}, {0x2EC9, "贝"}, {0x2ECB, "车"},
     {0x2ED3, "长"}, {0x2ED4, "门"}, {0x2ED7, "雨"}, {0x2ED8, "青"}, {0x2ED9, "韦"}, {0x2EDA, "页"},
     {0x2EDB, "风"}, {0x2EDC, "飞"}, {0x2EDD, "食"}, {0x2EE2, "马"}, {0x2EE3, "骨"}, {0x2EE4, "鬼"},
     {0x2EE5, "鱼"}, {0x2EE6, "鸟"}, {0x2EE7, "卤"}, {0x2EE8, "麦"}, {0x2EE9, "黄"}, {0x2EEA, "黾"},
     {0x2EEB, "斉"}, {0x2EEC, "齐"}, {0x2EED, "歯"}, {0x2EEE, "齿"}, {0x2EEF, "竜"}, {0x2EF0, "龙"},
     {0x2EF1, "龜"}, {0x2EF2, "亀"}});

/// `text` with the 汉字 that such radicals stand for.
std::string without_radicals(std::string text) {
  for (std::size_t at = 0; (at = text.find('\xE2', at)) != text.npos;) {
    const Character next = character(text, at);
    const auto row =
        std::lower_bound(radicals.begin(), radicals.end(), next.point,
                         [](const auto& one, char32_t point) { return one.first < point; });
    const bool known = row != radicals.end() && row->first == next.point;
    if (known) text.replace(at, next.size, row->second);
    at += known ? row->second.size() : next.size;
  }
  return text;
}

enum class Look {
  plain,
  wide,    ///< a full-width letter, digit or per cent sign
  joint,   ///< a full-width sign that joins those: ．－／＋＿
  shape,   ///< a radical or a compatibility form of a 汉字
  foreign  ///< a letter with a Latin twin
};

Look look_of(char32_t point) {
  if ((point >= 0xFF10 && point <= 0xFF19) || (point >= 0xFF21 && point <= 0xFF3A) ||
      (point >= 0xFF41 && point <= 0xFF5A) || point == 0xFF05) {
    return Look::wide;
  }
  if (point == 0xFF0B || (point >= 0xFF0D && point <= 0xFF0F) || point == 0xFF3F) {
    return Look::joint;
  }
  if ((point >= 0x2E80 && point <= 0x2FDF) || (point >= 0xF900 && point <= 0xFAFF) ||
      (point >= 0x2F800 && point <= 0x2FA1F)) {
    return Look::shape;
  }
  return twin_of(point) != '\0' ? Look::foreign : Look::plain;
}

/// `text` in Unicode's compatibility form NFKC, without radicals.
std::string compatible(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE));
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return without_radicals(std::move(result));
}

/// Whether a character is another one in a wide or a compatibility shape. A raised, lowered or
/// circled digit is none: 10⁴ is not 104.
bool has_plain_form(char32_t point) {
  return point == 0xA0 || point == 0x3000 || (point >= 0xFF01 && point <= 0xFFEE) ||
         look_of(point) == Look::shape;
}

std::string latin(std::string_view text) {
  std::string result;
  for (const char32_t point : code_points(text)) result += twin_of(point);
  return result;
}

bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Whether a character with this first byte can be a look-alike: most of a text is not.
bool may_look_alike(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte == 0xCE || byte == 0xCF || byte == 0xD0 || byte == 0xD1 || byte == 0xE2 ||
         byte == 0xEF || byte == 0xF0;
}

}  // namespace

std::vector<LookAlike> look_alikes(std::string_view text) {
  std::vector<LookAlike> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!may_look_alike(text[at])) {
      ++at;
      continue;
    }
    const auto look_at = [&](std::size_t place) {
      if (place >= text.size() || !may_look_alike(text[place])) return Look::plain;
      return look_of(character(text, place).point);
    };
    const Look look = look_at(at);
    std::size_t end = at + character_size(text, at);
    if (look == Look::plain || look == Look::joint) {
      at = end;
      continue;
    }
    // A run ends with its last letter, not with a sign that may be meant as it is.
    for (std::size_t next = end;;) {
      const Look other = look_at(next);
      const bool joins = look == Look::wide && other == Look::joint;
      if (other != look && !joins) break;
      next += character_size(text, next);
      if (!joins) end = next;
    }
    const std::string_view run = text.substr(at, end - at);
    std::string meant = look == Look::foreign ? latin(run) : compatible(run);
    const bool among_latin = (at > 0 && is_latin_letter(text[at - 1])) ||
                             (end < text.size() && is_latin_letter(text[end]));
    if (meant != run && (look != Look::foreign || among_latin)) {
      found.push_back({at, end - at, std::move(meant)});
    }
    at = end;
  }
  return found;
}

std::string plain_form(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character(text, at);
    const std::string_view written = text.substr(at, next.size);
    at += next.size;
    const char twin = twin_of(next.point);
    if (twin != '\0') {
      result += twin;
    } else if ((next.point >= 0x2010 && next.point <= 0x2015) || next.point == 0x2212) {
      result += '-';
    } else if (has_plain_form(next.point)) {
      result += compatible(written);
    } else {
      result += written;
    }
  }
  std::string_view plain = trimmed(result);
  for (const auto& [open, close] : chinese_quotes) {
    const bool quoted = plain.size() > open.size() + close.size() && plain.starts_with(open) &&
                        plain.ends_with(close);
    if (!quoted) continue;
    plain.remove_prefix(open.size());
    plain.remove_suffix(close.size());
    plain = trimmed(plain);
  }
  return std::string(plain);
}

}  // namespace taizhang::base
