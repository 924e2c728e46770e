// SPDX-License-Identifier: MIT
#include "yaml/lines.h"

#include <algorithm>

namespace taizhang::yaml {

std::size_t Line::indent() const { return std::min(text.find_first_not_of(" \t"), text.size()); }

bool Line::is_blank() const { return indent() == text.size() || text[indent()] == '#'; }

Line line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t newline = offset == 0 ? text.npos : text.rfind('\n', offset - 1);
  const std::size_t start = newline == text.npos ? 0 : newline + 1;
  std::string_view line = text.substr(start, text.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return {start, line};
}

std::optional<Line> line_before(std::string_view text, Line line) {
  while (line.start > 0) {
    line = line_at(text, line.start - 1);
    if (!line.is_blank()) return line;
  }
  return std::nullopt;
}

std::size_t size_of_colons(std::string_view text) {
  std::size_t end = 0;
  while (text.substr(end).starts_with(':') || text.substr(end).starts_with(wide_colon_sign)) {
    end += text[end] == ':' ? 1 : wide_colon_sign.size();
  }
  return end;
}

bool begins_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\r') return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace taizhang::yaml
