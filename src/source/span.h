// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace taizhang::source {

/// A stretch of bytes of one file; `file` is an index into `Sources`.
struct Span {
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  std::uint32_t file = nowhere;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool known() const { return file != nowhere; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A place as people and editors count: from 1, columns in characters.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

}  // namespace taizhang::source
