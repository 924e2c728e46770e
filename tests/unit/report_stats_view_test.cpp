// SPDX-License-Identifier: MIT
#include "report/stats_view.h"

#include <doctest/doctest.h>

#include "report/json.h"
#include "stats_ledger.h"

using namespace taizhang;
using query::Counting;
using test::Counts;

namespace {

const words::Words zh(base::Language::zh);

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("For programs: keys, numbers, and null for what is not there") {
  const Counts counts({"lead"}, Counting::tasks);
  const base::Date day = test::day("2023-06-30");
  const report::Json view = report::stats_view(counts.stats, {day, day}, zh);
  CHECK(view["as_of"] == "2023-06-30");
  const report::Json& plan = view["plans"].at(0);
  CHECK(plan["by"] == report::Json{"lead"});
  CHECK(plan["counting"] == "tasks");
  CHECK(plan["time"] == 49.59);
  CHECK(plan["rows"].at(0)["key"] == "甲局");
  CHECK(plan["rows"].at(0)["count"] == 2);
  CHECK(plan["rows"].at(0)["share"] == 40);
  CHECK(plan["rows"].at(0)["classes"]["far_behind"] == 1);
  CHECK(plan["rows"].at(0)["completion"] == 62.5);
  const report::Json& nobody = plan["rows"].at(4);
  CHECK(nobody["key"].is_null());
  CHECK(nobody["name"].is_null());
  CHECK(nobody["completion"].is_null());
  CHECK(nobody["known"] == 0);
  CHECK(nobody["all"] == 1);
  CHECK(plan["total"]["count"] == 5);
  CHECK(plan["total"]["completion"] == 71.67);
  CHECK(plan["notes"].size() > 2);
}

TEST_CASE("The cells of a cross table are in every row for programs, zeros too") {
  const Counts counts({"section", "light"}, Counting::tasks);
  const base::Date day = test::day("2023-06-30");
  const report::Json plan = report::stats_view(counts.stats, {day, day}, zh)["plans"].at(0);
  CHECK(plan["rows"].at(1)["cells"].dump() ==
        R"([{"key":"blue","name":"蓝灯","count":0},{"key":"grey","name":"灰灯","count":2},)"
        R"({"key":"yellow","name":"黄灯","count":0},{"key":"red","name":"红灯","count":0}])");
  CHECK(plan["total"]["cells"].at(1)["count"] == 2);
}

TEST_SUITE_END();
