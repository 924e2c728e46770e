// SPDX-License-Identifier: MIT
#include "report/task_view.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "load/load.h"
#include "memory_disk.h"
#include "values.h"

using namespace taizhang;
using report::Json;

namespace {

/// The view of the task `task` on 2023-08-31, as known on 2023-09-30.
Json view(const std::string& task, bool in_full = false) {
  test::MemoryDisk disk;
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: []\n";
  disk.files["tasks/2023/014.yaml"] = "schema: 1\n" + task;
  const model::Ledger ledger = load::load(disk, "tasks");
  const std::vector<measure::PlanFigures> plans{measure::measure_plan(
      ledger.plans.at(0), nullptr, {test::day("2023-08-31"), test::day("2023-09-30")})};
  const query::TaskInPlan found = query::find_task(plans, "14");
  return in_full ? report::task_view_in_full(found) : report::task_view(found);
}

const std::string item_14 =
    "item: 14\nsection: 2\ntitle: 推动汽车产业转型\nlead: [市工信局, 市发改局]\ndue: 2023-12-31\n"
    "status: in_progress\n"
    "indicators:\n"
    "  - {id: piles, name: 充电桩, kind: cumulative, qualifier: exactly, commitment: binding,\n"
    "     target: 221, unit: 个, readings: [\n"
    "       {id: r3, date: 2023-07-31, value: 126, reported: 2023-08-09},\n"
    "       {id: r4, date: 2023-07-31, value: 118, reported: 2023-08-18, corrects: r3},\n"
    "       {id: r5, date: 2023-08-31, value: 131, reported: 2023-09-12},\n"
    "       {id: r6, date: 2023-09-30, value: 150, reported: 2023-10-04}]}\n"
    "  - {id: cars, name: 新能源车, kind: level, qualifier: at_least, commitment: strive,\n"
    "     target: 75.4, unit: '%'}\n";

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("A task is spoken of by the names of machine output") {
  const Json task = view(item_14);
  CHECK(task["plan"] == "2023");
  CHECK(task["item"] == 14);
  CHECK(task["section"] == 2);
  CHECK(task["title"] == "推动汽车产业转型");
  CHECK(task["lead"] == Json{"市工信局", "市发改局"});
  CHECK(task["support"] == Json::array());
  CHECK(task["due"] == "2023-12-31");
  CHECK(task["status"] == "in_progress");
  CHECK(task["mechanism"] == false);
  CHECK(task["completion"].dump() == "59.28");  // 131 of 221, the only one known
  CHECK(task["measures_known"] == 1);
  CHECK(task["measures"] == 2);
  CHECK(task["met"] == false);
}

TEST_CASE("An indicator's figures are those of the day as they were known") {
  const Json piles = view(item_14)["indicators"][0];
  CHECK(piles["id"] == "piles");
  CHECK(piles["kind"] == "cumulative");
  CHECK(piles["qualifier"] == "exactly");
  CHECK(piles["commitment"] == "binding");
  CHECK(piles["target"] == 221);
  CHECK(piles["unit"] == "个");
  CHECK(piles["reading"] == "r5");
  CHECK(piles["value"] == 131);
  CHECK(piles["data_date"] == "2023-08-31");
  CHECK(piles["time"].dump() == "66.58");
  CHECK(piles["completion"].dump() == "59.28");
  CHECK(piles["reporter"] == "市工信局");
}

TEST_CASE("Figures that are not there are null, never zero and never left out") {
  const Json cars = view(item_14)["indicators"][1];
  CHECK(cars["target"].dump() == "75.4");
  for (const char* name : {"reading", "value", "data_date", "completion", "met"}) {
    CAPTURE(name);
    REQUIRE(cars.contains(name));
    CHECK(cars[name].is_null());
  }
}

TEST_CASE("A task without any figure has null as completion, and says of how many") {
  const Json task =
      view("item: 14\ntitle: 甲\nmilestones: [{id: m1, name: 开工, due: 2023-12-31}]\n");
  CHECK(task["completion"].is_null());
  CHECK(task["met"].is_null());
  CHECK(task["measures_known"] == 0);
  CHECK(task["measures"] == 1);
  CHECK(task["status"].is_null());
  CHECK(task["milestones"][0]["done"].is_null());
  CHECK(task["milestones"][0]["overdue"] == false);
}

TEST_CASE("In full every reading of the file is there, with whether it counts") {
  const Json task = view(item_14, true);
  CHECK(task["as_of"] == "2023-08-31");
  CHECK(task["known_by"] == "2023-09-30");
  std::string counting;
  for (const Json& reading : task["indicators"][0]["readings"]) {
    counting += reading["id"].get<std::string>() + (reading["counts"] == true ? "+ " : "- ");
  }
  // r3 is corrected, r6 was not reported by then.
  CHECK(counting == "r3- r4+ r5+ r6- ");
}

TEST_CASE("A withdrawal is a reading with null as its value") {
  const Json task = view(
      "item: 14\ntitle: 甲\nindicators:\n"
      "  - {id: a, name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, target: "
      "9,\n"
      "     unit: 个, readings: [{id: r1, date: 2023-07-31, value: 5},\n"
      "       {id: r2, date: 2023-07-31, value: null, corrects: r1}]}\n",
      true);
  const Json indicator = task["indicators"][0];
  CHECK(indicator["value"].is_null());
  CHECK(indicator["readings"][1]["value"].is_null());
  CHECK(indicator["readings"][1]["corrects"] == "r1");
  CHECK(indicator["readings"][1]["counts"] == false);
}

TEST_SUITE_END();
