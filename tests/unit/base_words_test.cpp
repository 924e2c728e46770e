// SPDX-License-Identifier: MIT
#include "words/words.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace taizhang;
using base::Language;
using words::Words;

TEST_SUITE_BEGIN("base");

TEST_CASE("A word comes in the language that was chosen") {
  CHECK(Words(Language::zh)["field.item"] == "序号");
  CHECK(Words(Language::en)["field.item"] != "序号");
}

TEST_CASE("A word of the user's replaces the built-in one and no other") {
  const Words words(Language::zh, {{"field.item", "编码"}});
  CHECK(words["field.item"] == "编码");
  CHECK(words["field.title"] == Words(Language::zh)["field.title"]);
}

TEST_CASE("Placeholders of a word are filled, also of the user's") {
  CHECK(Words(Language::zh).say("target.exceed", {"300 家"}) == "突破 300 家");
  CHECK(Words(Language::zh, {{"target.exceed", ">{0}"}}).say("target.exceed", {"300"}) == ">300");
}

TEST_CASE("A key that no words file has is a fault of the program") {
  CHECK_THROWS_AS(Words(Language::zh)["no.such.word"], std::logic_error);
}

TEST_SUITE_END();
