// SPDX-License-Identifier: MIT
//
// Which exceptions a paper names, so that it stays within its pages.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace taizhang::report {

/// How high a block is on the page of a paper that must not be long, in twips.
int height_of(const document::Block& block, base::Language language);
/// How high a table is without its rows, and each of them, where its first `shown` rows settle how
/// wide its columns are.
struct HeightOfTable {
  int head = 0;
  std::vector<int> rows;
};
HeightOfTable height_of(const document::Table& table, base::Language language, std::size_t shown);
/// How many letters the first line of a paragraph has.
int letters_of_line();
/// How high a part of a paragraph is that takes so many letters.
int height_of_words(int letters);

/// How much room for blocks so many pages have, below the head of the paper and above its foot.
int room_on(int pages);

/// The most rows of a table that so many pages have room for, below what else must stand.
std::size_t most_rows_on(int pages, std::size_t rows_above);

/// Things of which some may be left out.
struct Cuttable {
  std::vector<int> heights;  ///< of all that may stand; there may be more, which never fit
  std::size_t count = 0;     ///< how many there are
  std::size_t least = 0;     ///< so many stand whatever that takes
  std::size_t pressing = 0;  ///< so many come before the others of any
  std::size_t weight = 1;    ///< how many are taken for one of others
  int rest = 0;              ///< how high that is which tells of the rest
  /// How high the name alone of each is, where what does not stand is told by name.
  std::vector<int> names = {};
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
std::vector<InRoom> counts_in_room(const std::vector<Cuttable>& all, int room);

}  // namespace taizhang::report
