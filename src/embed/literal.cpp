// SPDX-License-Identifier: MIT
#include "embed/literal.h"

#include <cstddef>

namespace taizhang::embed {

std::string literal(const std::string& text) {
  constexpr char hex[] = "01234567";
  std::string result = "\"";
  std::size_t on_line = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == '\n') {
      result += "\\n\"\n    \"";
      on_line = 0;
    } else if (byte == '"' || byte == '\\') {
      result += {'\\', c};
    } else if (byte < 0x20 || byte >= 0x7F) {
      result += {'\\', hex[byte >> 6], hex[(byte >> 3) & 7], hex[byte & 7]};
    } else {
      result += c;
    }
    if (++on_line > 2000 && (byte & 0xC0) != 0x80) {
      result += "\"\n    \"";
      on_line = 0;
    }
  }
  return result + "\"";
}

}  // namespace taizhang::embed
