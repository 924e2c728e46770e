// SPDX-License-Identifier: MIT
//
// Figures with numbers made by hand from the rules: what is in a mean, what an item is called, what
// stands where a task is not counted, what holds from which day.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "said.h"

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("figures_by_law");

namespace {

namespace figures_by_law {

using test::says;

/// A plan of 2024 whose tasks are added one by one.
class Ledger {
 public:
  explicit Ledger(const std::string& units = "") {
    disk_.files["tasks/units.yaml"] =
        "schema: 1\nunits:\n  - {name: 办公室, type: government}\n"
        "  - {name: 甲局, type: government}\n" +
        units;
    disk_.files["tasks/2024/plan.yaml"] =
        "schema: 1\nid: \"2024\"\ntitle: 重点任务\nperiod: {start: 2024-01-01, end: 2024-12-31}\n"
        "sections: [{no: 1, title: 治水}, {no: 2, title: 治山}]\n"
        "roles: {office: 办公室, closers: [办公室]}\n";
  }

  /// Add a task of a section; `more` is what follows its head.
  Ledger& task(int section, const std::string& more, const std::string& status = "in_progress") {
    const std::string item = std::to_string(++items_);
    disk_.files["tasks/2024/" + std::string(3 - item.size(), '0') + item + ".yaml"] =
        "schema: 1\nitem: " + item + "\nsection: " + std::to_string(section) + "\ntitle: 任务" +
        item + "\nlead: [甲局]\ndue: 2024-12-31\nstatus: " + status + "\n" + more;
    return *this;
  }

  std::string text(std::vector<std::string> question, const std::string& day) const {
    question.insert(question.end(), {"--as-of", day});
    const test::Outcome outcome = test::run(question, disk_);
    REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
    return outcome.out;
  }

  Json json(std::vector<std::string> question, const std::string& day) const {
    question.insert(question.end(), {"--format", "json"});
    return Json::parse(text(std::move(question), day));
  }

 private:
  test::MemoryDisk disk_;
  int items_ = 0;
};

/// An indicator of so many 个 with the readings `date: value`.
std::string indicator(const std::string& keys,
                      const std::vector<std::pair<std::string, std::string>>& readings = {}) {
  std::string text = "indicators:\n  - {id: a, name: 指标, commitment: binding, " + keys;
  int number = 0;
  for (const auto& [date, value] : readings) {
    text += number == 0 ? ", readings: [" : ", ";
    text += "{id: r" + std::to_string(++number) + ", date: " + date + ", value: " + value + "}";
  }
  return text + (number > 0 ? "]}\n" : "}\n");
}

const std::string count_of_100 = "kind: cumulative, qualifier: at_least, unit: 个, target: 100";
const std::string rank_3 = "kind: rank, qualifier: reach, unit: 名, of: 13, target: 3";
const std::string ceiling_12 = "kind: cumulative, qualifier: at_most, unit: 起, target: 12";

std::string changed(const std::string& status, const std::string& day) {
  return "changes:\n  - {id: c1, requested: " + day + ", effective: " + day +
         ", field: status, from: in_progress, to: " + status +
         ", approved_by: 办公室, reason: 调整}\n";
}

}  // namespace figures_by_law

}  // namespace

TEST_CASE("N leaves out a task whose measures all have no completion by rule, and no other") {
  using namespace figures_by_law;
  Ledger ledger;
  ledger
      .task(1, indicator(count_of_100, {{"2024-06-30", "40"}}))  // 40 %
      .task(1, indicator(count_of_100, {{"2024-06-30", "60"}}))  // 60 %
      .task(1, indicator(rank_3, {{"2024-06-30", "2"}}))         // a place: out of N
      .task(1, indicator(ceiling_12, {{"2024-06-30", "3"}}))     // before it is due: out of N
      .task(1, indicator("kind: level, qualifier: reach, unit: 吨, target: pending"))  // out of N
      .task(1, "")                       // no measures: in N
      .task(1, indicator(count_of_100))  // silent: in N
      .task(2, indicator(rank_3, {{"2024-06-30", "2"}}));
  const std::string day = "2024-07-05";
  const Json sections = ledger.json({"list", "--rows", "sections"}, day);
  CHECK(sections[0]["tasks"] == 7);
  CHECK(sections[0]["tasks_known"] == 2);
  CHECK(sections[0]["completion"] == 50);
  CHECK(says(ledger.text({"stats", "--by", "section"}, day), " 2/4\n"));
  CHECK(says(ledger.text({"stats", "--by", "section"}, day), " 0/0\n"));
  CHECK(says(ledger.text({"report", "weekly"}, "2024-07-07"), "50.00%（2/4 项任务计入平均"));
  const std::string story = ledger.text({"explain", "--section", "1"}, day);
  CHECK(says(story, "50.00%（2/4 项任务计入平均）"));
  CHECK(says(story, "N 为 4 项"));
  CHECK(says(story, "不在 N 之内的 3 项：3–5"));
  CHECK(says(story, "没有完成率、不参与平均的 2 项：6、7"));
  // 逾期未报 is 0 in means (RULES.md §6.4): it is in the mean, though it has no data.
  const std::string late = ledger.text({"show", "7"}, "2025-03-01");
  CHECK(says(late, "计入平均"));
  CHECK(ledger.json({"show", "7"}, "2025-03-01")["known"] == "1/1");
  CHECK_FALSE(says(late, "有数据"));
}

TEST_CASE("What is not counted is in no class in any row, and the counts agree") {
  using namespace figures_by_law;
  Ledger ledger;
  const std::string bad = indicator(count_of_100, {{"2024-06-30", "5"}}) +
                          "milestones: [{id: m1, name: 立项, due: 2024-03-31}]\n";
  ledger.task(1, bad)
      .task(1, bad + changed("suspended", "2024-05-01"))
      .task(1, bad + changed("cancelled", "2024-05-01"))
      .task(1, bad + "mechanism: true\n");
  const std::string day = "2024-07-07";
  for (const char* kind : {"indicators", "unit_indicators", "milestones"}) {
    CAPTURE(kind);
    const Json rows = ledger.json({"list", "--rows", kind, "--columns", "item,light"}, day);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0]["light"] == "red");
    for (std::size_t i = 1; i < 4; ++i) CHECK(rows[i]["light"].is_null());
    const std::string text = ledger.text({"list", "--rows", kind, "--columns", "item,light"}, day);
    for (const char* why : {"暂停", "已取消", "组织保障"}) CHECK(says(text, why));
  }
  for (const char* kind : {"indicators", "unit_indicators"}) {
    CHECK(ledger.text({"list", "--rows", kind, "class:far_behind", "--count"}, day) == "1\n");
    const Json rows = ledger.json({"list", "--rows", kind, "--columns", "item,class"}, day);
    for (std::size_t i = 1; i < 4; ++i) CHECK(rows[i]["class"].is_null());
  }
  CHECK(ledger.json({"show", "3"}, day)["indicators"][0]["class"].is_null());
  CHECK(ledger.json({"show", "3"}, day)["milestones"][0]["overdue"] == false);
  for (const char* question : {"show", "explain"}) {
    const std::string cancelled = ledger.text({question, "3"}, day);
    const std::string rows = cancelled.substr(0, cancelled.find("灯：蓝灯"));
    CHECK_FALSE(says(rows, "红灯"));
    CHECK(says(rows, "已取消"));
  }
  const std::string story = ledger.text({"explain", "3"}, day);
  CHECK(says(story, "已取消，不计入项数、占比和平均"));
  CHECK_FALSE(says(story, "取各项中最差的一项"));
}

TEST_CASE("`no` is printed in place of the item, found by, and is no number") {
  using namespace figures_by_law;
  Ledger ledger;
  ledger.task(1, indicator(count_of_100, {{"2024-06-30", "5"}}) + "no: 十二-3\n")
      .task(1, indicator(count_of_100, {{"2024-06-30", "5"}}));
  const std::string day = "2024-07-07";
  for (const std::vector<std::string>& question : {std::vector<std::string>{"list"},
                                                   {"list", "--rows", "indicators"},
                                                   {"show", "1"},
                                                   {"explain", "1"},
                                                   {"explain", "1/a"},
                                                   {"explain", "--section", "1"},
                                                   {"report", "weekly"},
                                                   {"report", "monthly"},
                                                   {"report", "bulletin"},
                                                   {"report", "ledger"},
                                                   {"report", "unit", "甲局"}}) {
    CAPTURE(question[0] + " " + (question.size() > 1 ? question[1] : ""));
    CHECK(says(ledger.text(question, day), "十二-3"));
  }
  CHECK(ledger.text({"show", "十二-3"}, day) == ledger.text({"show", "1"}, day));
  CHECK(ledger.text({"explain", "十二-3/a"}, day) == ledger.text({"explain", "1/a"}, day));
  const Json rows = ledger.json({"list"}, day);
  CHECK(rows[0]["item"] == 1);
  CHECK(rows[0]["no"] == "十二-3");
}

TEST_CASE("A score in mid-year is 序时得分, with how many measures and tasks it stands on") {
  using namespace figures_by_law;
  Ledger ledger("  - {name: 乙局, type: government}\n");
  // 182 of 366 days: 49 of 100 are due; 49 and more is 100 marks, 24 of 49 is 48.98.
  ledger
      .task(1, "leader: 副县长\n" +
                   indicator(count_of_100 + ", frequency: once", {{"2024-06-30", "49"}}))
      .task(1, "leader: 副县长\n" +
                   indicator(count_of_100 + ", frequency: once", {{"2024-06-30", "24"}}))
      .task(1, "leader: 副县长\n" + indicator(count_of_100 + ", frequency: once"));
  const std::string day = "2024-07-01";
  const Json rows = ledger.json({"list", "--columns", "item,score"}, day);
  CHECK(rows[0]["score"]["by_schedule"] == true);
  const double first = rows[0]["score"]["value"];
  const double second = rows[1]["score"]["value"];
  CHECK(rows[2]["score"]["value"].is_null());
  CHECK(first == 100);
  const Json section = ledger.json({"list", "--rows", "sections", "--columns", "no,score"}, day)[0];
  CHECK(section["score"].get<double>() == doctest::Approx((first + second) / 2).epsilon(0.0001));
  const std::string of_all = "序时得分 ";
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"show", "1"}, {"report", "unit", "甲局"}}) {
    CHECK(
        says(ledger.text(question, day), of_all + "100.00（优；100.00 − 扣分 0.00；1/1 项计分）"));
  }
  CHECK(says(ledger.text({"explain", "1"}, day), of_all + "100.00（优）"));
  CHECK(says(ledger.text({"explain", "--section", "1"}, day), "2/3 项任务有得分"));
  CHECK(says(ledger.text({"list", "--rows", "sections", "--columns", "no,score"}, day),
             "（2/3 项任务有得分）"));
  CHECK(says(ledger.text({"report", "unit", "甲局"}, day), "（牵头和参与的 2/3 项任务有得分）"));
  CHECK(says(ledger.text({"report", "leader", "副县长"}, day), "（2/3 项任务有得分）"));
  // Once it is settled it is a score.
  Ledger over;
  over.task(1, indicator(count_of_100 + ", frequency: once", {{"2024-12-31", "100"}}));
  CHECK_FALSE(says(over.text({"show", "1"}, "2025-03-01"), "序时得分"));
  CHECK(over.json({"list", "--columns", "item,score"}, "2025-03-01")[0]["score"]["by_schedule"] ==
        false);
}

TEST_CASE("Where a task goes on is told once it is carried over, in words") {
  using namespace figures_by_law;
  Ledger ledger;
  ledger.task(1, indicator(count_of_100, {{"2024-12-31", "80"}}) +
                     changed("carried_over", "2025-01-20") +
                     "carried_to: {plan: \"2025\", item: 3, remaining: 20}\n");
  CHECK_FALSE(says(ledger.text({"show", "1"}, "2024-07-07"), "结转到"));
  CHECK(ledger.json({"show", "1"}, "2024-07-07")["carried_to"].is_null());
  CHECK(says(ledger.text({"show", "1"}, "2025-02-01"), "2025 第 3 项，余 20 个"));
  CHECK(ledger.json({"show", "1"}, "2025-02-01")["carried_to"]["remaining"] == 20);
  // What is over is not overdue, in a list as in a weekly.
  CHECK(ledger.json({"show", "1"}, "2025-02-01")["indicators"][0]["overdue"] == false);
  CHECK(ledger.json({"show", "1"}, "2025-01-10")["indicators"][0]["overdue"] == true);
}

TEST_CASE("One thing for programs says which version of the names it has") {
  using namespace figures_by_law;
  Ledger ledger;
  ledger.task(1, "");
  CHECK(ledger.json({"show", "1"}, "2024-07-07")["schema_version"] == 2);
  CHECK(ledger.json({"explain", "1"}, "2024-07-07")["schema_version"] == 2);
  CHECK(ledger.json({"stats"}, "2024-07-07")["schema_version"] == 2);
}

TEST_CASE("Gaps: points between two rates, else the unit of measure") {
  using namespace figures_by_law;
  Ledger ledger;
  const std::string than = "than: {name: 全省平均, by: 100}, kind: level, qualifier: exceed, ";
  ledger.task(1, indicator(than + "unit: 元") + "")
      .task(1, indicator("kind: ratio, qualifier: at_most, unit: '%', target: 60",
                         {{"2024-06-30", "58.5"}}));
  Ledger compared;
  compared.task(
      1, "indicators:\n  - {id: a, name: 指标, commitment: binding, " + than +
             "unit: 元, readings: [{id: r1, date: 2024-06-30, value: 5000, benchmark: 4800}]}\n");
  // 5000 − (4800 + 100) = 100 元; 60 − 58.5 = 1.5 points.
  const Json row = compared.json({"show", "1"}, "2024-07-07")["indicators"][0];
  CHECK(row["gap"] == 100);
  CHECK(row["gap_unit"] == "unit");
  for (const char* question : {"show", "explain"}) {
    CHECK(says(compared.text({question, "1"}, "2024-07-07"), "100 元"));
    CHECK_FALSE(says(compared.text({question, "1"}, "2024-07-07"), "个百分点"));
    CHECK(says(ledger.text({question, "2"}, "2024-07-07"), "1.5 个百分点"));
  }
  CHECK(ledger.json({"show", "2"}, "2024-07-07")["indicators"][0]["gap_unit"] == "unit");
}

TEST_CASE("A unit's own word: of which day, how old, and what else there is") {
  using namespace figures_by_law;
  Ledger ledger;
  const std::string word =
      "progress:\n  - {date: 2024-05-20, by: 甲局, done: 推进中, verdict: behind}\n";
  ledger.task(1, word).task(1, indicator(count_of_100 + ", frequency: once") + word);
  const std::string none = ledger.text({"explain", "1"}, "2024-06-10");
  CHECK(says(none, "没有指标和节点，也没有评定等次，按单位 2024-05-20 自评“滞后”（自报）：黄灯"));
  CHECK_FALSE(says(none, "各项都还没有数据"));
  CHECK(says(ledger.text({"explain", "2"}, "2024-06-10"),
             "各项都还没有数据，按单位 2024-05-20 自评“滞后”（自报）：黄灯"));
  CHECK(says(ledger.text({"explain", "1", "--lang", "en"}, "2024-06-10"), "of 2024-05-20"));
  // 2024-05-20 to 2024-07-05 are 46 days.
  CHECK(says(ledger.text({"explain", "1"}, "2024-07-05"),
             "单位 2024-05-20 自评“滞后”，到 2024-07-05 已超过 45 天，不用"));
}

TEST_CASE("Of units that each have their own: why the worst stands so, and what a merger made") {
  using namespace figures_by_law;
  Ledger ledger(
      "  - {name: 东镇, type: township}\n  - {name: 西镇, type: township}\n"
      "  - {name: 老南镇, type: township, valid: {to: 2024-02-29}, status: merged, successor: "
      "东镇}\n");
  const auto each = [](const std::string& readings) {
    return "indicators:\n  - {id: a, name: 指标, commitment: binding, kind: ratio, qualifier: "
           "at_least, unit: '%', trajectory: {type: hold}, targets: {东镇: 90, 西镇: 80, 老南镇: "
           "95}, readings: [" +
           readings + "]}\n";
  };
  ledger.task(1, each("{id: r1, date: 2024-06-30, values: {东镇: 91, 西镇: 60}}"));
  // 60 of 80 is 0.75: red.
  const std::string story = ledger.text({"explain", "1/a", "--format", "md"}, "2024-07-07");
  CHECK(says(story, "取各单位中最差的，即西镇（80%以上，现为 60%）：红灯"));
  CHECK(says(story, "序时比 0.7500"));
  CHECK(says(story, "老南镇已并入东镇；比率、增速、位次不相加"));
  const std::string late = ledger.text({"explain", "1/a", "--format", "md"}, "2025-03-01");
  CHECK(says(late, "没有做到“") == says(late, "未完成"));
}

TEST_SUITE_END();
