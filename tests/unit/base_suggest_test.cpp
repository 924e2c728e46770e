// SPDX-License-Identifier: MIT
#include "base/suggest.h"

#include <doctest/doctest.h>

namespace base_suggest_test {

using namespace taizhang;
using base::half_alike;
using base::suggestion;

TEST_SUITE_BEGIN("base");

TEST_CASE("A missing, extra, wrong or swapped letter is seen through") {
  CHECK(suggestion("targt", {"title", "target"}) == "target");
  CHECK(suggestion("targett", {"title", "target"}) == "target");
  CHECK(suggestion("tarket", {"title", "target"}) == "target");
  CHECK(suggestion("titel", {"target", "title"}) == "title");
}

TEST_CASE("A third of the characters may differ and no more") {
  CHECK(suggestion("abx", {"abc"}) == "abc");           // 1 of 3
  CHECK(suggestion("abcdxy", {"abcdef"}) == "abcdef");  // 2 of 6
  CHECK_FALSE(suggestion("ax", {"ab"}));                // 1 of 2
  CHECK_FALSE(suggestion("abcxyz", {"abcdef"}));        // 3 of 6
  CHECK_FALSE(suggestion("progress", {"lead", "title"}));
}

TEST_CASE("汉字 count as one character each") {
  // One of four characters, though it is three of twelve bytes; 1 of 2 is too much.
  CHECK(suggestion("市工信居", {"市发改局", "市工信局"}) == "市工信局");
  CHECK_FALSE(suggestion("石局", {"市局"}));
  // Half of two characters is enough only where nothing else has as much of it.
  CHECK(half_alike("牵投", {"参与", "牵头", "牵头单位"}) == "牵头");
  CHECK(half_alike("签头", {"参与", "牵头"}) == "牵头");
  CHECK_FALSE(half_alike("目的", {"目标", "目录"}));
  CHECK_FALSE(half_alike("头牵", {"牵头"}));
  CHECK_FALSE(half_alike("ab", {"ac"}));
  CHECK_FALSE(half_alike("牵投的", {"牵头"}));
}

TEST_CASE("The nearest name wins, and the earlier of two equally near") {
  CHECK(suggestion("statuss", {"state", "status"}) == "status");
  CHECK(suggestion("abcx", {"abca", "abcb"}) == "abca");
}

TEST_CASE("Nothing is suggested for nothing, among nothing, or for what is no name") {
  CHECK_FALSE(suggestion("", {"title"}));
  CHECK_FALSE(suggestion("title", {}));
  CHECK_FALSE(suggestion(std::string(100'000, 'a'), {"title"}));
}

TEST_SUITE_END();

}  // namespace base_suggest_test
