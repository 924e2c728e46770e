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
/// How high a table is without its rows, and each of them.
struct HeightOfTable {
  int head = 0;
  std::vector<int> rows;
};
HeightOfTable height_of(const document::Table& table, base::Language language);
/// How high a part of a paragraph is that takes so many letters.
int height_of_words(int letters);

/// How much room for blocks so many pages have, below the head of the paper and above its foot.
int room_on(int pages);

/// The most rows of a table that so many pages have room for, below what else must stand.
std::size_t most_rows_on(int pages, std::size_t rows_above);

/// Things of which some may be left out: how high each is, how many stand whatever that takes, how
/// many are taken for one of others, and how high that is which tells of the rest.
struct Cuttable {
  std::vector<int> heights;
  std::size_t least = 0;
  std::size_t weight = 1;
  int rest = 0;
};

/// How many of each stand within `room`: the least, and as long as there is room some more of each
/// in turn.
std::vector<std::size_t> counts_in_room(const std::vector<Cuttable>& all, int room);

}  // namespace taizhang::report
