// SPDX-License-Identifier: MIT
#include "measure/aggregate.h"

#include <doctest/doctest.h>

#include "load/load.h"
#include "memory_disk.h"
#include "values.h"

namespace measure_aggregate_test {

using namespace taizhang;
using measure::Tally;
using model::Class;
using test::exact;

namespace {

/// A plan of 2023 with the tasks 1, 2 … of `tasks`, each given by what follows its head, measured
/// on 2023-06-30.
struct World {
  model::Ledger ledger;
  measure::PlanFigures figures;

  explicit World(const std::vector<std::string>& tasks) {
    test::MemoryDisk disk;
    disk.files["tasks/2023/plan.yaml"] =
        "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
        "sections: [{no: 1, title: 招商引资}]\n";
    int item = 0;
    for (const std::string& more : tasks) {
      const std::string number = std::to_string(++item);
      disk.files["tasks/2023/" + number + ".yaml"] =
          "schema: 1\nitem: " + number +
          "\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nlead: [市工信局]\nstatus: in_progress\n" +
          more;
    }
    ledger = load::load(disk, "tasks");
    REQUIRE(ledger.faults.empty());
    const base::Date day = test::day("2023-06-30");
    figures = measure::measure_plan(ledger.plans.at(0), nullptr, {day, day});
  }

  Tally tasks() const {
    Tally tally;
    for (const auto& task : figures.tasks) tally.add({task});
    return tally;
  }

  Tally indicators() const {
    Tally tally;
    for (const auto& task : figures.tasks) {
      for (const auto& indicator : task.indicators) tally.add({task, &indicator});
    }
    return tally;
  }
};

/// An indicator of so many 个 with a reading of 2023-06-30; none for an empty `value`.
std::string indicator(const std::string& id, const std::string& target, const std::string& value,
                      const std::string& more = "") {
  return "  - {id: " + id +
         ", name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, unit: 个, "
         "target: " +
         target + more +
         (value.empty() ? "" : ", readings: [{id: r1, date: 2023-06-30, value: " + value + "}]") +
         "}\n";
}

/// `count: value known/all`.
std::string shown(const Tally& tally) {
  const measure::Mean mean = tally.completion();
  return std::to_string(tally.count()) + ": " + exact(mean.value) + " " +
         std::to_string(mean.known) + "/" + std::to_string(mean.all);
}

/// The counts by class, in the order of the classes.
std::string classes(const Tally& tally) {
  std::string result;
  for (const auto& row : model::Names<Class>::table) {
    result += std::to_string(tally.of(row.value)) + " ";
  }
  return result;
}

// Half the year is 181 of 365 days: of 12 and 10 the whole numbers 5 and 4 are expected.
const std::string half_over = "indicators:\n" + indicator("a", "10", "15");  // 1.5, done
const std::string behind = "indicators:\n" + indicator("a", "12", "3");      // 1/4, 3 of 5
const std::string unreported = "indicators:\n" + indicator("a", "10", "", ", start: 2023-06-01");

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("Nothing has no mean: it is not zero") {
  CHECK(shown(Tally()) == "0: none 0/0");
  CHECK(shown(World({unreported}).tasks()) == "1: none 0/1");
  CHECK(shown(World({unreported}).indicators()) == "1: none 0/1");
}

TEST_CASE("A mean is plain and of capped completions, with how many of how many") {
  // (1 + 1/4) / 2, the 1.5 capped and the one without data left out.
  const World world({half_over, behind, unreported, "note: 无指标\n"});
  CHECK(shown(world.tasks()) == "4: 5/8 2/4");
  CHECK(shown(world.indicators()) == "3: 5/8 2/3");
  CHECK(classes(world.tasks()) == "1 0 0 0 1 1 1 0 0 0 ");
  CHECK(classes(world.indicators()) == "1 0 0 0 1 1 0 0 0 0 ");
}

TEST_CASE("A completion below nothing counts as nothing") {
  CHECK(shown(World({"indicators:\n" + indicator("a", "10", "-5"), behind}).tasks()) ==
        "2: 1/8 2/2");
}

TEST_CASE("Tasks weigh the same in a mean of tasks, indicators in one of indicators") {
  // Task 1 is (1 + 1/4) / 2, task 2 is 1/4; the three indicators are 1, 1/4 and 1/4.
  const World world({half_over + indicator("b", "12", "3"), behind});
  CHECK(shown(world.tasks()) == "2: 7/16 2/2");
  CHECK(shown(world.indicators()) == "3: 1/2 3/3");
}

TEST_CASE("Tasks that organise the others and parts of a total are not counted") {
  const World world({half_over + indicator("b", "12", "3", ", weight: 0, part_of: a"),
                     "mechanism: true\n" + behind});
  CHECK(shown(world.tasks()) == "1: 1 1/1");
  CHECK(classes(world.tasks()) == "1 0 0 0 0 0 0 0 0 0 ");
  CHECK(shown(world.indicators()) == "1: 1 1/1");
  CHECK_FALSE(measure::is_counted(world.figures.tasks[1]));
  CHECK_FALSE(measure::is_counted(world.figures.tasks[0].indicators[1]));
}

TEST_CASE("What had nothing to measure is counted, and is none of those that a mean is of") {
  const std::string rate =
      "  - {id: r, name: 率, kind: ratio, qualifier: reach, commitment: binding, unit: \"%\", "
      "target: 100, denominator: 应办, readings: [{id: r1, date: 2023-06-30, value: 0, parts: "
      "{应办: 0}}]}\n";
  const World world({half_over + rate, "indicators:\n" + rate});
  CHECK(shown(world.indicators()) == "3: 1 1/1");
  CHECK(classes(world.indicators()) == "1 0 0 0 0 0 0 2 0 0 ");
  // All measures of the second task are left out by rule: it is not in N either.
  CHECK(shown(world.tasks()) == "2: 1 1/1");
  CHECK(classes(world.tasks()) == "1 0 0 0 0 0 0 1 0 0 ");
}

TEST_CASE("All tasks of a plan give the plan's own completion") {
  const World world({half_over, behind, unreported, "mechanism: true\n" + half_over});
  const measure::Mean mean = world.tasks().completion();
  CHECK(mean.value == world.figures.completion.value);
  CHECK(mean.known == world.figures.completion.known);
  CHECK(mean.all == world.figures.completion.all);
}

TEST_CASE("A share of none is no share") {
  CHECK(exact(measure::share(2, 6)) == "1/3");
  CHECK(exact(measure::share(0, 6)) == "0");
  CHECK(exact(measure::share(0, 0)) == "none");
}

TEST_SUITE_END();

}  // namespace measure_aggregate_test
