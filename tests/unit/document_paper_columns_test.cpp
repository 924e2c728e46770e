// SPDX-License-Identifier: MIT
#include "document/paper_columns.h"

#include <doctest/doctest.h>

namespace document_paper_columns_test {

using namespace taizhang;
using base::Language;
using document::Value;

TEST_SUITE_BEGIN("document");

TEST_CASE("A row takes the lines of its longest cell") {
  // A line of ten letters holds ten; of those that go on, each holds nine.
  CHECK(document::lines_of(0, 10) == 1);
  CHECK(document::lines_of(10, 10) == 1);
  CHECK(document::lines_of(11, 10) == 2);
  CHECK(document::lines_of(18, 10) == 2);
  CHECK(document::lines_of(19, 10) == 3);
  // 120 twips stand around a cell: 870 have room for ten letters of 75.
  const std::vector<int> widths{870, 870};
  const auto lines = [&](const char* a, const char* b) {
    return document::lines_of(document::Row{.cells = {Value(a), Value(b)}}, widths, 75,
                              Language::zh);
  };
  CHECK(lines("一二三四五", "") == 1);
  CHECK(lines("一二三四五六", "1") == 2);
  CHECK(lines("1", "一二三四五六七八九十") == 3);
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
