// SPDX-License-Identifier: MIT
#include "yaml/sound_flow.h"

#include <doctest/doctest.h>

#include "load/known_keys.h"
#include "mutator.h"
#include "run.h"
#include "yaml/flow_slips.h"

using namespace taizhang;

TEST_SUITE_BEGIN("yaml");

TEST_CASE("what is beyond doubt on one line is read, and nothing in it is a slip") {
  CHECK(yaml::is_sound_flow("{date: 2024-02-29, by: 县教育局, note: \"甲，乙：丙\"}",
                            load::vocabulary));
  CHECK(yaml::is_sound_flow("{note: 示例：倒排工期，挂图：作战}", load::vocabulary));
  CHECK(yaml::is_sound_flow("[甲, -1.5, {a: [b]}]  ", load::vocabulary));
  for (const char* text : {"{date：2024-02-29}", "{a: 甲，by: 乙}", "{a: b; c: d}", "{a:b}",
                           "{a: }", "[甲，乙]", "[]", "{note: 甲，by：乙}", "{note: 甲 by：乙}",
                           "{a: &甲}", "{a: １}", "{a: b} c", "{a: b", "甲"}) {
    CAPTURE(text);
    CHECK(!yaml::is_sound_flow(text, load::vocabulary));
  }
}

TEST_CASE("so with every bracket of the ledgers, as it is and changed") {
  const std::vector<std::string> texts = fuzz::texts_in(test::cases_folder() + "/ledgers");
  fuzz::Mutator mutator(texts, 1);
  std::size_t sound = 0;
  const auto look_at = [&](std::string_view line) {
    for (std::size_t at = 0; (at = line.find_first_of("{[", at)) != line.npos; ++at) {
      const std::string_view text = line.substr(at);
      if (!yaml::is_sound_flow(text, load::vocabulary)) continue;
      ++sound;
      const auto slips = yaml::flow_slips(text, load::vocabulary);
      CAPTURE(text);
      REQUIRE(slips);
      CHECK(!slips->found);
      CHECK(yaml::end_of_value(text.substr(slips->size)) == 0);
    }
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = mutator.next_lines();
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      look_at(std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
    }
  }
  CHECK(sound >= 10'000);
}

TEST_SUITE_END();
