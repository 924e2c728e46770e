// SPDX-License-Identifier: MIT
//
// What papers say of what is short: by how much, of which unit, whatever the task's status is; and
// of lights that a person set, totals of units by month, orders, places.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "said.h"

namespace told_shortfalls {

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("told_figures");

namespace {

using test::part;
using test::said;
using test::says;

/// A plan of 2024 that owes reports from November on, without tasks.
test::MemoryDisk plan_of_2024(const std::string& rules = "") {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n"
      "  - {name: 办公室, type: government}\n"
      "  - {name: 甲局, type: government, rank_group: 局}\n"
      "  - {name: 乙局, type: government, rank_group: 局}\n"
      "  - {name: 东镇, type: township}\n"
      "  - {name: 西镇, type: township}\n"
      "  - {name: 各镇, type: group, members: [东镇, 西镇]}\n";
  disk.files["tasks/2024/plan.yaml"] =
      "schema: 1\nid: \"2024\"\ntitle: 重点任务\nperiod: {start: 2024-01-01, end: 2024-12-31}\n"
      "sections: [{no: 1, title: 治水}]\nroles: {office: 办公室, closers: [办公室]}\n"
      "rules: {reporting_from: 2024-11-30" +
      rules + "}\n";
  return disk;
}

void add(test::MemoryDisk& disk, int item, const std::string& title, const std::string& rest,
         const std::string& lead = "甲局") {
  disk.files["tasks/2024/00" + std::to_string(item) + ".yaml"] =
      "schema: 1\nitem: " + std::to_string(item) + "\nsection: 1\ntitle: " + title + "\nlead: [" +
      lead + "]\ndue: 2024-12-31\nstatus: in_progress\n" + rest;
}

/// The head of an indicator, and its readings.
std::string measured(const std::string& what, const std::string& readings) {
  return "indicators:\n  - {id: a, name: 数, commitment: binding, " + what + ", readings: [" +
         readings + "]}\n";
}

/// The rows of a table that have these words, without what stands before the last `cells` cells.
std::string last_cells(const std::string& text, const std::string& words, int cells) {
  const std::size_t at = text.find(words);
  if (at == std::string::npos) return "no row";
  const std::size_t end = text.find('\n', at);
  std::size_t begin = text.rfind('|', end);
  for (; cells > 0; --cells) begin = text.rfind('|', begin - 1);
  return text.substr(begin, end - begin);
}

const std::string sum =
    "indicators:\n  - id: a\n    name: 户数\n    kind: cumulative\n    qualifier: at_least\n"
    "    commitment: binding\n    unit: 户\n    targets: {东镇: 40, 西镇: 60}\n    readings:\n";

}  // namespace

TEST_CASE("What a binding indicator lacks is told from its value, whatever its task has become") {
  test::MemoryDisk disk = plan_of_2024();
  const std::string number = "kind: cumulative, qualifier: at_least, unit: ";
  const std::string end = "id: r1, date: 2024-12-31, reported: 2025-01-05, ";
  // Carried over: 60 less 42.
  add(disk, 1, "公路",
      measured(number + "公里, target: 60", "{" + end + "value: 42}") +
          "changes: [{id: c1, requested: 2025-01-10, effective: 2025-01-10, field: status, from: "
          "in_progress, to: carried_over, reason: 跨年, approved_by: 办公室}]\n");
  // A limit of 12 is broken by 1, whatever was expected by September.
  add(disk, 2, "安全",
      measured("kind: cumulative, qualifier: at_most, unit: 起, target: 12",
               "{id: r1, date: 2024-09-30, reported: 2024-10-05, value: 13}"));
  // 突破 10 asks for an eleventh.
  add(disk, 3, "企业",
      measured("kind: cumulative, qualifier: exceed, unit: 家, target: 10",
               "{" + end + "value: 10}"));
  // Of the towns 东镇 lacks 10 points, 西镇 nothing.
  add(disk, 4, "覆盖",
      measured("kind: ratio, qualifier: at_least, unit: \"%\", targets: {东镇: 90, 西镇: 80}",
               "{" + end + "values: {东镇: 80, 西镇: 85}}"));
  // One of the two months that are owed was below its target, the last was not.
  add(disk, 5, "整改",
      measured(
          "kind: ratio, qualifier: reach, unit: \"%\", target: 100, window: month",
          "{id: r0, date: 2024-11-30, reported: 2024-12-04, value: 90}, {" + end + "value: 100}"));
  // 92 of 90 %, but of November.
  add(disk, 6, "比率",
      measured("kind: ratio, qualifier: at_least, unit: \"%\", target: 90",
               "{id: r1, date: 2024-11-30, reported: 2024-12-04, value: 92}"));
  // Half a year old: 20 less 2.
  add(disk, 7, "车间",
      measured("kind: cumulative, qualifier: at_least, unit: 个, target: 20",
               "{id: r1, date: 2024-06-30, reported: 2024-07-05, value: 2}"));
  const auto fourth = [&](const std::string& day) {
    return part(said(disk, "report monthly --as-of " + day), "四、年底预计", "五、问题");
  };
  // The settlement ended on 2025-02-14.
  const std::string over = fourth("2025-02-28");
  CHECK(says(over, "还没有到期的，没有预计完不成的约束性指标。"));
  CHECK(says(over, "未完成的约束性指标 7 项"));
  CHECK(last_cells(over, "| 公路 |", 1) == "| 18 公里 |");
  CHECK(last_cells(over, "| 安全 |", 1) == "| 1 起 |");
  CHECK(last_cells(over, "| 企业 |", 1) == "| 1 家 |");
  CHECK(last_cells(over, "| 覆盖 |", 1) == "| 东镇 10 个百分点 |");
  CHECK(last_cells(over, "| 整改 |", 1) == "| 欠 1 个月 |");
  CHECK(last_cells(over, "| 比率 |", 1) == "| 没有报到期的数 |");
  CHECK(last_cells(over, "| 车间 |", 1) == "| 18 个 |");
  // Before that the last figure of 车间 is still to come: nothing is told as expected by a day that
  // is over, and nothing as missed for good.
  const std::string waits = fourth("2025-01-31");
  CHECK(says(waits, "已到期、最终数还没有来，按已报的数达不到的约束性指标 1 项。"));
  CHECK(last_cells(waits, "| 车间 |", 3) == "| 2 个 | 2024-06-30 | 18 个 |");
  CHECK_FALSE(says(waits, "预计到期 |"));
  // While it runs, the forecast: 2 × 366/182 = 4 by the year's end, 16 too few.
  const std::string running = fourth("2024-09-30");
  CHECK(last_cells(running, "| 车间 |", 4) == "| 2 个 | 2024-06-30 | 4 个 | 16 个 |");
}

TEST_CASE("A forecast just at the target of 突破 is short by one more, or just equal") {
  test::MemoryDisk disk = plan_of_2024();
  // 10 × 366/182 = 20.1, so 20; 18.2 × 366/182 = 36.6.
  add(disk, 1, "车间",
      measured("kind: cumulative, qualifier: exceed, unit: 个, target: 20",
               "{id: r1, date: 2024-06-30, reported: 2024-07-05, value: 10}"));
  add(disk, 2, "公路",
      measured("kind: cumulative, qualifier: exceed, unit: 公里, target: 36.6",
               "{id: r1, date: 2024-06-30, reported: 2024-07-05, value: 18.2}"));
  // One more than the target of what is short by more: 9 × 366/182 = 18.1, so 18 of 20.
  add(disk, 3, "企业",
      measured("kind: cumulative, qualifier: exceed, unit: 家, target: 20",
               "{id: r1, date: 2024-06-30, reported: 2024-07-05, value: 9}"));
  const std::string fourth =
      part(said(disk, "report monthly --as-of 2024-09-30"), "四、年底预计", "五、问题");
  CHECK(last_cells(fourth, "| 车间 |", 2) == "| 20 个 | 1 个 |");
  CHECK(last_cells(fourth, "| 公路 |", 2) == "| 36.6 公里 | 刚好等于目标，还不算达到 |");
  CHECK(last_cells(fourth, "| 企业 |", 2) == "| 18 家 | 2 家 |");
  const std::string week = said(disk, "report weekly --as-of 2024-09-30");
  CHECK(says(week, "| 20 个，差 1 个 |"));
  CHECK(says(week, "| 36.6 公里（刚好等于目标，还不算达到） |"));
}

TEST_CASE("A sum that is behind names the units that are, and equal targets are told once") {
  test::MemoryDisk disk = plan_of_2024();
  // 东镇 has 20 of its 19 (40 × 182/366), 西镇 5 of its 29 (60 × 182/366).
  add(disk, 1, "改厕",
      sum +
          "      - {id: r1, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 20, 西镇: "
          "5}}\n");
  const std::string strive =
      "indicators:\n  - {id: a, name: 数, commitment: strive, kind: ratio, qualifier: at_least, "
      "unit: \"%\", targets: {各镇: 90}, trajectory: {type: hold}, readings: [{id: r1, date: "
      "2024-06-30, reported: "
      "2024-07-02, values: {东镇: 95, 西镇: 60}}]}\n";
  add(disk, 2, "使用", strive);
  const std::string week = said(disk, "report weekly --as-of 2024-07-07");
  CHECK(says(week, "| 落后的是西镇（60 户以上，现为 5 户）；单位未说明原因 |"));
  // 60 of 90 is two thirds: red, and yellow because it is strived for, which is no reason.
  CHECK(says(week, "| 数 各 90%以上 |"));
  CHECK(says(week, "取各单位中最差的，即西镇（90%以上，现为 60%）"));
  CHECK_FALSE(says(week, "红灯改为"));
}

TEST_CASE("A bulletin says of which tasks behind it asks nothing") {
  test::MemoryDisk disk = plan_of_2024();
  const std::string behind = measured("kind: cumulative, qualifier: at_least, unit: 个, target: 20",
                                      "{id: r1, date: 2024-12-31, reported: 2025-01-03, value: 2}");
  add(disk, 1, "车间",
      behind +
          "changes: [{id: c1, effective: 2025-01-06, field: status, from: in_progress, to: "
          "carried_over, reason: 转下年, approved_by: 办公室}]\n");
  add(disk, 2, "公路", behind);
  const std::string paper = said(disk, "report bulletin --as-of 2025-01-20");
  CHECK(says(paper, "严重滞后任务 2 项：第 1 项 车间（甲局），已结转；第 2 项 公路（甲局）。"));
  CHECK(says(paper, "1 项严重滞后任务的牵头单位"));
  CHECK(says(paper,
             "严重滞后、滞后任务中 1 项已销号或结转，不在以上要求之内：第 1 项 车间（甲局）。"));
  CHECK(says(said(disk, "report ledger --as-of 2025-01-20"), "| 红灯（已结转） |"));
}

TEST_CASE("A unit’s sheet gives the reason by the unit’s own figures") {
  test::MemoryDisk disk = plan_of_2024();
  add(disk, 1, "改厕",
      sum +
          "      - {id: r1, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 40, 西镇: "
          "10}}\n");
  // In all 50 of 49 that are due (100 × 182/366); 西镇 has 10 of its 29 (60 × 182/366): 16.67 %
  // less 29/60.
  const auto reasons = [&](const std::string& unit, const std::string& day) {
    const std::string sheet = said(disk, "report unit " + unit + " --as-of " + day);
    const std::size_t at = sheet.find("红灯、黄灯的原因");
    return at == sheet.npos ? std::string() : sheet.substr(at, sheet.find("### 二", at) - at);
  };
  const std::string july = reasons("西镇", "2024-07-05");
  CHECK(says(july,
             "| 1 | 改厕 | 红灯 | 户数 60 户以上 | 10 户（16.67%） | -31.67 个百分点 | 0.3448 | "
             "单位未说明原因 | — |"));
  CHECK_FALSE(says(july, "绿灯"));
  CHECK(reasons("东镇", "2024-07-05").empty());
  CHECK(reasons("甲局", "2024-07-05").empty());
  CHECK(says(reasons("西镇", "2024-12-20"), "数据只到 2024-06-30，已陈旧"));
}

TEST_CASE("Of units that stand equally bad the one that is furthest behind is named, and why") {
  test::MemoryDisk disk = plan_of_2024();
  add(disk, 1, "使用",
      measured("kind: ratio, qualifier: at_least, unit: \"%\", targets: {各镇: 90}",
               "{id: r1, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 95, 西镇: 88}}"));
  // 153 days from June’s end to November’s.
  const std::string paper = said(disk, "report monthly --as-of 2024-11-30");
  CHECK(says(paper, "各单位中最差的是西镇：已有 153 天没有新数，严重陈旧"));
  CHECK_FALSE(says(paper, "现为 95%"));
}

TEST_CASE("Where a person set the light of a task, every paper that gives another says so") {
  test::MemoryDisk disk = plan_of_2024();
  add(disk, 1, "小区",
      measured("kind: cumulative, qualifier: at_least, unit: 个, target: 100",
               "{id: r1, date: 2024-06-30, reported: 2024-07-02, value: 5}") +
          "override: [{light: green, reason: 资金晚到, by: 办公室, from: 2024-06-01}]\n");
  const std::string ledger = said(disk, "report ledger --as-of 2024-07-05");
  CHECK(says(ledger, "| 绿灯\\*（指标红灯） |"));
  const Json row = Json::parse(said(disk, "report ledger --as-of 2024-07-05 --format json"));
  CHECK(row["plans"][0]["tables"]["ledger"][0]["light"] == "green");
  CHECK(says(said(disk, "report unit 甲局 --as-of 2024-07-05"), "| 红灯（任务人工定灯） |"));
  // A light set by a person is the task's, and the one of the figures beside it is marked.
  std::string& file = disk.files["tasks/2024/001.yaml"];
  file.replace(file.find("light: green"), 12, "light: yellow");
  const std::string sheet = said(disk, "report unit 甲局 --as-of 2024-07-05");
  const std::string why = part(sheet, "红灯、黄灯的原因", "### 二");
  CHECK(says(why, "| 小区 | 黄灯\\* |"));
  CHECK(says(why, "| 小区 | 红灯（任务人工定灯） |"));
}

TEST_CASE("The total of units stands in each month in which one of them has a value") {
  test::MemoryDisk disk = plan_of_2024();
  add(disk, 1, "改厕",
      sum +
          "      - {id: r1, date: 2024-05-31, reported: 2024-06-03, values: {东镇: 10, 西镇: 20}}\n"
          "      - {id: r2, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 14}}\n");
  const Json paper =
      Json::parse(said(disk, "report ledger --monthly --as-of 2024-07-05 --format json"));
  const Json row = paper["plans"][0]["tables"]["ledger"][0];
  CHECK(row["value"] == 34);
  CHECK(row["2024-05"] == 30);
  CHECK(row["2024-04"].is_null());
  // As it stood at the end of June: 14 of that month and the 20 that 西镇 still has.
  CHECK(row["2024-06"] == 34);
  CHECK(row["2024-07"].is_null());
}

TEST_CASE("An order says of which day its facts are, and what it still asks for") {
  test::MemoryDisk disk = plan_of_2024();
  const std::string orders =
      "orders:\n"
      "  - {id: o1, date: 2024-05-10, level: reminder, reason: 滞后, to: [甲局], reply_by: "
      "2024-05-20, reply: {date: 2024-05-23, text: 已部署}, closed: 2024-05-30}\n"
      "  - {id: o2, date: 2024-06-10, level: order, reason: 滞后, to: [甲局], reply_by: "
      "2024-06-20}\n"
      "  - {id: o3, date: 2024-12-10, level: listed, reason: 滞后, to: [甲局], reply_by: "
      "2024-12-30}\n";
  const std::string figures =
      measured("kind: cumulative, qualifier: at_least, unit: 个, target: 9",
               "{id: r1, date: 2024-06-30, reported: 2024-07-02, value: 1}");
  add(disk, 1, "河道", "support: [东镇]\n" + figures + orders, "甲局, 乙局");
  const std::string closed = said(disk, "report order 1/o1 --as-of 2024-07-05");
  CHECK(says(closed, "办结时间：2024-05-30\n"));
  CHECK(says(closed, "要求：已办结，不再要求办理和回复。\n"));
  CHECK(says(closed, "办理情况：已部署（2024-05-23，晚 3 天）"));
  CHECK_FALSE(says(closed, "反馈周期"));
  // November’s report has been missing since December 5: what went out before that did not ask for
  // it, and what is closed does no more.
  CHECK(says(said(disk, "report order 1/o3 --as-of 2024-12-20"), "漏报的各期"));
  const std::string june = said(disk, "report order 1/o2 --as-of 2024-12-20");
  CHECK_FALSE(says(june, "2024-11-30"));
  CHECK_FALSE(says(said(disk, "report order 1/o1 --as-of 2024-12-20"), "漏报的各期"));
  const std::string open = said(disk, "report order 1/o2 --as-of 2024-07-05");
  CHECK(says(open, "# 事实（截至 2024-07-05）\n"));
  CHECK(says(open, "协办单位：乙局、东镇\n"));
  CHECK(says(open, "于 2024-06-20 前"));
  // While a task is suspended neither its orders nor its issues are chased, however late they are.
  const std::string issue =
      "issues: [{id: i1, found: 2024-06-01, found_by: 办公室, level: general, text: 缺料, owner: "
      "甲局, log: [{date: 2024-06-01, state: found, by: 办公室}, {date: 2024-06-01, state: "
      "assigned, by: 办公室}]}]\n";
  const std::string suspended =
      "changes: [{id: c1, requested: 2024-06-15, effective: 2024-06-15, field: status, from: "
      "in_progress, to: suspended, reason: 停, approved_by: 办公室}]\n";
  add(disk, 1, "河道", figures + orders + issue);
  const std::string chased = said(disk, "report weekly --as-of 2024-07-07");
  CHECK(says(chased, "回复超期 17 天"));
  CHECK(says(chased, "解决问题 1 个（1"));
  CHECK(says(chased, "、回复督办 1 件（1）"));
  add(disk, 1, "河道", figures + orders + issue + suspended);
  const std::string rests = said(disk, "report weekly --as-of 2024-07-07");
  CHECK(says(rests, "任务已暂停，恢复后再回复"));
  // Found on 06-01 and due within 15 days.
  CHECK(says(rests, "超期 21 天（任务已暂停）"));
  CHECK_FALSE(says(rests, "解决问题"));
  CHECK_FALSE(says(rests, "回复督办"));
}

TEST_CASE("What decides above measures that are not behind is told with all milestones") {
  test::MemoryDisk disk = plan_of_2024();
  const std::string milestones =
      "milestones: [{id: a, name: 开工, due: 2024-02-29, done: 2024-02-04}, "
      "{id: b, name: 建成, due: 2024-11-30, done: 2024-09-23}]\n";
  add(disk, 1, "医院",
      milestones + "override: {light: red, reason: 数不实, by: 办公室, from: 2024-09-25}\n");
  const std::string weekly = said(disk, "report weekly --as-of 2024-10-06");
  CAPTURE(weekly);
  CHECK(says(weekly, "| 建成（2024-11-30 前）等 2 个节点 | 节点 2/2 |"));
  // A light by hand and the indicator below it are told once each.
  add(disk, 1, "河道",
      measured("kind: cumulative, qualifier: at_least, unit: 个, target: 9",
               "{id: r1, date: 2024-09-30, reported: 2024-10-02, value: 1}") +
          "override: {light: blue, reason: 已做完, by: 办公室, from: 2024-09-25}\n"
          "orders: [{id: o1, date: 2024-09-01, level: order, reason: 滞后, to: [甲局], reply_by: "
          "2024-09-20}]\n");
  const std::string order = said(disk, "report order 1/o1 --as-of 2024-10-06");
  CAPTURE(order);
  CHECK(says(order, "| 蓝灯\\* | — | — | — | 已做完（办公室） | — |"));
  CHECK(says(order, "| 红灯（任务人工定灯） |"));
}

TEST_CASE("An order of a cancelled task is a record: it says so and has no seal") {
  test::MemoryDisk disk = plan_of_2024();
  add(disk, 1, "河道",
      "milestones: [{id: m, name: 建成, due: 2024-12-01}]\norders: [{id: o1, date: 2024-05-10, "
      "level: listed, reason: 滞后, to: [甲局], reply_by: 2024-05-20}]\n"
      "changes: [{id: c1, requested: 2024-06-15, effective: 2024-06-15, field: status, from: "
      "in_progress, to: cancelled, reason: 停, approved_by: 办公室}]\n");
  const std::string before = said(disk, "report order 1/o1 --as-of 2024-06-10");
  CHECK(before.starts_with("# 挂牌督办通知书\n"));
  CHECK(says(before, "（印章）"));
  const std::string after = said(disk, "report order 1/o1 --as-of 2024-06-20");
  CHECK(after.starts_with("# 挂牌督办通知书（任务已取消）\n"));
  CHECK_FALSE(says(after, "（印章）"));
  CHECK_FALSE(says(after, "反馈周期"));
  CHECK(says(after, "要求：任务已取消，不再要求办理和回复。\n"));
  CHECK(says(said(disk, "report order --as-of 2024-06-10"), "1/o1"));
  CHECK_FALSE(says(said(disk, "report order --as-of 2024-06-20"), "1/o1"));
}

TEST_CASE("A sheet that is of another unit, and a subject that nothing has, say why") {
  test::MemoryDisk disk = plan_of_2024();
  disk.files["tasks/units.yaml"] +=
      "  - {name: 丁局, type: government, valid: {to: 2024-03-31}, status: merged, successor: "
      "甲局}\n";
  add(disk, 1, "河道", "milestones: [{id: m, name: 建成, due: 2024-12-01}]\n");
  const std::string merged = said(disk, "report unit 丁局 --as-of 2024-05-05");
  CHECK(says(merged, "“丁局”的任务现由甲局承担，以下是甲局的清单。\n"));
  CHECK_FALSE(says(said(disk, "report unit 甲局 --as-of 2024-05-05"), "承担"));
  const auto fails = [&](const std::string& line) {
    const test::Outcome outcome = test::run(test::arguments_of(line), disk);
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK(says(fails("report order 1 light:blue --as-of 2024-05-05"), "去掉条件再试"));
  CHECK(says(fails("report order 1 --as-of 2024-05-05"), "没有督办，也没有建议督办的任务"));
  CHECK(says(fails("report leader --as-of 2024-05-05"), "里没有一项任务写明责任领导"));
}

TEST_CASE("A sheet has the number that its plan prints, the tasks of a group, the unit’s place") {
  test::MemoryDisk disk = plan_of_2024(", score: {ranking: true}");
  disk.files["tasks/2025/plan.yaml"] =
      "schema: 1\nid: \"2025\"\ntitle: 明年任务\nperiod: {start: 2025-01-01, end: 2025-12-31}\n"
      "sections: [{no: 1, title: 治水}]\n";
  for (int item = 1; item <= 6; ++item) {
    const bool is_done = item <= 3;
    add(disk, item, "事" + std::to_string(item),
        std::string(item == 2 ? "support: [各镇]\n" : "") +
            "milestones: [{id: m, name: 建成, due: 2024-12-01" +
            (is_done ? ", done: 2024-04-01" : "") + "}]\n",
        is_done ? "甲局" : "乙局");
  }
  const std::string first = said(disk, "report unit 甲局 --as-of 2024-12-05");
  CHECK(says(first, "名次：本组第 1 名\n"));
  CHECK(says(first, "| 1 | 事1 |"));
  CHECK_FALSE(says(first, "2024/1"));
  CHECK(says(said(disk, "report unit 乙局 --as-of 2024-12-05"), "名次：本组第 2 名\n"));
  const std::string group = said(disk, "report unit 各镇 --as-of 2024-12-05");
  CHECK(says(group, "参与（项）：1\n"));
  CHECK(says(group, "| 2 | 事2 | 甲局 |"));
  CHECK(says(said(disk, "report ledger --as-of 2024-12-05"), "| 1 | 治水 | 事1 |"));
}

TEST_SUITE_END();

}  // namespace told_shortfalls
