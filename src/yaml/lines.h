// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace taizhang::yaml {

inline constexpr std::string_view wide_blank = "\u3000";
inline constexpr std::string_view no_break_blank = "\u00A0";
inline constexpr std::string_view wide_colon_sign = "：";

/// One line of a text and where it starts.
struct Line {
  std::size_t start;
  std::string_view text;  ///< without its line end

  std::size_t indent() const;
  bool is_blank() const;  ///< or holds only a remark
};

/// The line that holds the byte at `offset`.
Line line_at(std::string_view text, std::size_t offset);

/// The nearest line before `line` that holds something; nothing at the top.
std::optional<Line> line_before(std::string_view text, Line line);

/// How many bytes the colons take with which `text` begins: one, or several of either width that
/// were typed for it; 0 where there is none.
std::size_t size_of_colons(std::string_view text);

/// Whether a line begins a key at the left margin: `key:` in plain ASCII.
bool begins_key(std::string_view line);

}  // namespace taizhang::yaml
