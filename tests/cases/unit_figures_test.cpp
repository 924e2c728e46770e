// SPDX-License-Identifier: MIT
//
// Targets by unit in every answer: each unit's own value, completion, class and score, worked out
// by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "run.h"

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("unit_figures");

namespace {

namespace unit_figures {

/// 农业局 leads; 甲镇 81 of 90, of which an inspection left 72; 乙镇 80 of 80; 丙镇 says nothing.
test::MemoryDisk ledger() {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 农业局, type: government}\n"
      "  - {name: 甲镇, type: township}\n  - {name: 乙镇, type: township}\n"
      "  - {name: 丙镇, type: township}\n";
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nissued: 2023-01-10\n"
      "period: {start: 2023-01-01, end: 2023-12-31}\nsections: [{no: 1, title: 村镇}]\n";
  disk.files["tasks/2023/001.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 村庄清洁\nlead: [农业局]\ndue: 2023-12-31\n"
      "status: in_progress\nindicators:\n"
      "  - {id: cover, name: 覆盖率, kind: ratio, qualifier: at_least, commitment: binding, unit: "
      "\"%\", trajectory: {type: hold}, frequency: once, targets: {甲镇: 90, 乙镇: 80, 丙镇: 60}, "
      "readings: [{id: r1, date: 2023-06-30, values: {甲镇: 81, 乙镇: 80}, reported: "
      "2023-07-05}]}\n"
      "inspections:\n"
      "  - {id: i1, date: 2023-07-20, team: [督查组], method: field, indicator: cover, reading: "
      "r1, "
      "result: inconsistent, finding: 虚报, verified_values: {甲镇: 72}}\n";
  return disk;
}

std::string answer(std::vector<std::string> question) {
  question.insert(question.end(), {"--as-of", "2023-07-31"});
  const test::Outcome outcome = test::run(question, ledger());
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return outcome.out;
}

Json for_programs(std::vector<std::string> question) {
  question.insert(question.end(), {"--format", "json"});
  return Json::parse(answer(std::move(question)));
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace unit_figures

}  // namespace

TEST_CASE(
    "The mean of the units that have reported is a number, and how many these are beside it") {
  using namespace unit_figures;
  // (72/90 + 80/80) / 2
  CHECK(says(answer({"list", "--rows", "indicators"}), "90.00%（已报 2/3）"));
  const std::string csv = answer({"list", "--rows", "indicators", "--format", "csv"});
  CHECK(says(csv, "数据截止日,已报单位,完成率,"));
  CHECK(says(csv, ",'2/3,90.00%,"));
  CHECK_FALSE(says(csv, "（已报"));
  const Json row = for_programs({"list", "--rows", "indicators"})[0];
  CHECK(row["completion"] == 90);
  CHECK(row["known_units"] == "2/3");
}

TEST_CASE("Indicators are counted by unit as each unit has them") {
  using namespace unit_figures;
  const Json stats = for_programs({"stats", "--rows", "indicators", "--by", "units"});
  std::map<std::string, Json> rows;
  for (const Json& row : stats["plans"][0]["tables"]["counts"]) rows[row["units"]] = row;
  REQUIRE(rows.size() == 5);
  for (const char* unit : {"农业局", "甲镇", "乙镇", "丙镇"}) CHECK(rows[unit]["count"] == 1);
  CHECK(rows["农业局"]["behind"] == 1);  // 甲镇 is the worst: 72/90 = 0.8
  CHECK(rows["甲镇"]["behind"] == 1);
  CHECK(rows["甲镇"]["completion"] == 80);
  CHECK(rows["乙镇"]["on_schedule"] == 1);
  CHECK(rows["乙镇"]["completion"] == 100);
  CHECK(rows["丙镇"]["not_reported"] == 1);
  CHECK(rows["丙镇"]["completion"].is_null());
}

TEST_CASE("A reading by unit tells the values that an inspection found, and what was sent") {
  using namespace unit_figures;
  const Json reading = for_programs({"list", "--rows", "readings"})[0];
  CHECK(reading["values"] == Json{{"甲镇", 72}, {"乙镇", 80}});
  CHECK(reading["written"]["values"] == Json{{"甲镇", 81}, {"乙镇", 80}});
  CHECK(reading["verified"] == true);
  const std::string columns = answer({"list", "--rows", "readings", "--columns", "id,values,fate"});
  CHECK(says(columns, "甲镇 72、乙镇 80"));
  CHECK(says(columns, "督查核定（原报 甲镇 81、乙镇 80）"));
}

TEST_CASE("The sheet of a unit has its own score, as the unit's story tells it") {
  using namespace unit_figures;
  // 甲镇 80, 乙镇 100, each less 3 for the false report.
  for (const auto& [unit, score] : {std::pair("甲镇", "77.00"), std::pair("乙镇", "97.00")}) {
    CAPTURE(unit);
    const std::string sheet = answer({"report", "unit", unit, "--format", "md"});
    CHECK(says(sheet, score + std::string("（")));
    CHECK(says(answer({"explain", unit}), "得分 " + std::string(score)));
    const Json duties = for_programs({"list", "--rows", "duties", "--columns", "unit,score"});
    const auto own =
        std::ranges::find_if(duties, [&](const Json& duty) { return duty["unit"] == unit; });
    REQUIRE(own != duties.end());
    CHECK((*own)["score"]["value"] == std::stod(score));
  }
}

TEST_SUITE_END();
