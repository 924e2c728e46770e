// SPDX-License-Identifier: MIT
#include "measure/light.h"

#include <doctest/doctest.h>

#include "measured.h"

namespace measure_light_test {

using namespace taizhang;
using test::measured;
using test::reading;
using test::story;

namespace {

std::string light(const std::string& keys, const std::string& as_of,
                  const test::Around& around = {}) {
  return story(measured(keys, as_of, "", around).indicator().light_story);
}

/// The light of a running total to 365: a value a day is on schedule.
std::string light_of(const std::string& value, const std::string& more = "",
                     const std::string& as_of = "2023-07-19", const test::Around& around = {}) {
  return light("target: 365, unit: 公里, " + more + reading("2023-07-19", value), as_of, around);
}

std::string standing(const std::string& keys, const std::string& as_of) {
  return std::string(model::name(measured(keys, as_of).indicator().standing));
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("Not reported is grey, met is blue") {
  CHECK(light("target: 221", "2023-02-10") == "no_reading grey");
  // Silence is no better than old data: since January 31 the first report is owed.
  CHECK(light("target: 221", "2023-03-18") == "no_reading grey, stale yellow");
  CHECK(light("target: 221", "2023-07-31") == "no_reading grey, very_stale red");
  CHECK(light("target: 221", "2024-02-15") == "overdue_unreported red");
  CHECK(light_of("365") == "met blue");
}

TEST_CASE("Green from 0.95 of the schedule, yellow from 0.80, below that red") {
  // 2023-07-19 is the 200th day: 200 are expected.
  CHECK(light_of("190") == "by_ratio green");
  CHECK(light_of("189.99") == "by_ratio yellow");
  CHECK(light_of("160") == "by_ratio yellow");
  CHECK(light_of("159.99") == "by_ratio red");
  const test::Around strict{"", "rules: {light: {green: 1, yellow: 0.9}}\n"};
  CHECK(light_of("199", "", "2023-07-19", strict) == "by_ratio yellow");
  CHECK(light_of("179", "", "2023-07-19", strict) == "by_ratio red");
}

TEST_CASE("By points: -10 and -30 points of the target") {
  const test::Around points{"", "rules: {light: {rule: points}}\n"};
  CHECK(light_of("163.5", "", "2023-07-19", points) == "by_points green");  // -36.5 = -10 %
  CHECK(light_of("163.4", "", "2023-07-19", points) == "by_points yellow");
  CHECK(light_of("90.5", "", "2023-07-19", points) == "by_points yellow");  // -109.5 = -30 %
  CHECK(light_of("90.4", "", "2023-07-19", points) == "by_points red");
}

TEST_CASE("Nothing expected yet counts as on schedule") {
  CHECK(light("target: 1, " + reading("2023-06-30", "0"), "2023-06-30") ==
        "nothing_expected green");
  CHECK(light("kind: level, target: 300, " + reading("2023-06-30", "100"), "2023-06-30") ==
        "nothing_expected green");
}

TEST_CASE("A full target of zero or less has no ratio; missing it is behind") {
  CHECK(light("kind: growth, unit: \"%\", target: 0, " + reading("2023-06-30", "-1"),
              "2023-06-30") == "unmet_full_target yellow");
}

TEST_CASE("Due and settled: not met is red") {
  const std::string behind = "target: 365, unit: 公里, ";
  // Data of the due date settles it, and so do a final figure and 45 days.
  CHECK(light(behind + reading("2023-12-31", "364"), "2023-12-31") ==
        "missed red, forecast_short red");
  CHECK(light(behind + reading("2023-12-05", "364", ", final: true"), "2023-12-31") ==
        "missed red");
  // Final of November is not final of the year.
  CHECK(light(behind + reading("2023-11-30", "364", ", final: true"), "2023-12-31") ==
        "by_ratio green");
  CHECK(light(behind + reading("2023-11-30", "333"), "2023-12-31") ==
        "by_ratio green, forecast_short yellow");
  CHECK(light("frequency: year, " + behind + reading("2023-11-30", "333"), "2024-02-14") ==
        "by_ratio green");
  CHECK(light("frequency: year, " + behind + reading("2023-11-30", "333"), "2024-02-15") ==
        "missed red");
}

TEST_CASE("Short of the target thirty days before it is due: at least yellow") {
  const std::string keys = "target: 365, unit: 公里, " + reading("2023-11-26", "320");  // of 330
  CHECK(light(keys, "2023-11-30") == "by_ratio green");
  CHECK(light(keys, "2023-12-01") == "by_ratio green, forecast_short yellow");
  // On schedule to the digit the forecast is the target.
  CHECK(light("target: 365, unit: 公里, " + reading("2023-11-26", "330"), "2023-12-01") ==
        "by_ratio green");
}

TEST_CASE("Stale data: at least yellow, then red; what is met stays blue") {
  CHECK(light_of("200", "", "2023-09-02") == "by_ratio green");                  // 45 days
  CHECK(light_of("200", "", "2023-09-03") == "by_ratio green, stale yellow");    // 46
  CHECK(light_of("200", "", "2023-10-03") == "by_ratio green, very_stale red");  // 76
  CHECK(light_of("365", "", "2023-10-03") == "met blue");
  CHECK(light_of("100", "", "2023-09-03") == "by_ratio red, stale red");
}

TEST_CASE("What is only striven for is red from silence only") {
  CHECK(light_of("100", "commitment: strive, ") == "by_ratio red, strive yellow");
  CHECK(light_of("170", "commitment: strive, ") == "by_ratio yellow");
  CHECK(light_of("200", "commitment: strive, ", "2023-10-03") == "by_ratio green, very_stale red");
}

TEST_CASE("A rate of nothing is not applicable: grey, and left out") {
  const std::string visits =
      "kind: ratio, unit: \"%\", target: 100, window: month, numerator: 实访, denominator: 应访, "
      "readings: [{id: r1, date: 2023-03-31, value: 100, parts: {应访: 8, 实访: 8}}, {id: r2, "
      "date: 2023-04-30, value: 0, parts: {应访: 0, 实访: 0}}]";
  CHECK(light(visits, "2023-03-31") == "met_so_far green");
  CHECK(light(visits, "2023-04-30") == "not_applicable grey");
  CHECK(standing(visits, "2023-04-30") == "not_applicable");
  const test::Measured all = measured(visits, "2023-04-30");
  CHECK_FALSE(all.indicator().completion);
  CHECK(all.indicator().reports.missing.size() == 2);  // January and February; April is reported
  CHECK(all.task().completion.all == 0);
  CHECK(all.task().standing == model::Class::not_applicable);
}

TEST_CASE("A term that cannot be read has no light but grey") {
  test::MemoryDisk disk = test::disk_with_task(
      "indicators:\n  - {id: a, name: 桩, kind: cumulative, qualifier: at_least, commitment: "
      "binding, unit: 个, target: 10, " +
      reading("2023-03-31", "5") + "}\n");
  disk.files["tasks/2023/plan.yaml"] = "schema: 1\nid: \"2023\"\ntitle: 甲\nsections: []\n";
  const model::Ledger ledger = load::load(disk, "tasks");
  const measure::PlanFigures plan = measure::measure_plan(
      ledger.plans.at(0), nullptr, {test::day("2023-03-31"), test::day("2023-03-31")});
  CHECK(story(plan.tasks.at(0).indicators.at(0).light_story) == "unreadable_terms grey");
  CHECK(test::figure(plan.tasks.at(0).indicators.at(0).completion, 2) == "none");
}

TEST_CASE("Classes: the light in words, and ahead from 1.10 of the schedule") {
  const std::string keys = "target: 365, unit: 公里, ";
  CHECK(standing(keys + reading("2023-07-19", "365"), "2023-07-19") == "done");
  CHECK(standing(keys + reading("2023-07-19", "220"), "2023-07-19") == "ahead");
  CHECK(standing(keys + reading("2023-07-19", "219.99"), "2023-07-19") == "on_schedule");
  CHECK(standing(keys + reading("2023-07-19", "180"), "2023-07-19") == "behind");
  CHECK(standing(keys + reading("2023-07-19", "100"), "2023-07-19") == "far_behind");
  CHECK(standing("target: 365", "2023-02-10") == "not_reported");
  CHECK(standing("target: 365", "2023-07-19") == "far_behind");
  // Yellow for another reason than its pace is behind, not ahead.
  CHECK(standing(keys + reading("2023-07-19", "220"), "2023-09-03") == "behind");
}

TEST_CASE("突破 300 with 300: not met, on schedule, and marked as borderline") {
  const std::string keys =
      "kind: level, qualifier: exceed, unit: 家, target: 300, " + reading("2023-12-15", "300");
  const test::Measured all = measured(keys, "2023-12-20");
  CHECK_FALSE(all.indicator().met);
  CHECK(all.indicator().borderline);
  CHECK(story(all.indicator().light_story) == "nothing_expected green, forecast_short yellow");
  CHECK(light("qualifier: exceed, unit: 家, target: 300, " + reading("2023-12-30", "300"),
              "2023-12-30") == "by_ratio green, forecast_short yellow");
  // Once it is due the number is not reached.
  CHECK(light("qualifier: exceed, unit: 家, target: 300, " + reading("2023-12-31", "300"),
              "2023-12-31") == "missed red, forecast_short red");
  CHECK_FALSE(measured("target: 300, " + reading("2023-12-15", "300"), "2023-12-20")
                  .indicator()
                  .borderline);
}

TEST_CASE("Overdue, and waiting for the final figure") {
  const std::string keys = "target: 365, " + reading("2023-11-30", "333");
  const auto is = [&](const std::string& as_of) {
    const test::Measured all = measured(keys, as_of);
    return std::string(all.indicator().overdue ? "overdue " : "") +
           (all.indicator().pending_final ? "pending" : "");
  };
  CHECK(is("2023-12-30") == "");
  CHECK(is("2023-12-31") == "pending");
  CHECK(is("2024-01-01") == "overdue pending");
  CHECK(is("2024-02-15") == "overdue ");
}

TEST_CASE("Two units with different values for one day conflict until one is corrected") {
  const std::string two =
      "{id: r1, date: 2023-07-31, value: 100, by: 市工信局}, {id: r2, date: 2023-07-31, value: "
      "110, by: 市发改局}";
  CHECK(measured("target: 221, readings: [" + two + "]", "2023-07-31").indicator().conflicting);
  CHECK_FALSE(measured("target: 221, readings: [" + two +
                           ", {id: r3, date: 2023-07-31, value: 110, by: 市工信局, corrects: r1}]",
                       "2023-07-31")
                  .indicator()
                  .conflicting);
}

TEST_CASE("A task is as its worst measure that weighs anything") {
  const auto task_light = [](const std::string& task, const std::string& as_of,
                             const test::Around& around = {}) {
    return story(test::measured(test::disk_with_task(task, around), as_of).task().light_story);
  };
  const auto indicator = [](const std::string& id, const std::string& more) {
    return "  - {id: " + id +
           ", name: 桩, kind: cumulative, qualifier: at_least, commitment: binding, unit: 公里, "
           "target: 365" +
           more + "}\n";
  };
  const std::string on_schedule = indicator("a", ", " + reading("2023-07-19", "200"));
  const std::string far_behind = indicator("b", ", " + reading("2023-07-19", "100"));
  CHECK(task_light("indicators:\n" + on_schedule + far_behind, "2023-07-19") ==
        "worst_measure red (b)");
  CHECK(task_light("indicators:\n" + on_schedule +
                       indicator("b", ", weight: 0, " + reading("2023-07-19", "100")),
                   "2023-07-19") == "worst_measure green (a)");
  // Of several with the worst light the one furthest behind is named, wherever it stands.
  const auto red = [&](const std::string& id, const std::string& value) {
    return indicator(id, ", " + reading("2023-07-19", value));
  };
  CHECK(task_light("indicators:\n" + red("a", "100") + red("b", "40") + red("c", "90"),
                   "2023-07-19") == "worst_measure red (b)");
  CHECK(task_light("indicators:\n" + red("a", "40") + red("b", "40"), "2023-07-19") ==
        "worst_measure red (a)");
  // Not knowing is worse than good and better than known to be behind.
  CHECK(task_light("indicators:\n" + on_schedule + indicator("c", ", start: 2023-07-01"),
                   "2023-07-19") == "worst_measure grey (c)");
  CHECK(task_light("indicators:\n" + indicator("c", ", start: 2023-07-01") +
                       indicator("d", ", " + reading("2023-07-19", "170")),
                   "2023-07-19") == "worst_measure yellow (d)");
  const std::string milestone = "milestones: [{id: m, name: 印发方案, due: 2023-08-31";
  // Somebody has to have been heard within 45 days: silence is no good news.
  const test::Around heard{
      "progress: [{date: 2023-07-15, done: 甲}, {date: 2023-08-20, done: 乙}]\n"};
  CHECK(task_light(milestone + "}]\n", "2023-07-14", heard) == "worst_measure grey (m)");
  CHECK(task_light(milestone + "}]\n", "2023-07-31", heard) == "worst_measure green (m)");
  CHECK(task_light(milestone + "}]\n", "2023-08-31", heard) == "worst_measure green (m)");
  CHECK(task_light(milestone + "}]\n", "2023-08-31") == "worst_measure grey (m)");
  // Due soon, and what it waits for is not done.
  const std::string waiting =
      milestone + ", waits_for: [n]}, {id: n, name: 选址, due: 2023-12-31}]\n";
  CHECK(task_light(waiting, "2023-07-31", heard) == "worst_measure green (m)");
  CHECK(task_light(waiting, "2023-08-01", heard) == "worst_measure yellow (m)");
  // Where only public results are recorded nothing is known of it.
  CHECK(task_light(milestone + "}]\n", "2023-09-01", {"", "reporting: public\n"}) ==
        "worst_measure grey (m)");
  CHECK(task_light(milestone + "}]\n", "2023-09-01") == "worst_measure red (m)");
  CHECK(task_light(milestone + ", done: 2023-09-05}]\n", "2023-09-04") == "worst_measure red (m)");
  CHECK(task_light(milestone + ", done: 2023-09-05}]\n", "2023-09-05") == "worst_measure blue (m)");
  // An approved change moves the due date of a milestone.
  CHECK(task_light(milestone + "}]\n", "2023-09-01",
                   {"progress: [{date: 2023-08-20, done: 乙}]\nchanges: [{id: c1, effective: "
                    "2023-08-20, field: milestones.m.due, from: "
                    "2023-08-31, to: 2023-11-30, approved_by: 市政府办公室}]\n"}) ==
        "worst_measure green (m)");
}

TEST_CASE("A grade lights a task that nothing measures, from the day it was given") {
  const auto graded = [](const std::string& grade, const std::string& as_of) {
    const test::Measured all = test::measured(
        test::disk_with_task("qualitative: {grade: " + grade + ", date: 2023-06-30}\n"), as_of);
    return story(all.task().light_story) + " " + test::figure(all.task().completion.value, 2);
  };
  CHECK(graded("优", "2023-06-30") == "graded green 1.00");
  CHECK(graded("良", "2023-06-30") == "graded green 0.85");
  CHECK(graded("中", "2023-06-30") == "graded yellow 0.70");
  CHECK(graded("差", "2023-06-30") == "graded red 0.50");
  CHECK(graded("优", "2023-06-29") == "nothing_to_go_by grey none");
  // With a measure the grade is no part of the light.
  CHECK(story(measured("target: 365, unit: 公里, " + reading("2023-07-19", "100"), "2023-07-19", "",
                       {"qualitative: {grade: 优}\n"})
                  .task()
                  .light_story) == "worst_measure red (a)");
}

TEST_CASE("An overdue critical issue makes a task at least yellow, even one that is done") {
  const auto with_issue = [](const std::string& level, const std::string& as_of,
                             const std::string& value) {
    return story(
        measured("target: 365, unit: 公里, " + reading("2023-07-19", value), as_of, "",
                 {"issues: [{id: q1, found: 2023-07-14, level: " + level + ", text: 停工}]\n"})
            .task()
            .light_story);
  };
  CHECK(with_issue("critical", "2023-07-19", "200") == "worst_measure green (a)");
  CHECK(with_issue("critical", "2023-07-20", "200") ==
        "worst_measure green (a), critical_issue yellow (q1)");
  CHECK(with_issue("critical", "2023-07-20", "365") ==
        "worst_measure blue (a), critical_issue yellow (q1)");
  CHECK(with_issue("critical", "2023-07-20", "100") ==
        "worst_measure red (a), critical_issue red (q1)");
  CHECK(with_issue("major", "2023-08-20", "200") == "worst_measure green (a)");
}

TEST_CASE("A light set by hand has the last word, until its day") {
  const auto by_hand = [](const std::string& as_of) {
    const test::Measured all = measured(
        "target: 365, unit: 公里, " + reading("2023-07-19", "100"), as_of, "",
        {"override: {from: 2023-01-01, light: green, reason: 上级已认可, by: 市政府办公室, until: "
         "2023-07-31}\n"});
    return story(all.task().light_story) + (all.task().light_by_hand ? " *" : "");
  };
  CHECK(by_hand("2023-07-31") == "worst_measure red (a), set_by_hand green *");
  CHECK(by_hand("2023-08-01") == "worst_measure red (a)");
}

TEST_CASE("A task is ahead when all its measures are done or ahead") {
  const auto standing_of = [](const std::string& a, const std::string& b) {
    const auto indicator = [](const std::string& id, const std::string& value) {
      return "  - {id: " + id +
             ", name: 桩, kind: cumulative, qualifier: at_least, commitment: binding, unit: 公里, "
             "target: 365, " +
             reading("2023-07-19", value) + "}\n";
    };
    const test::Measured all = test::measured(
        test::disk_with_task("indicators:\n" + indicator("a", a) + indicator("b", b)),
        "2023-07-19");
    return std::string(model::name(all.task().standing));
  };
  CHECK(standing_of("220", "365") == "ahead");
  CHECK(standing_of("220", "230") == "ahead");
  CHECK(standing_of("365", "365") == "done");
  CHECK(standing_of("220", "200") == "on_schedule");
  CHECK(standing_of("220", "170") == "behind");
}

TEST_SUITE_END();

}  // namespace measure_light_test
