// SPDX-License-Identifier: MIT
//
// Which exceptions a paper names, so that it stays within its pages.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"

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

/// How high a block is on the page of a paper that must not be long.
Height height_of(const document::Block& block, base::Language language);
/// How high a table is without its rows, and each of them, where its first `shown` rows settle how
/// wide its columns are.
struct HeightOfTable {
  Height head;
  std::vector<Height> rows;
};
HeightOfTable height_of(const document::Table& table, base::Language language, std::size_t shown);
/// The same of all its rows before it is known which stand, with columns that make it no lower.
HeightOfTable rough_height_of(const document::Table& table, base::Language language);
/// How many lines a text takes in one of two columns.
int lines_in_column(const std::string& text);
/// How high a part of a paragraph is that takes so many letters.
Height height_of_words(int letters);

/// How much room for blocks so many pages have, below the head of the paper and above its foot.
Height room_on(int pages);

/// The most rows of a table that so many pages have room for, below what else must stand.
std::size_t most_rows_on(int pages, std::size_t rows_above);

/// Things of which some may be left out.
struct Cuttable {
  std::vector<Height> heights;  ///< of all that may stand; there may be more, which never fit
  std::size_t count = 0;        ///< how many there are
  std::size_t least = 0;        ///< so many stand whatever that takes
  std::size_t pressing = 0;     ///< so many come before the others of any
  std::size_t weight = 1;       ///< how many are taken for one of others
  Height head = 0;              ///< how high that is which stands above the first of them
  Height rest = 0;              ///< how high that is which tells of the rest
  /// How high the name alone of each is, where what does not stand is told by name.
  std::vector<Height> names = {};
  bool names_first = false;  ///< they come before what presses
};

/// How many stand, and how many stand or are named.
struct InRoom {
  std::size_t stand = 0;
  std::size_t named = 0;

  friend bool operator==(const InRoom&, const InRoom&) = default;
};

/// How many of each fit into `room`: the least; then the names that come first; then what presses;
/// then other names; then, as long as there is room, some more of each in turn.
struct Filled {
  std::vector<InRoom> counts;
  bool fits = true;  ///< whether the least does
};
Filled filled_room(const std::vector<Cuttable>& all, Height room);

}  // namespace taizhang::report
