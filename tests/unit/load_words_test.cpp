// SPDX-License-Identifier: MIT
#include "load/words.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "memory_disk.h"
#include "words/keys.h"

namespace load_words_test {

using namespace taizhang;
using base::Language;
namespace keys = words::keys;

namespace {

test::MemoryDisk disk_with(const std::string& text) {
  test::MemoryDisk disk;
  disk.files["own/words/zh.yaml"] = text;
  return disk;
}

/// The message with which the words are refused.
std::string refusal(const std::string& text) {
  try {
    load::words(disk_with(text), "own", Language::zh);
  } catch (const base::Fatal& fatal) {
    CHECK(fatal.exit == base::Exit::usage);
    return fatal.message.in(Language::en) + " / " + fatal.help.in(Language::en);
  }
  return "accepted";
}

}  // namespace

TEST_SUITE_BEGIN("load");

TEST_CASE("The user's words replace those they name, nested or with dots") {
  const words::Words nested = load::words(disk_with("field: {plan: 编码}\n"), "own", Language::zh);
  CHECK(nested[keys::field_plan] == "编码");
  CHECK(nested[keys::field_section] == "板块");
  const words::Words dotted = load::words(disk_with("field.plan: 编码\n"), "own", Language::zh);
  CHECK(dotted[keys::field_plan] == "编码");
}

TEST_CASE("Words of one language leave the other alone") {
  const words::Words words = load::words(disk_with("field: {plan: 编码}\n"), "own", Language::en);
  CHECK(words[keys::field_plan] == words::Words(Language::en)[keys::field_plan]);
}

TEST_CASE("A folder without a words file changes nothing") {
  CHECK(load::words(test::MemoryDisk(), "own", Language::zh)[keys::field_plan] == "计划");
}

TEST_CASE("A word that the program does not know is refused with the nearest one") {
  CHECK(refusal("field: {paln: 编码}\n") ==
        "own/words/zh.yaml has an unknown word “field.paln” / the nearest is: field.plan");
}

TEST_CASE("Of a word without its part those are named that end as it does") {
  CHECK(
      refusal("leader_title: 领导清单\n") ==
      "own/words/zh.yaml has an unknown word “leader_title” / the nearest is: sheet.leader_title");
  // So many end like this one that the list would say nothing.
  CHECK(refusal("title: 督查周报\n").find("—") == std::string::npos);
}

TEST_CASE("The word of a value cannot be replaced, and the refusal says what to do") {
  CHECK(refusal("light: {red: 红牌}\n") ==
        "own/words/zh.yaml cannot reword “light.red”: the values of a field are called alike "
        "everywhere / delete this line");
}

TEST_CASE("A words file that is no YAML is refused") {
  CHECK(refusal("field: {plan: \"编码\n")
            .starts_with("the words in own/words/zh.yaml cannot be read"));
}

TEST_CASE("What is wrong with a words file is named: its line, its encoding") {
  CHECK(refusal("field:\n  plan: \"编码\n").find(" / line 2: ") != std::string::npos);
  // 计划 in GB18030.
  CHECK(refusal("field: {plan: \xbc\xc6\xbb\xae}\n") ==
        "the words in own/words/zh.yaml cannot be read / it is not UTF-8: save it as UTF-8 in an "
        "editor");
  // As Windows writes 编码 in UTF-16.
  CHECK(refusal(std::string("\xff\xfe"
                            "f\0i\0",
                            6))
            .find("it is not UTF-8") != std::string::npos);
}

TEST_CASE("A byte order mark before the words is no fault") {
  CHECK(load::words(disk_with("\ufefffield: {plan: 编码}\n"), "own",
                    Language::zh)[keys::field_plan] == "编码");
}

TEST_CASE("A text has the places of the built-in one, no fewer and no others") {
  // weekly.title has none, paper.of_unit is “{0} {1}”.
  const auto accepted = [](const std::string& text) { return refusal(text) == "accepted"; };
  CHECK(accepted("paper: {of_unit: \"{1}的{0}\"}\n"));
  CHECK(accepted("paper: {of_unit: \"{0}、{1}、{0}\"}\n"));
  CHECK(accepted("weekly: {title: \"{周} 报\"}\n"));
  CHECK(refusal("paper: {of_unit: \"{0}\"}\n") ==
        "own/words/zh.yaml has other places in “paper.of_unit” than the program fills / it has to "
        "have {0} {1}, no fewer and no others");
  CHECK_FALSE(accepted("paper: {of_unit: \"{0} {1} {2}\"}\n"));
  CHECK_FALSE(accepted("paper: {of_unit: \"{0} {7}\"}\n"));
  CHECK(refusal("weekly: {title: \"临水县 {0} 周报\"}\n") ==
        "own/words/zh.yaml has other places in “weekly.title” than the program fills / take {0} "
        "out of it");
}

TEST_CASE("A words file that cannot be opened is refused, not passed over") {
  test::MemoryDisk disk = disk_with("field: {plan: 编码}\n");
  disk.read_faults["own/words/zh.yaml"] = base::DiskFault::no_permission;
  CHECK_THROWS_AS(load::words(disk, "own", Language::zh), base::Fatal);
}

TEST_SUITE_END();

}  // namespace load_words_test
