// SPDX-License-Identifier: MIT
//
// The tables of worked values (RULES.md §10): two made-up tasks, seen on twelve pairs of days,
// and a third with one indicator for each kind of promise.
#include <doctest/doctest.h>

#include "measure/score.h"
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
  const test::Measured all =
      test::measured(test::disk_with_task(task, {"", "issued: 2023-08-02\n"}), as_of, known_by);
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

/// Item 86: everything in it is made up.
const std::string promises = R"(indicators:
  - id: accidents                    # a ceiling that is used up
    name: 生产安全事故起数
    kind: cumulative
    qualifier: at_most
    commitment: binding
    target: 12
    unit: 起
    integer: true
    readings:
      - {id: r1, date: 2023-06-30, value: 5, reported: 2023-07-04, by: 市应急局}
      - {id: r2, date: 2023-09-30, value: 9, reported: 2023-10-04, by: 市应急局}
      - {id: r3, date: 2023-11-30, value: 13, reported: 2023-12-04, by: 市应急局}
  - id: accidents-fast               # an allowance used up too fast
    name: 道路交通事故起数
    kind: cumulative
    qualifier: at_most
    commitment: binding
    target: 12
    unit: 起
    integer: true
    readings:
      - {id: r1, date: 2023-06-30, value: 11, reported: 2023-07-04, by: 市应急局}
  - id: debt                         # a ceiling that holds at any date
    name: 资产负债率
    kind: ratio
    qualifier: at_most
    commitment: binding
    target: 60
    unit: "%"
    readings:
      - {id: r1, date: 2023-08-31, value: 58, reported: 2023-09-04, by: 市应急局}
      - {id: r2, date: 2023-09-30, value: 63, reported: 2023-10-04, by: 市应急局}
      - {id: r3, date: 2023-12-31, value: 59.5, reported: 2024-01-04, by: 市应急局, final: true}
  - id: gdp                          # a rate that may go back, known late
    name: 地区生产总值增速
    kind: growth
    qualifier: about
    commitment: binding
    target: 6
    unit: "%"
    frequency: quarter
    release: 20
    readings:
      - {id: r1, date: 2023-06-30, value: 5.6, reported: 2023-07-18, by: 市应急局}
      - {id: r2, date: 2023-09-30, value: 5.2, reported: 2023-10-19, by: 市应急局}
      - {id: r3, date: 2023-12-31, value: 5.5, reported: 2024-01-18, by: 市应急局, final: true}
  - id: place                        # a place among others
    name: 综合考核位次
    kind: rank
    qualifier: reach
    commitment: strive
    target: 3
    of: 13
    unit: 位
    frequency: quarter
    readings:
      - {id: r1, date: 2023-06-30, value: 4, reported: 2023-07-10, by: 市应急局}
      - {id: r2, date: 2023-12-31, value: 3, reported: 2024-01-15, by: 市应急局, final: true}
  - id: public-rate                  # compared with somebody else's figure
    name: 学前教育公办率
    kind: ratio
    qualifier: exceed
    commitment: binding
    than: {name: 全省平均, by: 0}
    unit: "%"
    frequency: quarter
    readings:
      - {id: r1, date: 2023-06-30, value: 54.1, benchmark: 53.6, reported: 2023-07-10, by: 市应急局}
      - {id: r2, date: 2023-12-31, value: 55.0, reported: 2024-01-10, by: 市应急局}
  - id: shared-out                   # a target by unit, summed
    name: 建成示范点
    kind: cumulative
    qualifier: exactly
    commitment: binding
    targets: {市应急局: 20, 市发改局: 30}
    unit: 个
    integer: true
    readings:
      - {id: r1, date: 2023-06-30, values: {市应急局: 12, 市发改局: 10}, reported: 2023-07-04, by: 市应急局}
  - id: none-at-all                  # a ceiling of zero
    name: 重特大事故
    kind: cumulative
    qualifier: at_most
    commitment: binding
    target: 0
    unit: 起
    integer: true
    readings:
      - {id: r1, date: 2023-06-30, value: 0, reported: 2023-07-04, by: 市应急局}
      - {id: r2, date: 2023-09-30, value: 1, reported: 2023-10-04, by: 市应急局}
)";

/// The indicator `id` of item 86, as known on the day itself.
struct Seen {
  test::Measured all;
  const measure::IndicatorFigures* is = nullptr;

  Seen(const std::string& id, const std::string& as_of)
      : all(test::measured(test::disk_with_task(promises, {"", "issued: 2023-08-02\n"}), as_of)) {
    for (const auto& one : all.task().indicators) {
      if (*one.indicator->id == id) is = &one;
    }
    REQUIRE(is);
  }
};

std::string shown(const measure::StrandFigures& is, bool whole) {
  REQUIRE(is.newest());
  std::string text = is.newest()->value.text() + "@" + base::iso(is.newest()->date).substr(5) +
                     " | " + figure(is.expected.used, whole ? 0 : 1);
  if (whole) text += " (" + figure(is.expected.exact, 3) + ")";
  text += " | " + (is.completion ? base::percent(*is.completion, 2) : "none") + " | " +
          figure(is.ratio, 4) + " | " + std::string(model::name(is.light()));
  if (is.met_so_far) text += " so far";
  if (is.used_too_fast) text += " too fast";
  if (is.broken) text += " broken";
  if (is.not_compared) text += " not compared";
  return text;
}

/// value@date | expected (exact) | completion | ratio | light
std::string promise(const std::string& id, const std::string& as_of) {
  const Seen seen(id, as_of);
  return shown(*seen.is, seen.is->whole);
}

/// The gap with its unit.
std::string gap(const std::string& id, const std::string& as_of) {
  const Seen seen(id, as_of);
  if (!seen.is->gap) return "none";
  return figure(seen.is->gap->value, 1) + " " + std::string(model::name(seen.is->gap->unit));
}

/// The forecast by ratio, whether it will do, and by how much.
std::string forecast(const std::string& id, const std::string& as_of) {
  const Seen seen(id, as_of);
  const measure::Forecast& is = seen.is->forecast;
  if (!is.value) return "none";
  return figure(is.ratio, 0) + (*is.will_meet ? " kept " : " short ") + figure(is.gap, 0);
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
        "3.66@11-30 | 100.00 | 3.65 (3.650) | 100.27 | 1.0027 | blue, late "
        "2023-11-30 | 3.660 / none");
  CHECK(line(grain, 1, "2023-12-31", "2024-01-31") ==
        "3.64@11-30 | 100.00 | 3.65 (3.650) | 99.73 | 0.9973 | red, late 2023-11-30 | 3.640 / "
        "none");
}

TEST_CASE("Item 86: a ceiling that is used up") {
  CHECK(promise("accidents", "2023-07-10") == "5@06-30 | 6 (5.951) | none | 1.2000 | green so far");
  CHECK(forecast("accidents", "2023-07-10") == "11 kept 1");  // 10.083
  CHECK(gap("accidents", "2023-07-10") == "1.0 unit");
  CHECK(promise("accidents", "2023-10-10") == "9@09-30 | 9 (8.975) | none | 1.0000 | green so far");
  CHECK(forecast("accidents", "2023-10-10") == "13 short -1");  // 12.033
  CHECK(promise("accidents", "2023-12-10") ==
        "13@11-30 | 11 (10.981) | none | 0.8462 | red broken");
  CHECK(promise("accidents-fast", "2023-07-10") ==
        "11@06-30 | 6 (5.951) | none | 0.5455 | yellow too fast");
  CHECK(forecast("accidents-fast", "2023-07-10") == "23 short -11");  // 22.182
  CHECK(promise("none-at-all", "2023-07-10") == "0@06-30 | 0 (0.000) | none | none | green so far");
  CHECK(promise("none-at-all", "2023-10-10") == "1@09-30 | 0 (0.000) | none | none | red broken");
  const Seen broken("none-at-all", "2023-10-10");
  CHECK(figure(measure::marks_of(*broken.is, *broken.is), 0) == "0");
}

TEST_CASE("Item 86: a ceiling that holds at any date") {
  CHECK(promise("debt", "2023-09-10") == "58@08-31 | 60.0 | none | 1.0345 | green so far");
  CHECK(promise("debt", "2023-10-10") == "63@09-30 | 60.0 | none | 0.9524 | yellow");
  CHECK(promise("debt", "2024-01-10") == "59.5@12-31 | 60.0 | 100.00 | 1.0084 | blue");
}

TEST_CASE("Item 86: a rate that may go back, and is known late") {
  CHECK(promise("gdp", "2023-07-31") == "5.6@06-30 | 6.0 | 100.00 | 0.9333 | green so far");
  CHECK(promise("gdp", "2023-10-31") == "5.2@09-30 | 6.0 | 86.67 | 0.8667 | yellow");
  CHECK(gap("gdp", "2023-10-31") == "-0.8 points");
  CHECK(promise("gdp", "2024-01-31") == "5.5@12-31 | 6.0 | 100.00 | 0.9167 | blue");
}

TEST_CASE("Item 86: a place, and a target that is somebody else's figure") {
  CHECK(promise("place", "2023-07-31") == "4@06-30 | 3.0 | none | none | yellow");
  CHECK(gap("place", "2023-07-31") == "-1.0 places");
  CHECK(promise("place", "2024-01-31") == "3@12-31 | 3.0 | none | none | blue");
  CHECK(promise("public-rate", "2023-07-31") ==
        "54.1@06-30 | 53.6 | 100.00 | 1.0093 | green so far");
  CHECK(gap("public-rate", "2023-07-31") == "0.5 points");
  CHECK(promise("public-rate", "2024-01-31") ==
        "55@12-31 | none | none | none | grey not compared");
}

TEST_CASE("Item 86: a target by unit, summed") {
  CHECK(promise("shared-out", "2023-07-10") == "22@06-30 | 24 (24.795) | 44.00 | 0.9167 | yellow");
  const Seen seen("shared-out", "2023-07-10");
  REQUIRE(seen.is->units.size() == 2);
  CHECK(seen.is->units[0].unit == "市应急局");
  CHECK(shown(seen.is->units[0], true) == "12@06-30 | 9 (9.918) | 60.00 | 1.3333 | green");
  CHECK(seen.is->units[0].standing == model::Class::ahead);
  CHECK(shown(seen.is->units[1], true) == "10@06-30 | 14 (14.877) | 33.33 | 0.7143 | red");
  CHECK(seen.is->target->text() == "50");
}

TEST_CASE("Item 86: who was late, and who is not") {
  const Seen seen("gdp", "2024-01-31");
  std::string late;
  for (const auto& one : seen.all.task().indicators) {
    for (const auto& period : one.reports.late) {
      late += *one.indicator->id + " " + base::iso(period.end) + ", ";
    }
  }
  CHECK(late == "place 2023-12-31, public-rate 2023-12-31, ");
  // The second quarter was over before the issue of 08-02.
  CHECK(Seen("gdp", "2023-09-30").is->reports.missing.empty());
}

TEST_SUITE_END();

}  // namespace measure_worked_values_test
