// SPDX-License-Identifier: MIT
#include "query/trend.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "query/trend_table.h"
#include "report/stats_view.h"
#include "stats_ledger.h"

using namespace taizhang;
using query::Counting;
using test::day;

namespace {

const query::Step* step(const std::string& name) {
  for (const query::Step& one : query::steps()) {
    if (one.name == name) return &one;
  }
  FAIL("no step " << name);
  return nullptr;
}

std::string days(const std::string& every, const std::string& from, const std::string& to,
                 std::size_t limit = 100) {
  std::string result;
  for (const base::Date one : step(every)->days(day(from), day(to), limit)) {
    result += (result.empty() ? "" : " ") + base::iso(one);
  }
  return result;
}

query::TrendRequest months(const std::string& from, const std::string& to) {
  return {step("month"), day(from), day(to), {}, Counting::tasks, {}};
}

/// `date done/count known`, a point each.
std::string shown(const query::Trend& trend) {
  std::string result;
  for (const query::TrendPoint& point : trend.plans.at(0).points) {
    result += base::iso(point.clocks.as_of) + " " +
              std::to_string(point.tally.of(model::Class::done)) + "/" +
              std::to_string(point.tally.count()) + " " +
              std::to_string(point.tally.completion().known) + "\n";
  }
  return result;
}

}  // namespace

TEST_SUITE_BEGIN("query");

TEST_CASE("Months are their last days, and the last day of the span") {
  CHECK(days("month", "2024-01-01", "2024-03-31") == "2024-01-31 2024-02-29 2024-03-31");
  CHECK(days("month", "2023-11-30", "2024-01-15") == "2023-11-30 2023-12-31 2024-01-15");
  CHECK(days("month", "2024-02-10", "2024-02-20") == "2024-02-20");
  CHECK(days("month", "2024-02-10", "2024-02-10") == "2024-02-10");
}

TEST_CASE("Weeks are counted back from the last day") {
  CHECK(days("week", "2023-06-16", "2023-06-30") == "2023-06-16 2023-06-23 2023-06-30");
  CHECK(days("week", "2023-06-17", "2023-06-30") == "2023-06-23 2023-06-30");
  CHECK(days("week", "2023-06-30", "2023-06-30") == "2023-06-30");
}

TEST_CASE("No more days are made than are needed to see that there are too many") {
  CHECK(days("month", "2020-01-01", "2023-12-31", 2) == "2020-01-31 2020-02-29 2023-12-31");
  CHECK(days("week", "2020-01-01", "2023-12-31", 2) == "2023-12-17 2023-12-24 2023-12-31");
}

TEST_CASE("Each day is told as known on it, or all as known on one") {
  query::TrendRequest request = months("2023-05-31", "2023-06-30");
  CHECK(shown(query::trend(test::stats_ledger(), request)) ==
        "2023-05-31 0/5 0\n"
        "2023-06-30 1/5 3\n");
  request.known_by = day("2023-05-31");
  const query::Trend trend = query::trend(test::stats_ledger(), request);
  CHECK(shown(trend) == "2023-05-31 0/5 0\n2023-06-30 0/5 0\n");
  CHECK(trend.plans.at(0).left_out.mechanism == 1);
}

TEST_CASE("A trend begins with the plan, or is one day where the plan is still to begin") {
  query::TrendRequest request = months("2023-01-01", "2023-03-31");
  request.from.reset();
  CHECK(query::trend(test::stats_ledger(), request).plans.at(0).points.size() == 3);
  request.to = day("2022-12-15");
  const query::Trend before = query::trend(test::stats_ledger(), request);
  REQUIRE(before.plans.at(0).points.size() == 1);
  CHECK(*before.plans.at(0).points.at(0).time == 0);
}

TEST_CASE("A trend of a selection, and of indicators") {
  query::TrendRequest request = months("2023-06-30", "2023-06-30");
  request.selection.unit = "甲局";
  CHECK(shown(query::trend(test::stats_ledger(), request)) == "2023-06-30 1/2 2\n");
  request.selection = {};
  request.counting = Counting::indicators;
  CHECK(shown(query::trend(test::stats_ledger(), request)) == "2023-06-30 1/4 3\n");
}

TEST_CASE("A span that runs backwards or is too long is refused") {
  CHECK_THROWS_AS(query::trend(test::stats_ledger(), months("2023-07-01", "2023-06-30")),
                  base::Fatal);
  query::TrendRequest request = months("1900-01-01", "2023-06-30");
  CHECK_THROWS_AS(query::trend(test::stats_ledger(), request), base::Fatal);
}

TEST_CASE("A trend for people and for programs") {
  const query::Trend trend = query::trend(test::stats_ledger(), months("2023-05-31", "2023-06-30"));
  const words::Words zh(base::Language::zh);
  const query::Table table = query::trend_table(trend, zh);
  REQUIRE(table.rows.size() == 2);
  std::string first;
  for (const query::Cell& cell : table.rows[0]) first += cell.text + "|";
  // 31 + 28 + 31 + 30 + 31 days of 365. Task 2 is behind only from its first reading on.
  CHECK(first == "2023-05-31|41.37%|5|0|0|0|0|0|4|1|—|0/5|");
  CHECK(query::span_text(trend, zh) == "2023-05-31 至 2023-06-30");
  const report::Json point = report::trend_view(trend, zh)["plans"].at(0)["points"].at(0);
  CHECK(point["date"] == "2023-05-31");
  CHECK(point["known_by"] == "2023-05-31");
  CHECK(point["time"] == 41.37);
  CHECK(point["completion"].is_null());
  CHECK(point["classes"]["not_reported"] == 4);
}

TEST_SUITE_END();
