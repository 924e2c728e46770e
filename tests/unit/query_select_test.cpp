// SPDX-License-Identifier: MIT
#include "query/select.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "load/load.h"
#include "memory_disk.h"
#include "values.h"

using namespace taizhang;
using base::Language;

namespace {

std::string task_text(const std::string& item, const std::string& section,
                      const std::string& more) {
  return "schema: 1\nitem: " + item + "\nsection: " + section + "\ntitle: 甲\ndue: 2023-12-31\n" +
         more + "\n";
}

/// Two plans, 2023 and 2024, that share a registry and the item 1.
struct World {
  model::Ledger ledger;
  std::vector<measure::PlanFigures> plans;

  World() {
    test::MemoryDisk disk;
    disk.files["tasks/units.yaml"] =
        "schema: 1\nunits:\n"
        "  - {name: 市工信局, aliases: [工信局], type: government}\n"
        "  - {name: 市发改局, aliases: [发改局], type: government}\n";
    const std::string rest =
        "\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
        "sections: [{no: 1, title: 招商引资}, {no: 2, title: 动能转换}]\n";
    disk.files["tasks/2023/plan.yaml"] = "schema: 1\nid: \"2023\"" + rest;
    disk.files["tasks/2024/plan.yaml"] = "schema: 1\nid: \"2024\"" + rest;
    disk.files["tasks/2023/1.yaml"] =
        task_text("1", "1", "status: in_progress\nlead: [市工信局]\nsupport: [发改局]");
    disk.files["tasks/2023/2.yaml"] = task_text("2", "2", "status: closed\nlead: [市发改局]");
    disk.files["tasks/2023/14.yaml"] = task_text("14", "2", "status: in_progress\nlead: [工信局]");
    disk.files["tasks/2024/1.yaml"] = task_text("1", "1", "status: closed\nlead: [市工信局]");
    ledger = load::load(disk, "tasks");
    REQUIRE(ledger.faults.empty());
    for (const model::PlanFolder& plan : ledger.plans) {
      plans.push_back(measure::measure_plan(plan, ledger.registry_of(plan),
                                            {test::day("2023-08-31"), test::day("2023-08-31")}));
    }
  }

  /// The addresses of the tasks that are selected.
  std::string selected(const query::Selection& selection) const {
    std::string result;
    for (const query::TaskInPlan& one : query::select_tasks(ledger, plans, selection)) {
      if (!result.empty()) result += " ";
      result += one.plan->plan->id + "/" + std::to_string(*one.task->file->item());
    }
    return result;
  }
};

query::Selection section(const std::string& wanted) { return {"", wanted, "", ""}; }
query::Selection unit(const std::string& wanted) { return {"", "", wanted, ""}; }
query::Selection status(const std::string& wanted) { return {"", "", "", wanted}; }

/// The message and the help of the refusal that `act` ends with.
template <class Act>
std::string refusal(Act act) {
  try {
    act();
  } catch (const base::Fatal& fatal) {
    CHECK(fatal.exit == base::Exit::usage);
    return fatal.message.in(Language::en) + " | " + fatal.help.in(Language::en);
  }
  return "accepted";
}

}  // namespace

TEST_SUITE_BEGIN("query");

TEST_CASE("An empty plan means all of them, a plan's id that one") {
  const World world;
  CHECK(query::select_plans(world.ledger, "").size() == 2);
  const auto one = query::select_plans(world.ledger, "2024");
  REQUIRE(one.size() == 1);
  CHECK(one[0]->id == "2024");
}

TEST_CASE("An unknown plan is refused, never an empty answer") {
  const World world;
  CHECK(refusal([&] { query::select_plans(world.ledger, "2033"); }) ==
        "there is no plan “2033” | did you mean “2023”?");
  CHECK(refusal([&] { query::select_plans(world.ledger, "linshui"); }) ==
        "there is no plan “linshui” | known: 2023, 2024");
}

TEST_CASE("An empty selection takes all tasks, by plan and item") {
  CHECK(World().selected({}) == "2023/1 2023/2 2023/14 2024/1");
}

TEST_CASE("A section is meant by its number or by its title") {
  const World world;
  CHECK(world.selected(section("2")) == "2023/2 2023/14");
  CHECK(world.selected(section("招商引资")) == "2023/1 2024/1");
}

TEST_CASE("A unit is meant by its name or an alias, as lead or in support") {
  const World world;
  CHECK(world.selected(unit("市工信局")) == "2023/1 2023/14 2024/1");
  CHECK(world.selected(unit("工信局")) == "2023/1 2023/14 2024/1");
  // Item 1 has it in support, written with its alias.
  CHECK(world.selected(unit("市发改局")) == "2023/1 2023/2");
}

TEST_CASE("A status is meant by its name in the files") {
  CHECK(World().selected(status("closed")) == "2023/2 2024/1");
}

TEST_CASE("Several conditions all have to hold") {
  const World world;
  CHECK(world.selected({"", "1", "市工信局", "closed"}) == "2024/1");
  // Each of them is known, so that no task has all of them is a fact.
  CHECK(world.selected({"", "2", "", "suspended"}).empty());
}

TEST_CASE("What the ledger does not know is refused with what was meant") {
  const World world;
  CHECK(refusal([&] { world.selected(unit("市工信居")); }) ==
        "there is no unit “市工信居” | did you mean “市工信局”?");
  CHECK(refusal([&] {
          world.selected(section("3"));
        }).starts_with("there is no section “3” | known: 招商引资, 动能转换"));
  CHECK(refusal([&] { world.selected(section("招商引姿")); }) ==
        "there is no section “招商引姿” | did you mean “招商引资”?");
  CHECK(refusal([&] { world.selected(status("close")); }) ==
        "there is no status “close” | did you mean “closed”?");
}

TEST_CASE("A task is found by its item where one plan has it") {
  const World world;
  CHECK(query::find_task(world.plans, "14").task->file->item() == 14);
  CHECK(query::find_task(world.plans, "2").plan->plan->id == "2023");
}

TEST_CASE("An item that two plans have needs its plan") {
  const World world;
  CHECK(refusal([&] { query::find_task(world.plans, "1"); }) ==
        "1 names 2 tasks | name the plan: 2023/1, 2024/1");
  CHECK(query::find_task(world.plans, "2024/1").plan->plan->id == "2024");
  CHECK(query::find_task(world.plans, "2023/1").plan->plan->id == "2023");
}

TEST_CASE("A task that is not there is refused") {
  const World world;
  CHECK(refusal([&] { query::find_task(world.plans, "99"); }).starts_with("there is no task 99"));
  CHECK(refusal([&] {
          query::find_task(world.plans, "2024/14");
        }).starts_with("there is no task 2024/14"));
  CHECK(refusal([&] {
          query::find_task(world.plans, "2025/1");
        }).starts_with("there is no task 2025/1"));
}

TEST_CASE("What is no item number is said to be none") {
  const World world;
  for (const char* address : {"abc", "", "14a", "2023/", "2023/x", "14.0", " 14"}) {
    CAPTURE(address);
    CHECK(refusal([&] {
            query::find_task(world.plans, address);
          }).starts_with("“" + std::string(address) + "” is no item number"));
  }
}

TEST_SUITE_END();
