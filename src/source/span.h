// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace taizhang::source {

/// A stretch of bytes of one file; `file` is an index into `Sources`. It is always a place that
/// exists: what may not have been written has a `std::optional` of it.
struct Span {
  constexpr Span(std::uint32_t in_file, std::uint32_t from, std::uint32_t to)
      : file(in_file), begin(from), end(to) {}

  std::uint32_t file;
  std::uint32_t begin;
  std::uint32_t end;

  friend bool operator==(const Span&, const Span&) = default;
};

/// Where a file begins: the place of what is wrong with all of it.
constexpr Span start_of(std::uint32_t file) { return {file, 0, 0}; }

/// A place as people and editors count: from 1, columns in characters.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

}  // namespace taizhang::source
