// SPDX-License-Identifier: MIT
//
// How reports are told: who owes them, what a reading of several units changed, what was sent where
// another value counts.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "said.h"

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("told_figures");

namespace {

namespace told_reports {

/// A plan of 2024 that owes reports from May on; one task of 甲局 with one indicator.
test::MemoryDisk ledger(const std::string& indicator, const std::string& readings,
                        const std::string& more = "") {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n"
      "  - {name: 办公室, type: government}\n"
      "  - {name: 甲局, type: government}\n"
      "  - {name: 东镇, type: township}\n"
      "  - {name: 西镇, type: township}\n";
  disk.files["tasks/2024/plan.yaml"] =
      "schema: 1\nid: \"2024\"\ntitle: 重点任务\nperiod: {start: 2024-01-01, end: 2024-12-31}\n"
      "sections: [{no: 1, title: 治水}]\nroles: {office: 办公室, closers: [办公室]}\n"
      "rules: {reporting_from: 2024-05-31}\n";
  disk.files["tasks/2024/001.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 改厕\nlead: [甲局]\ndue: 2024-12-31\n"
      "status: in_progress\nindicators:\n  - id: a\n    name: 户数\n    commitment: binding\n" +
      indicator + "    readings:\n" + readings + more;
  return disk;
}

const std::string one =
    "    kind: cumulative\n    qualifier: at_least\n    unit: 户\n    target: 100\n";
const std::string sum =
    "    kind: cumulative\n    qualifier: at_least\n    unit: 户\n"
    "    targets: {东镇: 40, 西镇: 60}\n";
const std::string each =
    "    kind: ratio\n    qualifier: at_least\n    unit: \"%\"\n"
    "    targets: {东镇: 100, 西镇: 100}\n";

std::string answer(std::vector<std::string> question, const test::MemoryDisk& disk,
                   const std::string& day) {
  question.insert(question.end(), {"--as-of", day});
  const test::Outcome outcome = test::run(question, disk);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return outcome.out;
}

std::string weekly(const test::MemoryDisk& disk, const std::string& day) {
  return answer({"report", "weekly"}, disk, day);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

/// Both towns have May, only 东镇 June.
test::MemoryDisk lacks_west(const std::string& targets) {
  return ledger(targets,
                "      - {id: r1, date: 2024-05-31, reported: 2024-06-03, values: "
                "{东镇: 10, 西镇: 20}}\n"
                "      - {id: r2, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 14}}\n");
}

const std::string false_report =
    "inspections:\n  - {id: i1, date: 2024-07-04, team: [办公室], method: field, indicator: a, "
    "reading: r2, result: inconsistent, finding: 虚报";

}  // namespace told_reports

}  // namespace

TEST_CASE("Who owes a missing report is told by name, and in the sheet of that unit") {
  using namespace told_reports;
  int asked = 0;
  for (const std::string& targets : {sum, each}) {
    CAPTURE(targets);
    const test::MemoryDisk disk = lacks_west(targets);
    // 2024-07-05 is a Friday and the deadline of June; 2024-07-07 the Sunday after it.
    for (const std::vector<std::string>& question : {std::vector<std::string>{"report", "weekly"},
                                                     {"report", "unit", "西镇"},
                                                     {"report", "unit", "甲局"},
                                                     {"list", "--rows", "periods"}}) {
      const std::string text = answer(question, disk, "2024-07-07");
      CAPTURE(text);
      const std::size_t told = text.rfind("2024-06-30");
      REQUIRE(told != std::string::npos);
      const std::size_t start = text.rfind('\n', told);
      const std::string line = text.substr(start, text.find('\n', told) - start);
      CHECK(says(line, "西镇"));
      CHECK_FALSE(says(line, "东镇"));
      ++asked;
    }
    CHECK(says(answer({"show", "1"}, disk, "2024-07-07"), "2024-06-30（西镇）"));
    CHECK(says(answer({"explain", "1/a"}, disk, "2024-07-07"), "漏报单位：西镇"));
    CHECK(says(answer({"report", "unit", "东镇"}, disk, "2024-07-07"), "应报未报：无\n"));
    CHECK(says(weekly(disk, "2024-07-07"), "- 西镇：补报 1 项"));
    CHECK(
        says(answer({"report", "monthly"}, disk, "2024-07-31"), "| 西镇 | 1 | 改厕 | 户数 | 1 期"));
  }
  CHECK(asked == 8);
}

TEST_CASE("The line of the README for who owes a month names who has not sent it") {
  using namespace told_reports;
  const std::string readme = test::source_text("README.md");
  const std::size_t begins = readme.find("list --rows periods '(@owed or @late)");
  REQUIRE(begins != std::string::npos);
  std::string line = readme.substr(begins, readme.find('\n', begins) - begins);
  std::ranges::replace(line, '\'', '"');
  const std::size_t month = line.find("2023-09");
  REQUIRE(month != std::string::npos);
  line.replace(month, 7, "2024-06");
  for (const std::string& targets : {sum, each}) {
    for (const std::string& question : {line, std::string("list @owed end:2024-06 --group none "
                                                          "--columns owed_by,reporter")}) {
      std::vector<std::string> asked = test::arguments_of(question);
      asked.insert(asked.end(), {"--format", "json"});
      const Json rows = Json::parse(answer(asked, lacks_west(targets), "2024-07-07"));
      REQUIRE(rows.size() == 1);
      CHECK(rows[0].at("owed_by") == Json::array({"西镇"}));
      CHECK(rows[0].at("reporter") == "甲局");
    }
  }
}

TEST_CASE("A missing period stays missing in the weekly once a later one is reported") {
  using namespace told_reports;
  // May is missing, June came in time.
  const std::string june = "      - {id: r1, date: 2024-06-30, value: 50, reported: 2024-07-03}\n";
  const std::string suspended =
      "changes:\n  - {id: c1, requested: 2024-07-04, field: status, from: in_progress, to: "
      "suspended, reason: 停, approved_by: 办公室}\n";
  CHECK(says(weekly(ledger(one, june), "2024-07-07"), "漏报 1 项指标，共 1 期"));
  const std::string closed =
      "changes:\n  - {id: c1, requested: 2024-07-04, field: status, from: in_progress, to: "
      "closed, reason: 完, approved_by: 办公室}\n";
  CHECK(says(weekly(ledger(one, june, closed), "2024-07-07"), "漏报 1 项指标，共 1 期"));
  CHECK_FALSE(says(weekly(ledger(one, june, suspended), "2024-07-07"), "漏报 1 项"));
  const Json periods = Json::parse(
      answer({"list", "--rows", "periods", "--format", "json"}, ledger(one, june), "2024-07-07"));
  REQUIRE(periods.size() == 1);
  CHECK(periods[0]["end"] == "2024-05-31");
  CHECK(periods[0]["owed_by"] == Json::array({"甲局"}));
}

TEST_CASE("Readings by unit stand in the weekly with the step of their sum, or of each unit") {
  using namespace told_reports;
  const std::string readings =
      "      - {id: r1, date: 2024-05-31, reported: 2024-06-03, values: {东镇: 10, 西镇: 20}}\n"
      "      - {id: r2, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 14, 西镇: 23}}\n"
      "      - {id: r3, date: 2024-06-30, reported: 2024-07-09, corrects: r2, reason: 误, "
      "values: {东镇: 15, 西镇: 23}}\n";
  for (const std::string& targets : {sum, each}) {
    const test::MemoryDisk disk = ledger(targets, readings);
    const std::string first = weekly(disk, "2024-06-09");
    CHECK(says(first, "东镇 10、西镇 20 | 2024-05-31 | 首次报送"));
    CHECK(says(first, "已报送指标：1（共 1 项指标）"));
    const std::string second = weekly(disk, "2024-07-07");
    CHECK(says(second, "东镇 14、西镇 23"));
    CHECK_FALSE(says(second, "首次报送"));
    CHECK_FALSE(says(weekly(disk, "2024-07-14"), "首次报送"));
  }
  // 14 + 23 less 10 + 20.
  CHECK(says(weekly(ledger(sum, readings), "2024-07-07"), "| +7 户 |"));
  CHECK(says(weekly(ledger(each, readings), "2024-07-07"), "东镇 +4 个百分点、西镇 +3 个百分点"));
  // 15 + 23; rates are not added.
  CHECK(says(weekly(ledger(sum, readings), "2024-07-14"),
             "| 东镇 14、西镇 23 | 东镇 15、西镇 23（合计 38 户） | 误 |"));
  CHECK(says(weekly(ledger(each, readings), "2024-07-14"),
             "| 东镇 14、西镇 23 | 东镇 15、西镇 23 | 误 |"));
  // Of one town alone.
  CHECK(says(weekly(lacks_west(sum), "2024-07-07"), "| +4 户 |"));
  CHECK(says(weekly(lacks_west(each), "2024-07-07"), "| 东镇 +4 个百分点 |"));
}

TEST_CASE("An indicator of which each unit has its own is reported once every unit has reported") {
  using namespace told_reports;
  const std::string east =
      "      - {id: r1, date: 2024-05-31, reported: 2024-06-03, values: {东镇: 10}}\n";
  const std::string west =
      "      - {id: r2, date: 2024-05-31, reported: 2024-06-04, values: {西镇: 20}}\n";
  CHECK(says(weekly(ledger(each, east), "2024-06-09"), "已报送指标：0（共 1 项指标）"));
  CHECK(says(weekly(ledger(each, east + west), "2024-06-09"), "已报送指标：1（共 1 项指标）"));
  const std::string places =
      "    kind: rank\n    qualifier: at_least\n    unit: 位\n    targets: {东镇: 3, 西镇: 3}\n";
  const std::string told = weekly(ledger(places, east + west), "2024-06-09");
  CHECK(says(told, "各单位已报 2/2"));
  CHECK_FALSE(says(told, "各单位各有目标 | 未报送"));
}

TEST_CASE("A verified value is marked, and events of reports tell what was reported") {
  using namespace told_reports;
  const std::string readings =
      "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n"
      "      - {id: r2, date: 2024-06-30, value: 80, reported: 2024-07-02}\n"
      "      - {id: r3, date: 2024-06-30, value: 78, reported: 2024-07-10, corrects: r2, reason: "
      "误}\n";
  const test::MemoryDisk disk = ledger(one, readings, false_report + ", verified_value: 55}\n");
  CHECK(says(weekly(disk, "2024-07-07"), "督查核定（原报 80 户）"));
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"show", "1"}, {"list", "--rows", "readings"}}) {
    CHECK(says(answer(question, disk, "2024-07-07"), "督查核定（原报 80 户）"));
    CHECK(says(answer(question, disk, "2024-07-14"), "督查核定（原报 78 户）"));
  }
  const auto event = [&](const std::string& name, const std::string& since,
                         const std::string& day) {
    for (const Json& one_event : Json::parse(answer(
             {"list", "--rows", "events", "--since", since, "--format", "json"}, disk, day))) {
      if (one_event["event"] == name) return one_event;
    }
    return Json();
  };
  const Json report = event("reading", "2024-06-30", "2024-07-07");
  CHECK(report["before"] == 50);
  CHECK(report["after"] == 80);
  const Json correction = event("reading_corrected", "2024-07-07", "2024-07-14");
  CHECK(correction["before"] == 80);
  CHECK(correction["after"] == 78);
}

TEST_CASE("A report found false was made, and a rate of nothing has no value") {
  using namespace told_reports;
  const std::string readings =
      "      - {id: r2, date: 2024-05-31, value: 50, reported: 2024-06-05}\n";
  const test::MemoryDisk disk = ledger(one, readings, false_report + "}\n");
  const auto reporting = [&](const std::string& day) {
    return Json::parse(
        answer({"list", "--rows", "indicators", "--format", "json"}, disk, day))[0]["reporting"];
  };
  CHECK(reporting("2024-06-04") == "never");
  CHECK(reporting("2024-07-04") == "awaited");
  CHECK(reporting("2024-07-05") == "missing");
  CHECK(says(weekly(disk, "2024-07-07"), "已报送指标：0（共 1 项指标）"));
  const std::string rate =
      "    kind: ratio\n    qualifier: reach\n    unit: \"%\"\n    target: 100\n"
      "    numerator: 探访\n    denominator: 对象\n";
  const std::string none =
      "      - {id: r1, date: 2024-05-31, value: 0, reported: 2024-06-03, parts: {探访: 0, 对象: "
      "0}}\n";
  const std::string shown = answer({"show", "1"}, ledger(rate, none), "2024-06-09");
  CHECK(says(shown, "2024-05-31  不适用"));
  CHECK_FALSE(says(shown, "2024-05-31      0%"));
}

TEST_CASE("An approved change without a day holds from the day on which it was asked for") {
  using namespace told_reports;
  const std::string readings =
      "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n";
  const auto change = [&](const std::string& approved) {
    return ledger(one, readings,
                  "changes:\n  - {id: c1, requested: 2024-06-06, field: indicators.a.target, from: "
                  "100, to: 90, reason: 调" +
                      approved + "}\n");
  };
  CHECK(
      says(weekly(change(", approved_by: 办公室"), "2024-06-09"), "| 是 | 2024-06-06 | 办公室 |"));
  const auto effective = [&](const std::string& approved) {
    return Json::parse(answer({"list", "--rows", "changes", "--format", "json"}, change(approved),
                              "2024-06-09"))[0]["effective"];
  };
  CHECK(effective(", approved_by: 办公室") == "2024-06-06");
  CHECK(effective("").is_null());
}

TEST_CASE("A draft for missing reports goes to the units that owe them, each with its own") {
  using namespace told_reports;
  // 东镇 has May and June, 西镇 neither: two in a row suggest a reminder.
  const std::string of_east =
      "      - {id: r1, date: 2024-05-31, reported: 2024-06-03, values: {东镇: 10}}\n"
      "      - {id: r2, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 14}}\n";
  const std::string sheet = answer({"report", "order"}, ledger(sum, of_east), "2024-07-07");
  CAPTURE(sheet);
  CHECK(sheet.starts_with("# 提醒函（草稿）\n\n2024年7月7日\n\n西镇：\n"));
  CHECK(says(sheet, "- 欠报单位：西镇\n- 牵头单位：甲局\n- 事由：漏报 2 期。\n"));
  CHECK(says(sheet,
             "| 指标 | 起 | 止 | 报送截止日 |\n| --- | --- | --- | --- |\n"
             "| 户数 | 2024-05-01 | 2024-05-31 | 2024-06-05 |\n"
             "| 户数 | 2024-06-01 | 2024-06-30 | 2024-07-05 |\n\n"));
  CHECK(says(sheet, "\n\n抄送：甲局\n"));
  CHECK_FALSE(says(sheet, "东镇"));
  CHECK_FALSE(says(sheet, "\n甲局：\n"));
  // What nobody sent has a sheet for each of them.
  const std::string both = answer({"report", "order"}, ledger(sum, "      []\n"), "2024-07-07");
  CHECK(says(both, "\n\n东镇：\n"));
  CHECK(says(both, "\n\n西镇：\n"));
  // Where the unit that leads the task reports, it is asked.
  const std::string lead = answer({"report", "order"}, ledger(one, "      []\n"), "2024-07-07");
  CHECK(says(lead, "\n\n甲局：\n"));
  CHECK_FALSE(says(lead, "抄送"));
}

TEST_CASE("Each unit stands with the missing periods that are its own") {
  using namespace told_reports;
  // May came from both, June from 东镇 alone, July from nobody; deadlines 06-05, 07-05 and 08-05.
  for (const std::string& targets : {sum, each}) {
    CAPTURE(targets);
    test::MemoryDisk disk = lacks_west(targets);
    CHECK(says(weekly(disk, "2024-08-11"),
               "| 东镇 1 期（最近一期截至 2024-07-31）；西镇 2 期（最近一期截至 2024-07-31） | 1 | "
               "改厕 | 户数 | 2 期（最近一期截至 2024-07-31） |"));
    const auto sheet = [&](const std::string& unit) {
      return test::part(answer({"report", "unit", unit}, disk, "2024-08-11"), "应报未报",
                        "存在问题");
    };
    CHECK(says(sheet("东镇"), "| 东镇 | 1 | 改厕 | 户数 | 1 期（最近一期截至 2024-07-31） |"));
    CHECK(says(sheet("西镇"), "| 西镇 | 1 | 改厕 | 户数 | 2 期（最近一期截至 2024-07-31） |"));
    // Who reports for both has the whole.
    CHECK(says(sheet("甲局"), "西镇 2 期"));
    CHECK(says(sheet("甲局"), "东镇 1 期"));
    disk.files["tasks/2024/001.yaml"] +=
        "orders:\n  - {id: o1, date: 2024-08-06, level: order, reason: 催报, to: [东镇, 甲局], "
        "reply_by: 2024-08-20}\n";
    const std::string orders = answer({"report", "order", "1/o1"}, disk, "2024-08-11");
    const std::size_t of_lead = orders.find("主办单位：甲局");
    const std::size_t of_town = orders.find("主办单位：东镇");
    REQUIRE(of_lead != std::string::npos);
    REQUIRE(of_town < of_lead);
    const std::string town = orders.substr(of_town, of_lead - of_town);
    CHECK(says(town, "| 户数 | 2024-07-01 | 2024-07-31 | 2024-08-05 |\n"));
    CHECK_FALSE(says(town, "2024-06-30"));
    CHECK(says(orders.substr(of_lead), "| 户数 | 2024-06-01 | 2024-06-30 | 2024-07-05 | 西镇 |"));
    // What a town owes the town is asked for; who leads can only see to it.
    CHECK(says(town, "下列漏报的各期数据一并补报。"));
    CHECK(says(orders.substr(of_lead), "下列漏报的各期数据，督促欠报单位补报。"));
    CHECK(says(orders.substr(of_lead), "抄送：西镇\n"));
    CHECK(says(town, "漏报的各期（2024-08-06 交办时已漏报、至今未补报）\n"));
    // 西镇 has no sheet of its own, so July stands here as well.
    CHECK(says(orders.substr(of_lead), "| 2024-08-05 | 东镇、西镇 |"));
  }
}

TEST_CASE("A draft for data that is too old goes to the unit whose own is, and says so") {
  using namespace told_reports;
  // East has sent nothing since May, West has November: the total is as old as East’s. Each has
  // missed months between, and so is late; 甲局 owes nothing.
  const test::MemoryDisk disk = ledger(
      sum,
      "      - {id: r1, date: 2024-05-31, reported: 2024-06-03, values: {东镇: 40, 西镇: 50}}"
      "\n"
      "      - {id: r2, date: 2024-11-30, reported: 2024-12-03, values: {西镇: 55}}\n");
  const std::string draft = answer({"report", "order"}, disk, "2024-12-10");
  CAPTURE(draft);
  CHECK(says(draft, "\n\n东镇：\n"));
  CHECK_FALSE(says(draft, "\n\n西镇：\n"));
  CHECK_FALSE(says(draft, "\n\n甲局：\n"));
  CHECK(says(draft, "没有按期报送的原因"));
  // 40 and 55 of 100, the total of both, not East’s own 40 of 40 that is done.
  CHECK(says(draft, "| 红灯 | 户数 100 户以上 | 95 户（95.00%） |"));
  CHECK_FALSE(says(draft, "蓝灯 |"));
  CHECK(says(draft, "承诺“户数 100 户以上”，完成 95 户（95.00%）"));
}

TEST_CASE("An order to a group has a sheet and a line of what to do for each of its members") {
  using namespace told_reports;
  test::MemoryDisk disk = ledger(sum, "      []\n");
  disk.files["tasks/units.yaml"] +=
      "  - {name: 南镇, type: township, valid: {to: 2024-06-30}, status: merged, successor: 东镇}\n"
      "  - {name: 各镇, type: group, members: [东镇, 西镇, 南镇]}\n";
  disk.files["tasks/2024/001.yaml"] +=
      "support: [各镇]\norders:\n  - {id: o1, date: 2024-07-10, level: order, reason: 催报, "
      "to: [甲局, 各镇], reply_by: 2024-07-12}\n";
  const std::string orders = answer({"report", "order", "1/o1"}, disk, "2024-07-14");
  CAPTURE(orders);
  CHECK(says(orders, "\n\n甲局：\n"));
  CHECK(says(orders, "\n\n东镇：\n"));
  CHECK(says(orders, "\n\n西镇：\n"));
  CHECK_FALSE(says(orders, "\n\n各镇：\n"));
  CHECK_FALSE(says(orders, "南镇"));
  // Each has its own sheet: nobody has a copy, and who leads asks nobody for reports.
  CHECK_FALSE(says(orders, "抄送"));
  const std::string lead = orders.substr(0, orders.find("\n\n东镇：\n"));
  CHECK_FALSE(says(lead, "补报"));
  for (const char* unit : {"东镇", "西镇"}) {
    const std::string sheet = answer({"report", "unit", unit}, disk, "2024-07-14");
    CHECK(says(test::part(sheet, "督办", "今后"), "| 1 | 改厕 |"));
    CHECK(says(sheet, "回复督办 1 件：1 改厕（应于 2024-07-12 前，已超期）。\n"));
    CHECK(says(weekly(disk, "2024-07-14"),
               std::string("- ") + unit + "：补报 1 项（1 改厕）、回复督办 1 件（1）。"));
  }
  CHECK_FALSE(says(weekly(disk, "2024-07-14"), "- 各镇："));
  CHECK(says(test::part(answer({"report", "unit", "各镇"}, disk, "2024-07-14"), "督办", "今后"),
             "| 1 | 改厕 |"));
  const Json listed =
      Json::parse(answer({"list", "--rows", "orders", "--columns", "sent_to", "--format", "json"},
                         disk, "2024-07-14"));
  CHECK(listed[0]["sent_to"] == Json::array({"甲局", "东镇", "西镇"}));
}

TEST_CASE("Where an inspection took the figure down, papers say so and what it found") {
  using namespace told_reports;
  // 30 sent for June, 20 found on August 5; 49.7 % of the year’s days are due: 20 lags.
  const test::MemoryDisk disk = ledger(
      one, "      - {id: r2, date: 2024-06-30, reported: 2024-07-02, value: 60}\n",
      "inspections:\n  - {id: i1, date: 2024-08-05, team: [办公室], method: field, indicator: a, "
      "reading: r2, result: inconsistent, verified_value: 20, finding: 多算一村。}\n");
  const std::string why = "督查核定（原报 60 户）：多算一村";
  for (const std::vector<std::string>& question : {std::vector<std::string>{"report", "weekly"},
                                                   {"report", "bulletin"},
                                                   {"report", "unit", "甲局"},
                                                   {"report", "order"}}) {
    const std::string text = answer(question, disk, "2024-08-11");
    CAPTURE(text);
    CHECK(says(text, why));
    CHECK_FALSE(says(text, "单位未说明原因"));
  }
  // The month ended before it; what is known by its deadline stands on what was found.
  const std::string july = test::said(disk, "report monthly --month 2024-07 --known-by 2024-08-08");
  CHECK(says(july, why));
  CHECK(says(test::part(july, "督查发现", "目标调整"), "| 2024-08-05 | 户数 |"));
  const std::string before = test::said(disk, "report monthly --month 2024-07");
  CHECK_FALSE(says(test::part(before, "督查发现", "目标调整"), "2024-08-05"));
}

TEST_CASE("What waits to be closed is of those that may close it, and later periods have a day") {
  using namespace told_reports;
  const test::MemoryDisk disk = ledger(
      one, "      - {id: r1, date: 2024-05-31, reported: 2024-06-03, value: 50}\n",
      "issues: [{id: i1, found: 2024-06-01, found_by: 群众, level: general, text: 缺料, owner: "
      "甲局, "
      "log: [{date: 2024-06-01, state: found}, {date: 2024-06-02, state: assigned, by: 办公室}, "
      "{date: 2024-06-05, state: resolved, by: 甲局}]}]\n");
  const std::string office = answer({"report", "unit", "办公室"}, disk, "2024-07-02");
  CHECK(says(test::part(office, "存在问题", "督办"), "| 缺料 |"));
  CHECK(says(office, "- 核验销号问题 1 个：1 缺料。\n"));
  CHECK(says(weekly(disk, "2024-07-07"), "- 办公室：核验销号问题 1 个（1 改厕）"));
  // June by July 5, July by August 5: 30 days from July 2 end on August 1, from July 5 on the 4th.
  CHECK(says(answer({"report", "unit", "甲局"}, disk, "2024-07-02"),
             "- 报数 1 项：1 户数（2024-07-05 前）。"));
  CHECK(says(answer({"report", "unit", "甲局"}, disk, "2024-07-06"), "（2024-08-05 前）"));
  // October 5 is a Saturday: September by the 7th, October by November 5, the last of 30 days.
  CHECK(says(answer({"report", "unit", "甲局"}, disk, "2024-10-06"),
             "- 报数 1 项：1 户数（2024-10-07、2024-11-05 前）。"));
}

TEST_CASE("A sum that lacks a unit is told by the part that is there, and as wanting that unit") {
  using namespace told_reports;
  const test::MemoryDisk disk =
      ledger(sum, "      - {id: r1, date: 2024-07-15, reported: 2024-07-16, values: {东镇: 14}}\n");
  // The first report was owed for 05-31: 51 days before, and 45 make it stale.
  const std::string text = weekly(disk, "2024-07-21");
  CHECK(says(text, "各单位没有报齐（已报 1/2），合计应有而没有，已 51 天，已属陈旧"));
  CHECK_FALSE(says(text, "没有新数"));
  CHECK(says(answer({"report", "ledger"}, disk, "2024-07-21"), "| 部分 1/2：14 户 |"));
  CHECK(says(answer({"report", "matrix"}, disk, "2024-07-21"), "部分 1/2：14 户"));
  CHECK(says(
      test::part(test::said(disk, "report monthly --month 2024-07"), "滞后指标清单", "未报送清单"),
      "| 部分 1/2：14 户 |"));
  // The unit that is silent has no data that could be old.
  const std::string west = answer({"report", "unit", "西镇"}, disk, "2024-07-21");
  CHECK(says(west, "一直没有报送"));
  CHECK_FALSE(says(west, "数据只到 —"));
}

TEST_CASE("A light that a changed promise turned names the change beside the rule") {
  using namespace told_reports;
  // 立项 is red from 06-11 on until its day is moved on 06-19; then the households are the worst:
  // 40 of 45 (45.36, cut) were due on 06-14 by a straight line.
  const auto moved = [&](const std::string& to) {
    return ledger(one, "      - {id: r1, date: 2024-06-14, value: 40, reported: 2024-06-14}\n",
                  "milestones: [{id: m, name: 立项, due: 2024-06-10}]\n"
                  "changes:\n  - {id: c1, requested: 2024-06-19, effective: 2024-06-19, field: "
                  "milestones.m.due, from: 2024-06-10, to: " +
                      to + ", reason: 调, approved_by: 办公室}\n");
  };
  const std::string later = "“立项”的完成时限调整为 2024-09-30（原 2024-06-10）";
  const std::string lights =
      test::part(weekly(moved("2024-09-30"), "2024-06-23"), "灯色变化", "### ");
  CHECK(says(lights, "| 红灯 | 黄灯 | 户数：序时比 0.8889；" + later + " |"));
  const std::string turned =
      test::said(moved("2024-09-30"), "diff 2024-06-16 2024-06-23 --format markdown");
  CHECK(says(turned, later));
  // What moved the other way did not turn it so: the day is still past, the light red.
  CHECK_FALSE(says(weekly(moved("2024-06-12"), "2024-06-23"), "灯色变化"));
}

TEST_CASE("A step of a rank is told by which way it went, and what is to fall does not go over") {
  using namespace told_reports;
  const std::string rank = "    kind: rank\n    qualifier: at_least\n    unit: 位\n    target: 3\n";
  const auto second = [&](const std::string& value) {
    return weekly(ledger(rank,
                         "      - {id: r1, date: 2024-05-31, value: 5, reported: 2024-06-03}\n"
                         "      - {id: r2, date: 2024-06-30, value: " +
                             value + ", reported: 2024-07-03}\n"),
                  "2024-07-07");
  };
  CHECK(says(second("4"), "| 4 位 | 2024-06-30 | 前进 1 位 |"));
  CHECK(says(second("7"), "| 7 位 | 2024-06-30 | 后退 2 位 |"));
  CHECK(says(second("5"), "| 5 位 | 2024-06-30 | 持平 |"));
  const std::string growth =
      "    kind: growth\n    qualifier: at_least\n    direction: down\n    unit: \"%\"\n"
      "    target: -3\n";
  const std::string text = weekly(
      ledger(growth, "      - {id: r1, date: 2024-05-31, value: -1, reported: 2024-06-03}\n"),
      "2024-06-09");
  CHECK(says(text, "-1%，差 2 个百分点"));
  CHECK_FALSE(says(text, "超出"));
}

TEST_CASE("What was found false in the week that it came in has a row in the weekly") {
  using namespace told_reports;
  const test::MemoryDisk disk =
      ledger(one, "      - {id: r2, date: 2024-06-30, value: 50, reported: 2024-07-02}\n",
             false_report + "}\n");
  CHECK(says(test::part(weekly(disk, "2024-07-07"), "新报数据", "## 四"),
             "| 50 户 | 2024-06-30 | 督查不符，不计入 |"));
}

TEST_CASE("What an inspection found by unit stands in the events, each unit with its value") {
  using namespace told_reports;
  const test::MemoryDisk disk = ledger(
      sum,
      "      - {id: r2, date: 2024-06-30, reported: 2024-07-02, values: {东镇: 14, 西镇: 20}}\n",
      false_report + ", verified_values: {东镇: 12, 西镇: 20}}\n");
  CHECK(says(test::said(disk, "diff 2024-06-30 2024-07-07 --format markdown"),
             "不符，核定 东镇 12、西镇 20"));
}

TEST_CASE("An issue of a cancelled task says so, and is not pressed for") {
  using namespace told_reports;
  const std::string issue =
      "issues:\n  - {id: i1, found: 2024-05-01, level: general, text: 缺钱, owner: 甲局, log: "
      "[{date: 2024-05-01, state: found, by: 办公室}]}\n";
  const auto with = [&](const std::string& status) {
    return ledger(one, "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n",
                  issue +
                      "changes:\n  - {id: c1, requested: 2024-06-01, effective: 2024-06-01, "
                      "field: status, from: in_progress, to: " +
                      status + ", reason: 停, approved_by: 办公室}\n");
  };
  // Due 15 days after 05-01, on 05-16: 24 days before 06-09.
  CHECK(says(weekly(with("cancelled"), "2024-06-09"), "超期 24 天（任务已取消）"));
  CHECK(says(weekly(with("suspended"), "2024-06-09"), "超期 24 天（任务已暂停）"));
}

TEST_CASE("Of a window with a missed month the trace says why the last month is not enough") {
  using namespace told_reports;
  const std::string window =
      "    kind: ratio\n    qualifier: reach\n    unit: \"%\"\n    target: 100\n    window: "
      "month\n";
  const test::MemoryDisk disk =
      ledger(window,
             "      - {id: r1, date: 2024-05-31, value: 98, reported: 2024-06-03}\n"
             "      - {id: r2, date: 2024-06-30, value: 100, reported: 2024-07-02}\n");
  const Json told = Json::parse(answer({"explain", "1/a", "--format", "json"}, disk, "2024-07-07"));
  CHECK(told.at("forecast").at("will_meet") == false);
  Json last;
  for (const Json& step : told.at("steps")) {
    if (step.at("figure") == "forecast_met") last = step;
  }
  CHECK(last.at("rule") == "met.months_missed");
  CHECK(last.at("value") == false);
  CHECK(last.at("operands") == Json{{"missed", 1}, {"missing", 0}});
}

TEST_CASE("A monthly says of how many indicators it has figures of its month") {
  using namespace told_reports;
  const test::MemoryDisk disk =
      ledger(one,
             "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n"
             "      - {id: r2, date: 2024-06-30, value: 60, reported: 2024-07-02}\n");
  const auto overview = [&](const std::string& known_by) {
    return test::part(test::said(disk, "report monthly --month 2024-06 --known-by " + known_by),
                      "总体情况", "各板块进展");
  };
  CHECK(says(overview("2024-06-30"),
             "按月报送、尚未完成的指标 1 项，到 2024-06-30 已有本月数据的 0 项。"));
  CHECK_FALSE(says(overview("2024-07-02"), "已有本月数据"));
  // What was due in May owes nothing of June.
  const test::MemoryDisk due =
      ledger(one + "    due: 2024-05-31\n",
             "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n");
  CHECK_FALSE(says(test::said(due, "report monthly --month 2024-06 --known-by 2024-06-30"),
                   "已有本月数据"));
}

TEST_CASE("What was corrected in the week that it came in is told as it counts") {
  using namespace told_reports;
  const auto fresh = [](const test::MemoryDisk& disk) {
    return test::part(weekly(disk, "2024-07-07"), "新报数据", "## 四");
  };
  // 20 + 12 of 100.
  CHECK(says(
      fresh(ledger(sum,
                   "      - {id: r1, date: 2024-06-30, values: {东镇: 20, 西镇: 15}, reported: "
                   "2024-07-02}\n"
                   "      - {id: r2, date: 2024-06-30, values: {西镇: 12}, reported: 2024-07-04, "
                   "corrects: r1, reason: 误}\n")),
      "| 户数 | 100 户以上 | 东镇 20、西镇 12 | 2024-06-30 | 首次报送 | 32.00% |"));
  const auto one_corrected = [&](const std::string& reported) {
    return weekly(
        ledger(one, "      - {id: r1, date: 2024-06-30, value: 60, reported: " + reported +
                        "}\n      - {id: r2, date: 2024-06-30, value: 50, reported: "
                        "2024-07-04, corrects: r1, reason: 误}\n"),
        "2024-07-07");
  };
  const std::string row = "| 户数 | 100 户以上 | 50 户 | 2024-06-30 | 首次报送 | 50.00% |";
  CHECK(says(one_corrected("2024-07-02"), row));
  // On the Sunday before it was there already: the correction alone is new.
  const std::string later = one_corrected("2024-06-30");
  CHECK_FALSE(says(later, "新报数据"));
  CHECK(says(later, "| 60 户 | 50 户 |"));
}

TEST_CASE("What was owed before its task was carried over is awaited, and nobody asked for it") {
  using namespace told_reports;
  const test::MemoryDisk disk =
      ledger(one, "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n",
             "changes: [{id: c1, effective: 2024-06-30, field: status, from: in_progress, to: "
             "carried_over, reason: 转, approved_by: 办公室}]\n");
  const std::string week = weekly(disk, "2024-06-30");
  CHECK(says(week, "待报 1 项指标"));
  CHECK(says(week, "不再要求补报：第 1 项 改厕（甲局）。"));
}

TEST_CASE("What units do next names each task by its title that stands nowhere else") {
  using namespace told_reports;
  test::MemoryDisk disk =
      ledger(one, "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n");
  constexpr int tasks = 110;
  constexpr int units = 22;
  std::string& registry = disk.files["tasks/units.yaml"];
  for (int unit = 0; unit < units; ++unit) {
    registry += "  - {name: 第" + std::to_string(100 + unit) + "局, type: government}\n";
  }
  for (int item = 2; item <= tasks; ++item) {
    disk.files["tasks/2024/" + std::to_string(100 + item) + ".yaml"] =
        "schema: 1\nitem: " + std::to_string(item) + "\nsection: 1\ntitle: 建成工程甲乙" +
        std::to_string(1000 + item) + "号\nlead: [第" + std::to_string(100 + item % units) +
        "局]\ndue: 2024-12-31\nstatus: in_progress\nindicators:\n  - id: a\n    name: 户数\n" + one;
  }
  const std::string week = weekly(disk, "2024-07-07");
  const std::size_t at = week.find("## 七、");
  REQUIRE(at != std::string::npos);
  const std::string next = week.substr(at);
  int numbered = 0;
  int alone = 0;
  for (int item = 2; item <= tasks; ++item) {
    const std::string no = std::to_string(item);
    bool is_told = false;
    for (const std::string start : {"（", "、"}) {
      for (const std::string end : {"、", "）", " ", "×"}) {
        is_told |= next.find(start + no + end) != std::string::npos;
      }
    }
    numbered += is_told ? 1 : 0;
    alone += is_told && week.find(std::to_string(1000 + item) + "号") == std::string::npos ? 1 : 0;
  }
  CHECK(numbered > 80);
  CHECK(alone == 0);
}

TEST_CASE("Corrections that have no row are counted by unit, none lost and none twice") {
  using namespace told_reports;
  test::MemoryDisk disk =
      ledger(one, "      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n");
  constexpr int tasks = 90;
  for (int item = 2; item <= tasks; ++item) {
    disk.files["tasks/2024/" + std::to_string(100 + item) + ".yaml"] =
        "schema: 1\nitem: " + std::to_string(item) +
        "\nsection: 1\ntitle: 改厕\nlead: [甲局]\ndue: 2024-12-31\nstatus: in_progress\n"
        "indicators:\n  - id: a\n    name: 户数\n    commitment: binding\n" +
        one +
        "    readings:\n      - {id: r1, date: 2024-05-31, value: 50, reported: 2024-06-03}\n"
        "      - {id: r2, date: 2024-05-31, value: 48, reported: 2024-06-06, corrects: r1, reason: "
        "误}\n";
  }
  const std::string text = test::part(weekly(disk, "2024-06-09"), "数据更正", "###");
  int told = 0;
  for (std::size_t at = 0; (at = text.find("| 50 户 | 48 户 |", at)) != std::string::npos; ++at) {
    ++told;
  }
  const std::string rest = "其余 ";
  const std::size_t at = text.find(rest);
  REQUIRE(at != std::string::npos);
  const int others = std::stoi(text.substr(at + rest.size()));
  CHECK(told > 0);
  CHECK(others > 0);
  CHECK(told + others == tasks - 1);
  CHECK(says(text, "甲局 " + std::to_string(others)));
}

TEST_SUITE_END();
