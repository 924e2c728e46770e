// SPDX-License-Identifier: MIT
#include "render/escape.h"

#include <algorithm>

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

std::string escape_markdown(std::string_view text) {
  constexpr std::string_view special = "\\`*_[]<>|~&!$";
  std::string result;
  if (begins_block(text)) {
    const std::size_t sign = std::min(text.find_first_not_of("0123456789"), text.size());
    result += text.substr(0, sign);
    result += '\\';
    text.remove_prefix(sign);
  }
  for (const char c : text) {
    if (is_control(c)) {
      result += ' ';
    } else {
      if (special.find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  // A bare address would become a link: the colon breaks it and shows the same.
  for (std::size_t at = 0; (at = result.find("://", at)) != std::string::npos;) {
    result.replace(at, 1, "&#58;");
  }
  return result;
}

std::string escape_html(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += is_control(c) && c != '\n' ? ' ' : c;
    }
  }
  return result;
}

}  // namespace taizhang::render
