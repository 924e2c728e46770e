// SPDX-License-Identifier: MIT
#include "query/topic.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "load/load.h"
#include "memory_disk.h"
#include "values.h"

using namespace taizhang;
using base::Language;

namespace {

/// Two plans, 2023 and 2024, that share a registry, a section and the item 1.
struct World {
  model::Ledger ledger;
  std::vector<measure::PlanFigures> plans;

  World() {
    test::MemoryDisk disk;
    disk.files["tasks/units.yaml"] =
        "schema: 1\nunits:\n  - {name: 市工信局, aliases: [工信局], type: government}\n"
        "  - {name: 市发改局, type: government}\n  - {name: 市水利局, type: government}\n";
    const auto plan = [&](const std::string& id, const std::string& sections) {
      disk.files["tasks/" + id + "/plan.yaml"] =
          "schema: 1\nid: \"" + id +
          "\"\ntitle: 甲\nperiod: {start: 2023-01-01, end: 2023-12-31}\nsections: [" + sections +
          "]\n";
    };
    plan("2023", "{no: 1, title: 招商引资}, {no: 2, title: 动能转换}");
    plan("2024", "{no: 1, title: 招商引资}");
    const auto task = [&](const std::string& plan_id, const std::string& item,
                          const std::string& lead, const std::string& more = "") {
      disk.files["tasks/" + plan_id + "/" + item + ".yaml"] =
          "schema: 1\nitem: " + item + "\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nlead: [" + lead +
          "]\nstatus: in_progress\n" + more;
    };
    task("2023", "1", "工信局");
    task("2024", "1", "市工信局");
    task("2023", "14", "市发改局",
         "indicators:\n  - {id: piles, name: 桩, kind: cumulative, qualifier: exactly, "
         "commitment: binding, unit: 个, target: 221}\n"
         "milestones: [{id: opened, name: 开工, due: 2023-12-31}]\n"
         "issues: [{id: q1, found: 2023-08-01, level: major, text: 堵}]\n");
    ledger = load::load(disk, "tasks");
    REQUIRE(ledger.faults.empty());
    for (const model::PlanFolder& folder : ledger.plans) {
      plans.push_back(measure::measure_plan(folder, ledger.registry_of(folder),
                                            {test::day("2023-08-31"), test::day("2023-08-31")}));
    }
  }

  /// What a word means, in short.
  std::string meaning(const std::string& word) const {
    struct Name {
      std::string operator()(const query::TaskInPlan& task) const {
        return "task " + task.plan->plan->id + "/" + std::to_string(*task.task->file->item());
      }
      std::string operator()(const query::PartTopic& topic) const {
        const char* kinds[] = {"indicator", "milestone", "issue"};
        return std::string(kinds[topic.part.index()]) + " of " + (*this)(topic.task);
      }
      std::string operator()(const query::UnitTopic& topic) const {
        return "unit " + topic.unit + " in " + topic.plan->plan->id;
      }
      std::string operator()(const query::SectionTopic& topic) const {
        return "section " + std::to_string(topic.section) + " in " + topic.plan->plan->id;
      }
      std::string operator()(const query::PlanTopic& topic) const {
        return "plan " + topic.plan->plan->id;
      }
    };
    return refused([&] {
      return std::visit(Name{}, query::find_topic(ledger, plans, word, {"E24", "unit-unknown"}));
    });
  }

  /// What `act` gives, or the message and the help of its refusal.
  template <class Act>
  static std::string refused(Act act) {
    try {
      return act();
    } catch (const base::Fatal& fatal) {
      CHECK(fatal.exit == base::Exit::usage);
      return fatal.message.in(Language::en) + " | " + fatal.help.in(Language::en);
    }
  }
};

}  // namespace

TEST_SUITE_BEGIN("query");

TEST_CASE("A word is a task, a part of one, a unit, a section or a plan") {
  const World world;
  CHECK(world.meaning("14") == "task 2023/14");
  CHECK(world.meaning("2024/1") == "task 2024/1");
  CHECK(world.meaning("14/piles") == "indicator of task 2023/14");
  CHECK(world.meaning("2023/14/opened") == "milestone of task 2023/14");
  CHECK(world.meaning("14/q1") == "issue of task 2023/14");
  CHECK(world.meaning("市发改局") == "unit 市发改局 in 2023");
  CHECK(world.meaning("动能转换") == "section 2 in 2023");
  CHECK(world.meaning("2024") == "plan 2024");
}

TEST_CASE("What several plans have needs its plan") {
  const World world;
  CHECK(world.meaning("1") == "1 names 2 tasks | name the plan: 2023/1, 2024/1");
  CHECK(world.meaning("工信局") ==
        "“工信局” is in 2 plans | name one of them with --plan: 2023, "
        "2024");
  CHECK(world.meaning("招商引资").starts_with("“招商引资” is in 2 plans"));
  CHECK(world.meaning("市水利局").starts_with("“市水利局” is in 2 plans"));
  CHECK(query::find_section(world.plans, "2").plan->plan->id == "2023");
  CHECK(World::refused([&] {
          query::find_section(world.plans, "1");
          return std::string();
        }).starts_with("“1” is in 2 plans"));
}

TEST_CASE("A task stands before a plan of the same name") {
  World world;
  world.ledger.plans[0].id = "14";
  CHECK(world.meaning("14") == "task 14/14");
}

TEST_CASE("What is not there is refused with what comes nearest") {
  const World world;
  CHECK(world.meaning("99").starts_with("there is no task 99"));
  CHECK(world.meaning("2023/99").starts_with("there is no task 2023/99"));
  CHECK(world.meaning("2025/14").starts_with("there is no task 2025/14"));
  CHECK(world.meaning("14/pils") ==
        "the task 14 has no indicator, milestone or issue “pils” | did you mean “piles”?");
  CHECK(world.meaning("2024/1/piles") ==
        "the task 2024/1 has no indicator, milestone or issue “piles” | the task has no indicator, "
        "milestone or issue");
  CHECK(world.meaning("市发改居") ==
        "there is no task, unit, section, plan or rule “市发改居” | did you mean “市发改局”?");
  CHECK(world.meaning("动能转化").ends_with("did you mean “动能转换”?"));
  CHECK(world.meaning("unit-unknow").ends_with("did you mean “unit-unknown”?"));
  CHECK(world.meaning("abcdefgh").find("write an item (14)") != std::string::npos);
  CHECK(world.meaning("a/b").starts_with("there is no task, unit, section, plan or rule “a/b”"));
  CHECK(world.meaning("").starts_with("there is no task, unit, section, plan or rule “”"));
}

TEST_SUITE_END();
