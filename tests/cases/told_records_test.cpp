// SPDX-License-Identifier: MIT
//
// How papers tell what happened beside reports: corrections, inspections and their feedback,
// orders, changes that are asked for, issues; and what a ledger of public results asks of nobody.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "said.h"

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("told_figures");

namespace {

namespace told_records {

using test::part;
using test::said;
using test::says;

/// A plan of 2024 with these keys, and tasks 1, 2, … of these texts; 甲局 leads where none says so.
test::MemoryDisk ledger(const std::vector<std::string>& tasks, const std::string& keys = "") {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n"
      "  - {name: 办公室, type: government}\n"
      "  - {name: 甲局, type: government}\n"
      "  - {name: 乙局, type: government}\n"
      "  - {name: 东镇, type: township}\n"
      "  - {name: 西镇, type: township}\n";
  disk.files["tasks/2024/plan.yaml"] =
      "schema: 1\nid: \"2024\"\ntitle: 重点任务\nperiod: {start: 2024-01-01, end: 2024-12-31}\n"
      "sections: [{no: 1, title: 治水}]\nroles: {office: 办公室, closers: [办公室]}\n" +
      keys;
  int item = 0;
  for (const std::string& task : tasks) {
    const std::string no = std::to_string(++item);
    std::string text = "schema: 1\nitem: " + no + "\nsection: 1\ntitle: 任务" + no + "\n" + task;
    for (const std::string key : {"lead: [甲局]\n", "due: 2024-12-31\n", "status: in_progress\n"}) {
      if (("\n" + text).find("\n" + key.substr(0, key.find(' '))) == std::string::npos) text += key;
    }
    disk.files["tasks/2024/00" + no + ".yaml"] = text;
  }
  return disk;
}

/// An indicator of 100 households with these readings.
std::string households(const std::string& readings) {
  return "indicators:\n  - id: a\n    name: 户数\n    commitment: binding\n    kind: cumulative\n"
         "    qualifier: at_least\n    unit: 户\n    target: 100\n    readings:\n" +
         readings;
}

std::string by_town(const std::string& readings) {
  return "indicators:\n  - id: a\n    name: 户数\n    commitment: binding\n    kind: cumulative\n"
         "    qualifier: at_least\n    unit: 户\n    targets: {东镇: 100, 西镇: 50}\n"
         "    readings:\n" +
         readings;
}

std::string weekly(const test::MemoryDisk& disk, const std::string& sunday) {
  return said(disk, "report weekly --as-of " + sunday);
}

Json table(const test::MemoryDisk& disk, const std::string& line, const std::string& id) {
  const Json tables = Json::parse(said(disk, line + " --format json"))["plans"][0]["tables"];
  return tables.contains(id) ? tables[id] : Json::array();
}

/// The values in one column of a table.
std::vector<std::string> column(const Json& rows, const std::string& key) {
  std::vector<std::string> values;
  for (const Json& row : rows)
    values.push_back(row[key].is_string() ? row[key].get<std::string>() : row[key].dump());
  return values;
}

using Words = std::vector<std::string>;

}  // namespace told_records

}  // namespace

TEST_CASE("A correction says what was sent, what stands now and why, whatever was found of it") {
  using namespace told_records;
  const std::string readings =
      "      - {id: r1, date: 2024-06-30, value: 22, reported: 2024-07-02}\n"
      "      - {id: r2, date: 2024-06-30, value: 20, reported: 2024-07-09, corrects: r1, reason: "
      "两户重复}\n";
  const std::string newer = "      - {id: r3, date: 2024-07-10, value: 24, reported: 2024-07-11}\n";
  const std::string found =
      "inspections:\n  - {id: n1, date: 2024-07-12, team: [办公室], method: field, indicator: a, "
      "reading: r2, result: inconsistent, verified_value: 18, finding: 虚报}\n";
  CHECK(says(weekly(ledger({households(readings)}), "2024-07-14"),
             "| 户数 | 2024-06-30 | 22 户 | 20 户 | 两户重复 |"));
  // The inspection came later than the correction; a newer reading changes nothing of that.
  for (const std::string& all : {readings, readings + newer}) {
    const test::MemoryDisk disk = ledger({households(all) + found});
    const std::string told = "| 户数 | 2024-06-30 | 22 户 | 20 户（督查核定 18 户） | 两户重复 |";
    const std::string week = weekly(disk, "2024-07-14");
    CHECK(says(week, told));
    // It is no new reading beside it.
    CHECK_FALSE(says(week, "| 18 户 | 2024-06-30 |"));
    const std::string month = said(disk, "report monthly --month 2024-07");
    CHECK(says(month, told.substr(0, told.size() - 1)));
  }
  // 24 − 18: the step is from what was found.
  CHECK(says(weekly(ledger({households(readings + newer) + found}), "2024-07-14"),
             "| 24 户 | 2024-07-10 | +6 户 |"));
}

TEST_CASE("A correction of one unit says what it puts right, and beside it the total of all") {
  using namespace told_records;
  const test::MemoryDisk disk = ledger(
      {by_town("      - {id: r1, date: 2024-06-30, values: {东镇: 30, 西镇: 40}, reported: "
               "2024-07-02}\n"
               "      - {id: r2, date: 2024-06-30, values: {东镇: 60}, reported: 2024-07-09, "
               "corrects: r1, reason: 漏统}\n")});
  const std::string told = "| 2024-06-30 | 东镇 30 | 东镇 60（合计 100 户） | 漏统 |";
  CHECK(says(weekly(disk, "2024-07-14"), told));
  CHECK(says(said(disk, "report monthly --month 2024-07"), told));
  const Json rows = Json::parse(said(disk,
                                     "list --rows readings --as-of 2024-07-14 --columns "
                                     "id,corrected_value,corrected_values --format json"));
  CHECK(rows[1]["corrected_value"] == 30);
  CHECK(rows[1]["corrected_values"] == Json{{"东镇", 30}});
}

TEST_CASE("What is taken back is among the corrections, with its reason") {
  using namespace told_records;
  const std::string taken_back =
      "      - {id: r1, date: 2024-06-30, value: 50, reported: 2024-07-02}\n"
      "      - {id: r2, date: 2024-06-30, value: null, reported: 2024-07-09, corrects: r1, reason: "
      "误报}\n";
  const test::MemoryDisk disk = ledger({households(taken_back)});
  CHECK(says(weekly(disk, "2024-07-14"), "| 50 户 | 撤回，不再计入 | 误报 |"));
  CHECK_FALSE(says(weekly(disk, "2024-07-14"), "新报数据"));
  CHECK(says(weekly(disk, "2024-07-07"), "| 50 户 | 2024-06-30 | 首次报送 |"));
}

TEST_CASE("Feedback on inspections is told when it comes, is late or is objected to") {
  using namespace told_records;
  const test::MemoryDisk disk = ledger(
      {"qualitative: {}\ninspections:\n"
       "  - {id: n1, date: 2024-04-20, team: [办公室], method: field, result: minor_gap, finding: "
       "甲, rectify_by: 2024-05-30, feedback: 2024-06-07}\n"
       "  - {id: n2, date: 2024-05-01, team: [办公室], method: field, result: consistent, finding: "
       "乙}\n"
       "  - {id: n3, date: 2024-05-11, team: [办公室], method: field, result: inconsistent, "
       "finding: 丙, objection: {date: 2024-06-06, text: 口径不同, answer: 维持}}\n"
       "  - {id: n4, date: 2024-06-05, team: [办公室], method: field, result: minor_gap, finding: "
       "丁, rectify_by: 2024-06-20}\n"});
  const auto findings = [&](const std::string& line) {
    return column(table(disk, line, "inspections"), "finding");
  };
  // n3 is due after 30 days, on 06-10: overdue from 06-11 on.
  CHECK(findings("report weekly --as-of 2024-05-26").empty());
  CHECK(findings("report weekly --as-of 2024-06-02") == Words{"甲"});
  CHECK(findings("report weekly --as-of 2024-06-09") == Words{"甲", "丙", "丁"});
  // The one longest over comes first.
  CHECK(findings("report weekly --as-of 2024-06-23") == Words{"丙", "丁"});
  CHECK(findings("report monthly --month 2024-06") == Words{"丙", "丁", "甲"});
  CHECK(says(weekly(disk, "2024-06-02"), "| 反馈超期 3 天 |"));
  const std::string week = weekly(disk, "2024-06-09");
  CHECK(says(week, "| 2024-06-07 已反馈 |"));
  CHECK(says(week, "| 2024-06-10 前反馈；异议：口径不同（维持） |"));
  CHECK(says(week, "| 2024-06-20 前反馈 |"));
  CHECK(says(weekly(disk, "2024-06-23"), "| 反馈超期 13 天；异议：口径不同（维持） |"));
  // A cancelled task is asked for nothing.
  const test::MemoryDisk cancelled = ledger(
      {"status: cancelled\nqualitative: {}\ninspections:\n  - {id: n1, date: 2024-05-01, team: "
       "[办公室], method: field, result: minor_gap, finding: 甲}\n"});
  CHECK(table(cancelled, "report weekly --as-of 2024-06-09", "inspections").empty());
}

TEST_CASE("The gravest order without a reply comes first, and what was closed is told that week") {
  using namespace told_records;
  const test::MemoryDisk disk = ledger(
      {"qualitative: {}\norders:\n"
       "  - {id: o1, date: 2024-04-10, level: order, to: [甲局], reason: 早, reply_by: "
       "2024-04-20}\n"
       "  - {id: o2, date: 2024-05-20, level: talk, to: [甲局], reason: 重, reply_by: 2024-05-27}\n"
       "  - {id: o3, date: 2024-05-01, level: order, to: [甲局], reason: 晚, reply_by: "
       "2024-05-10}\n"
       "  - {id: o4, date: 2024-05-02, level: listed, to: [甲局], reason: 结, reply_by: "
       "2024-05-12, reply: {date: 2024-05-11, text: 已改}, closed: 2024-06-08}\n"
       "  - {id: o5, date: 2024-06-03, level: listed, to: [甲局], reason: 待, reply_by: "
       "2024-06-14}\n"});
  const auto reasons = [&](const std::string& sunday) {
    return column(table(disk, "report weekly --as-of " + sunday, "orders"), "reason");
  };
  CHECK(reasons("2024-06-09") == Words{"重", "早", "晚", "待", "结"});
  CHECK(says(weekly(disk, "2024-06-09"), "| 结 | 2024-05-12 | 已办结 |"));
  CHECK(reasons("2024-06-02") == Words{"重", "早", "晚"});
  CHECK(reasons("2024-06-16") == Words{"重", "待", "早", "晚"});
}

TEST_CASE("A ledger of public results presses nobody") {
  using namespace told_records;
  const std::string task =
      households("      - {id: r1, date: 2024-05-31, value: 1, reported: 2024-06-02}\n") +
      "orders:\n"
      "  - {id: o1, date: 2024-06-04, level: order, to: [甲局], reason: 慢, reply_by: "
      "2024-06-06}\n"
      "inspections:\n"
      "  - {id: n1, date: 2024-06-04, team: [办公室], method: field, result: minor_gap, finding: "
      "缺, rectify_by: 2024-06-06}\n"
      "issues:\n"
      "  - {id: i1, found: 2024-06-03, found_by: 办公室, level: critical, text: 停工, owner: 甲局, "
      "log: [{date: 2024-06-03, state: found, by: 办公室}, {date: 2024-06-03, state: assigned, by: "
      "办公室}]}\n";
  const test::MemoryDisk owed = ledger({task});
  const test::MemoryDisk published = ledger({task}, "reporting: public\n");
  const auto overdue = [&](const test::MemoryDisk& disk, const std::string& kind) {
    return Json::parse(said(disk, "list --rows " + kind + " --as-of 2024-06-09 --columns " +
                                      "id,overdue --format json"))[0]["overdue"];
  };
  for (const std::string kind : {"orders", "inspections", "issues"}) {
    CHECK(overdue(owed, kind) == true);
    CHECK(overdue(published, kind) == false);
  }
  const std::string pressing = weekly(owed, "2024-06-09");
  for (const std::string words : {"回复超期 3 天", "反馈超期 3 天", "回复督办 1 件",
                                  "反馈督查 1 件", "说明红灯原因 1 项", "解决问题 1 个"}) {
    CHECK(says(pressing, words));
    CHECK_FALSE(says(weekly(published, "2024-06-09"), words));
  }
  CHECK(says(weekly(published, "2024-06-09"), "| 红灯"));
  const auto demands = [&](const test::MemoryDisk& disk) {
    return part(said(disk, "report bulletin --as-of 2024-06-09"), "五、下步要求", "---");
  };
  CHECK(says(demands(owed), "甲局 1"));
  CHECK(demands(published) == "五、下步要求\n\n只录公开结果，不作报送和追赶要求。\n\n");
}

TEST_CASE("Counts by unit that make more than there are say so") {
  using namespace told_records;
  const std::string behind =
      households("      - {id: r1, date: 2024-05-31, value: 1, reported: 2024-06-02}\n");
  const auto demands = [&](const std::vector<std::string>& tasks) {
    return part(said(ledger(tasks), "report bulletin --as-of 2024-06-09"), "五、下步要求", "---");
  };
  const std::string note = "（涉及几个单位的，各单位都计）";
  CHECK_FALSE(says(demands({behind}), note));
  // Two tasks: 甲局 has both, 乙局 the second.
  const std::string told = demands({behind, "lead: [甲局, 乙局]\n" + behind});
  CHECK(says(told, "2 项"));
  CHECK(says(told, "甲局 2、乙局 1" + note));
}

TEST_CASE("The mean of last week has how many it rests on, and few make none") {
  using namespace told_records;
  const auto task = [](const std::string& reported) {
    return households("      - {id: r1, date: 2024-05-31, value: 40, reported: " + reported +
                      "}\n");
  };
  const test::MemoryDisk disk =
      ledger({task("2024-06-02"), task("2024-06-05"), task("2024-06-06")});
  CHECK(says(weekly(disk, "2024-06-09"), "（3/3 项任务计入平均；上周只有 1/3 项，不作平均）"));
  CHECK(says(weekly(disk, "2024-06-16"), "40.00%（3/3 项任务计入平均；上周 40.00%，3/3 项）"));
}

TEST_CASE("An issue found and closed within the week is among the new ones") {
  using namespace told_records;
  const test::MemoryDisk disk = ledger(
      {"qualitative: {}\nissues:\n"
       "  - {id: i1, found: 2024-06-04, found_by: 办公室, level: general, text: 甲, owner: 甲局, "
       "log: [{date: 2024-06-04, state: found, by: 办公室}, {date: 2024-06-05, state: assigned, "
       "by: "
       "办公室}, {date: 2024-06-06, state: resolved, by: 甲局}, {date: 2024-06-07, state: closed, "
       "by: 办公室}]}\n"
       "  - {id: i2, found: 2024-06-06, found_by: 办公室, level: general, text: 乙, owner: 甲局, "
       "log: [{date: 2024-06-06, state: found, by: 办公室}]}\n"});
  CHECK(
      says(weekly(disk, "2024-06-09"),
           "新增 2 个（其中 1 个本周已销号），推进中 0 个，未销号的共超期 0 个；本周销号 1 个。"));
  CHECK(says(weekly(disk, "2024-06-16"),
             "新增 0 个，推进中 1 个，未销号的共超期 0 个；本周销号 0 个。"));
}

TEST_CASE(
    "A change that was asked for this week stands in the weekly, in the monthly with its day") {
  using namespace told_records;
  const test::MemoryDisk disk = ledger(
      {"changes:\n"
       "  - {id: c1, requested: 2024-06-04, field: indicators.a.target, from: 100, to: 80, reason: "
       "难}\n"
       "  - {id: c2, requested: 2024-06-05, effective: 2024-06-20, field: due, from: 2024-12-31, "
       "to: 2025-03-31, reason: 延, approved_by: 办公室}\n" +
       households("      - {id: r1, date: 2024-05-31, value: 40, reported: 2024-06-02}\n")});
  const Json week = table(disk, "report weekly --as-of 2024-06-09", "requests");
  CHECK(column(week, "reason") == Words{"难", "延"});
  CHECK(column(week, "requested") == Words{"2024-06-04", "2024-06-05"});
  CHECK(column(week, "effective") == Words{"null", "2024-06-20"});
  CHECK(table(disk, "report weekly --as-of 2024-06-16", "requests").empty());
  CHECK(column(table(disk, "report weekly --as-of 2024-06-23", "targets"), "reason") ==
        Words{"延"});
  CHECK(column(table(disk, "report monthly --month 2024-06", "pending"), "requested") ==
        Words{"2024-06-04"});
}

TEST_CASE("A red task that was carried over is marked, and what is asked for no longer is named") {
  using namespace told_records;
  const test::MemoryDisk disk =
      ledger({"changes:\n"
              "  - {id: c1, requested: 2024-06-04, effective: 2024-06-04, field: status, from: "
              "in_progress, to: carried_over, reason: 跨年, approved_by: 办公室}\n" +
              households("      - {id: r1, date: 2024-03-31, value: 1, reported: 2024-04-02}\n")});
  CHECK(says(weekly(disk, "2024-06-02"), "| 甲局 | 红灯 |"));
  const std::string week = weekly(disk, "2024-06-09");
  CHECK(says(week, "| 甲局 | 红灯（已结转） |"));
  CHECK(says(week, "不再要求补报：第 1 项 任务1（甲局）。"));
}

TEST_CASE("A task that has no row says in its name how its light turned") {
  using namespace told_records;
  // Room for few rows: 60 tasks that turn in one week, red for silence before. Of 100 households
  // 152 of 366 days expect 41.
  const auto week_of = [](const std::string& value) {
    test::MemoryDisk disk = ledger({});
    for (int item = 1; item <= 60; ++item) {
      const std::string no = std::to_string(item);
      disk.files["tasks/2024/" + no + ".yaml"] =
          "schema: 1\nitem: " + no + "\nsection: 1\ntitle: 任务" + no +
          "\nlead: [甲局]\ndue: 2024-12-31\nstatus: in_progress\n" +
          households("      - {id: r1, date: 2024-05-31, value: " + value +
                     ", reported: 2024-06-05}\n");
    }
    return weekly(disk, "2024-06-09");
  };
  const auto count = [](const std::string& line, const std::string& words) {
    int found = 0;
    for (std::size_t at = 0; (at = line.find(words, at)) != line.npos; ++at) ++found;
    return found;
  };
  const std::string lights = part(week_of("60"), "另有灯色变化", "\n");
  CHECK(count(lights, "（甲局）") > 1);
  CHECK(count(lights, "（甲局）") == count(lights, "（甲局）红灯转绿灯"));
  // 35 of 41 is yellow.
  const std::string yellow = part(week_of("35"), "另有黄灯", "\n");
  CHECK(count(yellow, "（甲局）") > 1);
  CHECK(count(yellow, "（甲局）") == count(yellow, "（甲局），好转"));
}

TEST_SUITE_END();
