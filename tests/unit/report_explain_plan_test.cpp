// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "explained.h"

using namespace taizhang;
using test::because;

namespace {

/// A plan with nine tasks: 1 to 7 with a value each, 8 without, 9 a mechanism. Section 2 has 8 and
/// 9. 市工信局 leads 1 to 3, the third with 市发改局, and supports 4 under its alias.
struct World {
  model::Ledger ledger;
  measure::PlanFigures plan;

  World() {
    test::MemoryDisk disk;
    disk.files["tasks/units.yaml"] =
        "schema: 1\nunits:\n  - {name: 市工信局, aliases: [工信局], type: government}\n"
        "  - {name: 市发改局, type: government}\n";
    disk.files["tasks/2023/plan.yaml"] =
        "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
        "sections: [{no: 1, title: 甲类}, {no: 2, title: 乙类}]\n";
    for (int item = 1; item <= 9; ++item) {
      const std::string number = std::to_string(item);
      std::string units = item <= 2 ? "lead: [工信局]\n" : "lead: [市发改局]\n";
      if (item == 3) units = "lead: [市发改局, 市工信局]\n";
      if (item == 4) units += "support: [工信局]\n";
      const std::string data =
          item <= 7 ? test::reading("2023-06-30", std::to_string(item * 10)) : "weight: 1";
      disk.files["tasks/2023/" + number + ".yaml"] =
          "schema: 1\nitem: " + number + "\nsection: " + (item <= 7 ? "1" : "2") + "\ntitle: 任务" +
          number + "\ndue: 2023-12-31\nstatus: in_progress\n" + units +
          (item == 9 ? "mechanism: true\n" : test::indicator(data));
    }
    ledger = load::load(disk, "tasks");
    plan = measure::measure_plan(ledger.plans.at(0), ledger.registry_of(ledger.plans.at(0)),
                                 {test::day("2023-06-30"), test::day("2023-06-30")});
  }
};

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("The mean of a plan is the measured one, told as a sum and a count") {
  const World world;
  const report::Story story = report::explain_plan(world.plan, test::zh);
  CHECK(test::step(story, "completion").value.text == "40.00%（7/8 项任务有数据）");
  CHECK(base::percent(*world.plan.completion.value, 2) == "40.00");
  CHECK(because(story, "completion") ==
        "7 项任务的完成率合计 280.00% ÷ 7 = 40.00% | 有数据的 7 项：1–7 | 没有数据、不参与平均的 1 "
        "项：8 | 组织保障、不计入的 1 项：9");
  CHECK(story.table.rows.size() == 9);
  CHECK(story.figures["completion"] == 40);
  CHECK(story.figures["tasks_known"] == world.plan.completion.known);
  CHECK(story.figures["tasks_counted"] == world.plan.completion.all);
}

TEST_CASE("Every task that is counted is in one class") {
  const World world;
  const report::Story story = report::explain_plan(world.plan, test::zh);
  int all = 0;
  for (const auto& [name, count] : story.figures["classes"].items()) all += count.get<int>();
  CHECK(all == 8);
  CHECK(because(story, "classes") ==
        "超序时 2 项：6、7 | 达序时 1 项：5 | 滞后 1 项：4 | 严重滞后 3 项：1–3 | 未报送 1 项：8");
}

TEST_CASE("A section is told of its own tasks only") {
  const World world;
  const report::Story story = report::explain_section(world.plan, 2, test::zh);
  CHECK(story.heading == "板块 2  乙类");
  CHECK(story.table.rows.size() == 2);
  CHECK(because(story, "completion") ==
        "没有一项任务有数据 | 没有数据、不参与平均的 1 项：8 | 组织保障、不计入的 1 项：9");
}

TEST_CASE("A unit's mean is over what it leads; joint tasks and support are told apart") {
  const World world;
  const report::Story story = report::explain_unit(
      world.plan, world.ledger.registry_of(world.ledger.plans[0]), "市工信局", test::zh);
  REQUIRE(story.parts.size() == 2);
  const report::Story& lead = story.parts[0];
  CHECK(because(lead, "completion") ==
        "各项任务同等看待：(10.00% + 20.00% + 30.00%) ÷ 3 = 20.00% | 有数据的 3 项：1–3");
  CHECK(because(lead, "joint") ==
        "与其他单位联合牵头：3；在计划总数中各计一次，在每个牵头单位名下也各计一次");
  CHECK(story.parts[1].table.rows.size() == 1);
  const report::Json view = report::story_view(story);
  CHECK(view["lead"]["completion"] == 20);
  CHECK(view["support"]["tasks"][0]["item"] == 4);
}

TEST_SUITE_END();
