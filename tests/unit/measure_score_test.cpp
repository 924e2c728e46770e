// SPDX-License-Identifier: MIT
#include "measure/score.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "measured.h"

namespace measure_score_test {

using namespace taizhang;
using measure::TaskScore;
using test::day;
using test::figure;
using test::reading;

namespace {

TaskScore score(const test::MemoryDisk& disk, const std::string& as_of,
                const std::string& known_by = "") {
  const test::Measured all = test::measured(disk, as_of, known_by);
  return measure::score_task(all.plan, all.task());
}

/// `base - marks = score`.
std::string sum(const TaskScore& score) {
  return figure(score.base.value, 2) + " - " + base::rounded(score.deductions.marks, 1) + " = " +
         figure(score.value, 2) + (score.by_hand ? "*" : "");
}

std::string indicator(const std::string& id, const std::string& more) {
  return "  - {id: " + id +
         ", name: 桩, kind: cumulative, qualifier: at_least, unit: 公里, target: 100, frequency: "
         "year, " +
         (more.find("commitment") == std::string::npos ? "commitment: binding, " : "") + more +
         "}\n";
}

/// The month-end lights of a task, a letter each.
std::string months(const test::MemoryDisk& disk, const std::string& as_of,
                   const std::string& known_by = "") {
  const test::Measured all = test::measured(disk, as_of, known_by);
  std::string result;
  for (const auto& month :
       measure::month_lights(all.plan.frame(), *all.task().file, all.plan.clocks)) {
    result += model::name(month.light).front();
    if (model::name(month.light) == "grey") result.back() = '-';
  }
  return result;
}

std::string suggested(const std::string& lights, int missing_run = 0) {
  std::vector<measure::MonthLight> months;
  for (const char c : lights) {
    using model::Light;
    months.push_back({day("2023-01-31"),
                      c == 'r'   ? Light::red
                      : c == 'y' ? Light::yellow
                      : c == 'g' ? Light::green
                                 : Light::grey,
                      true});
  }
  const auto order = measure::suggested_order({months, missing_run});
  return order ? std::string(model::name(*order)) : "none";
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("A settled score is 100 for met, else the completion; a strive miss costs half") {
  // 100 x 1 + 60 x 3 = 280 of 4.
  CHECK(sum(score(
            test::disk_with_task("indicators:\n" + indicator("a", reading("2023-06-30", "120")) +
                                 indicator("b", "weight: 3, " + reading("2023-12-31", "60"))),
            "2023-12-31")) == "70.00 - 0.0 = 70.00");
  // Half of the 40 that are missing.
  CHECK(sum(score(
            test::disk_with_task("indicators:\n" + indicator("a", "commitment: strive, " +
                                                                      reading("2023-12-31", "60"))),
            "2023-12-31")) == "80.00 - 0.0 = 80.00");
  // In mid-year it is by schedule: 30 of the 100 x 181/365 that are due; 60 are more than that.
  const TaskScore by_schedule =
      score(test::disk_with_task("indicators:\n" + indicator("a", reading("2023-06-30", "30"))),
            "2023-06-30");
  CHECK(sum(by_schedule) == "60.50 - 0.0 = 60.50");
  CHECK(by_schedule.by_schedule);
  // What is not reported is left out, not nought.
  const TaskScore half =
      score(test::disk_with_task("indicators:\n" + indicator("a", reading("2023-06-30", "60")) +
                                 indicator("b", "weight: 9")),
            "2023-06-30");
  CHECK(sum(half) == "100.00 - 0.0 = 100.00");
  CHECK(half.base.known == 1);
  CHECK(half.base.all == 2);
  CHECK(sum(score(test::disk_with_task("indicators:\n" + indicator("a", "weight: 1")),
                  "2023-06-30")) == "none - 0.0 = none");
}

TEST_CASE("Milestones score once they are done or past due, a grade by its value") {
  CHECK(sum(score(
            test::disk_with_task(
                "milestones:\n  - {id: m, name: 甲, due: 2023-03-31, done: 2023-03-01, weight: 3}\n"
                "  - {id: n, name: 乙, due: 2023-12-31}\n"),
            "2024-01-01")) == "75.00 - 0.0 = 75.00");
  CHECK(sum(score(test::disk_with_task("qualitative: {grade: 良}\n"), "2023-03-31")) ==
        "85.00 - 0.0 = 85.00");
}

TEST_CASE("Late and missing reports, overdue issues and false reports take marks off") {
  const std::string reports =
      "indicators:\n  - {id: a, name: 桩, kind: cumulative, qualifier: at_least, commitment: "
      "binding, unit: 公里, target: 365, start: 2023-04-01, readings: ["
      "{id: r1, date: 2023-04-30, value: 40, reported: 2023-05-08}, "
      "{id: r2, date: 2023-06-30, value: 365, reported: 2023-07-04}]}\n";
  // April late, May missing: 0.1 + 0.5. April was grey when it was due; of 365 in 275 days 39.8
  // were due by its end, so that May is green.
  const TaskScore reported = score(test::disk_with_task(reports), "2023-06-30", "2023-07-05");
  CHECK(reported.deductions.late == 1);
  CHECK(reported.deductions.missing == 1);
  CHECK(sum(reported) == "100.00 - 0.6 = 99.40");
  const std::string records =
      "issues:\n"
      "  - {id: q1, found: 2023-05-01, level: general, text: 甲}\n"  // due 05-16, still open
      "  - {id: q2, found: 2023-05-01, level: general, text: 乙, log: [{date: 2023-05-20, state: "
      "resolved}]}\n"  // resolved, but late
      "  - {id: q3, found: 2023-05-01, level: general, text: 丙, log: [{date: 2023-05-16, state: "
      "resolved}]}\n"
      "inspections:\n"
      "  - {id: i1, date: 2023-06-01, result: inconsistent}\n"
      "  - {id: i2, date: 2023-06-01, result: minor_gap}\n"
      "  - {id: i3, date: 2023-07-01, result: inconsistent}\n";  // after the day
  const TaskScore all = score(test::disk_with_task(reports, {records}), "2023-06-30", "2023-07-05");
  CHECK(all.deductions.issues_overdue == 2);
  CHECK(all.deductions.false_reports == 1);
  CHECK(sum(all) == "100.00 - 5.6 = 94.40");
}

TEST_CASE("What was first met after its due date scores what it was on that day") {
  // Due 06-30 at 3.5, where it was 4.048: of the 2.74 from 6.24 it had gone 2.192, which is 80 %.
  const TaskScore late = score(
      test::disk_with_task("indicators:\n  - {id: a, name: 率, kind: ratio, qualifier: reach, "
                           "commitment: binding, direction: down, unit: \"%\", target: 3.5, "
                           "baseline: 6.24, due: 2023-06-30, frequency: year, readings: ["
                           "{id: r1, date: 2023-06-30, value: 4.048, reported: 2023-07-02}, "
                           "{id: r2, date: 2023-09-01, value: 3.5, reported: 2023-09-02}]}\n"),
      "2023-10-05");
  CHECK(base::rounded(*late.base.value, 2) == "80.00");
}

TEST_CASE("What is compared was met, or not, by the benchmark of its own day") {
  const auto base = [](const std::string& at_due) {
    const test::Measured all = test::measured(
        "kind: ratio, unit: \"%\", qualifier: exactly, than: {name: 全省平均, by: 0}, due: "
        "2023-10-31, frequency: once, readings: [{id: r1, date: 2023-10-31, benchmark: 42.7, "
        "value: " +
            at_due + "}, {id: r2, date: 2023-11-06, benchmark: 51.2, value: 56.33}]",
        "2023-12-31");
    return base::rounded(*measure::score_task(all.plan, all.task()).base.value, 2);
  };
  CHECK(base("40.56") == "94.99");  // 40.56 / 42.7, not of 51.2
  CHECK(base("43") == "100.00");    // was met in time
}

TEST_CASE("A whole whose units all met theirs is lost where the last report of one never came") {
  // Both are over 90, but 乙's newest value is of August: red after 2024-02-14, 95 of 100 and 0.
  const std::string keys =
      "kind: ratio, unit: \"%\", qualifier: at_least, trajectory: {type: hold}, frequency: month, "
      "targets: {市工信局: 90, 市发改局: 90}, readings: ["
      "{id: r1, date: 2023-08-31, values: {市工信局: 95, 市发改局: 95}}, "
      "{id: r2, date: 2023-12-31, values: {市工信局: 96}, reported: 2024-01-03}]";
  const test::Measured all = test::measured(keys, "2024-02-20");
  CHECK(model::name(all.indicator().light()) == "red");
  CHECK(all.indicator().met);
  CHECK(base::rounded(*measure::score_task(all.plan, all.task()).base.value, 0) == "50");
}

TEST_CASE("An issue found after a task was carried over is there, and costs the year nothing") {
  const std::string records =
      "issues:\n  - {id: q1, found: 2024-03-01, level: critical, text: 甲}\n"
      "inspections:\n  - {id: i1, date: 2024-03-05, result: minor_gap}\n"
      "orders:\n  - {id: o1, date: 2024-03-06, level: reminder, to: [市工信局], reason: 乙}\n"
      "changes:\n  - {id: c1, effective: 2023-12-31, field: status, from: in_progress, to: "
      "carried_over, reason: 结转, approved_by: 办公室}\n";
  const std::string done = "indicators:\n" + indicator("a", reading("2023-12-31", "120"));
  const test::Measured all = test::measured(test::disk_with_task(done, {records}), "2024-04-30");
  REQUIRE(all.task().issues.size() == 1);
  CHECK(all.task().issues.at(0).overdue);
  CHECK(all.task().inspections.size() == 1);
  CHECK(all.task().orders.size() == 1);
  CHECK(model::name(all.task().light()) == "blue");  // 严重问题逾期 would make it yellow
  CHECK(measure::score_task(all.plan, all.task()).deductions.issues_overdue == 0);
}

TEST_CASE("The months of a carried over task go to the settlement of the due date in force") {
  // Due on 2023-09-30 since December: seen as on 2023-11-14, known by when October was.
  const auto disk = test::disk_with_task(
      "indicators:\n" + indicator("a", reading("2023-06-30", "50")) +
          "changes:\n  - {id: c1, effective: 2023-03-01, field: due, from: 2023-12-31, to: "
          "2023-06-30, reason: 提前, approved_by: 办公室}\n"
          "  - {id: c2, effective: 2023-12-01, field: due, from: 2023-06-30, to: 2023-09-30, "
          "reason: 延期, approved_by: 办公室}\n"
          "  - {id: c3, effective: 2023-07-10, field: status, from: in_progress, to: carried_over, "
          "reason: 结转, approved_by: 办公室}\n",
      {});
  const test::Measured all = test::measured(disk, "2023-12-31");
  CHECK(measure::score_task(all.plan, all.task()).months.size() == 10);
}

TEST_CASE("Red months and second yellows take marks off, at most ten") {
  // On the last days of the months 31, 59, 90, 120, 151 and 181 are due.
  const auto monthly = [](const std::string& values) {
    const std::string dates[] = {"01-31", "02-28", "03-31", "04-30", "05-31", "06-30"};
    std::string readings;
    std::size_t at = 0;
    for (std::string_view value : base::split(values, ' ')) {
      readings += std::string(at > 0 ? ", " : "") + "{id: r" + std::to_string(at) +
                  ", date: 2023-" + dates[at] + ", value: " + std::string(value) + "}";
      ++at;
    }
    return test::disk_with_task(
        "indicators:\n  - {id: a, name: 桩, kind: cumulative, qualifier: at_least, commitment: "
        "binding, unit: 公里, target: 365, readings: [" +
        readings + "]}\n");
  };
  const auto yellows = monthly("31 50 80 120 130 150");
  CHECK(months(yellows, "2023-06-30", "2023-07-05") == "gyygyy");
  CHECK(sum(score(yellows, "2023-06-30", "2023-07-05")) == "82.87 - 2.0 = 80.87");
  const auto reds = monthly("31 20 30 40 50 60");
  CHECK(months(reds, "2023-06-30", "2023-07-05") == "grrrrr");
  CHECK(sum(score(reds, "2023-06-30", "2023-07-05")) == "33.15 - 10.0 = 23.15");
  // A month counts once its reports are due.
  CHECK(months(reds, "2023-06-30", "2023-07-04") == "grrrr");
  CHECK(months(reds, "2023-06-29", "2023-07-05") == "grrrr");
}

TEST_CASE("A month's light is as it was known then; what comes in later does not change it") {
  const auto disk = test::disk_with_task(
      "indicators:\n  - {id: a, name: 桩, kind: cumulative, qualifier: at_least, commitment: "
      "binding, unit: 公里, target: 365, readings: [{id: r1, date: 2023-01-31, value: 31, "
      "reported: "
      "2023-02-07}]}\n");
  CHECK(months(disk, "2023-02-28", "2023-03-06") == "-g");
  auto issued = disk;
  issued.files["tasks/2023/plan.yaml"] += "issued: 2023-02-20\n";
  CHECK(months(issued, "2023-02-28", "2023-03-06") == "g");
}

TEST_CASE("Scores by hand, scores that are not made, scores that stay") {
  const std::string task = "indicators:\n" + indicator("a", reading("2023-06-30", "60"));
  CHECK(sum(score(test::disk_with_task(
                      task, {"override: {from: 2023-01-01, score: 95, reason: 会议认定, by: "
                             "市政府办公室, until: 2023-07-31}\n"}),
                  "2023-07-31")) == "100.00 - 0.0 = 95.00*");
  for (const auto& [status, scored] :
       {std::pair("in_progress", true), std::pair("closed", true), std::pair("carried_over", true),
        std::pair("suspended", false), std::pair("cancelled", false)}) {
    CAPTURE(status);
    const test::Measured all =
        test::measured(test::disk_with_task(task, {"", "", status}), "2023-06-30");
    CHECK(measure::is_scored(all.task()) == scored);
  }
  // Carried over: as at the end of the settlement, whatever the next year brings.
  const auto carried = test::disk_with_task(task, {"", "", "carried_over"});
  CHECK(sum(score(carried, "2024-02-14", "2024-02-14")) ==
        sum(score(carried, "2024-03-31", "2024-03-31")));
}

TEST_CASE("Grades of scores") {
  const auto grade = [](const std::string& score) {
    return std::string(model::name(measure::score_grade(base::to_ratio(test::dec(score)))));
  };
  CHECK(grade("90") == "优");
  CHECK(grade("89.99") == "良");
  CHECK(grade("80") == "良");
  CHECK(grade("79.99") == "中");
  CHECK(grade("60") == "中");
  CHECK(grade("59.99") == "差");
}

TEST_CASE("The order ladder: reminder, order, listed supervision, talk") {
  CHECK(suggested("") == "none");
  CHECK(suggested("ggg") == "none");
  CHECK(suggested("gy") == "reminder");
  CHECK(suggested("ygy") == "reminder");
  CHECK(suggested("gyy") == "order");
  CHECK(suggested("gr") == "order");
  CHECK(suggested("ry") == "order");
  CHECK(suggested("rgr") == "listed");
  CHECK(suggested("rgry") == "listed");
  CHECK(suggested("rrr") == "talk");
  CHECK(suggested("gg", 1) == "none");
  CHECK(suggested("gg", 2) == "reminder");
  CHECK(suggested("gg", 3) == "order");
  CHECK(suggested("gr", 2) == "order");
  CHECK(suggested("rgr", 3) == "listed");
  // Who has caught up needs no order.
  CHECK(suggested("rrrg") == "none");
}

TEST_SUITE_END();

}  // namespace measure_score_test
