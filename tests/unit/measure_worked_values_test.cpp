// SPDX-License-Identifier: MIT
//
// The table of worked values (domain.md §10): two made-up tasks, seen on twelve pairs of days.
#include <doctest/doctest.h>

#include "measured.h"

namespace measure_worked_values_test {

using namespace taizhang;
using test::figure;

namespace {

const std::string piles = R"(indicators:
  - id: piles
    name: 新增电动汽车公共充电桩
    kind: cumulative
    qualifier: exactly
    commitment: binding
    target: 221
    unit: 个
    integer: true
    baseline: 0
    trajectory: {type: linear}
    frequency: month
    reporter: 市发改局
    readings:
      - {id: r1, date: 2023-03-31, value: 38, reported: 2023-08-09, by: 市发改局, backfilled: true}
      - {id: r2, date: 2023-06-30, value: 97, reported: 2023-08-09, by: 市发改局, backfilled: true}
      - {id: r3, date: 2023-07-31, value: 126, reported: 2023-08-09, by: 市发改局, backfilled: true}
      - {id: r4, date: 2023-07-31, value: 118, reported: 2023-08-18, by: 市发改局, corrects: r3, reason: 重复计算}
      - {id: r5, date: 2023-08-31, value: 131, reported: 2023-09-12, by: 市发改局}
      - {id: r6, date: 2023-09-30, value: 150, reported: 2023-10-04, by: 市发改局}
)";

const std::string grain = R"(indicators:
  - id: area
    name: 粮食播种面积
    kind: cumulative
    qualifier: at_least
    commitment: binding
    target: 44.16
    unit: 万亩
    trajectory:
      type: step
      points: [{date: 2023-05-31, value: 20.50}, {date: 2023-08-31, value: 44.16}]
    frequency: season
    readings:
      - {id: r1, date: 2023-05-31, value: 20.60, reported: 2023-08-10, backfilled: true}
      - {id: r2, date: 2023-08-31, value: 44.31, reported: 2023-09-04}
  - id: output
    name: 粮食产量
    kind: cumulative
    qualifier: at_least
    commitment: binding
    target: 3.65
    unit: 亿斤
    trajectory:
      type: step
      points: [{date: 2023-07-15, value: 1.72}, {date: 2023-11-30, value: 3.65}]
    frequency: season
    readings:
      - {id: r1, date: 2023-07-15, value: 1.70, reported: 2023-08-10, backfilled: true}
      - {id: r2, date: 2023-11-30, value: 3.66, reported: 2023-12-08, provisional: true}
      - {id: r3, date: 2023-11-30, value: 3.64, reported: 2024-01-22, final: true, corrects: r2}
)";

/// A line of the table: value@date | time | expected (exact) | completion | ratio | light | class |
/// forecast ratio / recent.
std::string line(const std::string& task, std::size_t indicator, const std::string& as_of,
                 const std::string& known_by) {
  const test::Measured all = test::measured(test::disk_with_task(task), as_of, known_by);
  const measure::IndicatorFigures& is = all.task().indicators.at(indicator);
  REQUIRE(is.newest());
  const int places = is.terms->whole ? 0 : 3;
  std::string extra;
  if (is.stale > 0) extra += ", stale " + std::to_string(is.stale);
  if (is.pending_final) extra += ", not yet final";
  for (const auto& period : is.reports.missing) extra += ", missing " + base::iso(period.end);
  for (const auto& period : is.reports.late) extra += ", late " + base::iso(period.end);
  return is.newest()->value.text() + "@" + base::iso(is.newest()->date).substr(5) + " | " +
         base::percent(*is.time, 2) + " | " + figure(is.expected.used, places == 0 ? 0 : 2) + " (" +
         figure(is.expected.exact, 3) + ") | " + base::percent(*is.completion, 2) + " | " +
         figure(is.ratio, 4) + " | " + std::string(model::name(is.light())) + extra + " | " +
         figure(is.forecast.ratio, places) + " / " + figure(is.forecast.recent, places);
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("Item 14: corrected, late and forgotten, seen on seven pairs of days") {
  CHECK(line(piles, 0, "2023-07-31", "2023-08-10") ==
        "126@07-31 | 58.08 | 128 (128.362) | 57.01 | 0.9844 | green | 216 / none");
  CHECK(line(piles, 0, "2023-07-31", "2023-08-31") ==
        "118@07-31 | 58.08 | 128 (128.362) | 53.39 | 0.9219 | yellow | 203 / none");
  CHECK(line(piles, 0, "2023-08-31", "2023-09-05") ==
        "118@07-31 | 66.58 | 128 (128.362) | 53.39 | 0.9219 | yellow, missing 2023-08-31 | 203 / "
        "none");
  CHECK(line(piles, 0, "2023-08-31", "2023-09-30") ==
        "131@08-31 | 66.58 | 147 (147.132) | 59.28 | 0.8912 | yellow, late 2023-08-31 | 196 / 197");
  CHECK(line(piles, 0, "2023-09-30", "2023-10-05") ==
        "150@09-30 | 74.79 | 165 (165.296) | 67.87 | 0.9091 | yellow, late 2023-08-31 | 200 / 203");
  CHECK(line(piles, 0, "2023-12-10", "2023-12-10") ==
        "150@09-30 | 94.25 | 165 (165.296) | 67.87 | 0.9091 | yellow, stale 1, missing 2023-10-31, "
        "missing 2023-11-30, late 2023-08-31 | 200 / 203");
  CHECK(
      line(piles, 0, "2024-01-05", "2024-01-05") ==
      "150@09-30 | 100.00 | 165 (165.296) | 67.87 | 0.9091 | red, stale 2, not yet final, missing "
      "2023-10-31, missing 2023-11-30, missing 2023-12-31, late 2023-08-31 | 200 / 203");
}

TEST_CASE("Item 43: two harvests, and one day seen with different knowledge") {
  CHECK(line(grain, 0, "2023-08-31", "2023-08-31") ==
        "20.6@05-31 | 66.58 | 20.50 (20.500) | 46.65 | 1.0049 | green | 44.375 / none");
  CHECK(line(grain, 0, "2023-09-30", "2023-10-05") ==
        "44.31@08-31 | 74.79 | 44.16 (44.160) | 100.34 | 1.0034 | blue | 44.310 / none");
  CHECK(line(grain, 1, "2023-08-31", "2023-08-31") ==
        "1.7@07-15 | 66.58 | 1.72 (1.720) | 46.58 | 0.9884 | green | 3.608 / none");
  CHECK(line(grain, 1, "2023-12-31", "2023-12-31") ==
        "3.66@11-30 | 100.00 | 3.65 (3.650) | 100.27 | 1.0027 | blue, not yet final, late "
        "2023-11-30 | 3.660 / none");
  CHECK(line(grain, 1, "2023-12-31", "2024-01-31") ==
        "3.64@11-30 | 100.00 | 3.65 (3.650) | 99.73 | 0.9973 | red, late 2023-11-30 | 3.640 / "
        "none");
}

TEST_SUITE_END();

}  // namespace measure_worked_values_test
