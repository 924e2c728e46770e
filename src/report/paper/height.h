// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace taizhang::report {

/// How high something is, in twips, on the two kinds of pages that a paper must keep to.
struct Height {
  int word = 0;  ///< those of a word processor
  int page = 0;  ///< those that a browser prints

  constexpr Height() = default;
  constexpr Height(int both) : word(both), page(both) {}
  constexpr Height(int in_word, int on_page) : word(in_word), page(on_page) {}

  constexpr Height& operator+=(const Height& other) {
    word += other.word;
    page += other.page;
    return *this;
  }
  constexpr Height& operator-=(const Height& other) { return *this += other * -1; }
  friend constexpr Height operator+(Height a, const Height& b) { return a += b; }
  friend constexpr Height operator-(Height a, const Height& b) { return a -= b; }
  friend constexpr Height operator*(const Height& a, int times) {
    return {a.word * times, a.page * times};
  }
  friend constexpr bool operator==(const Height&, const Height&) = default;
  constexpr bool fits(const Height& room) const { return word <= room.word && page <= room.page; }
};

/// How many stand, and how many stand or are named.
struct InRoom {
  std::size_t stand = 0;
  std::size_t named = 0;

  friend bool operator==(const InRoom&, const InRoom&) = default;
};

}  // namespace taizhang::report
