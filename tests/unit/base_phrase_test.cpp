// SPDX-License-Identifier: MIT
#include "base/phrase.h"

#include <doctest/doctest.h>

namespace base_phrase_test {

using namespace taizhang;
using base::Bilingual;
using base::fill;
using base::Language;
using base::Phrase;

TEST_SUITE_BEGIN("base");

TEST_CASE("Placeholders are filled by number, as often as they stand") {
  CHECK(fill("{1} of {0}, {1}", {"9", "3"}) == "3 of 9, 3");
  CHECK(fill("no place", {"unused"}) == "no place");
}

TEST_CASE("A placeholder without an argument stays") {
  CHECK(fill("{0} and {1}", {"a"}) == "a and {1}");
  CHECK(fill("{0}", {}) == "{0}");
}

TEST_CASE("A stray brace is only a brace") {
  CHECK(fill("{", {"a"}) == "{");
  CHECK(fill("{0", {"a"}) == "{0");
  CHECK(fill("{x} } {}", {"a"}) == "{x} } {}");
  CHECK(fill("{{0}}", {"a"}) == "{a}");
  CHECK(fill("100%s %d", {"a"}) == "100%s %d");
}

TEST_CASE("Data that looks like a placeholder is not filled again") {
  CHECK(fill("{0}/{1}", {"{1}", "b"}) == "{1}/b");
}

TEST_CASE("Each language may order the arguments its own way") {
  const Phrase phrase{{"{0} 里没有 {1}", "no {1} in {0}"}, {"plan.yaml", "period"}};
  CHECK(phrase.in(Language::zh) == "plan.yaml 里没有 period");
  CHECK(phrase.in(Language::en) == "no period in plan.yaml");
}

TEST_CASE("A word of ours changes with the language, data does not") {
  const Phrase phrase{{"要{0}：{1}", "{0} wanted: {1}"}, {Bilingual{"日期", "a date"}, "昨天"}};
  CHECK(phrase.in(Language::zh) == "要日期：昨天");
  CHECK(phrase.in(Language::en) == "a date wanted: 昨天");
}

TEST_CASE("A number stands in a sentence in digits") {
  const Phrase phrase{{"{0} 天", "{0} days"}, {-3LL}};
  CHECK(phrase.in(Language::en) == "-3 days");
}

TEST_CASE("Long data is cut in a sentence, and words of ours are not") {
  const Bilingual word{"很长很长的词", "a very long word"};
  const Phrase phrase =
      base::with_short_data({{"{0}{1}{2}", "{0}{1}{2}"}, {std::string(100, 'x'), word, "abc"}}, 5);
  CHECK(phrase.in(Language::en) == "xxxx…a very long wordabc");
}

TEST_CASE("Data of marks without width is cut too") {
  std::string marks = "e";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  const Phrase phrase = base::with_short_data({{"{0}", "{0}"}, {marks}}, 5);
  // One byte and ten marks of two pass the twenty bytes that five columns may have.
  CHECK(phrase.in(Language::en).size() == 21 + std::string("…").size());
  CHECK(phrase.in(Language::en).ends_with("\u0301…"));
}

TEST_SUITE_END();

}  // namespace base_phrase_test
