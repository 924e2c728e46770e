// SPDX-License-Identifier: MIT
#include "base/ratio.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include "values.h"

namespace base_ratio_test {

using namespace taizhang;
using base::percent;
using base::Ratio;
using base::rounded;
using test::dec;
using test::fraction;

TEST_SUITE_BEGIN("base");

TEST_CASE("A decimal becomes a fraction without loss") {
  CHECK(base::to_ratio(dec("27.34")).text() == "1367/50");
  CHECK(base::to_ratio(dec("-0.5")).text() == "-1/2");
  CHECK(base::to_ratio(dec("221")).text() == "221");
  CHECK(base::to_ratio(dec("999999999999.999")).text() == "999999999999999/1000");
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
  // RULES.md §10, item 14: 126, 118, 131 and 150 of 221; area of item 43: 20.60 and 44.31
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
  CHECK(base::clamped(fraction(-1, 10)).text() == "0");
  CHECK(base::clamped(fraction(13, 10)).text() == "1");
  CHECK(base::clamped(fraction(126, 221)).text() == "126/221");
}

TEST_CASE("A mean of fractions is exact") {
  CHECK(base::mean({fraction(1, 3), fraction(1, 6)}).text() == "1/4");
  CHECK(base::mean({fraction(1, 3), fraction(1, 3), fraction(1, 3)}).text() == "1/3");
  CHECK(base::mean({fraction(126, 221)}).text() == "126/221");
  // Of 0.125 and 0.135 at two places: 0.13 exactly; rounding each first would give 0.135, 0.14.
  CHECK(rounded(base::mean({fraction(125, 1000), fraction(135, 1000)}), 2) == "0.13");
}

TEST_CASE("A fraction is kept in lowest terms with the sign above") {
  CHECK(Ratio(6, -4).text() == "-3/2");
  CHECK(Ratio(-6, -4).text() == "3/2");
  CHECK(Ratio(0, -7).text() == "0");
  CHECK(Ratio(8, 4) == 2);
  CHECK(Ratio(8, 4).is_whole());
  CHECK_FALSE(Ratio(9, 4).is_whole());
  CHECK_THROWS_AS(Ratio(1, 0), std::domain_error);
  CHECK_THROWS_AS(Ratio(1, 2) / Ratio(0), std::domain_error);
}

TEST_CASE("The whole numbers next to a fraction") {
  CHECK(floor(fraction(7, 2)) == 3);
  CHECK(ceil(fraction(7, 2)) == 4);
  CHECK(floor(fraction(-7, 2)) == -4);
  CHECK(ceil(fraction(-7, 2)) == -3);
  CHECK(floor(fraction(-1, 3)) == -1);
  CHECK(ceil(fraction(-1, 3)) == 0);
  CHECK(floor(Ratio(-3)) == -3);
  CHECK(ceil(Ratio(5)) == 5);
}

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

TEST_CASE("What does not fit into 64 bits stays exact") {
  CHECK((Ratio(most) + 1).text() == "9223372036854775808");
  CHECK((Ratio(most) * most).text() == "85070591730234615847396907784232501249");
  CHECK((-Ratio(least)).text() == "9223372036854775808");
  CHECK(Ratio(least).text() == "-9223372036854775808");
  CHECK(Ratio(least, least) == 1);
  CHECK(Ratio(1, least).text() == "-1/9223372036854775808");
  CHECK((Ratio(1, most) / most).text() == "1/85070591730234615847396907784232501249");
  CHECK(Ratio(std::numeric_limits<std::uint64_t>::max()).text() == "18446744073709551615");
  CHECK(rounded(Ratio(most) * 10, 2) == "92233720368547758070.00");
  CHECK(rounded(Ratio(1, most) / 2, 4) == "0.0000");
  CHECK(rounded(-Ratio(most), 6) == "-9223372036854775807.000000");
  CHECK(rounded(fraction(1, 3), 30) == "0.333333333333333333333333333333");
  CHECK(floor(Ratio(most) * 3 / 2).text() == "13835058055282163710");
  CHECK(ceil(-Ratio(most) * 3 / 2).text() == "-13835058055282163710");
}

TEST_CASE("A fraction of any size is copied, moved and assigned") {
  const Ratio large = Ratio(most) * most;
  Ratio copy = large;
  CHECK(copy == large);
  const Ratio moved = std::move(copy);
  CHECK(moved == large);
  copy = fraction(1, 3);
  CHECK(copy == fraction(1, 3));
  copy = moved;
  CHECK(copy.text() == large.text());
  const Ratio& itself = copy;
  copy = itself;
  CHECK(copy == large);
}

TEST_CASE("A fraction that fits again equals one that always did") {
  const Ratio large = Ratio(most) * most;
  CHECK(large / most == most);
  CHECK(large - large == 0);
  CHECK((large + fraction(1, 3)) - large == fraction(1, 3));
  CHECK(large > most);
  CHECK(-large < least);
  CHECK(large * 2 > large);
  CHECK(abs(-large) == large);
  CHECK(large.sign() == 1);
  CHECK((-large).sign() == -1);
  Ratio copy = large;
  copy += 1;
  CHECK(copy - large == 1);
}

/// Fractions of every size, in both signs, and the edges of 64 bits.
std::vector<Ratio> samples() {
  std::vector<Ratio> result{0, 1, most, least, Ratio(1, most), Ratio(most - 1, most)};
  std::uint64_t state = 20231231;
  const auto next = [&](int bits) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::int64_t>(state >> (64 - bits));
  };
  for (int i = 0; i < 40; ++i) {
    const int bits = 3 + i * 3 / 2;
    const std::int64_t above = i % 2 ? -next(bits) : next(bits);
    result.push_back({above, next(bits) + 1});
  }
  return result;
}

TEST_CASE("Small and large fractions obey the same laws") {
  // Multiplied by `large` both ways are worked out with numbers of any length, and must agree.
  const Ratio large = Ratio(most) * most * 3;
  for (const Ratio& a : samples()) {
    CHECK(floor(a) <= a);
    CHECK(a - floor(a) < 1);
    CHECK(ceil(a) == -floor(-a));
    CHECK(floor(a).is_whole());
    for (const Ratio& b : samples()) {
      CAPTURE(a.text());
      CAPTURE(b.text());
      CHECK((a + b) * large == a * large + b * large);
      CHECK((a - b) * large == a * large - b * large);
      CHECK((a * b) * large == (a * large) * b);
      CHECK((a < b) == (a * large < b * large));
      CHECK((a == b) == (a * large == b * large));
      CHECK((a - b).sign() == (a < b ? -1 : a == b ? 0 : 1));
      if (b != 0) CHECK(a / b == (a * large) / (b * large));
      if (b != 0) CHECK(a / b * b == a);
    }
  }
}

TEST_SUITE_END();

}  // namespace base_ratio_test
