// SPDX-License-Identifier: MIT
#include "measure/in_force.h"

#include <doctest/doctest.h>

#include "values.h"

namespace measure_in_force_test {

using namespace taizhang;
using test::day;

namespace {

/// A task with the indicators `piles` (target 221) and `pile` (target 7) and these changes.
model::Task task_with(const std::vector<std::string>& changes) {
  const std::string rest =
      ", name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, unit: 个";
  std::string text =
      "schema: 1\nitem: 14\nsection: 2\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progress\n"
      "indicators:\n  - {id: piles, target: 221" +
      rest + "}\n  - {id: pile, target: 7" + rest + "}\nchanges:\n";
  for (const std::string& change : changes) text += "  - {" + change + "}\n";
  const test::DecodedTask decoded = test::decoded_task(text);
  REQUIRE(decoded.faults.empty());
  return decoded.task;
}

std::string piles_on(const model::Task& task, const std::string& on) {
  const auto target = measure::target_in_force(task, task.indicators[0], day(on));
  return target ? target->text() : "none";
}

const std::string approved =
    "id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, "
    "approved_by: 市政府办公室";

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("An approved change moves the target from its day on, not before") {
  const model::Task task = task_with({approved});
  CHECK(piles_on(task, "2023-08-31") == "221");
  CHECK(piles_on(task, "2023-09-01") == "200");
  CHECK(piles_on(task, "2023-12-31") == "200");
}

TEST_CASE("A change that is only asked for moves nothing; approved it does from that day") {
  const std::string asked =
      "id: c1, requested: 2023-09-01, field: indicators.piles.target, from: 221, to: 200";
  const model::Task pending = task_with({asked});
  CHECK(piles_on(pending, "2023-12-31") == "221");
  CHECK(measure::is_pending(pending.changes[0], day("2023-09-01")));
  CHECK_FALSE(measure::is_pending(pending.changes[0], day("2023-08-31")));
  const model::Task approved_only = task_with({asked + ", approved_by: 市政府办公室"});
  CHECK(piles_on(approved_only, "2023-08-31") == "221");
  CHECK(piles_on(approved_only, "2023-09-01") == "200");
  // A day without approval is in force all the same.
  CHECK(piles_on(task_with({asked + ", effective: 2023-10-01"}), "2023-10-01") == "200");
}

TEST_CASE("A change is known from the day it was asked for") {
  const model::Task task = task_with({approved + ", requested: 2023-10-15"});
  const auto target = [&](const std::string& known_by) {
    return measure::target_in_force(task, task.indicators[0],
                                    base::Clocks{day("2023-09-30"), day(known_by)})
        ->text();
  };
  CHECK(target("2023-10-14") == "221");
  CHECK(target("2023-10-15") == "200");
}

TEST_CASE("A loosening asks for less, or for later") {
  const auto loosens = [](const std::string& field, const std::string& from,
                          const std::string& to) {
    const model::Task task = task_with(
        {"id: c1, effective: 2023-09-01, field: " + field + ", from: " + from + ", to: " + to});
    return measure::is_loosening(task.changes[0], task);
  };
  CHECK(loosens("indicators.piles.target", "221", "200"));
  CHECK_FALSE(loosens("indicators.piles.target", "221", "230"));
  CHECK_FALSE(loosens("indicators.piles.target", "pending", "200"));
  CHECK(loosens("due", "2023-12-31", "2024-03-31"));
  CHECK(loosens("due", "2023-12-31", "standing"));
  CHECK_FALSE(loosens("milestones.m.due", "2023-12-31", "2023-10-31"));
}

TEST_CASE("The newest change in force counts, whatever the order in the file") {
  const std::string later =
      "id: c2, effective: 2023-11-01, field: indicators.piles.target, from: 200, to: 210.5, "
      "approved_by: 市政府办公室";
  for (const auto& changes : {std::vector{approved, later}, std::vector{later, approved}}) {
    const model::Task task = task_with(changes);
    CHECK(piles_on(task, "2023-10-31") == "200");
    CHECK(piles_on(task, "2023-11-01") == "210.5");
  }
}

TEST_CASE("A change of one indicator leaves another with a like name alone") {
  const model::Task task = task_with({approved});
  const auto other = measure::target_in_force(task, task.indicators[1], day("2023-12-31"));
  CHECK(other->text() == "7");
}

TEST_CASE("A change of another field leaves the target alone") {
  const model::Task task =
      task_with({"id: c1, effective: 2023-09-01, field: due, from: 2023-12-31, to: 2024-03-31, "
                 "approved_by: 市政府办公室",
                 "id: c2, effective: 2023-09-01, field: indicators.piles.weight, from: 1, to: 2, "
                 "approved_by: 市政府办公室"});
  CHECK(piles_on(task, "2023-12-31") == "221");
}

TEST_CASE("A change to what is no number is passed over") {
  const model::Task task =
      task_with({approved,
                 "id: c2, effective: 2023-10-01, field: indicators.piles.target, "
                 "from: 200, to: 二百, approved_by: 市政府办公室"});
  CHECK(piles_on(task, "2023-12-31") == "200");
}

TEST_CASE("An indicator without a readable target has none until a change gives one") {
  model::Task task = task_with({approved});
  model::Indicator indicator = task.indicators[0];
  indicator.target.value.reset();
  CHECK_FALSE(measure::target_in_force(task, indicator, day("2023-08-31")));
  CHECK(measure::target_in_force(task, indicator, day("2023-09-01"))->text() == "200");
}

TEST_CASE("A due date moves with its approved change from the day it takes effect") {
  const model::Task task =
      task_with({"id: c1, effective: 2023-09-01, field: due, from: 2023-12-31, to: 2023-10-31, "
                 "approved_by: 市政府办公室",
                 "id: c2, effective: 2023-09-01, field: indicators.piles.due, from: 2023-12-31, "
                 "to: 2023-11-30, approved_by: 市政府办公室",
                 "id: c3, effective: 2023-09-02, field: due, from: 2023-10-31, to: 年底, "
                 "approved_by: 市政府办公室"});
  CHECK(measure::due_in_force(task, day("2023-08-31")) == task.due->date);
  CHECK(measure::due_in_force(task, day("2023-12-31")) == day("2023-10-31"));
  CHECK_FALSE(measure::due_in_force(task, task.indicators[0], day("2023-08-31")));
  CHECK(measure::due_in_force(task, task.indicators[0], day("2023-09-01")) == day("2023-11-30"));
}

TEST_SUITE_END();

}  // namespace measure_in_force_test
