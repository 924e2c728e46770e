// SPDX-License-Identifier: MIT
#include "measure/unit_score.h"

#include <doctest/doctest.h>

#include "measured.h"

namespace measure_unit_score_test {

using namespace taizhang;
using test::day;
using test::figure;

namespace {

/// A task that scores `value`, led and supported by these units.
struct Scored {
  std::string value;
  std::string units;  ///< lead, support, share: keys of the task
  std::string status = "in_progress";
};

/// `unit score known/all #rank` of each unit on 2023-12-31.
std::string scores(const std::vector<Scored>& tasks, bool ranking = false) {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n"
      "  - {name: 甲局, type: government, rank_group: 政府部门}\n"
      "  - {name: 乙局, type: government, rank_group: 政府部门, aliases: [乙]}\n"
      "  - {name: 丙局, type: government, rank_group: 政府部门}\n"
      "  - {name: 旧局, type: government, status: merged, successor: 丙局, valid: {to: "
      "2023-06-30}}\n"
      "  - {name: 成员单位, type: group, members: [丙局]}\n";
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 甲\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: []\nrules: {score: {ranking: " +
      std::string(ranking ? "true" : "false") + "}}\n";
  int item = 0;
  for (const Scored& task : tasks) {
    const std::string number = std::to_string(++item);
    disk.files["tasks/2023/" + std::string(3 - number.size(), '0') + number + ".yaml"] =
        "schema: 1\nitem: " + number +
        "\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nstatus: " + task.status + "\n" + task.units +
        "\noverride: {from: 2023-01-01, score: " + task.value + ", reason: 测试, by: 甲局}\n";
    if (task.value.empty()) {
      std::string& text = disk.files["tasks/2023/00" + number + ".yaml"];
      text.erase(text.find("override"));
    }
  }
  const model::Ledger ledger = load::load(disk, "tasks");
  for (const source::Fault& fault : ledger.faults) FAIL(test::details(fault));
  std::string result;
  const measure::PlanFigures plan = measure::measure_plan(
      ledger.plans.at(0), &ledger.registries.at(0), {day("2023-12-31"), day("2023-12-31")});
  for (const auto& unit : measure::score_units(plan)) {
    const auto alone = measure::score_unit(plan, unit.unit);
    REQUIRE(alone);
    CHECK(alone->value.value == unit.value.value);
    CHECK(alone->value.all == unit.value.all);
    CHECK(alone->rank == unit.rank);
    if (!result.empty()) result += ", ";
    result += unit.unit + " " + figure(unit.value.value, 2) + " " +
              std::to_string(unit.value.known) + "/" + std::to_string(unit.value.all);
    if (unit.rank) result += " #" + std::to_string(*unit.rank);
  }
  return result;
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("A unit's score weighs what it leads 1 and what it supports 0.5") {
  // 甲局: (90 + 0.5 x 60) / 1.5 = 80; 乙局: (0.5 x 90 + 60) / 1.5 = 70.
  CHECK(scores({{"90", "lead: [甲局]\nsupport: [乙局]"}, {"60", "lead: [乙]\nsupport: [甲局]"}}) ==
        "甲局 80.00 2/2, 乙局 70.00 2/2");
  // A share that is written counts: (0.25 x 90 + 60) / 1.25 = 66.
  CHECK(scores({{"90", "lead: [甲局]\nsupport: [乙局]\nshare: {乙局: 0.25}"},
                {"60", "lead: [乙局]"}}) == "甲局 90.00 1/1, 乙局 66.00 2/2");
}

TEST_CASE(
    "Of groups the members are scored, suspended tasks drop out, unknown scores are left out") {
  CHECK(scores({{"90", "lead: [甲局]\nsupport: [成员单位]"}}) == "甲局 90.00 1/1, 丙局 90.00 1/1");
  CHECK(scores({{"90", "lead: [甲局]"}, {"10", "lead: [甲局]", "suspended"}}) == "甲局 90.00 1/1");
  CHECK(scores({{"90", "lead: [甲局]"}, {"", "lead: [甲局]"}}) == "甲局 90.00 1/2");
  CHECK(scores({{"", "lead: [甲局]"}}) == "甲局 none 0/1");
}

TEST_CASE("What a merged unit led counts for its successor") {
  CHECK(scores({{"90", "lead: [旧局]"}, {"60", "lead: [丙局]"}}) == "丙局 75.00 2/2");
}

TEST_CASE("Ranking is off unless the plan turns it on, and then among those with three leads") {
  std::vector<Scored> tasks;
  for (const char* value : {"90", "80", "70"}) tasks.push_back({value, "lead: [甲局]"});
  for (const char* value : {"80", "80", "80"}) tasks.push_back({value, "lead: [乙局]"});
  for (const char* value : {"99", "99"}) tasks.push_back({value, "lead: [丙局]"});
  CHECK(scores(tasks) == "甲局 80.00 3/3, 乙局 80.00 3/3, 丙局 99.00 2/2");
  CHECK(scores(tasks, true) == "甲局 80.00 3/3 #1, 乙局 80.00 3/3 #1, 丙局 99.00 2/2");
  for (const char* value : {"70", "70", "70"}) tasks.push_back({value, "lead: [旧局]"});
  // 丙局: (99 + 99 + 3 x 70) / 5 = 81.6 with five leads.
  CHECK(scores(tasks, true) == "甲局 80.00 3/3 #2, 乙局 80.00 3/3 #2, 丙局 81.60 5/5 #1");
}

TEST_SUITE_END();

}  // namespace measure_unit_score_test
