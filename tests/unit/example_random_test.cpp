// SPDX-License-Identifier: MIT
#include "example/random.h"

#include <doctest/doctest.h>

#include <map>

namespace example_random_test {

using namespace taizhang;
using example::Deck;
using example::Random;

TEST_SUITE_BEGIN("example");

TEST_CASE("A stream gives the same numbers on every machine") {
  Random random({1, 0, 7});
  CHECK(random.below(1'000'000) == 633'912);
  CHECK(random.between(-5, 5) == -3);
  CHECK(random.between(100, 199) == 132);
}

TEST_CASE("Streams that differ in one number have nothing in common") {
  Random one({1, 0, 7});
  Random other({1, 0, 8});
  int equal = 0;
  for (int i = 0; i < 100; ++i) equal += one.below(1000) == other.below(1000);
  CHECK(equal < 5);
}

TEST_CASE("A draw stays within its bounds and reaches both") {
  Random random({3});
  std::map<int, int> seen;
  for (int i = 0; i < 3000; ++i) ++seen[random.between(-1, 1)];
  REQUIRE(seen.size() == 3);
  for (const auto& [number, times] : seen) {
    CAPTURE(number);
    CHECK(times > 900);
    CHECK(times < 1100);
  }
  CHECK(random.below(1) == 0);
}

TEST_CASE("A deck deals each card once before any comes again, and its top is the next one") {
  Random random({5});
  Deck<int> deck(random, {1, 2, 3, 4});
  std::map<int, int> seen;
  for (int round = 1; round <= 3; ++round) {
    for (int i = 0; i < 4; ++i) {
      const int top = deck.top();
      CHECK(deck.top() == top);
      CHECK(deck.deal() == top);
      ++seen[top];
    }
    for (const auto& [card, times] : seen) CHECK(times == round);
  }
}

TEST_SUITE_END();

}  // namespace example_random_test
