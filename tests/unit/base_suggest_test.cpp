// SPDX-License-Identifier: MIT
#include "base/suggest.h"

#include <doctest/doctest.h>

namespace base_suggest_test {

using namespace taizhang;
using base::half_alike;
using base::Language;
using base::near_or_all;
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

TEST_CASE("Of many names those that have the most letters of what was given are told") {
  std::vector<std::string> names{"县发改局", "县工信局"};
  for (char32_t letter = U'一'; letter < U'一' + 28; ++letter) {
    names.push_back(std::string("村") + static_cast<char>(0xE4) + static_cast<char>(0xB8) +
                    static_cast<char>(0x80 + (letter - U'一')));
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto told = [&](const char* given) { return near_or_all(given, known).in(Language::zh); };
  CHECK(told("发改") == "是不是“县发改局”？");
  CHECK(told("乡局") == "相近的有：县发改局, 县工信局");
  CHECK(told("xy") == "共有 30 个，如：县发改局, 县工信局, 村一, 村丁, 村丂");
  // A name that is known twice is told once.
  CHECK(near_or_all("xy", {"a", "a", "b"}).in(Language::zh) == "可用：a, b");
}

TEST_CASE("Nothing is suggested for nothing, among nothing, or for what is no name") {
  CHECK_FALSE(suggestion("", {"title"}));
  CHECK_FALSE(suggestion("title", {}));
  CHECK_FALSE(suggestion(std::string(100'000, 'a'), {"title"}));
}

TEST_SUITE_END();

}  // namespace base_suggest_test
