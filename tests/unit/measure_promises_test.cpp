// SPDX-License-Identifier: MIT
//
// Promises of other kinds than a number by the year's end, and what the two clocks, inspections and
// statuses make of them (RULES.md §4 to §6). Numbers are worked out beside each.
#include <doctest/doctest.h>

#include "measure/aggregate.h"
#include "measure/score.h"
#include "measure/unit_score.h"
#include "measured.h"

namespace measure_promises_test {

using namespace taizhang;
using test::figure;
using test::measured;
using test::reading;
using test::story;

namespace {

std::string light(const test::Measured& all) { return story(all.indicator().light_story); }

std::string approved(const std::string& id, const std::string& day, const std::string& field,
                     const std::string& from, const std::string& to) {
  return "  - {id: " + id + ", effective: " + day + ", field: " + field + ", from: " + from +
         ", to: " + to + ", approved_by: 市政府办公室}\n";
}

std::string value(const test::Measured& all) {
  const auto* newest = all.indicator().newest();
  return newest ? newest->value.text() + (newest->verified ? " verified" : "") : "none";
}

/// The plan with towns, one of them a group's member.
test::MemoryDisk towns(const std::string& indicator) {
  test::MemoryDisk disk = test::disk_with_task("indicators:\n  - {id: a, name: 桩, " + indicator +
                                               ", commitment: binding}\n");
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 市工信局, type: government}\n"
      "  - {name: 市发改局, type: government}\n"
      "  - {name: 各镇, type: group, members: [甲镇, 乙镇, 丙镇]}\n"
      "  - {name: 甲镇, type: township, aliases: [甲]}\n  - {name: 乙镇, type: township}\n"
      "  - {name: 丙镇, type: township, valid: {to: 2023-08-31}, successor: 乙镇}\n";
  return disk;
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("A figure found not to hold counts as verified, or not at all") {
  const std::string keys =
      "target: 365, unit: 公里, readings: [{id: r1, date: 2023-06-30, value: 181}, {id: r2, date: "
      "2023-07-31, value: 212, reported: 2023-08-03}]";
  const auto inspected = [&](const std::string& more, const std::string& known_by) {
    return measured(
        keys, "2023-07-31", known_by,
        {"inspections: [{id: i1, date: 2023-08-20, indicator: a, reading: r2, result: " + more +
         "}]\n"});
  };
  // By K alone: it corrects what was true on the day.
  CHECK(value(inspected("inconsistent, verified_value: 150", "2023-08-19")) == "212");
  CHECK(value(inspected("inconsistent, verified_value: 150", "2023-08-20")) == "150 verified");
  CHECK(value(inspected("minor_gap, verified_value: 150", "2023-08-20")) == "212");
  const test::Measured gone = inspected("inconsistent", "2023-08-20");
  CHECK(value(gone) == "181");
  // … and yet July was reported.
  for (const auto& period : gone.indicator().reports.missing) {
    CHECK(base::iso(period.end) != "2023-07-31");
  }
}

TEST_CASE("What was found false displaces nothing, and the newest finding counts") {
  const auto figure_of = [](const std::string& findings) {
    return value(measured(
        "target: 365, unit: 公里, readings: [{id: r1, date: 2023-06-30, value: 181, reported: "
        "2023-07-02}, {id: r2, date: 2023-06-30, value: 150, corrects: r1, approved_by: 办公室, "
        "reported: 2023-08-05}, {id: r3, date: 2023-06-30, value: 170, corrects: r1, reported: "
        "2023-08-09}]",
        "2023-08-31", "", {"inspections: [" + findings + "]\n"}));
  };
  const std::string found = "{id: i1, date: 2023-08-01, indicator: a, reading: r1, result: ";
  CHECK(figure_of(found + "consistent}") == "170");
  // r3 is a later correction without approval: the approved one stands.
  CHECK(figure_of(found + "inconsistent}") == "150");
  CHECK(figure_of(found + "inconsistent}, {id: i2, date: 2023-08-20, indicator: a, reading: r1, "
                          "result: consistent}") == "170");
  // A correction that had come before the finding is none that it could speak of.
  CHECK(figure_of("{id: i1, date: 2023-08-20, indicator: a, reading: r1, result: inconsistent}") ==
        "170");
}

TEST_CASE("A later correction of a false figure needs approval") {
  const auto corrected = [](const std::string& more) {
    return value(
        measured("target: 365, unit: 公里, readings: [{id: r1, date: 2023-06-30, value: 181}, {id: "
                 "r2, date: "
                 "2023-06-30, value: 170, reported: 2023-08-01, corrects: r1" +
                     more + "}]",
                 "2023-09-01", "",
                 {"inspections: [{id: i1, date: 2023-07-20, indicator: a, reading: r1, result: "
                  "inconsistent, verified_value: 150}]\n"}));
  };
  CHECK(corrected("") == "150 verified");
  CHECK(corrected(", approved_by: 市政府办公室") == "170");
}

TEST_CASE("After the settlement a report counts only with approval") {
  const auto late = [](const std::string& more) {
    return light(
        measured("target: 200, readings: [{id: r1, date: 2023-12-31, value: 190, reported: "
                 "2024-01-05, final: true}, {id: r2, date: 2023-12-31, value: 200, "
                 "reported: 2024-06-20, corrects: r1" +
                     more + "}]",
                 "2024-07-01"));
  };
  CHECK(late("") == "missed red");
  CHECK(late(", approved_by: 市政府办公室") == "met blue");
  // Data of after the plan's end is none of the plan's.
  CHECK(value(measured("target: 200, readings: [{id: r1, date: 2023-12-31, value: 190}, {id: r2, "
                       "date: 2024-01-31, value: 210}]",
                       "2024-02-01")) == "190");
}

TEST_CASE("A pending target has no light; once set it holds from the start as written") {
  const std::string keys = "target: pending, " + reading("2023-06-30", "40");
  const test::Around set{"changes:\n" +
                         approved("c1", "2023-07-10", "indicators.a.target", "pending", "100")};
  const test::Measured before = measured(keys, "2023-07-09", "", set);
  CHECK(before.indicator().pending);
  CHECK(light(before) == "pending grey");
  CHECK(before.task().completion.all == 0);
  CHECK(before.indicator().reports.missing.empty());
  const test::Measured after = measured(keys, "2023-07-10", "", set);
  CHECK(figure(after.indicator().completion, 2) == "0.40");
  CHECK(figure(after.indicator().expected.exact, 3) == "49.589");  // 100 x 181/365
  // May and June were pending; of July it was for nine days only.
  const test::Measured later = measured(keys, "2023-08-31", "", set);
  REQUIRE(later.indicator().reports.missing.size() == 1);
  CHECK(base::iso(later.indicator().reports.missing[0].end) == "2023-07-31");
}

TEST_CASE("A compared target moves with what it is compared with") {
  const std::string keys =
      "kind: ratio, unit: \"%\", than: {name: 全省平均, by: -1}, readings: [{id: r1, date: "
      "2023-06-30, value: 52, benchmark: 53.5}, {id: r2, date: 2023-09-30, value: 54}, {id: r3, "
      "date: 2023-09-30, value: 54, benchmark: 54.2, reported: 2023-10-20, corrects: r2}]";
  const test::Measured june = measured(keys, "2023-06-30");
  CHECK(june.indicator().target->text() == "52.5");  // one point below is enough
  CHECK_FALSE(june.indicator().met);
  CHECK(figure(june.indicator().gap->value, 1) == "-0.5");
  const test::Measured waiting = measured(keys, "2023-10-10");
  CHECK(waiting.indicator().not_compared);
  CHECK(waiting.indicator().standing == model::Class::not_compared);
  CHECK(waiting.task().completion.all == 0);
  CHECK(waiting.indicator().reports.missing.empty() == false);  // other months, not September
  const test::Measured come = measured(keys, "2023-10-20");
  CHECK(come.indicator().target->text() == "53.2");
  CHECK(light(come) == "met_so_far green");
}

TEST_CASE("Each unit meets its own: the worst light, the lowest ratio, the mean completion") {
  const auto disk = towns(
      "kind: ratio, unit: \"%\", qualifier: at_least, trajectory: {type: hold}, targets: {各镇: "
      "90, "
      "甲镇: 80}, readings: [{id: r1, date: 2023-06-30, values: {甲: 72, 乙镇: 90, 丙镇: 45}}]");
  const test::Measured all = measured(disk, "2023-06-30");
  const auto& is = all.indicator();
  REQUIRE(is.units.size() == 3);
  // In the order of the registry.
  CHECK(is.units[0].unit == "甲镇");
  CHECK(is.units[1].unit == "乙镇");
  CHECK(is.units[2].unit == "丙镇");
  CHECK(figure(is.units[0].ratio, 2) == "0.90");  // its own 80
  CHECK(is.newest() == nullptr);
  CHECK_FALSE(is.gap);
  CHECK(figure(is.ratio, 2) == "0.50");
  CHECK(figure(is.completion, 2) == "0.80");  // (1 + 0.5 + 0.9) / 3
  CHECK(is.light() == model::Light::red);
  CHECK_FALSE(is.met);
}

TEST_CASE("A sum stands when every unit has a value; its date is the oldest of theirs") {
  const auto disk = towns(
      "kind: cumulative, unit: 个, qualifier: at_least, targets: {甲镇: 60, 乙镇: 40}, readings: "
      "[{id: "
      "r1, date: 2023-06-30, values: {甲镇: 30}}, {id: r2, date: 2023-07-31, values: {乙镇: 25}}, "
      "{id: r3, date: 2023-08-31, values: {甲镇: 35}}]");
  const test::Measured june = measured(disk, "2023-06-30");
  CHECK(june.indicator().newest() == nullptr);
  REQUIRE(june.indicator().partial);
  CHECK(june.indicator().partial->known == 1);
  CHECK(june.indicator().partial->all == 2);
  CHECK(june.indicator().target->text() == "100");
  const test::Measured august = measured(disk, "2023-08-31");
  CHECK(value(august) == "60");
  CHECK(base::iso(august.indicator().newest()->date) == "2023-07-31");
  // Of July 甲镇 owes a figure.
  bool owed = false;
  for (const auto& period : august.indicator().reports.missing) {
    if (base::iso(period.end) != "2023-07-31") continue;
    owed = true;
    CHECK(period.units == std::vector<std::string>{"甲镇"});
  }
  CHECK(owed);
}

TEST_CASE("After a merger targets and values are added") {
  const auto disk = towns(
      "kind: cumulative, unit: 个, qualifier: at_least, targets: {乙镇: 60, 丙镇: 40}, readings: "
      "[{id: "
      "r1, date: 2023-06-30, values: {乙镇: 30, 丙镇: 20}}]");
  CHECK(measured(disk, "2023-08-31").indicator().units.size() == 2);
  const test::Measured merged = measured(disk, "2023-09-01");
  REQUIRE(merged.indicator().units.size() == 1);
  CHECK(merged.indicator().units[0].unit == "乙镇");
  CHECK(merged.indicator().units[0].target->text() == "100");
  CHECK(merged.indicator().units[0].newest()->value.text() == "50");
}

TEST_CASE("After a merger each counts with its newest value until one of the unit is of them all") {
  const std::string head =
      "kind: cumulative, unit: 个, qualifier: at_least, targets: {乙镇: 60, 丙镇: 40}, readings: [";
  const auto told = [&](const std::string& readings, const std::string& as_of) {
    const test::Measured all = measured(towns(head + readings + "]"), as_of);
    REQUIRE(all.indicator().units.size() == 1);
    const measure::Effective* newest = all.indicator().units[0].newest();
    return newest ? newest->value.text() + " " + base::iso(newest->date) : "none";
  };
  const std::string apart =
      "{id: r1, date: 2023-06-30, values: {乙镇: 30}, reported: 2023-07-02}, "
      "{id: r2, date: 2023-06-30, values: {丙镇: 20}, reported: 2023-07-03}, "
      "{id: r3, date: 2023-07-31, values: {丙镇: 25}, reported: 2023-08-02}";
  // 30 of 乙镇 and 25 of 丙镇; the older of the two days.
  CHECK(told(apart, "2023-09-01") == "55 2023-06-30");
  // What 乙镇 reports of a day after the merger is of both; of a day before it its own.
  CHECK(told(apart + ", {id: r4, date: 2023-08-31, values: {乙镇: 41}}", "2023-09-10") ==
        "66 2023-07-31");
  const std::string whole = apart + ", {id: r5, date: 2023-09-30, values: {乙镇: 70}}";
  CHECK(told(whole, "2023-10-01") == "70 2023-09-30");
  CHECK(told(whole + ", {id: r6, date: 2023-10-31, values: {乙镇: 42, 丙镇: 33}}", "2023-11-01") ==
        "75 2023-10-31");
  // A part that has never reported is no zero.
  CHECK(told("{id: r2, date: 2023-06-30, values: {丙镇: 20}}", "2023-09-01") == "none");
}

TEST_CASE("Who joined a unit without a target counts alone until the unit reports for it") {
  const auto told = [](const std::string& as_of) {
    const test::Measured all = measured(
        towns("kind: cumulative, unit: 个, qualifier: at_least, targets: {甲镇: 60, 丙镇: 40}, "
              "readings: [{id: r1, date: 2023-06-30, values: {乙镇: 30, 丙镇: 20}}, "
              "{id: r2, date: 2023-09-30, values: {乙镇: 36}}]"),
        as_of);
    REQUIRE(all.indicator().units.size() == 2);
    CHECK(all.indicator().units[1].unit == "乙镇");
    CHECK(all.indicator().units[1].target->text() == "40");
    return all.indicator().units[1].newest()->value.text();
  };
  CHECK(told("2023-09-01") == "20");
  CHECK(told("2023-10-01") == "36");
}

TEST_CASE("A unit is scored on its own values") {
  const auto disk = towns(
      "kind: cumulative, unit: 个, qualifier: at_least, targets: {甲镇: 60, 乙镇: 40}, readings: "
      "[{id: "
      "r1, date: 2023-12-31, values: {甲镇: 60, 乙镇: 20}}]");
  const test::Measured all = measured(disk, "2023-12-31");
  const auto score = [&](const std::string& unit) {
    const measure::TaskScore whole = measure::score_task(all.plan, all.task());
    const auto own = measure::score_of_unit(all.plan, all.task(), whole, unit);
    return figure(own.base.value, 0);
  };
  CHECK(score("甲镇") == "100");
  CHECK(score("乙镇") == "50");
  CHECK(score("") == "80");  // 80 of 100
}

TEST_CASE("A month of a window that was missed spoils the close") {
  const auto visits = [](const std::string& january, const std::string& as_of) {
    return measured(
        "kind: ratio, unit: \"%\", target: 100, window: month, due: 2023-02-28, readings: "
        "[{id: r1, date: 2023-01-31, value: " +
            january + "}, {id: r2, date: 2023-02-28, value: 100}]",
        as_of, "", {"", "issued: 2023-01-01\n"});
  };
  CHECK(light(visits("100", "2023-03-10")) == "met blue");
  const test::Measured missed = visits("90", "2023-03-10");
  CHECK(light(missed) == "missed_window red");
  CHECK(missed.indicator().reports.missed == 1);
  CHECK(figure(missed.indicator().completion, 2) == "0.50");
  CHECK(figure(missed.indicator().ratio, 2) == "1.00");         // the last month
  CHECK(figure(missed.indicator().gap->value, 2) == "-50.00");  // one month of two
}

TEST_CASE("Units that have each met their own for good owe nothing more; all of them have to") {
  const auto missing = [](const std::string& of_second) {
    const auto disk = towns(
        "kind: cumulative, unit: 个, qualifier: at_least, aggregate: each, targets: {甲镇: 10, "
        "乙镇: 20}, readings: [{id: r1, date: 2023-01-31, values: {甲镇: 10, 乙镇: " +
        of_second + "}}]");
    return measured(disk, "2023-04-10").indicator().reports.missing.size();
  };
  CHECK(missing("20") == 0);
  CHECK(missing("19") == 2);  // February and March
}

TEST_CASE("One unit that was late is late, also where another came after it as a back-fill") {
  const test::Measured all = measured(
      "kind: ratio, unit: \"%\", qualifier: at_least, trajectory: {type: hold}, targets: "
      "{市工信局: 90, 市发改局: 90}, readings: ["
      "{id: r1, date: 2023-04-30, values: {市工信局: 95}, reported: 2023-05-08}, "
      "{id: r2, date: 2023-04-30, values: {市发改局: 95}, reported: 2023-05-20, backfilled: true}]",
      "2023-05-31", "", {"", "issued: 2023-04-01\n"});
  REQUIRE(all.indicator().reports.late.size() == 1);
  CHECK(base::iso(*all.indicator().reports.late.front().reported) == "2023-05-08");
}

TEST_CASE("One unit that uses its allowance too fast takes 现达标 from the whole") {
  const auto on = [](const std::string& of_second) {
    return measured(
        test::disk_with_task(
            "indicators:\n  - {id: a, name: 事故, kind: cumulative, unit: 起, qualifier: at_most, "
            "commitment: binding, aggregate: each, targets: {市工信局: 12, 市发改局: 12}, "
            "readings: [{id: r1, date: 2023-06-30, values: {市工信局: 3, 市发改局: " +
            of_second + "}}]}\n"),
        "2023-06-30");
  };
  const test::Measured calm = on("4");
  CHECK(calm.indicator().met_so_far);
  const test::Measured fast = on("11");  // 6 of 12 were for the half year
  CHECK(fast.indicator().met);
  CHECK(model::name(fast.indicator().light()) == "yellow");
  CHECK_FALSE(fast.indicator().met_so_far);
}

TEST_CASE("Of units that each have their own, one verified value is told") {
  const auto disk = [](const std::string& result) {
    return test::disk_with_task(
        "indicators:\n  - {id: a, name: 桩, kind: ratio, unit: \"%\", qualifier: at_least, "
        "commitment: binding, trajectory: {type: hold}, targets: {市工信局: 90, 市发改局: 90}, "
        "readings: [{id: r1, date: 2023-06-30, values: {市工信局: 95, 市发改局: 92}}]}\n",
        {"inspections: [{id: i1, date: 2023-07-20, indicator: a, reading: r1, result: " + result +
         ", verified_values: {市工信局: 88}}]\n"});
  };
  CHECK(measured(disk("inconsistent"), "2023-07-31").indicator().verified());
  CHECK_FALSE(measured(disk("consistent"), "2023-07-31").indicator().verified());
}

TEST_CASE("A comparison that does not come: apart until silence turns its light after the end") {
  const auto on = [](const std::string& day) {
    return measured(
        "kind: ratio, unit: \"%\", qualifier: exceed, than: {name: 全省平均, by: 0}, due: "
        "2023-06-30, " +
            reading("2023-05-31", "52"),
        day);
  };
  const test::Measured before = on("2023-06-29");
  CHECK_FALSE(before.indicator().pending_final);
  CHECK(before.task().light() == model::Light::grey);
  const test::Measured at_end = on("2023-07-15");  // 45 days
  CHECK(light(at_end) == "not_compared grey");
  CHECK(at_end.indicator().pending_final);
  CHECK_FALSE(at_end.indicator().overdue);
  CHECK(at_end.indicator().standing == model::Class::not_compared);
  CHECK(at_end.task().light() == model::Light::grey);
  const test::Measured silent = on("2023-07-16");
  CHECK(light(silent) == "not_compared grey, stale yellow");
  CHECK(silent.indicator().standing == model::Class::behind);
  CHECK(silent.task().light() == model::Light::yellow);
  CHECK(silent.task().completion.all == 0);
}

TEST_CASE("A reading without its comparison is a reading: the unit's own word stands back") {
  const test::Measured all =
      measured("kind: ratio, unit: \"%\", qualifier: exceed, than: {name: 全省平均, by: 0}, " +
                   reading("2023-05-31", "52"),
               "2023-06-10", "", {"progress: [{date: 2023-06-01, verdict: stopped}]\n"});
  CHECK(story(all.task().light_story) == "left_apart grey (a)");
}

TEST_CASE("What can go back is blue only at the end; a lost last period is red") {
  const std::string rate = "kind: ratio, unit: \"%\", target: 95, trajectory: {type: hold}, ";
  CHECK(light(measured(rate + reading("2023-03-31", "96"), "2023-04-10")) == "met_so_far green");
  CHECK(light(measured(rate + reading("2023-12-20", "96"), "2024-01-10")) == "met_so_far green");
  CHECK(light(measured(rate + reading("2023-12-20", "96", ", final: true"), "2024-01-10")) ==
        "met blue");
  CHECK(light(measured(rate + reading("2023-12-20", "96"), "2024-02-15")) == "met blue");
  CHECK(light(measured(rate + reading("2023-11-30", "96"), "2024-02-15")) ==
        "overdue_unreported red");
}

TEST_CASE("First met after its due date: blue, and scored as it stood then") {
  const test::Measured all = measured(
      "target: 100, due: 2023-06-30, unit: 公里, readings: [{id: r1, date: 2023-06-30, value: 60}, "
      "{id: r2, date: 2023-08-31, value: 100}]",
      "2023-09-01");
  CHECK(light(all) == "met blue");
  CHECK(all.indicator().met_late);
  CHECK(figure(measure::marks_of(all.indicator(), all.indicator()), 0) == "60");
}

TEST_CASE("Where only public results are recorded silence says nothing") {
  const test::Around is_public{"", "reporting: public\n"};
  const std::string keys = "target: 100, unit: 公里, ";
  CHECK(light(measured("target: 100", "2024-06-30", "", is_public)) == "no_reading grey");
  const test::Measured open =
      measured(keys + reading("2023-06-30", "40"), "2023-12-31", "", is_public);
  CHECK(open.indicator().stale == 0);
  CHECK(light(open) == "by_ratio yellow");  // 40 of 49.589
  const test::Measured after =
      measured(keys + reading("2023-11-30", "60"), "2024-06-30", "", is_public);
  CHECK(light(after) == "not_recorded grey");
  CHECK_FALSE(after.indicator().overdue);
  CHECK_FALSE(measure::marks_of(after.indicator(), after.indicator()));
  CHECK(light(measured(keys + reading("2023-11-30", "100"), "2024-06-30", "", is_public)) ==
        "met blue");
  CHECK(light(measured(keys + reading("2023-12-31", "99"), "2024-06-30", "", is_public)) ==
        "missed red");
  const std::string issue =
      "issues: [{id: q1, found: 2023-03-01, level: critical, text: 难, owner: 市工信局}]\n";
  const auto first_issue = [&](const std::string& plan) {
    return measured("target: 100", "2023-12-31", "", {issue, plan}).task().issues.at(0);
  };
  CHECK(first_issue("").overdue);
  CHECK(first_issue("").ran_over);
  CHECK_FALSE(first_issue("reporting: public\n").overdue);
  CHECK_FALSE(first_issue("reporting: public\n").ran_over);
}

TEST_CASE("An issue is overdue by the day asked for, whatever was known by then") {
  const std::string issue =
      "issues: [{id: q1, found: 2023-03-01, level: critical, text: 难, owner: 市工信局}]\n";
  CHECK(measured("target: 100", "2023-03-07", "2023-03-02", {issue}).task().issues.at(0).overdue);
  CHECK_FALSE(
      measured("target: 100", "2023-03-06", "2023-03-02", {issue}).task().issues.at(0).overdue);
}

TEST_CASE("Silence goes by what the readings are of") {
  const auto milestone = [](const std::string& as_of) {
    const test::Measured all =
        measured("target: 100, " + reading("2023-06-30", "40", ", reported: 2023-08-10"), as_of, "",
                 {"milestones: [{id: m, name: 开工, due: 2023-12-01}]\n"});
    return story(all.task().milestones.at(0).light_story);
  };
  CHECK(milestone("2023-08-14") == "milestone_ahead green");  // 45 days
  CHECK(milestone("2023-08-15") == "milestone_silent grey");
}

TEST_CASE("A milestone is marked within thirty days of its due date, whatever it waits for") {
  const auto milestone = [](const std::string& as_of, const std::string& more = "") {
    const test::Measured all =
        measured("target: 100, " + reading("2023-08-10", "40"), as_of, "",
                 {"milestones: [{id: n, name: 招标, due: 2023-12-31}, {id: m, name: 开工, due: "
                  "2023-09-13" +
                  more + "}]\n"});
    const measure::MilestoneFigures& figures = all.task().milestones.at(1);
    return story(figures.light_story) + (figures.due_soon ? ", soon" : "");
  };
  CHECK(milestone("2023-08-13") == "milestone_ahead green");  // 18 and 13 days
  CHECK(milestone("2023-08-14") == "milestone_due_soon green, soon");
  CHECK(milestone("2023-09-13") == "milestone_due_soon green, soon");
  CHECK(milestone("2023-09-14") == "milestone_overdue red");
  CHECK(milestone("2023-08-14", ", done: 2023-08-12") == "milestone_done blue");
  CHECK(milestone("2023-08-13", ", waits_for: [n]") == "milestone_ahead green");
  CHECK(milestone("2023-08-14", ", waits_for: [n]") == "milestone_waiting yellow, soon");
}

TEST_CASE("A task that was carried over has the months up to its settlement") {
  const test::Around around{"changes:\n" +
                            approved("c1", "2023-01-02", "due", "2023-12-31", "2023-06-30") +
                            approved("c2", "2023-07-15", "status", "in_progress", "carried_over")};
  const test::Measured all =
      measured("target: 100, " + reading("2023-06-30", "40"), "2023-12-31", "2024-01-31", around);
  const auto months = measure::score_task(all.plan, all.task()).months;
  REQUIRE(months.size() == 7);  // 06-30 and 45 days are 08-14; that of July is known on 08-07
  CHECK(base::iso(months.back().end) == "2023-07-31");
}

TEST_CASE("Who leads and reports a task that was carried over is as of the day asked about") {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 甲局, type: government, status: merged, successor: 丙局, "
      "valid: {to: 2023-11-30}}\n  - {name: 丙局, type: government}\n";
  disk.files["tasks/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 甲\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: [{no: 1, title: 子}]\n";
  const std::string piles =
      "name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, unit: 个, target: 9";
  disk.files["tasks/1.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 子\nlead: [甲局]\ndue: 2023-12-31\n"
      "status: in_progress\nchanges:\n" +
      approved("c1", "2023-01-02", "due", "2023-12-31", "2023-06-30") +
      approved("c2", "2023-07-15", "status", "in_progress", "carried_over") +
      "indicators:\n  - {id: a, " + piles + "}\n  - {id: b, reporter: 甲局, " + piles + "}\n";
  const model::Ledger ledger = load::load(disk, "tasks");
  for (const source::Fault& fault : ledger.faults) FAIL(test::details(fault));
  // Its figures are those of 2023-08-14 and after; 甲局 is 丙局 from 2023-12-01.
  for (const auto& [as_of, unit] : {std::pair("2023-11-30", "甲局"), {"2023-12-01", "丙局"}}) {
    CAPTURE(as_of);
    const measure::PlanFigures figures =
        measure::measure_plan(ledger.plans.at(0), ledger.registry_of(ledger.plans.at(0)),
                              {test::day(as_of), test::day(as_of)});
    const measure::TaskFigures& task = figures.tasks.at(0);
    CHECK(task.lead == std::vector<std::string>{unit});
    CHECK(task.indicators.at(0).reporter == unit);
    CHECK(task.indicators.at(1).reporter == unit);
  }
}

TEST_CASE("Suspended, cancelled and organising tasks stand apart, from their day on") {
  const std::string keys = "target: 100, " + reading("2023-06-30", "40");
  const test::Around suspended{"changes:\n" +
                               approved("c1", "2023-08-01", "status", "in_progress", "suspended")};
  const test::Measured before = measured(keys, "2023-07-31", "", suspended);
  CHECK(before.task().counted);
  CHECK(before.plan.completion.all == 1);
  const test::Measured after = measured(keys, "2023-12-01", "", suspended);
  CHECK_FALSE(after.task().counted);
  CHECK(after.plan.completion.all == 0);
  CHECK(after.indicator().stale == 0);
  CHECK_FALSE(measure::is_scored(after.task()));
  CHECK(measured(keys, "2023-07-31", "", {"mechanism: true\n"}).task().counted == false);
}

TEST_CASE("An override holds on its days and on no other") {
  const auto task = [](const std::string& as_of) {
    const test::Measured all = measured(
        "target: 365, unit: 公里, " + reading("2023-10-28", "301"), as_of, "",
        {"override:\n  - {light: red, reason: 停工, by: 市政府办公室, from: 2023-11-01, until: "
         "2023-11-30}\n  - {light: grey, reason: 复核, by: 市政府办公室, from: 2023-12-05}\n"});
    return std::string(model::name(all.task().light())) + (all.task().light_by_hand ? "*" : "") +
           (all.task().standing == model::Class::not_judged ? " not judged" : "");
  };
  CHECK(task("2023-10-31") == "green");
  CHECK(task("2023-11-01") == "red*");
  CHECK(task("2023-11-30") == "red*");
  CHECK(task("2023-12-01") == "green");
  CHECK(task("2023-12-05") == "grey* not judged");
}

TEST_CASE("A light and a score set by hand hold side by side; of two lights the later begun") {
  const test::Measured all =
      measured("target: 365, unit: 公里, " + reading("2023-10-28", "301"), "2023-11-15", "",
               {"override:\n  - {light: red, reason: 停工, by: 市政府办公室, from: 2023-11-01}\n"
                "  - {light: yellow, reason: 缓建, by: 市政府办公室, from: 2023-10-01}\n"
                "  - {score: 66, reason: 复核, by: 市政府办公室, from: 2023-11-10}\n"});
  CHECK(all.task().light_by_hand);
  CHECK(all.task().light() == model::Light::red);
  CHECK(figure(measure::score_task(all.plan, all.task()).value, 0) == "66");
}

TEST_CASE("The unit's own word stands where no measure says anything; a red stays") {
  const auto task = [](const std::string& more, const std::string& as_of) {
    const test::Measured all = test::measured(test::disk_with_task(more), as_of);
    return story(all.task().light_story) + (all.task().by_own_word ? " own" : "");
  };
  const std::string word = "progress: [{date: 2023-06-01, verdict: behind}]\n";
  CHECK(task(word, "2023-06-30") == "own_word yellow own");
  CHECK(task(word, "2023-07-16") == "own_word yellow own");
  CHECK(task(word, "2023-07-17") == "nothing_to_go_by grey");  // 46 days
  const std::string milestone = "milestones: [{id: m, name: 开工, due: 2023-06-10}]\n";
  CHECK(task(word + milestone, "2023-06-10") == "own_word yellow own");
  CHECK(task(word + milestone, "2023-06-11") == "worst_measure red (m)");
}

TEST_CASE("A task without measures is done when it is closed, or graded well at the end") {
  const auto task = [](const std::string& more, const std::string& status) {
    return story(test::measured(test::disk_with_task(more, {"", "", status}), "2024-01-10")
                     .task()
                     .light_story);
  };
  CHECK(task("qualitative: {grade: 良, date: 2023-12-31}\n", "in_progress") == "graded blue");
  CHECK(task("qualitative: {grade: 良, date: 2023-12-30}\n", "in_progress") == "graded green");
  CHECK(task("qualitative: {grade: 中, date: 2023-12-31}\n", "in_progress") == "graded yellow");
  CHECK(task("", "closed") == "closed blue");
}

TEST_CASE("A task that has no end is due at the plan's end and never overdue") {
  test::MemoryDisk disk = test::disk_with_task(
      "indicators:\n  - {id: a, name: 桩, kind: cumulative, qualifier: at_least, commitment: "
      "binding, unit: 公里, target: 365, " +
      reading("2023-12-31", "300") + "}\n");
  std::string& text = disk.files["tasks/2023/001.yaml"];
  text.replace(text.find("due: 2023-12-31"), 15, "due: standing");
  const test::Measured all = measured(disk, "2024-01-10");
  CHECK(base::iso(*all.indicator().due) == "2023-12-31");
  CHECK_FALSE(all.indicator().overdue);
  CHECK_FALSE(all.task().overdue);
  CHECK_FALSE(all.task().due);
}

TEST_CASE("The day after its baseline begins the term, and the task's due date ends it") {
  test::MemoryDisk disk = test::disk_with_task(
      "indicators:\n  - {id: a, name: 桩, kind: level, qualifier: at_least, commitment: binding, "
      "unit: 公里, target: 110, baseline: 10, baseline_date: 2023-06-30}\n",
      {"changes:\n" + approved("c1", "2023-09-01", "due", "2023-12-31", "2023-10-31")});
  const test::Measured july = measured(disk, "2023-07-31");
  CHECK(base::iso(*july.indicator().start) == "2023-07-01");
  CHECK(base::iso(*july.indicator().due) == "2023-12-31");
  const test::Measured september = measured(disk, "2023-09-01");
  CHECK(base::iso(*september.indicator().due) == "2023-10-31");
  // 63 of 123 days: 10 + 100 x 63/123.
  CHECK(figure(september.indicator().expected_now.exact, 3) == "61.220");
}

TEST_CASE("By months a plan expects a twelfth a month") {
  const test::Around months{"", "rules: {time: month}\n"};
  const test::Measured all =
      measured("target: 120, unit: 公里, " + reading("2023-02-28", "20"), "2023-02-28", "", months);
  CHECK(figure(all.indicator().time, 4) == "0.1667");
  CHECK(figure(all.indicator().expected.exact, 3) == "20.000");
  // Between points in the same measure: 30 at 03-31 to 120 at 12-31, on 06-30 a third of the way.
  CHECK(figure(measured("target: 120, unit: 公里, trajectory: {type: points, points: [{date: "
                        "2023-03-31, value: 30}, {date: 2023-12-31, value: 120}]}, " +
                            reading("2023-06-30", "20"),
                        "2023-06-30", "", months)
                   .indicator()
                   .expected.exact,
               3) == "60.000");
}

TEST_SUITE_END();

}  // namespace measure_promises_test
