// SPDX-License-Identifier: MIT
#include "document/paper_columns.h"

#include <doctest/doctest.h>

namespace document_paper_columns_test {

using namespace taizhang;
using base::Language;
using document::Value;

TEST_SUITE_BEGIN("document");

TEST_CASE("A row takes the lines of its longest cell") {
  // A line of ten letters holds five 汉字.
  CHECK(document::lines_of("", 10) == 1);
  CHECK(document::lines_of("一二三四五", 10) == 1);
  CHECK(document::lines_of("一二三四五六", 10) == 2);
  CHECK(document::lines_of("一二三四五六七八九十", 10) == 2);
  CHECK(document::lines_of("一二三四五六七八九十1", 10) == 3);
  // With two letters before it the first line holds four.
  CHECK(document::lines_of("一二三四五", 10, 2) == 2);
  // A number goes to the next line whole, and a word of twelve letters takes one and a bit.
  CHECK(document::lines_of("一二三四-25.92", 10) == 2);
  CHECK(document::lines_of("一二三-25.92三四五", 10) == 3);
  CHECK(document::lines_of("abcdefghijkl", 10) == 2);
  CHECK(document::lines_of("一二三四五 一", 10) == 2);
  CHECK(document::lines_of("一\n二", 10) == 2);
  // A blank is half as wide: seven figures and six blanks are ten letters.
  CHECK(document::lines_of("1 2 3 4 5 6 7", 10) == 1);
  CHECK(document::lines_of("1 2 3 4 5 6 78", 10) == 2);
  // A comma does not begin a line and takes the 汉字 before it along; at its end it needs half.
  CHECK(document::lines_of("一二三四五，六七八", 10) == 2);
  CHECK(document::lines_of("一二三四五，六七八九", 10) == 3);
  CHECK(document::lines_of("一二三四五，六七八九", 11) == 2);
  // A bracket that opens does not end one.
  CHECK(document::lines_of("一二三四（五六七八）", 10) == 3);
  CHECK(document::lines_of("一二三四（五六七）", 10) == 2);
  // 120 twips stand around a cell: 870 have room for ten letters of 75.
  const std::vector<int> widths{870, 870};
  const auto lines = [&](const char* a, const char* b) {
    return document::lines_of(document::Row{.cells = {Value(a), Value(b)}}, widths, 75,
                              Language::zh);
  };
  CHECK(lines("一二三四五", "") == 1);
  CHECK(lines("一二三四五六", "1") == 2);
  CHECK(lines("1", "一二三四五六七八九十") == 2);
  const std::vector<document::Column> head{{"a", "一二三四五六"}, {"b", "乙"}};
  CHECK(document::lines_of(head, widths, 75) == 2);
}

TEST_CASE("The columns of a table fill the page, and a long text gets the most of it") {
  const document::Table table{.id = "a",
                              .columns = {{"item", "序号"}, {"why", "原因"}},
                              .rows = {{.cells = {Value(1LL), Value(std::string(300, 'x'))}}}};
  const std::vector<int> widths =
      document::shared_out(document::wishes_of(table, Language::zh), 9866, 75);
  REQUIRE(widths.size() == 2);
  CHECK(widths[0] + widths[1] == 9866);
  CHECK(widths[0] >= 4 * 75 + document::around_a_cell);
  CHECK(widths[1] > 8 * widths[0]);
}

TEST_SUITE_END();

}  // namespace document_paper_columns_test
