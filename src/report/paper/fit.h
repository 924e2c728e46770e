// SPDX-License-Identifier: MIT
//
// Which exceptions a paper names, so that it stays within its pages.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "report/paper/height.h"

namespace taizhang::report {

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

/// How high the foot of a paper with these lines is, and the line below them that tells how it was
/// made.
Height height_of_foot(const std::vector<document::Value>& lines, base::Language language);

/// How much room for blocks so many pages have, below the head of the paper and above its foot.
Height room_on(int pages, Height foot);

/// The most rows of a table that so many pages have room for, below what else must stand.
std::size_t most_rows_on(int pages, std::size_t rows_above);

/// What no page parts, one below the other.
struct Piece {
  Height height;
  bool keeps_next = false;  ///< it stands on the page of what follows
  Height again = 0;  ///< how high that is which is repeated above it where a page begins with it
};
/// The pieces of a text, which are its lines; of a table with a head and some of its rows.
void add_text(std::vector<Piece>& pieces, Height height);
void add_table(std::vector<Piece>& pieces, Height head, std::span<const Height> rows);

/// By how much pieces and a foot are too high for so many pages that begin with a head; negative
/// where there is room for more.
Height excess_on(int pages, const std::vector<Piece>& pieces, Height foot);

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

/// How many of each fit into `room`: the least; then the names that come first; then what presses;
/// then other names; then, as long as there is room, some more of each in turn.
struct Filled {
  std::vector<InRoom> counts;
  bool fits = true;  ///< whether the least does
};
Filled filled_room(const std::vector<Cuttable>& all, Height room);

}  // namespace taizhang::report
