// SPDX-License-Identifier: MIT
#include "query/stats_table.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "stats_ledger.h"

using namespace taizhang;
using query::Counting;
using test::Counts;
using test::of_status;

namespace {

/// The cells of a table, `|` between them, a row a line.
std::string text(const query::Table& table) {
  std::string result;
  for (const auto& row : table.rows) {
    for (const query::Cell& cell : row) result += cell.text + "|";
    result += "\n";
  }
  return result;
}

std::string titles(const query::Table& table) {
  std::string result;
  for (const query::Column& column : table.columns) result += column.title + "|";
  return result;
}

bool has_note(const std::vector<std::string>& notes, const std::string& part) {
  return std::ranges::any_of(
      notes, [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

const words::Words zh(base::Language::zh);

}  // namespace

TEST_SUITE_BEGIN("query");

TEST_CASE("A table for people: shares with one decimal, a dash for what is not there") {
  const Counts counts({"section"}, Counting::tasks);
  const query::Table table = query::stats_table(counts.stats, zh);
  CHECK(titles(table) ==
        "板块|任务数|占比|已完成|超序时|达序时|滞后|严重滞后|未报送|未量化|平均完成率|有数据|");
  CHECK(text(table) ==
        "1 招商引资|2|40.0%|1|0|0|0|1|0|0|62.50%|2/2|\n"
        "2 动能转换|2|40.0%|0|0|0|0|0|1|1|—|0/2|\n"
        "3 组织实施|0|0.0%|0|0|0|0|0|0|0|—|0/0|\n"
        "9|1|20.0%|0|0|0|1|0|0|0|90.00%|1/1|\n"
        "合计|5|100.0%|1|0|0|1|1|1|1|71.67%|3/5|\n");
  CHECK(table.rows[0][3].tone == query::Tone::blue);
  CHECK(table.rows[0][4].tone == query::Tone::plain);
  CHECK(table.rows[0][7].tone == query::Tone::red);
  CHECK(has_note(table.notes, "截至 2023-06-30，时间进度 49.59%"));
  CHECK(has_note(table.notes, "组织保障任务 1 项"));
  CHECK(has_note(table.notes, "蓝灯 已完成"));
  CHECK_FALSE(has_note(table.notes, "权重为 0"));
  CHECK_FALSE(has_note(table.notes, "只统计所选"));
}

TEST_CASE("Shares are rounded each by itself") {
  const Counts counts({"lead"}, Counting::indicators);
  // Four indicators: 甲局 2, 乙局 2, 丙局 1, 丁局 1.
  const query::Table table = query::stats_table(counts.stats, zh);
  CHECK(table.rows.at(2).at(2).text == "25.0%");
  CHECK(query::stats_table(
            Counts({"light"}, Counting::tasks, "2023-06-30", of_status("推进中")).stats, zh)
            .rows.at(0)
            .at(2)
            .text == "25.0%");
}

TEST_CASE("Under a table of units stands what a joint task counts as") {
  for (const char* by : {"lead", "unit"}) {
    const Counts counts({by}, Counting::tasks);
    const query::Table table = query::stats_table(counts.stats, zh);
    CHECK(has_note(table.notes, "合计只计一次"));
    CHECK(table.rows.at(table.rows.size() - 2).at(0).text == "— 未写明");
  }
  CHECK(has_note(query::stats_table(Counts({"lead"}, Counting::tasks).stats, zh).notes,
                 "有几个牵头单位的共 2 项，各牵头单位之和比合计多 2。"));
  CHECK(has_note(query::stats_table(Counts({"kind", "unit"}, Counting::indicators).stats, zh).notes,
                 "合计只计一次"));
  const auto of_section = query::stats_table(Counts({"section"}, Counting::tasks).stats, zh);
  CHECK_FALSE(has_note(of_section.notes, "合计只计一次"));
}

TEST_CASE("A cross table has the columns that occur, in their order, and totals both ways") {
  const Counts counts({"section", "light"}, Counting::tasks);
  const query::Table table = query::stats_table(counts.stats, zh);
  CHECK(titles(table) == "板块|任务数|蓝灯|灰灯|黄灯|红灯|");
  CHECK(text(table) ==
        "1 招商引资|2|1|0|0|1|\n"
        "2 动能转换|2|0|2|0|0|\n"
        "3 组织实施|0|0|0|0|0|\n"
        "9|1|0|0|1|0|\n"
        "合计|5|1|2|1|1|\n");
  CHECK(has_note(table.notes, "蓝灯 已完成"));
  CHECK_FALSE(
      has_note(query::stats_table(Counts({"section", "status"}, Counting::tasks).stats, zh).notes,
               "蓝灯 已完成"));
}

TEST_SUITE_END();
