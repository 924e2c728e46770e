// SPDX-License-Identifier: MIT
#include "words/words.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/assets.h"
#include "words/keys.h"

namespace words_words_test {

using namespace taizhang;
using base::Language;
using words::Words;
namespace keys = words::keys;

TEST_SUITE_BEGIN("words");

TEST_CASE("A word comes in the language that was chosen") {
  CHECK(Words(Language::zh)[keys::field_plan] == "计划");
  CHECK(Words(Language::en)[keys::field_plan] == "Plan");
}

TEST_CASE("A word of the user's replaces the built-in one and no other") {
  const Words own(Language::zh, {{"field.plan", "编码"}});
  CHECK(own[keys::field_plan] == "编码");
  CHECK(own[keys::field_section] == Words(Language::zh)[keys::field_section]);
}

TEST_CASE("Places of a word are filled, also of the user's") {
  CHECK(Words(Language::zh).say(keys::text_as_written, "300 家") == "原300 家");
  CHECK(Words(Language::zh, {{"text.as_written", "[{0}]"}}).say(keys::text_as_written, "a") ==
        "[a]");
}

TEST_CASE("A handle leads to the row of its key") {
  const auto rows = words::word_rows();
  CHECK(rows[keys::field_plan.row].key == "field.plan");
  CHECK(rows[keys::text_as_written.row].key == "text.as_written");
  for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i - 1].key < rows[i].key);
}

TEST_CASE("Places with names are filled by what a lookup knows") {
  const words::Lookup lookup = [](std::string_view name) -> std::optional<std::string> {
    if (name == "value") return "126";
    if (name == "written.target") return "{value}";
    return std::nullopt;
  };
  const std::string_view text = "{value} / {written.target}，{other}，{}，{ value}";
  // What a lookup gives is not filled again; what it does not know stays.
  CHECK(words::filled(text, lookup) == "126 / {value}，{other}，{}，{ value}");
  CHECK(words::places(text) == std::vector<std::string_view>{"value", "written.target", "other"});
}

TEST_CASE("Only a text whose places have names is found by name") {
  CHECK_FALSE(words::named_key("field.plan"));
  CHECK_FALSE(words::named_key("no.such.word"));
  for (const words::WordRow& row : words::word_rows()) {
    CHECK(words::named_key(row.key).has_value() == row.named);
  }
}

TEST_SUITE_END();

}  // namespace words_words_test
