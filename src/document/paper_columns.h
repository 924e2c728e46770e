// SPDX-License-Identifier: MIT
//
// How the columns of a table share the width of a page, and how many lines its rows take there.
// Widths are twips, the twentieth of a point; letters are half a 汉字.
#pragma once

#include <vector>

#include "document/document.h"

namespace taizhang::document {

/// The margins of a cell at its left and right, and the line beside it.
inline constexpr int around_a_cell = 120;

/// What a column needs and what it would like, in letters.
struct Wish {
  int least = 0;
  int most = 0;
};
std::vector<Wish> wishes_of(const Table& table, base::Language language);

/// `room` shared out: each column gets what it needs, and of the rest by what it still wants.
std::vector<int> shared_out(const std::vector<Wish>& wishes, int room, int letter);

/// How many lines a text of `width` letters takes where a line has `room` of them. The last place
/// of a line that is not the last often stays free: a 汉字 or a number goes to the next one whole.
int lines_of(int width, int room);

/// How many lines a row takes: those of its longest cell.
int lines_of(const Row& row, const std::vector<int>& widths, int letter, base::Language language);

/// The same of the head of a table.
int lines_of(const std::vector<Column>& head, const std::vector<int>& widths, int letter);

}  // namespace taizhang::document
