// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include <doctest/doctest.h>

#include "load/load.h"
#include "memory_disk.h"
#include "pipeline.h"
#include "values.h"

namespace report_weekly_test {

using namespace taizhang;
using base::Language;
using document::Block;
using document::Table;

namespace {

/// A ledger of one plan of 2023 in the memory, and its weekly report as known on its day.
class Weekly {
 public:
  Weekly& units(const std::string& units) {
    disk_.files["tasks/units.yaml"] = "schema: 1\nunits:\n" + units;
    return *this;
  }
  /// The task `item` of 水务局 with these keys, in block style; what they name of its head they
  /// replace.
  Weekly& task(int item, const std::string& keys) {
    std::string text = "schema: 1\nitem: " + std::to_string(item) + "\nsection: 1\n";
    for (const char* head :
         {"title: 河道整治\n", "lead: [水务局]\n", "due: 2023-12-31\n", "status: in_progress\n"}) {
      const std::string key = std::string(head).substr(0, std::string(head).find(':') + 1);
      if (("\n" + keys).find("\n" + key) == std::string::npos) text += head;
    }
    disk_.files["tasks/2023/" + std::to_string(100 + item) + "-a.yaml"] = text + keys;
    return *this;
  }

  document::Document on(const std::string& day, const std::string& known_by = "") {
    disk_.files["tasks/2023/plan.yaml"] =
        "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
        "sections: [{no: 1, title: 治水}]\n";
    ledger_ = load::load(disk_, "tasks");
    for (const source::Fault& fault : ledger_.faults) FAIL(test::details(fault));
    const base::Clocks clocks{test::day(day), test::day(known_by.empty() ? day : known_by)};
    pipeline::Measured measured(ledger_, "");
    return report::weekly({.words = words_,
                           .clocks = clocks,
                           .world_on = [&](base::Clocks on, std::optional<base::Clocks> since) {
                             return std::cref(measured.on(on, since));
                           }});
  }

 private:
  test::MemoryDisk disk_;
  model::Ledger ledger_;
  words::Words words_{Language::zh};
};

std::string text(const document::Value& value) { return document::text(value, Language::zh); }

/// The cells of the table `id`, a row a line, those of a row parted by ` | `; empty where the
/// report has no such table.
std::string rows(const document::Document& document, const std::string& id) {
  std::string all;
  for (const Block& block : document.chapters.at(0).blocks) {
    const Table* table = std::get_if<Table>(&block);
    if (!table || table->id != id) continue;
    for (const document::Row& row : table->rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        all += (i == 0 ? "" : " | ") + text(row.cells[i]);
      }
      all += "\n";
    }
  }
  return all;
}

/// The lines of the part whose heading begins with `number`: those of paragraphs and lists.
std::string lines(const document::Document& document, const std::string& number) {
  std::string all;
  bool inside = false;
  for (const Block& block : document.chapters.at(0).blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) {
      if (heading->level == 1) inside = text(heading->text).starts_with(number + " ");
    }
    if (!inside) continue;
    if (const auto* line = std::get_if<document::Paragraph>(&block)) all += text(line->text) + "\n";
    if (const auto* list = std::get_if<document::Bullets>(&block)) {
      for (const document::Value& line : list->lines) all += text(line) + "\n";
    }
  }
  return all;
}

/// An indicator with a target of 40 个 and more keys.
std::string indicator(const std::string& id, const std::string& more = "") {
  return "  - {id: " + id + ", name: 闸 " + id +
         ", kind: cumulative, qualifier: at_least, commitment: binding, target: 40, unit: 个" +
         more + "}\n";
}

const std::string some_units = "  - {name: 水务局, type: government}\n";

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("Weekly: what is due goes by the dates in force") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1,
            "milestones: [{id: m, name: 立项, due: 2023-03-31}]\n"
            "changes: [{id: c, effective: 2023-03-01, field: milestones.m.due,\n"
            "  from: 2023-03-31, to: 2023-09-30, approved_by: 水务局}]\n")
      .task(2,
            "milestones: [{id: m, name: 立项, due: 2023-11-30}]\n"
            "changes: [{id: c, effective: 2023-03-01, field: milestones.m.due,\n"
            "  from: 2023-11-30, to: 2023-05-20, approved_by: 水务局}]\n");
  const auto june = ledger.on("2023-06-09");
  // 11 days of May and 9 of June after the 20th; that of task 1 is not due before autumn.
  CHECK(rows(june, "overdue") == "2023-05-20 | 20 | 0 | — | 1 | 2 | 0 | —\n");
  CHECK(rows(june, "soon").empty());
  CHECK(rows(june, "measures") ==
        "完成的节点 | 2 | 0 | 0.0% | 持平\n"
        "逾期的节点 | 2 | 1 | 50.0% | 持平\n");
  const auto september = ledger.on("2023-09-10");
  CHECK(rows(september, "soon") == "2023-09-30 | 20 | 0 | — | 1 | 1 | 0 | —\n");
}

TEST_CASE("Weekly: an indicator that is due before its task is due, and overdue, by itself") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", due: 2023-05-31, readings: [{id: r1, date: 2023-05-31, "
                             "value: 12, reported: 2023-06-01}]") +
                   indicator("b", ", due: 2023-06-30") + indicator("c"))
      .task(2, "status: cancelled\nindicators:\n" + indicator("a", ", due: 2023-05-31"));
  const auto report = ledger.on("2023-06-10");
  CHECK(rows(report, "overdue") == "2023-05-31 | 10 | 0 | — | 0 | — | 1 | 1\n");
  CHECK(rows(report, "soon") == "2023-06-30 | 20 | 0 | — | 0 | — | 1 | 1\n");
}

TEST_CASE("Weekly: runs of items are drawn together, days are days") {
  Weekly ledger;
  ledger.units(some_units);
  for (const int item : {1, 2, 3, 5, 7, 8}) ledger.task(item, "due: 2023-06-30\n");
  const auto report = ledger.on("2023-06-30");
  CHECK(rows(report, "soon") == "2023-06-30 | 0 | 6 | 1–3、5、7、8 | 0 | — | 0 | —\n");
  const auto later = ledger.on("2023-07-01");
  CHECK(rows(later, "overdue") == "2023-06-30 | 1 | 6 | 1–3、5、7、8 | 0 | — | 0 | —\n");
}

TEST_CASE("Weekly: a unit is one row, whatever it was called when the file was written") {
  Weekly ledger;
  ledger
      .units(
          "  - {name: 河道处, type: government, status: merged, valid: {to: 2023-03-31},\n"
          "     successor: 园林局}\n"
          "  - {name: 园林局, type: government}\n"
          "  - {name: 水务局, type: government, aliases: [县水务局]}\n")
      .task(1, "lead: [县水务局]\nindicators:\n" + indicator("a"))
      .task(2, "indicators:\n" + indicator("a") + indicator("b"))
      .task(3, "lead: [河道处]\nindicators:\n" + indicator("a"))
      .task(4, "lead: [园林局]\nindicators:\n" + indicator("a"));
  const auto report = ledger.on("2023-06-10");
  CHECK(rows(report, "unreported") ==
        "园林局 | 2 | 0 | 0 | 3、4\n"
        "水务局 | 3 | 0 | 0 | 1、2\n");
  CHECK(lines(report, "5") ==
        "5 项指标还没有报送任何数据，0 项漏报最近一期，0 项待报（已到期末，未过报送截止日）。\n");
}

TEST_CASE("Weekly: nobody has reported all while a period is out") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a",
                                           ", readings: [{id: r1, date: 2023-04-30, value: 12, "
                                           "reported: 2023-05-02}]"));
  CHECK(lines(ledger.on("2023-05-10"), "5") == "各单位均已报送，没有漏报和待报。\n");
  // May is over, and its report is due by the 5th of June.
  const auto awaited = ledger.on("2023-06-03");
  CHECK(rows(awaited, "unreported") == "水务局 | 0 | 0 | 1 | 1\n");
  CHECK(lines(awaited, "6") == "2023-06-05 前报送截至 2023-05-31 的数据，还有 1 项指标没有报。\n");
  const auto missing = ledger.on("2023-06-06");
  CHECK(rows(missing, "unreported") == "水务局 | 0 | 1 | 0 | 1\n");
}

TEST_CASE("Weekly: a lowered target stays in view, beside the one that is in force by now") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a") +
                   "changes:\n"
                   "  - {id: c1, effective: 2023-03-01, field: indicators.a.target, from: 40,\n"
                   "     to: 30, reason: 资金减少, approved_by: 水务局}\n"
                   "  - {id: c2, effective: 2023-05-01, field: indicators.a.target, from: 30,\n"
                   "     to: 36, reason: 追加资金, approved_by: 水务局}\n");
  CHECK(rows(ledger.on("2023-05-04"), "targets") ==
        "1 | “闸 a”的目标值 | 40 个 | 30 个 | 36 个 | 是 | 2023-03-01 | 水务局 | 资金减少\n"
        "1 | “闸 a”的目标值 | 30 个 | 36 个 | 36 个 | 否 | 2023-05-01 | 水务局 | 追加资金\n");
  // A week on, only the lowering is still told; it says what is in force.
  CHECK(rows(ledger.on("2023-05-11"), "targets") ==
        "1 | “闸 a”的目标值 | 40 个 | 30 个 | 36 个 | 是 | 2023-03-01 | 水务局 | 资金减少\n");
}

TEST_CASE("Weekly: a later date, a higher ceiling, a unit’s lower target stay in view as well") {
  const auto change = [](const std::string& field, const std::string& from, const std::string& to) {
    return "changes: [{id: c1, effective: 2023-03-01, field: " + field + ", from: " + from +
           ", to: " + to + ", approved_by: 水务局, reason: 汛期}]\n";
  };
  const auto of_kind = [](const std::string& keys) {
    return "indicators:\n  - {id: a, name: 闸, commitment: binding, " + keys + "}\n";
  };
  Weekly ledger;
  ledger.units(some_units + "  - {name: 园林局, type: government}\n")
      .task(1, "due: 2023-10-31\n" + change("due", "2023-10-31", "2023-11-30"))
      .task(2, "milestones: [{id: m, name: 立项, due: 2023-06-30}]\n" +
                   change("milestones.m.due", "2023-06-30", "2023-09-30"))
      .task(3, of_kind("kind: cumulative, qualifier: at_most, target: 12, unit: 起") +
                   change("indicators.a.target", "12", "15"))
      .task(4, of_kind("kind: cumulative, qualifier: at_least, unit: 个, "
                       "targets: {水务局: 20, 园林局: 20}") +
                   change("indicators.a.targets.园林局", "20", "15"))
      .task(5, of_kind("kind: ratio, qualifier: at_least, unit: '%', "
                       "than: {name: 全省平均, by: 1}") +
                   change("indicators.a.than.by", "1", "0.5"))
      // What asks for more, or is only new, is forgotten after its week.
      .task(6, "due: 2023-12-31\n" + change("due", "2023-12-31", "2023-11-30"))
      .task(7, of_kind("kind: rank, qualifier: at_most, target: 5, unit: 位") +
                   change("indicators.a.target", "5", "3"));
  CHECK(rows(ledger.on("2023-05-11"), "targets") ==
        "1 | 完成时限 | 2023-10-31 | 2023-11-30 | 2023-11-30 | 是 | 2023-03-01 | 水务局 | 汛期\n"
        "2 | “立项”的完成时限 | 2023-06-30 | 2023-09-30 | 2023-09-30 | 是 | 2023-03-01 | 水务局 | "
        "汛期\n"
        "3 | “闸”的目标值 | 12 起 | 15 起 | 15 起 | 是 | 2023-03-01 | 水务局 | 汛期\n"
        "4 | “闸”的目标值（园林局） | 20 个 | 15 个 | 15 个 | 是 | 2023-03-01 | 水务局 | 汛期\n"
        "5 | “闸”的差额 | 1% | 0.5% | 0.5% | 是 | 2023-03-01 | 水务局 | 汛期\n");
  // In its week each change of a promise is told, with whether it asks for less.
  const std::string fresh = rows(ledger.on("2023-03-05"), "targets");
  CHECK(std::count(fresh.begin(), fresh.end(), '\n') == 7);
  CHECK(fresh.find("\n7 | “闸”的目标值 | 5 位 | 3 位 | 3 位 | 否 | ") != std::string::npos);
}

TEST_CASE("Weekly: where less than half is known, how many are comes in place of the mean") {
  Weekly ledger;
  ledger.units(some_units);
  const std::string half =
      ", readings: [{id: r1, date: 2023-04-30, value: 20, reported: 2023-05-02}]";
  ledger.task(1, "indicators:\n" + indicator("a", half));
  for (const int item : {2, 3}) ledger.task(item, "indicators:\n" + indicator("a"));
  const auto headline = [](const document::Document& report) {
    for (const Block& block : report.chapters.at(0).blocks) {
      const auto* cards = std::get_if<document::Cards>(&block);
      if (cards) return text(cards->lines.at(1).value) + "，" + text(cards->lines.at(1).note);
    }
    return std::string();
  };
  const auto thin = ledger.on("2023-05-07");
  CHECK(headline(thin) == "1/3，不到一半；这几项平均完成率 50.00%");
  CHECK(
      lines(thin, "1").find("1/3 项任务有数据，不到一半；这几项的平均完成率 50.00% 不代表总体。") !=
      std::string::npos);
  // Of two, one is half.
  Weekly two;
  two.units(some_units).task(1, "indicators:\n" + indicator("a", half));
  two.task(2, "indicators:\n" + indicator("a"));
  const auto enough = two.on("2023-05-07");
  CHECK(headline(enough) == "50.00%，1/2 项任务有数据");
  CHECK(lines(enough, "1").find("1/2 项任务有数据，平均完成率 50.00%，上周为 —（0/2）。") !=
        std::string::npos);
}

TEST_CASE("Weekly: new readings are those that did not count a week ago, corrections among them") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-04-30, value: 12, "
                             "reported: 2023-05-02}, {id: r2, date: 2023-04-30, value: 10, "
                             "reported: 2023-05-09, corrects: r1}, {id: r3, date: "
                             "2023-05-31, value: 15, reported: 2023-06-02}]"));
  CHECK(rows(ledger.on("2023-05-04"), "readings") ==
        "1 | 闸 a | 40 个以上 | 12 个 | 2023-04-30 | 首次报送 | 30.00% | 否 | 水务局\n");
  CHECK(rows(ledger.on("2023-05-12"), "readings") ==
        "1 | 闸 a | 40 个以上 | 10 个 | 2023-04-30 | 更正（原报 12 个） | 25.00% | 否 | 水务局\n");
  CHECK(rows(ledger.on("2023-06-04"), "readings") ==
        "1 | 闸 a | 40 个以上 | 15 个 | 2023-05-31 | +5 个 | 37.50% | 否 | 水务局\n");
  CHECK(lines(ledger.on("2023-06-20"), "2") == "本周没有新报的数据、完成的节点或进展记录。\n");
}

TEST_CASE("Weekly: a rate of nothing is no value, and no step to or from it") {
  Weekly ledger;
  const std::string reading =
      "{id: r1, date: 2023-04-30, value: 50, reported: 2023-05-02, "
      "parts: {合格: 2, 抽检: 4}}, {id: r2, date: 2023-05-31, value: 0, "
      "reported: 2023-06-02, parts: {合格: 0, 抽检: 0}}, {id: r3, date: "
      "2023-06-30, value: 75, reported: 2023-07-02, parts: {合格: 3, "
      "抽检: 4}}";
  ledger.units(some_units)
      .task(1,
            "indicators:\n  - {id: a, name: 合格率, kind: ratio, qualifier: reach, commitment: "
            "binding, target: 100, unit: '%', window: month, numerator: 合格, denominator: "
            "抽检, readings: [" +
                reading + "]}\n");
  CHECK(rows(ledger.on("2023-06-04"), "readings") ==
        "1 | 合格率 | 达到 100% | 不适用 | 2023-05-31 | — | — | — | 水务局\n");
  // Where nothing else counts, that is why the task is grey.
  CHECK(rows(ledger.on("2023-06-04"), "lights")
            .find("灰灯（不适用） | 最近一次报数的分母为零，没有可以衡量的：灰灯；"
                  "合格率（a）不能评价，没有别的可以评价的指标和节点：灰灯 | ") !=
        std::string::npos);
  CHECK(rows(ledger.on("2023-07-04"), "readings")
            .starts_with("1 | 合格率 | 达到 100% | 75% | 2023-06-30 | +25 个百分点 | "));
}

TEST_CASE("Weekly: a light that turned says which measure turned it") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "milestones: [{id: m, name: 立项, due: 2023-05-31}]\n")
      .task(2,
            "milestones: [{id: m, name: 立项, due: 2023-05-31}]\n"
            "override: {light: green, reason: 等省里批复, by: 水务局, from: 2023-01-01}\n");
  // Nobody has said a word of it for 45 days, then it is past due; that of task 2 is set by hand.
  CHECK(rows(ledger.on("2023-06-02"), "lights") ==
        "1 | 河道整治 | 灰灯（未报送） | 红灯（严重滞后） | "
        "应于 2023-05-31 完成，到 2023-06-02 已过期：红灯；取各项中最差的一项，即 立项（m）：红灯 "
        "| 水务局\n");
}

TEST_CASE("Weekly: finished tasks are counted once, by class, with the change on last week") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "milestones: [{id: m, name: 立项, due: 2023-12-31, done: 2023-06-08}]\n")
      .task(2, "milestones: [{id: m, name: 立项, due: 2023-12-31}]\n")
      .task(3, "mechanism: true\n");
  const auto report = ledger.on("2023-06-10");
  CHECK(rows(report, "classes") ==
        "已完成 | 1 | 50.0% | +1 | 0 | — | 持平\n"
        "未报送 | 1 | 50.0% | -1 | 0 | — | 持平\n");
  CHECK(rows(report, "milestones") == "1 | 立项 | 2023-06-08 | 水务局\n");
  CHECK(rows(report, "measures").starts_with("完成的节点 | 2 | 1 | 50.0% | +1\n"));
}

TEST_CASE("Weekly: issues are new, under way or closed; next week names those that press") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1,
            "issues:\n"
            "  - {id: i1, found: 2023-06-08, level: general, text: 占道}\n"
            "  - {id: i2, found: 2023-05-01, level: general, text: 断电, log: [\n"
            "      {date: 2023-05-02, state: coordinating}]}\n"
            "  - {id: i3, found: 2023-05-20, level: general, text: 渗水, log: [\n"
            "      {date: 2023-06-09, state: closed}]}\n");
  const auto report = ledger.on("2023-06-10");
  CHECK(rows(report, "issues_new").starts_with("1 | 占道 | 一般 | "));
  CHECK(rows(report, "issues_open").starts_with("1 | 断电 | 一般 | "));
  CHECK(rows(report, "issues_closed").starts_with("1 | 渗水 | 一般 | "));
  // Found on the 1st of May, a general one has fifteen days.
  CHECK(lines(report, "6") ==
        "第 1 项：断电，应于 2023-05-16 前解决，已经超期，请协调单位推动。\n");
}

TEST_CASE("Weekly: parts without content stand with one line each") {
  Weekly ledger;
  ledger.units(some_units).task(1, "");
  const auto report = ledger.on("2023-06-10");
  for (const char* part : {"2", "3", "4", "5", "6"}) {
    CAPTURE(part);
    const std::string all = lines(report, part);
    CHECK(std::count(all.begin(), all.end(), '\n') == 1);
  }
}

TEST_CASE("Weekly: every number says where it comes from") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "due: 2023-06-15\nindicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-05-31, value: 12, "
                             "reported: 2023-06-05}]") +
                   "changes: [{id: c1, effective: 2023-06-07, field: indicators.a.target,\n"
                   "  from: 40, to: 30, approved_by: 水务局}]\n"
                   "progress: [{date: 2023-06-08, done: 清淤, next: 护坡}]\n")
      .task(2,
            "due: 2023-05-31\nmilestones: [{id: m, name: 立项, due: 2023-05-31}]\n"
            "issues: [{id: i1, found: 2023-06-08, level: general, text: 占道}]\n");
  int numbers = 0;
  document::for_each_number(
      ledger.on("2023-06-10"),
      [&](const document::Value& value, const std::optional<document::Origin>& origin) {
        ++numbers;
        CHECK_MESSAGE(origin, text(value));
      });
  CHECK(numbers > 50);
}

TEST_SUITE_END();

}  // namespace report_weekly_test
