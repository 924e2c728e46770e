// SPDX-License-Identifier: MIT
//
// Suspended, cancelled and organising tasks are in no class, share or mean, and every answer says
// so alike (RULES.md §6.9).
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "run.h"

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("not_counted");

namespace {

namespace not_counted {

constexpr int tasks = 20;
constexpr int suspended = 4;
constexpr int cancelled = 3;
constexpr int organising = 2;
constexpr int counted = tasks - suspended - cancelled - organising;
const std::string line = "不计入：组织保障 2 项、暂停 4 项、取消 3 项";

/// A plan of twenty tasks with a month's figures, those left out among them as bad as can be.
test::MemoryDisk ledger() {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] = "schema: 1\nunits: [{name: 水务局, type: government}]\n";
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: [{no: 1, title: 治水}]\n";
  for (int item = 1; item <= tasks; ++item) {
    const int kind = item <= organising ? 0 : item <= organising + suspended ? 1 : 2;
    const bool out = item <= tasks - counted;
    std::string text = "schema: 1\nitem: " + std::to_string(item) +
                       "\nsection: 1\ntitle: 河道整治\nlead: [水务局]\ndue: 2023-12-31\n"
                       "status: in_progress\nindicators:\n"
                       "  - {id: a, name: 闸, kind: cumulative, qualifier: at_least, commitment: "
                       "binding, target: 100, unit: 个, readings: [{id: r1, date: 2023-06-30, "
                       "value: " +
                       std::to_string(out ? 1 : 10 * (item % 8)) + ", reported: 2023-07-01}]}\n";
    if (item == tasks) {
      text += "override: {light: grey, reason: 复核, by: 水务局, from: 2023-07-01}\n";
    }
    if (out && kind == 0) text += "mechanism: true\n";
    if (out && kind > 0) {
      text += std::string(
                  "changes: [{id: c, effective: 2023-05-01, field: status, from: "
                  "in_progress, approved_by: 水务局, to: ") +
              (kind == 1 ? "suspended" : "cancelled") + "}]\n";
    }
    disk.files["tasks/2023/" + std::to_string(100 + item) + ".yaml"] = text;
  }
  return disk;
}

std::string answer(std::vector<std::string> question) {
  question.insert(question.end(), {"--as-of", "2023-07-09"});
  const test::Outcome outcome = test::run(question, ledger());
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return outcome.out;
}

Json for_programs(std::vector<std::string> question) {
  question.insert(question.end(), {"--format", "json"});
  return Json::parse(answer(std::move(question)));
}

/// The sum of the numbers under those keys that are classes.
int sum_of_classes(const Json& counts) {
  int sum = 0;
  for (const char* standing :
       {"done", "ahead", "on_schedule", "behind", "far_behind", "not_reported", "not_measured",
        "not_applicable", "not_compared", "not_judged"}) {
    if (counts.contains(standing)) sum += counts[standing].get<int>();
  }
  return sum;
}

}  // namespace not_counted

}  // namespace

TEST_CASE("Classes add up to the tasks without the suspended, cancelled and organising ones") {
  using namespace not_counted;
  int answers = 0;
  const auto adds_up = [&](int sum) {
    CHECK(sum == tasks - suspended - cancelled - organising);
    ++answers;
  };
  for (const char* by : {"section", "lead", "class", "light"}) {
    const Json stats = for_programs({"stats", "--by", by});
    const Json& total = stats["plans"][0]["tables"]["counts"].back();
    CHECK(total["count"] == counted);
    CHECK(total["not_judged"] == 1);
    CHECK(total["not_reported"] == 0);
    adds_up(sum_of_classes(total));
  }
  for (const char* subject : {"2023", "治水"}) {
    adds_up(sum_of_classes(for_programs({"explain", subject})["classes"]));
  }
  adds_up(sum_of_classes(for_programs({"explain", "水务局"})["lead"]["classes"]));
  int in_weekly = 0;
  int judged_not = 0;
  const Json weekly = for_programs({"report", "weekly"});
  for (const Json& row : weekly["plans"][0]["tables"]["classes"]) {
    in_weekly += row["tasks"].get<int>();
    if (row["class"] == "not_judged") judged_not = row["tasks"].get<int>();
  }
  adds_up(in_weekly);
  CHECK(judged_not == 1);
  int in_list = 0;
  for (const Json& task : for_programs({"list"})) {
    CHECK(task["class"].is_null() == !task["counted"].get<bool>());
    in_list += !task["class"].is_null();
    CHECK((task["class"] == "not_judged") == (task["item"] == tasks));
  }
  adds_up(in_list);
  CHECK(answers == 9);
}

TEST_CASE("What is not counted is told in the same line everywhere") {
  using namespace not_counted;
  for (const std::vector<std::string>& question : {std::vector<std::string>{"stats"},
                                                   {"explain", "2023"},
                                                   {"explain", "水务局"},
                                                   {"report", "weekly", "--format", "md"}}) {
    CHECK_MESSAGE(answer(question).find(line) != std::string::npos, question[0]);
  }
}

TEST_SUITE_END();
