// SPDX-License-Identifier: MIT
#include "model/given.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace model_given_test {

using namespace taizhang;

namespace {

model::Shared<int> three() {
  model::Shared<int> list;
  for (const int n : {1, 2, 3}) list.push_back(n);
  return list;
}

std::vector<int> entries(const model::Shared<int>& list) { return {list.begin(), list.end()}; }

}  // namespace

TEST_SUITE_BEGIN("model");

TEST_CASE("A copy of a text is the text itself until one of the two changes") {
  const model::Held<std::string> text = std::string("县发改局");
  model::Held<std::string> copy = text;
  CHECK(&*std::as_const(copy) == &*text);
  *copy += "、县财政局";
  CHECK(*copy == "县发改局、县财政局");
  CHECK(*text == "县发改局");
  model::Held<std::string> other = text;
  other.emplace("县教体局");
  CHECK(*other == "县教体局");
  other = text;
  other.reset();
  CHECK_FALSE(other.has_value());
  CHECK(*text == "县发改局");
}

TEST_CASE("What few entries have is not written where none of it was set") {
  struct Few {
    model::Given<std::string> note;
    model::Given<int> count;
  };
  model::Rare<Few> few;
  CHECK_FALSE(few->note);
  few.change().note.value = std::string("估算数");
  CHECK(*few->note == "估算数");
  CHECK_FALSE(few->count);
  model::Rare<Few> copy = few;
  copy.change().count.value = 2;
  CHECK(*copy->note == "估算数");
  CHECK_FALSE(few->count);
}

TEST_CASE("A copy of a list is the list itself until one of them changes") {
  const model::Shared<int> list = three();
  model::Shared<int> copy = list;
  CHECK(std::as_const(copy).data() == list.data());
  copy.push_back(4);
  CHECK(entries(copy) == std::vector{1, 2, 3, 4});
  CHECK(entries(list) == std::vector{1, 2, 3});
}

TEST_CASE("The beginning of a list is shared, and what was cut off does not come back") {
  const model::Shared<int> list = three();
  model::Shared<int> copy = list;
  copy.cut(2);
  CHECK(std::as_const(copy).data() == list.data());
  CHECK(entries(copy) == std::vector{1, 2});
  CHECK(copy.size() == 2);
  copy.cut(5);
  CHECK(copy.size() == 2);
  copy.push_back(7);
  CHECK(entries(copy) == std::vector{1, 2, 7});
  CHECK(entries(list) == std::vector{1, 2, 3});
}

TEST_CASE("The owner of a list cuts it, too, and goes on behind the cut") {
  model::Shared<int> list = three();
  list.cut(1);
  list.push_back(9);
  CHECK(entries(list) == std::vector{1, 9});
  list.change([](std::vector<int>& all) { std::erase(all, 1); });
  CHECK(entries(list) == std::vector{9});
  list.cut(0);
  CHECK(std::as_const(list).empty());
  const model::Shared<int> taken = std::move(list);
  CHECK(taken.empty());
}

TEST_SUITE_END();

}  // namespace model_given_test
