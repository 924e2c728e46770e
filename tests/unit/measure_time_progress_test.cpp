// SPDX-License-Identifier: MIT
#include "measure/time_progress.h"

#include <doctest/doctest.h>

#include "values.h"

namespace measure_time_progress_test {

using namespace taizhang;
using measure::time_progress;
using test::day;
using test::exact;

namespace {

std::string of_2023(const std::string& on) {
  return exact(time_progress(day("2023-01-01"), day("2023-12-31"), day(on), model::TimeRule::day));
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("Both the first day and the day itself count") {
  CHECK(of_2023("2023-01-01") == "1/365");
  // 31 + 28 + 31 + 30 + 31 + 30 = 181
  CHECK(of_2023("2023-06-30") == "181/365");
  CHECK(of_2023("2023-12-30") == "364/365");
  CHECK(of_2023("2023-12-31") == "1");
}

TEST_CASE("Time progress of the worked values of the field") {
  // RULES.md §10
  const auto percent = [](const std::string& on) {
    return base::percent(
        *time_progress(day("2023-01-01"), day("2023-12-31"), day(on), model::TimeRule::day), 2);
  };
  CHECK(percent("2023-07-31") == "58.08");
  CHECK(percent("2023-08-31") == "66.58");
  CHECK(percent("2023-09-30") == "74.79");
  CHECK(percent("2023-12-10") == "94.25");
  CHECK(percent("2024-01-05") == "100.00");
}

TEST_CASE("Before the start nothing has gone, after the end all") {
  CHECK(of_2023("2022-12-31") == "0");
  CHECK(of_2023("2020-02-29") == "0");
  CHECK(of_2023("2024-01-01") == "1");
  CHECK(of_2023("2030-06-30") == "1");
}

TEST_CASE("A leap year has 366 days") {
  const auto progress =
      time_progress(day("2024-01-01"), day("2024-12-31"), day("2024-02-29"), model::TimeRule::day);
  CHECK(exact(progress) == "10/61");  // 60/366
}

TEST_CASE("By months each day is its part of its month") {
  const auto by_months = [](const std::string& start, const std::string& on) {
    return exact(time_progress(day(start), day("2023-12-31"), day(on), model::TimeRule::month));
  };
  CHECK(by_months("2023-01-01", "2023-06-30") == "1/2");  // 6 of 12
  CHECK(by_months("2023-01-01", "2023-02-14") == "1/8");  // 1 1/2 of 12
  CHECK(by_months("2023-01-01", "2022-12-31") == "0");
  CHECK(by_months("2023-01-01", "2024-03-01") == "1");
  // From July 16: 16/31 and five months; through July 31 the first of them.
  CHECK(by_months("2023-07-16", "2023-07-31") == "16/171");
}

TEST_CASE("A period of one day is all or nothing") {
  CHECK(exact(time_progress(day("2023-08-02"), day("2023-08-02"), day("2023-08-01"),
                            model::TimeRule::day)) == "0");
  CHECK(exact(time_progress(day("2023-08-02"), day("2023-08-02"), day("2023-08-02"),
                            model::TimeRule::day)) == "1");
}

TEST_CASE("A period that ends before it starts has no progress") {
  CHECK(exact(time_progress(day("2023-08-02"), day("2023-08-01"), day("2023-08-02"),
                            model::TimeRule::day)) == "none");
}

TEST_SUITE_END();

}  // namespace measure_time_progress_test
