// SPDX-License-Identifier: MIT
#include "report/explain_numbers.h"

#include <doctest/doctest.h>

#include "values.h"

using namespace taizhang;
using base::to_ratio;
using test::dec;
using test::fraction;

TEST_SUITE_BEGIN("report");

TEST_CASE("A number of a file prints to the digit, a computed one to three places") {
  CHECK(report::plain(to_ratio(dec("44.16"))) == "44.16");
  CHECK(report::plain(to_ratio(dec("0.000125"))) == "0.000125");
  CHECK(report::plain(to_ratio(dec("150"))) == "150");
  CHECK(report::plain(0) == "0");
  CHECK(report::plain(fraction(46852, 365)) == "128.362");
  CHECK(report::plain(fraction(1, 3)) == "0.333");
  CHECK(report::plain(fraction(29999, 10001)) == "3");  // 2.9996…, without zeros at its end
  CHECK(report::plain(fraction(-2, 3)) == "-0.667");
}

TEST_CASE("A negative number stands in brackets inside a formula") {
  CHECK(report::operand(5) == "5");
  CHECK(report::operand(-5) == "(-5)");
  CHECK(report::way(118, 0) == "(118 − 0)");
  CHECK(report::way(to_ratio(dec("2.5")), -1) == "(2.5 − (-1))");
}

TEST_CASE("Ratios have four places, thresholds at least two") {
  CHECK(report::ratio_text(fraction(118, 128)) == "0.9219");
  CHECK(report::ratio_text(1) == "1.0000");
  CHECK(report::threshold(to_ratio(dec("0.8"))) == "0.80");
  CHECK(report::threshold(to_ratio(dec("0.875"))) == "0.875");
  CHECK(report::threshold(1) == "1.00");
}

TEST_SUITE_END();
