// SPDX-License-Identifier: MIT
#include "report/paper/fit.h"

#include <doctest/doctest.h>

namespace report_fit_test {

using namespace taizhang;
using Counts = std::vector<report::InRoom>;

TEST_SUITE_BEGIN("report");

namespace {

/// That many stand, and none is named apart.
Counts rows(std::initializer_list<std::size_t> counts) {
  Counts all;
  for (const std::size_t count : counts) all.push_back({count, count});
  return all;
}

Counts counts_in_room(const std::vector<report::Cuttable>& all, report::Height room) {
  return report::filled_room(all, room).counts;
}

}  // namespace

TEST_CASE("As many rows stand on the pages as there is room for, each table in turn") {
  const report::Cuttable three{.heights = {10, 10, 10}, .count = 3, .least = 1};
  // All fit, and nothing is said of a rest.
  CHECK(counts_in_room({three, three}, 60) == rows({3, 3}));
  CHECK(counts_in_room({three, three}, 59) == rows({3, 2}));
  CHECK(counts_in_room({three, three}, 0) == rows({1, 1}));
  // A long row that does not fit ends its table, not the others.
  const report::Cuttable with_long{.heights = {10, 50, 10}, .count = 3, .least = 1};
  CHECK(counts_in_room({with_long, three}, 45) == rows({1, 3}));
  // The line that tells of the rest takes its room as long as there is one.
  const report::Cuttable with_rest{.heights = {10, 10, 10}, .count = 3, .least = 1, .rest = 10};
  CHECK(counts_in_room({with_rest}, 29) == rows({1}));
  CHECK(counts_in_room({with_rest}, 30) == rows({3}));
  // Of five only three may fit: with all of them there the line still stands.
  const report::Cuttable of_five{.heights = {10, 10, 10}, .count = 5, .least = 1, .rest = 10};
  CHECK(counts_in_room({of_five}, 39) == rows({2}));
  CHECK(counts_in_room({of_five}, 400) == rows({3}));
  // Red ones stand whatever they take; two of the first for one of the second.
  CHECK(counts_in_room({{.heights = {90, 90}, .count = 2, .least = 2}, three}, 100) ==
        rows({2, 1}));
  const report::Cuttable first{
      .heights = {10, 10, 10, 10, 10}, .count = 5, .least = 0, .weight = 2};
  CHECK(counts_in_room({first, three}, 60) == rows({4, 2}));
}

TEST_CASE("What presses stands before the rows of any other table, and names fill what is left") {
  const report::Cuttable three{.heights = {10, 10, 10}, .count = 3, .least = 1};
  // Both leasts take 20; the two others that press come next, and the first table gets nothing.
  const report::Cuttable late{.heights = {10, 10, 10, 10}, .count = 4, .least = 1, .pressing = 3};
  CHECK(counts_in_room({three, late}, 40) == rows({1, 3}));
  CHECK(counts_in_room({three, late}, 50) == rows({2, 3}));
  // One row and the line of the rest take 15. Three names of 3 take 9 and the last gives the line
  // of 5 back; a row instead of a name takes 7 more.
  const report::Cuttable named{
      .heights = {10, 10, 10, 10}, .count = 4, .least = 1, .rest = 5, .names = {0, 3, 3, 3}};
  CHECK(counts_in_room({named}, 17) == Counts{{1, 1}});
  CHECK(counts_in_room({named}, 18) == Counts{{1, 2}});
  CHECK(counts_in_room({named}, 24) == Counts{{1, 4}});
  CHECK(counts_in_room({named}, 25) == Counts{{1, 4}});
  CHECK(counts_in_room({named}, 26) == Counts{{2, 4}});
  CHECK(counts_in_room({named}, 31) == Counts{{2, 4}});
  CHECK(counts_in_room({named}, 40) == Counts{{4, 4}});
  // Names come before the rows of other tables: they take 4 of the 10 that are left, then 12 and 16
  // hold a row of 10.
  CHECK(counts_in_room({three, named}, 35) == Counts{{1, 1}, {1, 4}});
  CHECK(counts_in_room({three, named}, 41) == Counts{{2, 2}, {1, 4}});
  CHECK(counts_in_room({three, named}, 45) == Counts{{2, 2}, {1, 4}});
  // What presses comes before names, unless these are those that come first: 10 are left.
  report::Cuttable first = named;
  first.names_first = true;
  CHECK(counts_in_room({late, named}, 35) == Counts{{2, 2}, {1, 1}});
  CHECK(counts_in_room({late, first}, 35) == Counts{{1, 1}, {1, 4}});
}

TEST_CASE("Rows that no page has room for need not be written") {
  // Two pages of 15,478 less a head of 1,585, a foot of 800 and 400 to spare; those that a browser
  // prints have 15,590, a head of 1,381 and 300 to spare. The lowest row is a line of 176 with a
  // rule of 12, or of 167 with 26.
  CHECK(report::room_on(2, {800, 900}) == report::Height(28171, 28599));
  // Of 28,971 and 29,499: 154 and 152.
  CHECK(report::most_rows_on(2, 0) == 152);
  CHECK(report::most_rows_on(2, 40) == 112);
  CHECK(report::most_rows_on(2, 200) == 0);
}

TEST_CASE("What stands on pages loses the room at their ends, and repeats the heads of tables") {
  // Below a head of 1,585 or 1,381 the first page has 13,893 or 14,209.
  std::vector<report::Piece> pieces{{{13893, 14209}}};
  CHECK(report::excess_on(1, pieces, 0) == report::Height(0, 0));
  CHECK(report::excess_on(1, pieces, {100, 200}) == report::Height(100, 200));
  CHECK(report::excess_on(2, pieces, 0) == report::Height(-15478, -15590));
  // A row that has no room goes to the next page whole, below the head of its table.
  pieces = {{{13000, 13000}}};
  const std::vector<report::Height> rows{300, 500, 500};
  report::add_table(pieces, 100, rows);
  // 13,400 to the end of the first row: the second would end at 13,900, which is 7 too many there
  // and has room here; the third has none.
  CHECK(report::excess_on(2, pieces, 0) ==
        report::Height(100 + 500 + 500 - 15478, 100 + 500 - 15590));
  // A heading stands on the page of the table below it.
  pieces = {{{13700, 13700}}, {200, true}};
  report::add_table(pieces, 100, rows);
  CHECK(report::excess_on(2, pieces, 0) ==
        report::Height(200 + 100 + 300 + 500 + 500 - 15478, 200 + 100 + 300 + 500 + 500 - 15590));
  // A text is parted between its lines, which are 194 or 205 high: one of two goes on.
  pieces = {{{13699, 14004}}};
  report::add_text(pieces, {388, 410});
  CHECK(report::excess_on(2, pieces, 0) == report::Height(194 - 15478, 205 - 15590));
}

TEST_CASE("A table of which nothing must stand takes the room of its head with its first row") {
  const report::Cuttable two{.heights = {10, 10}, .count = 2, .least = 0, .head = 7, .rest = 5};
  CHECK(counts_in_room({two}, 5) == rows({0}));
  // The line of the rest takes 5; a row with the head 17, the last gives the line back.
  CHECK(counts_in_room({two}, 21) == rows({0}));
  CHECK(counts_in_room({two}, 22) == rows({1}));
  CHECK(counts_in_room({two}, 26) == rows({1}));
  CHECK(counts_in_room({two}, 27) == rows({2}));
  CHECK(report::filled_room({two}, 5).fits);
  CHECK(!report::filled_room({two}, 4).fits);
  report::Cuttable one = two;
  one.least = 1;
  CHECK(!report::filled_room({one}, 21).fits);
  CHECK(report::filled_room({one}, 22).fits);
}

TEST_CASE("What stands has room on both kinds of pages") {
  const report::Cuttable low{.heights = {{10, 20}, {10, 20}}, .count = 2, .least = 0};
  CHECK(counts_in_room({low}, {20, 40}) == rows({2}));
  CHECK(counts_in_room({low}, {20, 39}) == rows({1}));
  CHECK(counts_in_room({low}, {19, 40}) == rows({1}));
}

TEST_SUITE_END();

}  // namespace report_fit_test
