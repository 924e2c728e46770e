// SPDX-License-Identifier: MIT
#include "measure/doubts.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "measure/working_days.h"
#include "measured.h"

namespace measure_doubts_test {

using namespace taizhang;
using test::day;

namespace {

/// The readings that jump; `!` where the target looks too low.
std::string doubts(const std::string& readings, const std::string& more = "",
                   const test::Around& around = {},
                   const std::string& promise = "target: 100, unit: 公里, ") {
  const test::Measured all =
      test::measured(promise + more + "readings: [" + readings + "]", "2023-12-31", "", around);
  const measure::Doubts& is = all.indicator().doubts;
  return base::joined(is.jumping(), " ") + (is.over_target ? "!" : "");
}

std::string two(const std::string& before, const std::string& after, const std::string& more = "") {
  return "{id: r1, date: 2023-03-31, value: " + before +
         "}, {id: r2, date: 2023-04-30, value: " + after + more + "}";
}

std::string after(const std::string& from, int count,
                  const std::vector<std::string>& holidays = {}) {
  model::Plan plan(source::start_of(0));
  for (const std::string& one : holidays) plan.holidays.items.push_back(test::given(day(one)));
  plan.workdays.items.push_back(test::given(day("2023-10-07")));
  return base::iso(measure::add_working_days(day(from), count, plan));
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("A jump is over 30 % of the last value, 10 % of the target and three expected steps") {
  // In April 100 x 30/365 are expected: three times that is 24.66.
  const test::Around any_step{"", "rules: {doubt: {jump_of_step: 0}}\n"};
  CHECK(doubts(two("40", "52"), "", any_step) == "");      // 30 % exactly
  CHECK(doubts(two("40", "52.1"), "", any_step) == "r2");  // 12.1 of 40
  CHECK(doubts(two("10", "20"), "", any_step) == "");      // 10 % of the target exactly
  CHECK(doubts(two("10", "20.1"), "", any_step) == "r2");
  CHECK(doubts(two("40", "64.6")) == "");
  CHECK(doubts(two("40", "64.7")) == "r2");
  CHECK(doubts(two("64.7", "40")) == "r2");
  CHECK(doubts(two("40", "70", ", reason: 新厂投产")) == "");
  CHECK(doubts("{id: r1, date: 2023-03-31, value: 90}") == "");
  CHECK(doubts(two("60", "86")) == "r2");
  CHECK(doubts(two("60", "86"), "", {"", "rules: {doubt: {jump_of_last: 50}}\n"}) == "");
}

TEST_CASE("Of whole things one more or one fewer is no jump") {
  const std::string nurseries = "target: 3, unit: 所, ";
  CHECK(doubts(two("1", "2"), "", {}, nurseries) == "");
  CHECK(doubts(two("2", "1"), "", {}, nurseries) == "");
  CHECK(doubts(two("1", "3"), "", {}, nurseries) == "r2");
  CHECK(doubts(two("1", "2"), "", {}, "target: 3, unit: 公里, ") == "r2");
}

TEST_CASE("What counts for a jump are the readings that count") {
  const std::string corrected =
      two("40", "80") + ", {id: r3, date: 2023-04-30, value: 45, corrects: r2, reason: 重复}";
  CHECK(doubts(corrected) == "");
}

TEST_CASE("Three like figures far below the schedule look like monthly ones") {
  const auto monthly = [](const std::string& a, const std::string& b, const std::string& c) {
    return test::measured("target: 120, unit: 公里, readings: [{id: r1, date: 2023-04-30, value: " +
                              a + "}, {id: r2, date: 2023-05-31, value: " + b +
                              "}, {id: r3, date: 2023-06-30, value: " + c + "}]",
                          "2023-06-30")
        .indicator()
        .doubts.like_monthly;
  };
  CHECK(monthly("10", "11", "10"));        // 59.5 are expected
  CHECK_FALSE(monthly("10", "20", "30"));  // they rise
  CHECK_FALSE(monthly("58", "59", "59"));  // and these are on schedule
}

TEST_CASE("Over 130 % of the target asks whether it is too low") {
  CHECK(doubts(two("120", "130")) == "");
  CHECK(doubts(two("120", "130.1")) == "!");
  CHECK(doubts(two("120", "130.1"), "", {"", "rules: {doubt: {over_target: 150}}\n"}) == "");
  // Where lower is better, a high value is simply bad.
  CHECK(doubts(two("140", "150"), "kind: level, direction: down, ") == "");
}

TEST_CASE("Working days pass over weekends and the plan's holidays") {
  // 2023-09-20 is a Wednesday; 2023-09-29 to 2023-10-06 are holidays.
  CHECK(after("2023-09-20", 0) == "2023-09-20");
  CHECK(after("2023-09-20", 2) == "2023-09-22");
  CHECK(after("2023-09-20", 3) == "2023-09-25");
  CHECK(after("2023-09-20", 5) == "2023-09-27");
  CHECK(after("2023-09-28", 1,
              {"2023-09-29", "2023-10-02", "2023-10-03", "2023-10-04", "2023-10-05",
               "2023-10-06"}) == "2023-10-07");  // a Saturday to make up for them
}

TEST_SUITE_END();

}  // namespace measure_doubts_test
