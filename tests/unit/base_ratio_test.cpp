// SPDX-License-Identifier: MIT
#include "base/ratio.h"

#include <doctest/doctest.h>

#include "values.h"

using namespace taizhang;
using base::percent;
using base::Ratio;
using base::rounded;
using test::dec;
using test::fraction;

TEST_SUITE_BEGIN("base");

TEST_CASE("A decimal becomes a fraction without loss") {
  CHECK(base::to_ratio(dec("27.34")).get_str() == "1367/50");
  CHECK(base::to_ratio(dec("-0.5")).get_str() == "-1/2");
  CHECK(base::to_ratio(dec("221")).get_str() == "221");
  CHECK(base::to_ratio(dec("999999999999.999")).get_str() == "999999999999999/1000");
}

TEST_CASE("Halves are rounded away from zero") {
  CHECK(rounded(fraction(1, 8), 2) == "0.13");  // 0.125
  CHECK(rounded(fraction(-1, 8), 2) == "-0.13");
  CHECK(rounded(fraction(5, 2), 0) == "3");  // not to the even 2
  CHECK(rounded(fraction(-5, 2), 0) == "-3");
  CHECK(rounded(fraction(1, 2), 0) == "1");
  CHECK(rounded(fraction(1, 200), 2) == "0.01");  // 0.005
  CHECK(rounded(fraction(-1, 200), 2) == "-0.01");
}

TEST_CASE("Below a half is rounded towards zero") {
  CHECK(rounded(fraction(4, 10), 0) == "0");
  CHECK(rounded(fraction(1, 3), 4) == "0.3333");
  CHECK(rounded(fraction(2, 3), 2) == "0.67");
  CHECK(rounded(fraction(-1, 3), 2) == "-0.33");
  // 1.005 as a double is a little less and would give 1.00.
  CHECK(rounded(fraction(1005, 1000), 2) == "1.01");
}

TEST_CASE("A negative amount that rounds to zero has no minus") {
  CHECK(rounded(fraction(-1, 1000), 2) == "0.00");
  CHECK(rounded(fraction(-4, 10), 0) == "0");
  CHECK(percent(fraction(-1, 100000), 2) == "0.00");
}

TEST_CASE("Rounding carries into the digits before the point") {
  CHECK(rounded(fraction(999, 1000), 2) == "1.00");
  CHECK(rounded(fraction(-9995, 1000), 2) == "-10.00");
  CHECK(rounded(fraction(9, 100), 1) == "0.1");
}

TEST_CASE("All places asked for are printed") {
  CHECK(rounded(Ratio(7), 2) == "7.00");
  CHECK(rounded(Ratio(0), 3) == "0.000");
  CHECK(rounded(Ratio(1234567), 0) == "1234567");
  CHECK(rounded(fraction(1, 1000), 3) == "0.001");
}

TEST_CASE("Per cent of the worked values of the field") {
  // domain.md §10, item 14: 126, 118, 131 and 150 of 221; area of item 43: 20.60 and 44.31
  // of 44.16.
  CHECK(percent(fraction(126, 221), 2) == "57.01");
  CHECK(percent(fraction(118, 221), 2) == "53.39");
  CHECK(percent(fraction(131, 221), 2) == "59.28");
  CHECK(percent(fraction(150, 221), 2) == "67.87");
  CHECK(percent(fraction(2060, 4416), 2) == "46.65");
  CHECK(percent(fraction(4431, 4416), 2) == "100.34");
  CHECK(percent(fraction(-1, 10), 1) == "-10.0");
}

TEST_CASE("A clamped fraction stays between nothing and all") {
  CHECK(base::clamped(fraction(-1, 10)).get_str() == "0");
  CHECK(base::clamped(fraction(13, 10)).get_str() == "1");
  CHECK(base::clamped(fraction(126, 221)).get_str() == "126/221");
}

TEST_CASE("A mean of fractions is exact") {
  CHECK(base::mean({fraction(1, 3), fraction(1, 6)}).get_str() == "1/4");
  CHECK(base::mean({fraction(1, 3), fraction(1, 3), fraction(1, 3)}).get_str() == "1/3");
  CHECK(base::mean({fraction(126, 221)}).get_str() == "126/221");
  // Of 0.125 and 0.135 at two places: 0.13 exactly; rounding each first would give 0.135, 0.14.
  CHECK(rounded(base::mean({fraction(125, 1000), fraction(135, 1000)}), 2) == "0.13");
}

TEST_SUITE_END();
