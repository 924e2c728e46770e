// SPDX-License-Identifier: MIT
//
// How figures are told: whose task it is through groups and targets by unit, one word for one state
// in every answer, and what a week took back.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "said.h"

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("told_figures");

namespace {

namespace told_figures {

using test::says;

/// A plan of 2024 with one task; `task` is what follows its head, `plan` further keys of the plan.
test::MemoryDisk ledger(const std::string& task, const std::string& lead = "[甲局]",
                        const std::string& plan = "") {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n"
      "  - {name: 办公室, type: government}\n"
      "  - {name: 甲局, type: government}\n"
      "  - {name: 东镇, type: township, aliases: [东河镇]}\n"
      "  - {name: 西镇, type: township}\n"
      "  - {name: 老南镇, type: township, valid: {to: 2024-02-29}, status: merged, successor: "
      "南镇}\n"
      "  - {name: 南镇, type: township}\n"
      "  - {name: 各镇, type: group, members: [东河镇, 西镇, 老南镇]}\n";
  disk.files["tasks/2024/plan.yaml"] =
      "schema: 1\nid: \"2024\"\ntitle: 重点任务\nperiod: {start: 2024-01-01, end: 2024-12-31}\n"
      "sections: [{no: 1, title: 治水}]\nroles: {office: 办公室, closers: [办公室]}\n" +
      plan;
  disk.files["tasks/2024/001.yaml"] = "schema: 1\nitem: 1\nsection: 1\ntitle: 改厕\nlead: " + lead +
                                      "\ndue: 2024-06-30\nstatus: in_progress\n" + task;
  return disk;
}

std::string indicator(const std::string& keys, const std::string& readings) {
  return "indicators:\n  - id: a\n    name: 户数\n    commitment: binding\n" + keys +
         "    readings:\n" + readings;
}

const std::string of_all =
    "    kind: cumulative\n    qualifier: at_least\n    unit: 户\n"
    "    target: 100\n";

std::string answer(std::vector<std::string> question, const test::MemoryDisk& disk,
                   const std::string& day = "2024-05-05") {
  question.insert(question.end(), {"--as-of", day});
  const test::Outcome outcome = test::run(question, disk);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return outcome.out;
}

/// Led by the towns together, each with a target of its own: one ahead, one behind, one silent.
test::MemoryDisk of_towns(const std::string& lead) {
  return ledger(indicator("    kind: cumulative\n    qualifier: at_least\n    unit: 户\n"
                          "    reporter: 甲局\n    targets: {各镇: 100}\n",
                          "      - {id: r1, date: 2024-04-30, reported: 2024-05-03, values: "
                          "{东镇: 90, 西镇: 10}}\n"),
                lead);
}

}  // namespace told_figures

}  // namespace

TEST_CASE("A task of a group is each member's, with the member's own figures") {
  using namespace told_figures;
  int asked = 0;
  for (const char* lead : {"[各镇]", "[甲局]"}) {
    CAPTURE(lead);
    const test::MemoryDisk disk = of_towns(lead);
    for (const char* unit : {"东镇", "东河镇", "西镇", "老南镇", "南镇"}) {
      CAPTURE(unit);
      CHECK(says(answer({"list", "--unit", unit}, disk), "改厕"));
      CHECK(says(answer({"list", std::string("unit:") + unit}, disk), "改厕"));
      ++asked;
    }
    const Json stats = Json::parse(answer({"stats", "--by", "unit", "--format", "json"}, disk));
    const std::string text = answer({"stats", "--by", "unit"}, disk);
    for (const char* unit : {"东镇", "西镇", "南镇"}) CHECK(says(text, unit));
    CHECK_FALSE(says(text, "各镇"));
    CHECK_FALSE(stats.empty());
    // 90 of 100, 10 of 100: not the total's.
    CHECK(says(answer({"explain", "东镇"}, disk), "90.00%"));
    CHECK(says(answer({"explain", "西镇"}, disk), "10.00%"));
    CHECK(says(answer({"report", "unit", "西镇"}, disk), "10.00%"));
    CHECK(says(answer({"report", "unit", "西镇"}, disk), "红灯"));
    CHECK(says(answer({"report", "unit", "东镇"}, disk), "绿灯"));
  }
  CHECK(asked == 10);
}

TEST_CASE("Who leads through a group stands under its own name") {
  using namespace told_figures;
  const std::string text = answer({"stats", "--by", "lead"}, of_towns("[各镇]"));
  for (const char* unit : {"东镇", "西镇", "南镇"}) CHECK(says(text, unit));
  CHECK(says(answer({"stats", "--by", "lead"}, of_towns("[甲局]")), "甲局"));
  CHECK_FALSE(says(answer({"stats", "--by", "lead"}, of_towns("[甲局]")), "东镇"));
}

TEST_CASE("A reading taken back or found false is told as that, and not as a first report") {
  using namespace told_figures;
  const std::string readings =
      "      - {id: r1, date: 2024-04-30, value: 50, reported: 2024-05-02}\n"
      "      - {id: r2, date: 2024-04-30, value: 60, reported: 2024-05-03, corrects: r1, reason: "
      "误}\n"
      "      - {id: r3, date: 2024-04-30, value: null, reported: 2024-05-08, corrects: r2, reason: "
      "重}\n";
  const std::string back =
      answer({"report", "weekly"}, ledger(indicator(of_all, readings)), "2024-05-12");
  CHECK(says(back, "撤回"));
  CHECK(says(back, "恢复计入"));
  CHECK_FALSE(says(back, "首次报送"));
  const std::string one = "      - {id: r1, date: 2024-04-30, value: 50, reported: 2024-05-02}\n";
  const auto inspected = [&](const std::string& more) {
    return answer({"report", "weekly"},
                  ledger(indicator(of_all, one) +
                         "inspections:\n  - {id: i1, date: 2024-05-08, team: [办公室], method: "
                         "field, indicator: a, reading: r1, result: inconsistent, finding: 虚报" +
                         more + "}\n"),
                  "2024-05-12");
  };
  CHECK(says(inspected(""), "督查不符，不计入"));
  CHECK(says(inspected(", verified_value: 40"), "督查核定（原报 50 户）"));
}

TEST_CASE("A light taken away is 暂不评价 in every answer, and who did it is told") {
  using namespace told_figures;
  const test::MemoryDisk disk = ledger(
      indicator(of_all, "      - {id: r1, date: 2024-04-30, value: 60, reported: 2024-05-02}\n") +
      "override:\n"
      "  - {light: grey, reason: 核实中, by: 办公室, from: 2024-05-04, until: 2024-05-09}\n"
      "  - {light: red, reason: 虚报, by: 办公室, from: 2024-05-12}\n");
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"list"}, {"show", "1"}, {"explain", "1"}}) {
    const std::string text = answer(question, disk);
    CHECK(says(text, "暂不评价"));
    // Only the legend names the grey of silence.
    CHECK_FALSE(says(text.substr(0, text.find("灯：蓝灯")), "未报送"));
  }
  const std::string diff = answer({"diff", "2024-05-03", "2024-05-05"}, disk);
  CHECK(says(diff, "灰灯（办公室）"));
  CHECK(says(diff, "核实中"));
  const std::string show = answer({"show", "1"}, disk, "2024-05-15");
  CHECK_FALSE(says(show, "2024-05-09、"));
  CHECK(says(show, "虚报"));
}

TEST_CASE("Where only published results are recorded, nothing is called unreported") {
  using namespace told_figures;
  const test::MemoryDisk disk =
      ledger(indicator(of_all, "      []\n"), "[甲局]", "reporting: public\n");
  for (const std::vector<std::string>& question : {std::vector<std::string>{"list"},
                                                   {"show", "1"},
                                                   {"explain", "1"},
                                                   {"stats", "--by", "lead"},
                                                   {"report", "weekly"}}) {
    CAPTURE(question.front());
    const std::string text = answer(question, disk);
    CHECK(says(text, "未录"));
    CHECK_FALSE(says(text, "未报送"));
  }
}

TEST_CASE("Nothing that only published results are recorded of is overdue") {
  using namespace told_figures;
  const std::string half =
      indicator(of_all, "      - {id: r1, date: 2024-04-30, value: 50, reported: 2024-05-02}\n");
  const auto overdue = [&](const std::string& plan, const std::string& day) {
    const test::MemoryDisk disk = ledger(half, "[甲局]", plan);
    return Json::parse(answer({"list", "overdue:true", "--format", "json"}, disk, day)).size();
  };
  CHECK(overdue("", "2024-06-30") == 0);
  CHECK(overdue("", "2024-07-01") == 1);
  CHECK(overdue("reporting: public\n", "2024-07-01") == 0);
  CHECK(overdue("reporting: public\n", "2025-01-10") == 0);
}

TEST_CASE("A mean of units that have each their own says of how many it is") {
  using namespace told_figures;
  // 东镇 45 of 60, 西镇 silent: the mean of the one known, of two.
  const test::MemoryDisk disk =
      ledger(indicator("    kind: cumulative\n    qualifier: at_least\n    unit: 户\n"
                       "    aggregate: each\n    targets: {东镇: 60, 西镇: 60}\n",
                       "      - {id: r1, date: 2024-04-30, reported: 2024-05-03, values: "
                       "{东镇: 45}}\n"));
  const std::string mean = "75.00%（已报 1/2）";
  CHECK(says(answer({"list", "--rows", "indicators", "--columns", "name,completion"}, disk), mean));
  CHECK(says(answer({"show", "1"}, disk), mean));
  CHECK(says(answer({"explain", "1/a"}, disk), mean));
  CHECK(says(answer({"report", "weekly"}, disk), "各单位平均 " + mean));
  const std::string why = answer({"explain", "1"}, disk);
  CHECK(says(why, "户数（a）：只有 1/2 个单位报送，不参与平均（权重 1）"));
  CHECK_FALSE(says(why, "没有数据"));
  const Json row = Json::parse(answer({"list", "--rows", "indicators", "--format", "json"}, disk));
  CHECK(row.at(0).at("completion") == 75);
  // Where both have sent there is nothing to say beside it: 45 and 30 of 60.
  const test::MemoryDisk whole =
      ledger(indicator("    kind: cumulative\n    qualifier: at_least\n    unit: 户\n"
                       "    aggregate: each\n    targets: {东镇: 60, 西镇: 60}\n",
                       "      - {id: r1, date: 2024-04-30, reported: 2024-05-03, values: "
                       "{东镇: 45, 西镇: 30}}\n"));
  CHECK(says(answer({"show", "1"}, whole), "62.50%"));
  CHECK_FALSE(says(answer({"show", "1"}, whole), "已报 2/2）"));
}

TEST_CASE("A light that the unit's own verdict gives says so") {
  using namespace told_figures;
  const std::string own =
      "progress: [{date: 2024-05-01, by: 甲局, done: 完成大半, verdict: behind}]\n";
  CHECK(says(answer({"list"}, ledger(own)), "黄灯（自报）"));
  CHECK(says(answer({"show", "1"}, ledger(own)), "黄灯（自报）"));
  CHECK(says(answer({"list", "--lang", "en"}, ledger(own)), "yellow (self-reported)"));
  const Json row = Json::parse(answer({"list", "--format", "json"}, ledger(own)));
  CHECK(row.at(0).at("light") == "yellow");
  // Taken into other hands it is that no more.
  const std::string hand =
      "override: [{light: red, reason: 停工, by: 办公室, from: 2024-05-02, until: 2024-05-31}]\n";
  CHECK(says(answer({"list"}, ledger(own + hand)), "红灯*"));
  CHECK_FALSE(says(answer({"list"}, ledger(own + hand)), "（自报）"));
}

TEST_CASE("A ceiling that is kept is told never to be ahead, not to have no ratio") {
  using namespace told_figures;
  // 12 · 121/182 days = 7.98, for an allowance 8; 8 ÷ 5 = 1.6.
  const test::MemoryDisk disk =
      ledger(indicator("    kind: cumulative\n    qualifier: at_most\n    unit: 起\n"
                       "    target: 12\n",
                       "      - {id: r1, date: 2024-04-30, value: 5, reported: 2024-05-03}\n"));
  const std::string why = answer({"explain", "1/a"}, disk);
  CHECK(says(why, "1.6000"));
  CHECK(says(why, "绿灯；限额压得再低也不算超序时：达序时"));
  CHECK_FALSE(says(why, "没有序时比"));
}

TEST_CASE("The words of a due date stand in its place until it is changed") {
  using namespace told_figures;
  const std::string words = "due_text: 上半年\n";
  const std::string reading =
      indicator(of_all, "      - {id: r1, date: 2024-04-30, value: 60, reported: 2024-05-02}\n");
  CHECK(says(answer({"list"}, ledger(words + reading)), "上半年"));
  CHECK(says(answer({"show", "1"}, ledger(words + reading)), "上半年"));
  CHECK_FALSE(says(answer({"list"}, ledger(words + reading)), "2024-06-30"));
  const std::string later =
      "changes: [{id: c, requested: 2024-05-01, effective: 2024-05-02, field: due, from: "
      "2024-06-30, "
      "to: 2024-08-31, reason: 汛期, approved_by: 办公室}]\n";
  CHECK(says(answer({"list"}, ledger(words + reading + later)), "2024-08-31"));
}

TEST_CASE("What was done after its date is 逾期完成") {
  using namespace told_figures;
  const test::MemoryDisk disk =
      ledger(indicator(of_all,
                       "      - {id: r1, date: 2024-06-30, value: 60, reported: 2024-07-02}\n"
                       "      - {id: r2, date: 2024-07-31, value: 100, reported: 2024-08-02}\n"));
  CHECK(says(answer({"list"}, disk, "2024-08-10"), "逾期完成"));
  CHECK(says(answer({"show", "1"}, disk, "2024-08-10"), "逾期完成"));
  CHECK_FALSE(says(answer({"list"}, disk, "2024-07-10"), "逾期完成"));
}

TEST_CASE("What is compared in an amount is apart by an amount") {
  using namespace told_figures;
  const test::MemoryDisk disk = ledger(indicator(
      "    kind: level\n    qualifier: at_least\n    unit: 元\n    than: {name: 全市, by: 500}\n",
      "      - {id: r1, date: 2024-04-30, value: 40000, benchmark: 41000, reported: "
      "2024-05-02}\n"));
  const std::string text = answer({"show", "1"}, disk);
  CHECK(says(text, "全市加 500 元"));
  CHECK(says(text, "-1500 元"));
  CHECK_FALSE(says(text, "个百分点"));
  CHECK_FALSE(says(text, "原比较"));
}

TEST_CASE("English pages have no Chinese words of ours and no lower-case heads") {
  using namespace told_figures;
  const test::MemoryDisk disk =
      ledger(indicator("    kind: ratio\n    qualifier: at_least\n    unit: \"%\"\n    target: 90\n"
                       "    trajectory: {type: hold}\n",
                       "      - {id: r1, date: 2024-04-30, value: 80, reported: 2024-05-02}\n"));
  int heads = 0;
  for (const std::vector<std::string>& question : {std::vector<std::string>{"list"},
                                                   {"list", "--rows", "indicators"},
                                                   {"list", "--rows", "readings"},
                                                   {"show", "1"},
                                                   {"report", "weekly"}}) {
    std::vector<std::string> in_english = question;
    in_english.insert(in_english.end(), {"--lang", "en", "--format", "markdown"});
    const std::string text = answer(in_english, disk);
    CHECK_FALSE(says(text, "百分点"));
    std::string before;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string line = text.substr(at, end - at);
      // The line below the heads of a table.
      if (line.starts_with("| -")) {
        for (std::size_t bar = before.find("| "); bar + 2 < before.size();
             bar = before.find("| ", bar + 1)) {
          CHECK_MESSAGE(!(before[bar + 2] >= 'a' && before[bar + 2] <= 'z'), before);
          ++heads;
          if (before.find("| ", bar + 1) == std::string::npos) break;
        }
      }
      before = line;
      at = end + 1;
    }
  }
  CHECK(heads > 15);
}

TEST_SUITE_END();
