// SPDX-License-Identifier: MIT
#include "report/paper/fit.h"

#include <doctest/doctest.h>

namespace report_fit_test {

using namespace taizhang;
using Counts = std::vector<std::size_t>;

TEST_SUITE_BEGIN("report");

TEST_CASE("As many rows stand on the pages as there is room for, each table in turn") {
  const report::Cuttable three{.heights = {10, 10, 10}, .least = 1};
  // All fit, and nothing is said of a rest.
  CHECK(report::counts_in_room({three, three}, 60) == Counts{3, 3});
  CHECK(report::counts_in_room({three, three}, 59) == Counts{3, 2});
  CHECK(report::counts_in_room({three, three}, 0) == Counts{1, 1});
  // A long row that does not fit ends its table, not the others.
  const report::Cuttable with_long{.heights = {10, 50, 10}, .least = 1};
  CHECK(report::counts_in_room({with_long, three}, 45) == Counts{1, 3});
  // The line that tells of the rest takes its room as long as there is one.
  const report::Cuttable with_rest{.heights = {10, 10, 10}, .least = 1, .rest = 10};
  CHECK(report::counts_in_room({with_rest}, 29) == Counts{1});
  CHECK(report::counts_in_room({with_rest}, 30) == Counts{3});
  // Red ones stand whatever they take; two of the first for one of the second.
  CHECK(report::counts_in_room({{.heights = {90, 90}, .least = 2}, three}, 100) == Counts{2, 1});
  const report::Cuttable first{.heights = {10, 10, 10, 10, 10}, .least = 0, .weight = 2};
  CHECK(report::counts_in_room({first, three}, 60) == Counts{4, 2});
}

TEST_SUITE_END();

}  // namespace report_fit_test
