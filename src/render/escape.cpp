// SPDX-License-Identifier: MIT
#include "render/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace taizhang::render {

namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

/// Whether the text would begin a list, a quote, a heading or a rule at the start of a line.
bool begins_block(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("-+#=").find(text[0]) != std::string_view::npos) {
    return text.size() == 1 || text[1] == ' ' || text[1] == text[0];
  }
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos &&
         (text[digits] == '.' || text[digits] == ')') &&
         (digits + 1 == text.size() || text[digits + 1] == ' ');
}

/// Whether XML 1.0 has the character at all (§2.2, production Char); the code points of a text are
/// never surrogates.
bool is_xml_character(char32_t point) {
  return point >= 0x20 ? point != 0xFFFE && point != 0xFFFF
                       : point == '\t' || point == '\n' || point == '\r';
}

/// Put the number of each character that `is_special` in its place: `%2C`.
template <class IsSpecial>
std::string percent_encoded(std::string_view text, IsSpecial is_special) {
  std::string result;
  for (const char c : text) {
    if (is_special(c)) {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result;
}

std::string github(std::string_view text, std::string_view special) {
  std::string result;
  for (const std::string_view line : base::split(text, '\n')) {
    if (line.data() != text.data()) result += "%0A";
    result += percent_encoded(base::printable(line),
                              [&](char c) { return special.find(c) != special.npos; });
  }
  return result;
}

}  // namespace

std::string escape_markdown(std::string_view data) {
  constexpr std::string_view special = "\\`*_[]<>|~&!$";
  std::string text = base::printable(data);
  text.erase(0, text.find_first_not_of(' '));
  std::string result;
  std::size_t at = 0;
  if (begins_block(text)) {
    at = std::min(text.find_first_not_of("0123456789"), text.size());
    result = text.substr(0, at) + '\\';
  }
  for (; at < text.size(); ++at) {
    if (special.find(text[at]) != std::string_view::npos) result += '\\';
    result += text[at];
  }
  // A bare address would become a link: the sign that makes it one is written as its number,
  // which shows the same.
  for (const auto& [address, inert] :
       {std::pair("://", "&#58;//"), std::pair("www.", "www&#46;")}) {
    for (std::size_t found = 0; (found = result.find(address, found)) != std::string::npos;) {
      result.replace(found, std::string_view(address).size(), inert);
      found += std::string_view(inert).size();
    }
  }
  return result;
}

std::string escape_html(std::string_view text) {
  constexpr std::pair<char, std::string_view> special[] = {
      {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
  std::string result;
  for (const char c : base::plain_text(text)) {
    const auto found = std::ranges::find(special, c, &std::pair<char, std::string_view>::first);
    if (found != std::end(special)) {
      result += found->second;
    } else {
      result += is_control(c) && c != '\n' ? ' ' : c;
    }
  }
  return result;
}

std::string escape_xml(std::string_view text) {
  // The one text of a line end or a tab that an attribute keeps is its number.
  constexpr std::string_view special = "&<>\"'\t\n\r";
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const base::Character next = base::character(text, at);
    if (!next.valid || !is_xml_character(next.point)) {
      result += "\uFFFD";
    } else if (next.size == 1 && special.find(text[at]) != std::string_view::npos) {
      result += fmt::format("&#{};", static_cast<int>(next.point));
    } else {
      result.append(text, at, next.size);
    }
    at += next.size;
  }
  return result;
}

std::string escape_uri_path(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  return percent_encoded(path, [&](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return !letter && plain.find(c) == plain.npos;
  });
}

std::string escape_github(std::string_view text) { return github(text, "%"); }

std::string escape_github_property(std::string_view text) { return github(text, "%:,"); }

}  // namespace taizhang::render
