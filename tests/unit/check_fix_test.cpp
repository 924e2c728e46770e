// SPDX-License-Identifier: MIT
#include "check/fix.h"

#include <doctest/doctest.h>

namespace check_fix_test {

using namespace taizhang;

TEST_SUITE_BEGIN("check");

namespace {

source::Finding mended_by(std::vector<source::Edit> fix) {
  source::Finding finding{"W06", source::Severity::warning, {0, 0, 1}, {}, {}, {}};
  if (!fix.empty()) finding.at = fix.front().at;
  finding.fix = std::move(fix);
  return finding;
}

}  // namespace

TEST_CASE("Edits replace their bytes and touch no other") {
  CHECK(check::edited("abcdef", {{{0, 1, 2}, "XY"}, {{0, 3, 3}, "-"}, {{0, 5, 6}, ""}}) ==
        "aXYc-de");
  CHECK(check::edited("abc", {}) == "abc");
}

TEST_CASE("Of fixes that overlap the first is taken, and each is taken whole or not at all") {
  const auto fixes =
      check::fixes({mended_by({{{0, 4, 8}, "a"}}), mended_by({{{0, 6, 9}, "b"}}),
                    mended_by({{{0, 1, 2}, "c"}, {{0, 7, 8}, "c"}}), mended_by({{{0, 8, 9}, "d"}}),
                    mended_by({{{1, 4, 8}, "e"}}), mended_by({}), mended_by({{{0, 4, 4}, "f"}})});
  REQUIRE(fixes.size() == 2);
  REQUIRE(fixes.at(0).edits.size() == 2);
  CHECK(fixes.at(0).edits[0].text == "a");
  CHECK(fixes.at(0).edits[1].text == "d");
  CHECK(fixes.at(0).findings == 2);
  CHECK(fixes.at(1).findings == 1);
}

TEST_CASE("Edits come by place, whatever the order of the findings") {
  const auto fixes = check::fixes({mended_by({{{0, 9, 10}, "b"}}), mended_by({{{0, 2, 3}, "a"}})});
  REQUIRE(fixes.at(0).edits.size() == 2);
  CHECK(fixes.at(0).edits[0].text == "a");
}

TEST_SUITE_END();

}  // namespace check_fix_test
