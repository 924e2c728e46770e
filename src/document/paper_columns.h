// SPDX-License-Identifier: MIT
//
// How the columns of a table share the width of a page, and how many lines its rows take there.
// Widths are twips, the twentieth of a point; letters are half a 汉字.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace taizhang::document {

/// The margins of a cell at its left and right, and the line beside it.
inline constexpr int around_a_cell = 120;

/// What a column needs and what it would like, in letters.
struct Wish {
  int least = 0;
  int most = 0;
  /// What no line may break, a number or a day: it stays whole where there is not enough for all.
  int whole = 0;
  /// What it can be read in: texts in lines of four 汉字, nearly all numbers beside their units,
  /// its head in two lines.
  int narrow = 0;
};
std::vector<Wish> wishes_of(const Table& table, base::Language language);
/// Those of a table that has only its first `shown` rows.
std::vector<Wish> wishes_of(const Table& table, std::size_t shown, base::Language language);

/// The width of all columns where each has so much of its wish.
int width_of(const std::vector<Wish>& wishes, int Wish::*part, int letter);

/// `room` shared out: each column gets what it needs, and of the rest by what it still wants. What
/// is lacking is taken from those that need more than what must stay whole.
std::vector<int> shared_out(const std::vector<Wish>& wishes, int room, int letter);

/// The widths with which the head and the first `shown` rows of a table take the fewest lines:
/// those of `shared_out`, where a column has given some to another as long as that made the table
/// lower.
std::vector<int> lowest(const Table& table, std::size_t shown, int room, int letter,
                        base::Language language);

/// `room` shared out for rows that are as low as can be: cells have about as many lines as each
/// other, but no column is narrower than it can be read in. Where all that does not fit, units go
/// below their numbers.
std::vector<int> with_like_lines(const std::vector<Wish>& wishes, int room, int letter);

/// How many lines a text takes where a line has `room` letters and the first has `before` of them
/// already. A line may end at a blank and beside every 汉字; a number or a word goes to the next
/// one whole, a bracket or a comma stays with what it closes or opens.
int lines_of(std::string_view text, int room, int before = 0);

/// How wide the tables of a paper of few pages are, A4 with margins of 18 mm at the sides, and how
/// wide a letter of 六号 is.
inline constexpr int width_of_few_pages = 9866;
inline constexpr int letter_of_few_pages = 75;

/// How many letters a line has where a page of few has two columns.
inline constexpr int letters_of_column = 52;
/// Lines in two columns: which is the first of the second one, and how many lines the longer takes.
struct TwoColumns {
  std::size_t second = 0;
  int lines = 0;
};
TwoColumns in_two_columns(const std::vector<std::string>& texts);

/// How many lines a row takes: those of its longest cell.
int lines_of(const Row& row, const std::vector<int>& widths, int letter, base::Language language);

/// The same of the head of a table.
int lines_of(const std::vector<Column>& head, const std::vector<int>& widths, int letter);

}  // namespace taizhang::document
