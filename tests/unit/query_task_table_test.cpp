// SPDX-License-Identifier: MIT
#include "query/task_table.h"

#include <doctest/doctest.h>

#include "load/load.h"
#include "memory_disk.h"
#include "values.h"

using namespace taizhang;
using base::Language;
using words::Words;
using Row = std::vector<std::string>;

namespace {

/// The rows of a plan with these tasks, each given by what follows its schema.
std::vector<Row> rows(const std::vector<std::string>& tasks, bool several_plans = false) {
  test::MemoryDisk disk;
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: []\n";
  char name = 'a';
  for (const std::string& task : tasks) {
    disk.files["tasks/2023/" + std::string(1, name++) + ".yaml"] = "schema: 1\n" + task;
  }
  const model::Ledger ledger = load::load(disk, "tasks");
  const std::vector<measure::PlanFigures> plans{
      measure::measure_plan(ledger.plans.at(0), ledger.registry_of(ledger.plans.at(0)),
                            {test::day("2023-08-31"), test::day("2023-08-31")})};
  const query::Table table =
      query::task_table(query::select_tasks(ledger, plans, {}), several_plans, Words(Language::zh));
  std::vector<Row> texts;
  for (const auto& row : table.rows) {
    texts.emplace_back();
    for (const query::Cell& cell : row) texts.back().push_back(cell.text);
  }
  return texts;
}

const std::string item_14 =
    "item: 14\nsection: 2\ntitle: 推动汽车产业转型\nlead: [市工信局, 市发改局]\ndue: 2023-12-31\n"
    "status: in_progress\n";

const std::string indicator =
    "  - {name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, unit: 个, target: "
    "221, ";

}  // namespace

TEST_SUITE_BEGIN("query");

TEST_CASE("A task is a row: its completion stands beside how much of it is known") {
  CHECK(rows({item_14 + "indicators:\n" + indicator +
              "id: a, readings: [{id: r1, date: 2023-07-31, value: 126}]}\n" + indicator +
              "id: b}\n"}) ==
        std::vector<Row>{{"14", "推动汽车产业转型", "市工信局、市发改局", "2023-12-31", "推进中",
                          "灰灯", "未报送", "1/2", "57.01%"}});
}

TEST_CASE("What is not reported is a dash, not zero") {
  const std::vector<Row> table = rows({item_14 + "indicators:\n" + indicator + "id: a}\n"});
  CHECK(table.at(0).at(7) == "0/1");
  CHECK(table.at(0).at(8) == "—");
}

TEST_CASE("A task that nothing measures says so") {
  const std::vector<Row> table = rows({item_14});
  CHECK(table.at(0).at(7) == "未量化");
  CHECK(table.at(0).at(8) == "—");
}

TEST_CASE("A task of which little can be read still has its row, with dashes") {
  CHECK(rows({"title: 甲\ndue: 年底\n"}) ==
        std::vector<Row>{{"—", "甲", "—", "—", "—", "灰灯", "未量化", "未量化", "—"}});
}

TEST_CASE("Where several plans are in view the item has its plan before it") {
  CHECK(rows({item_14}, true).at(0).at(0) == "2023/14");
}

TEST_CASE("A completion is printed as it is, a mean is of capped ones") {
  const std::vector<Row> table =
      rows({item_14 + "indicators:\n" + indicator +
            "id: a, readings: [{id: r1, date: 2023-07-31, value: -22.1}]}\n"});
  // A task's mean is of capped completions: what is below nothing counts as nothing.
  CHECK(table.at(0).at(8) == "0.00%");
  CHECK(query::percent_text(test::fraction(4431, 4416)) == "100.34%");
  CHECK(query::percent_text(test::fraction(-1, 10)) == "-10.00%");
  CHECK(query::percent_text(std::nullopt) == "—");
}

TEST_SUITE_END();
