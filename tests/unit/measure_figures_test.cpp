// SPDX-License-Identifier: MIT
#include "measure/figures.h"

#include <doctest/doctest.h>

#include "load/load.h"
#include "memory_disk.h"
#include "values.h"

namespace measure_figures_test {

using namespace taizhang;
using test::day;
using test::exact;

namespace {

/// A plan of 2023 with the tasks 1, 2 … of `tasks`, each given by what follows its head.
model::Ledger ledger_of(const std::vector<std::string>& tasks) {
  test::MemoryDisk disk;
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: [{no: 1, title: 招商引资}]\n";
  int item = 0;
  for (const std::string& more : tasks) {
    const std::string number = std::to_string(++item);
    disk.files["tasks/2023/" + number + ".yaml"] =
        "schema: 1\nitem: " + number +
        "\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nlead: [市工信局, 市发改局]\n" +
        (more.find("status:") == std::string::npos ? "status: in_progress\n" : "") + more;
  }
  model::Ledger ledger = load::load(disk, "tasks");
  for (const source::Fault& fault : ledger.faults) {
    FAIL(ledger.sources[fault.at.file].path << ": " << test::details(fault));
  }
  return ledger;
}

/// An indicator `id` of so many 个 with `more` keys.
std::string indicator(const std::string& id, const std::string& target, const std::string& more) {
  return "  - {id: " + id +
         ", name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, "
         "unit: 个, target: " +
         target + (more.empty() ? "" : ", " + more) + "}\n";
}

/// `readings` with a single one, of 2023-06-30.
std::string reading(const std::string& value) {
  return "readings: [{id: r1, date: 2023-06-30, value: " + value + "}]";
}

measure::PlanFigures on(const model::Ledger& ledger, const std::string& as_of,
                        const std::string& known_by = "") {
  return measure::measure_plan(ledger.plans.at(0), ledger.registry_of(ledger.plans.at(0)),
                               {day(as_of), day(known_by.empty() ? as_of : known_by)});
}

/// `value known/all`.
std::string shown(const measure::Mean& mean) {
  return exact(mean.value) + " " + std::to_string(mean.known) + "/" + std::to_string(mean.all);
}

/// The completion on 2023-08-31 of a task that is all there is.
std::string task_completion(const std::string& task, const std::string& as_of = "2023-08-31") {
  const model::Ledger ledger = ledger_of({task});
  return shown(on(ledger, as_of).tasks.at(0).completion);
}

const std::string item_14 =
    "indicators:\n"
    "  - id: piles\n    name: 新增电动汽车公共充电桩\n    kind: cumulative\n    qualifier: "
    "exactly\n"
    "    commitment: binding\n    target: 221\n    unit: 个\n    reporter: 市发改局\n"
    "    readings:\n"
    "      - {id: r1, date: 2023-03-31, value: 38,  reported: 2023-08-09}\n"
    "      - {id: r2, date: 2023-06-30, value: 97,  reported: 2023-08-09}\n"
    "      - {id: r3, date: 2023-07-31, value: 126, reported: 2023-08-09}\n"
    "      - {id: r4, date: 2023-07-31, value: 118, reported: 2023-08-18, corrects: r3}\n"
    "      - {id: r5, date: 2023-08-31, value: 131, reported: 2023-09-12}\n"
    "      - {id: r6, date: 2023-09-30, value: 150, reported: 2023-10-04}\n";

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("Item 14 has the figures of the worked values on every line") {
  // RULES.md §10: as of, known by → value, time, completion.
  struct Line {
    const char *as_of, *known_by, *value, *date, *time, *completion;
  };
  const model::Ledger ledger = ledger_of({item_14});
  for (const Line& line : std::initializer_list<Line>{
           {"2023-07-31", "2023-08-10", "126", "2023-07-31", "58.08", "57.01"},
           {"2023-07-31", "2023-08-31", "118", "2023-07-31", "58.08", "53.39"},
           {"2023-08-31", "2023-09-05", "118", "2023-07-31", "66.58", "53.39"},
           {"2023-08-31", "2023-09-30", "131", "2023-08-31", "66.58", "59.28"},
           {"2023-09-30", "2023-10-05", "150", "2023-09-30", "74.79", "67.87"},
           {"2023-12-10", "2023-12-10", "150", "2023-09-30", "94.25", "67.87"},
           {"2024-01-05", "2024-01-05", "150", "2023-09-30", "100.00", "67.87"}}) {
    CAPTURE(line.as_of);
    CAPTURE(line.known_by);
    const measure::PlanFigures figures = on(ledger, line.as_of, line.known_by);
    const measure::IndicatorFigures& piles = figures.tasks.at(0).indicators.at(0);
    REQUIRE(piles.newest() != nullptr);
    CHECK(piles.newest()->value.text() == line.value);
    CHECK(base::iso(piles.newest()->date) == line.date);
    CHECK(base::percent(*piles.time, 2) == line.time);
    CHECK(base::percent(*figures.time, 2) == line.time);
    CHECK(base::percent(*piles.completion, 2) == line.completion);
    CHECK(base::percent(*figures.completion.value, 2) == line.completion);
    CHECK_FALSE(piles.met);
  }
}

TEST_CASE("What a unit has not reported is not there, and never zero") {
  const model::Ledger ledger = ledger_of({item_14});
  const measure::PlanFigures figures = on(ledger, "2023-07-31", "2023-08-08");
  const measure::IndicatorFigures& piles = figures.tasks.at(0).indicators.at(0);
  CHECK(piles.newest() == nullptr);
  CHECK_FALSE(piles.completion);
  CHECK_FALSE(piles.met);
  CHECK(shown(figures.tasks.at(0).completion) == "none 0/1");
  CHECK(shown(figures.completion) == "none 0/1");
}

TEST_CASE("A reported zero is a figure") {
  CHECK(task_completion("indicators:\n" + indicator("a", "10", reading("0"))) == "0 1/1");
}

TEST_CASE("A task's completion is the weighted mean of its capped completions") {
  // (2 · 1/2 + 1 · 1) / 3: the second is at 300 % and counts as 1; the third is not known.
  CHECK(task_completion("indicators:\n" + indicator("a", "10", "weight: 2, " + reading("5")) +
                        indicator("b", "10", reading("30")) + indicator("c", "10", "weight: 7")) ==
        "2/3 2/3");
  // (0.5 · 1/10 + 1.5 · 1/2) / 2 = (1/20 + 15/20) / 2
  CHECK(task_completion("indicators:\n" + indicator("a", "10", "weight: 0.5, " + reading("1")) +
                        indicator("b", "10", "weight: 1.5, " + reading("5"))) == "2/5 2/2");
}

TEST_CASE("A completion below nothing counts as nothing in the mean") {
  // Below its baseline: -1/10, and 1/2 of the other.
  CHECK(task_completion("indicators:\n" + indicator("a", "120", "baseline: 20, " + reading("10")) +
                        indicator("b", "10", reading("5"))) == "1/4 2/2");
}

TEST_CASE("Parts of a total, with weight 0, are counted nowhere") {
  CHECK(task_completion("indicators:\n" + indicator("total", "13", reading("5")) +
                        indicator("a", "4", "weight: 0, part_of: total, " + reading("4")) +
                        indicator("b", "9", "weight: 0, part_of: total")) == "5/13 1/1");
}

TEST_CASE("Milestones that are not done complete nothing") {
  const std::string milestones =
      "milestones:\n"
      "  - {id: m1, name: 开工, due: 2023-06-30}\n"
      "  - {id: m2, name: 竣工, due: 2023-12-31, weight: 3}\n";
  CHECK(task_completion(milestones, "2023-06-30") == "0 2/2");
  CHECK(task_completion(milestones, "2023-07-01") == "0 2/2");
}

TEST_CASE("Milestones complete by the weight that is done") {
  const std::string milestones =
      "milestones:\n"
      "  - {id: m1, name: 开工, due: 2023-06-30, done: 2023-05-20}\n"
      "  - {id: m2, name: 竣工, due: 2023-12-31, weight: 3}\n";
  CHECK(task_completion(milestones, "2023-05-19") == "0 2/2");
  CHECK(task_completion(milestones, "2023-05-20") == "1/4 2/2");
}

TEST_CASE("Indicators and milestones weigh together") {
  // (1 · 1/2 + 1 · 1 + 2 · 0) / 4; the indicator without readings only counts among all.
  CHECK(task_completion("indicators:\n" + indicator("a", "10", reading("5")) +
                        indicator("b", "10", "") +
                        "milestones:\n"
                        "  - {id: m1, name: 开工, due: 2023-12-31, done: 2023-07-01}\n"
                        "  - {id: m2, name: 竣工, due: 2023-12-31, weight: 2}\n") == "3/8 3/4");
}

TEST_CASE("A milestone with weight 0 is counted nowhere") {
  CHECK(task_completion("milestones:\n"
                        "  - {id: m1, name: 开工, due: 2023-12-31, done: 2023-07-01, weight: 0}\n"
                        "  - {id: m2, name: 竣工, due: 2023-07-31}\n") == "0 1/1");
}

TEST_CASE("A milestone is overdue from the day after its due date until it is done") {
  const model::Ledger ledger =
      ledger_of({"milestones: [{id: m1, name: 开工, due: 2023-06-30, done: 2023-07-20}]\n"});
  const auto milestone = [&](const std::string& as_of) {
    const measure::PlanFigures figures = on(ledger, as_of);
    const measure::MilestoneFigures& m1 = figures.tasks[0].milestones[0];
    return std::string(m1.done ? "done" : "") + (m1.overdue ? "overdue" : "");
  };
  CHECK(milestone("2023-06-30") == "");
  CHECK(milestone("2023-07-01") == "overdue");
  CHECK(milestone("2023-07-19") == "overdue");
  CHECK(milestone("2023-07-20") == "done");
}

TEST_CASE("A task without a measure has no completion and no measures") {
  CHECK(task_completion("qualitative: {grade: 优}\n") == "1 1/1");
}

TEST_CASE("A plan's completion is the plain mean of its tasks, exact, with how many") {
  // 1/3 and 1/6; a task of more indicators weighs no more, one without data is left out.
  const model::Ledger ledger = ledger_of(
      {"indicators:\n" + indicator("a", "3", reading("1")),
       "indicators:\n" + indicator("a", "3", reading("1")) + indicator("b", "3", reading("0")),
       "indicators:\n" + indicator("a", "3", "")});
  CHECK(shown(on(ledger, "2023-08-31").completion) == "1/4 2/3");
}

TEST_CASE("Tasks that organise the others are listed and left out of every rate") {
  const model::Ledger ledger = ledger_of(
      {"indicators:\n" + indicator("a", "3", reading("1")),
       "mechanism: true\nmilestones: [{id: m1, name: 成立领导小组, due: 2023-12-31, done: "
       "2023-03-01}]\n"});
  const measure::PlanFigures figures = on(ledger, "2023-08-31");
  CHECK(figures.tasks.size() == 2);
  CHECK(figures.tasks[1].mechanism());
  CHECK(shown(figures.tasks[1].completion) == "1 1/1");
  CHECK(shown(figures.completion) == "1/3 1/1");
}

TEST_CASE("The target in force is what a completion is of") {
  const model::Ledger ledger = ledger_of(
      {"indicators:\n" + indicator("piles", "221", reading("126")) +
       "changes:\n  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, "
       "to: 120, approved_by: 市政府办公室}\n"});
  const auto shown_on = [&](const std::string& as_of) {
    const measure::PlanFigures figures = on(ledger, as_of);
    const measure::IndicatorFigures& piles = figures.tasks[0].indicators[0];
    return piles.target->text() + " " + exact(piles.completion) + (piles.met ? " met" : "");
  };
  CHECK(shown_on("2023-08-31") == "221 126/221");
  CHECK(shown_on("2023-09-01") == "120 21/20 met");
}

TEST_CASE("A forecast knows where its line begins after the figures have been copied") {
  const model::Ledger ledger = ledger_of({item_14});
  measure::IndicatorFigures copy;
  {
    const measure::PlanFigures figures = on(ledger, "2023-09-30", "2023-10-05");
    copy = figures.tasks.at(0).indicators.at(0);
  }
  REQUIRE(copy.forecast.recent_from);
  CHECK(base::iso(copy.forecast.recent_from->date) == "2023-06-30");
  CHECK(copy.forecast.recent_from->value.text() == "97");
}

TEST_CASE("A target is met by the plan's own rules") {
  test::MemoryDisk disk;
  disk.files["tasks/plan.yaml"] =
      "schema: 1\nid: a\ntitle: 甲\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: []\nrules: {about: {percent_below: 50}}\n";
  disk.files["tasks/1.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progress\n"
      "indicators:\n  - {id: a, name: 桩, kind: cumulative, qualifier: about, commitment: binding, "
      "unit: 个, target: 10, " +
      reading("5") + "}\n";
  const model::Ledger ledger = load::load(disk, "tasks");
  CHECK(ledger.faults.empty());
  CHECK(on(ledger, "2023-08-31").tasks.at(0).indicators.at(0).met);
}

TEST_CASE("A task is met when every measure that weighs is met") {
  const auto met = [](const std::string& task) {
    const model::Ledger ledger = ledger_of({task});
    return on(ledger, "2023-08-31").tasks.at(0).met;
  };
  const std::string full = "indicators:\n" + indicator("a", "10", reading("10"));
  CHECK(met(full));
  CHECK(met(full + indicator("b", "10", "weight: 0, " + reading("1"))));
  CHECK_FALSE(met(full + indicator("b", "10", reading("9"))));
  CHECK_FALSE(met(full + indicator("b", "10", "")));
  CHECK_FALSE(met(full + "milestones: [{id: m1, name: 开工, due: 2023-12-31}]\n"));
  CHECK(met(full + "milestones: [{id: m1, name: 开工, due: 2023-12-31, done: 2023-08-31}]\n"));
  CHECK_FALSE(met("qualitative: {grade: 优}\n"));
  CHECK_FALSE(met("indicators:\n" + indicator("a", "10", "weight: 0, " + reading("10"))));
}

TEST_CASE("An indicator's own start and due date make its time") {
  const model::Ledger ledger =
      ledger_of({"indicators:\n" + indicator("own", "10", "start: 2023-07-01, due: 2023-07-31") +
                 indicator("plan", "10", "")});
  const measure::PlanFigures figures = on(ledger, "2023-07-10");
  CHECK(exact(figures.tasks[0].indicators[0].time) == "10/31");
  CHECK(base::iso(*figures.tasks[0].indicators[0].due) == "2023-07-31");
  CHECK(exact(figures.tasks[0].indicators[1].time) == "191/365");  // 181 and ten of July
  CHECK(base::iso(*figures.tasks[0].indicators[1].due) == "2023-12-31");
}

TEST_CASE("The first lead reports unless the indicator says who") {
  const model::Ledger ledger = ledger_of(
      {"indicators:\n" + indicator("a", "10", "reporter: 市发改局") + indicator("b", "10", "")});
  const measure::PlanFigures figures = on(ledger, "2023-07-10");
  CHECK(figures.tasks[0].indicators[0].reporter == "市发改局");
  CHECK(figures.tasks[0].indicators[1].reporter == "市工信局");
}

TEST_CASE("Issues that had not been found yet are not among the figures") {
  const model::Ledger ledger =
      ledger_of({"issues:\n  - {id: q1, found: 2023-08-21, level: major, text: 报装容量不足}\n"
                 "  - {id: q2, found: 2023-09-21, level: major, text: 用地未批}\n"});
  CHECK(on(ledger, "2023-08-20").tasks[0].issues.empty());
  CHECK(on(ledger, "2023-08-31").tasks[0].issues.size() == 1);
  CHECK(on(ledger, "2023-09-30").tasks[0].issues.size() == 2);
}

TEST_CASE("A task is open until it is closed, cancelled, suspended or carried over") {
  for (const char* status : {"not_started", "in_progress", "close_requested"}) {
    CAPTURE(status);
    const model::Ledger ledger = ledger_of({"status: " + std::string(status) + "\n"});
    CHECK(on(ledger, "2023-08-31").tasks[0].open());
  }
  for (const char* status : {"closed", "suspended", "carried_over", "cancelled"}) {
    CAPTURE(status);
    const model::Ledger ledger = ledger_of({"status: " + std::string(status) + "\n"});
    CHECK_FALSE(on(ledger, "2023-08-31").tasks[0].open());
  }
}

TEST_CASE("A plan whose period cannot be read has no time, and its tasks are measured") {
  test::MemoryDisk disk;
  disk.files["tasks/plan.yaml"] = "schema: 1\nid: a\ntitle: 甲\nsections: []\n";
  disk.files["tasks/1.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progress\n"
      "indicators:\n" +
      indicator("a", "10", reading("5"));
  const model::Ledger ledger = load::load(disk, "tasks");
  const measure::PlanFigures figures = on(ledger, "2023-08-31");
  CHECK_FALSE(figures.time);
  CHECK_FALSE(figures.tasks.at(0).indicators.at(0).time);
  CHECK(shown(figures.completion) == "none 0/1");
}

TEST_SUITE_END();

}  // namespace measure_figures_test
