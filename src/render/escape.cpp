// SPDX-License-Identifier: MIT
#include "render/escape.h"

#include <algorithm>
#include <utility>

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

}  // namespace

std::string escape_markdown(std::string_view data) {
  constexpr std::string_view special = "\\`*_[]<>|~&!$";
  std::string text;
  for (const char c : data) text += is_control(c) ? ' ' : c;
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
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += is_control(c) && c != '\n' ? ' ' : c;
    }
  }
  return result;
}

}  // namespace taizhang::render
