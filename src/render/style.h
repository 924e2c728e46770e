// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "document/value.h"

namespace taizhang::render {

/// Colours of a terminal, or none.
class Style {
 public:
  explicit Style(bool colour) : colour_(colour) {}

  std::string bold(std::string_view text) const { return in("1", text); }
  std::string dim(std::string_view text) const { return in("2", text); }
  std::string red(std::string_view text) const { return in("1;31", text); }
  std::string yellow(std::string_view text) const { return in("1;33", text); }
  std::string green(std::string_view text) const { return in("32", text); }
  std::string cyan(std::string_view text) const { return in("36", text); }

  /// The text of a cell in its own colour.
  std::string toned(document::Tone tone, std::string_view text) const {
    constexpr std::string_view codes[] = {"", "1;34", "1;32", "90", "1;33", "1;31"};
    const std::string_view code = codes[static_cast<std::size_t>(tone)];
    return code.empty() ? std::string(text) : in(code, text);
  }

 private:
  std::string in(std::string_view code, std::string_view text) const {
    if (!colour_) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  bool colour_;
};

}  // namespace taizhang::render
