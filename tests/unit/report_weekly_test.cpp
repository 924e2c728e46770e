// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include <doctest/doctest.h>

#include <sstream>

#include "load/load.h"
#include "memory_disk.h"
#include "pipeline.h"
#include "render/format.h"
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

  /// With every row, on as many pages as that takes.
  Weekly& whole() {
    is_whole_ = true;
    return *this;
  }

  document::Document on(const std::string& day, const std::string& known_by = "",
                        document::Document (*report)(const report::Asked&) = report::weekly) {
    disk_.files["tasks/2023/plan.yaml"] =
        "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
        "sections: [{no: 1, title: 治水}]\n";
    ledger_ = load::load(disk_, "tasks");
    for (const source::Fault& fault : ledger_.faults) FAIL(test::details(fault));
    const base::Clocks clocks{test::day(day), test::day(known_by.empty() ? day : known_by)};
    pipeline::Measured measured(ledger_, "");
    return report({.words = words_,
                   .clocks = clocks,
                   .world_on =
                       [&](base::Clocks on, std::optional<base::Clocks> since) {
                         return std::cref(measured.on(on, since));
                       },
                   .sending = {.is_whole = is_whole_}});
  }

 private:
  test::MemoryDisk disk_;
  model::Ledger ledger_;
  words::Words words_{Language::zh};
  bool is_whole_ = false;
};

/// The lights that people set for a task: one up to 2023-06-06, the other from the next day on.
std::string lights_set(const std::string& before, const std::string& now) {
  const std::string by = ", reason: 查, by: 水务局, from: ";
  return "override: [{light: " + before + by + "2023-01-01, until: 2023-06-06}, {light: " + now +
         by + "2023-06-07}]\n";
}

std::string text(const document::Value& value) { return document::text(value, Language::zh); }

/// The cells of the table `id`, a row a line, those of a row parted by ` | `; empty where the
/// report has no such table.
std::string rows(const document::Document& document, const std::string& id) {
  std::string all;
  for (const Block& block : document.chapters.at(0).blocks) {
    const Table* whole = std::get_if<Table>(&block);
    if (!whole || whole->id != id) continue;
    const Table table = document::below_heading(*whole);
    for (const document::Row& row : table.rows) {
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
  constexpr const char* numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const std::string begin = numerals[std::stoul(number) - 1] + std::string("、");
  std::string all;
  bool inside = false;
  for (const Block& block : document.chapters.at(0).blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) {
      if (heading->level == 1) inside = text(heading->text).starts_with(begin);
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

/// The number behind the first `words` in a text; 0 where they are not there.
int number_behind(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  return at == std::string::npos ? 0 : std::stoi(text.substr(at + words.size()));
}

std::string repeated(const std::string& words, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += words;
  return all;
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
  // 11 days of May and 9 of June after the 20th; that of task 1 is not due before autumn.
  CHECK(rows(ledger.on("2023-06-09"), "due") ==
        "2023-05-20 | 逾期 20 天 | 立项 | 2 | 河道整治 | 水务局\n");
  CHECK(rows(ledger.on("2023-09-10"), "due") ==
        "2023-05-20 | 逾期 113 天 | 立项 | 2 | 河道整治 | 水务局\n"
        "2023-09-30 | 还有 20 天 | 立项 | 1 | 河道整治 | 水务局\n");
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
  CHECK(rows(ledger.on("2023-06-10"), "due") ==
        "2023-05-31 | 逾期 10 天 | 闸 a | 1 | 河道整治 | 水务局\n"
        "2023-06-30 | 还有 20 天 | 闸 b | 1 | 河道整治 | 水务局\n");
}

TEST_CASE("Weekly: a day that many things share is one line with their counts") {
  Weekly ledger;
  ledger.units(some_units);
  for (int item = 1; item <= 9; ++item) ledger.task(item, "due: 2023-06-30\n");
  const std::string counts = "：任务 9 项。\n";
  for (const auto& [day, line] : {std::pair("2023-06-30", "2023-06-30 到期"),
                                  {"2023-07-01", "2023-06-30 已到期、尚未完成"}}) {
    CHECK(rows(ledger.on(day), "due").empty());
    CHECK(lines(ledger.on(day), "4") == line + counts);
  }
}

TEST_CASE("Weekly: of what is not named, what is overdue and what is to come are told apart") {
  Weekly ledger;
  ledger.units(some_units);
  // Five of each task are over, one in each month, and one is to come.
  for (int item = 1; item <= 30; ++item) {
    const std::string day = std::to_string(10 + item % 15);
    std::string milestones = "milestones:\n";
    for (int month = 1; month <= 6; ++month) {
      milestones += "  - {id: m" + std::to_string(month) + ", name: 立项, due: 2023-0" +
                    std::to_string(month) + "-" + day + "}\n";
    }
    ledger.task(item, milestones);
  }
  const auto report = ledger.on("2023-06-09");
  const std::string rest = lines(report, "4");
  const std::string named = rows(report, "due");
  CHECK(named.starts_with("2023-01-10 | 逾期 150 天 | 立项 | 15 | "));
  CHECK(named.find("还有") == std::string::npos);
  CHECK(std::count(named.begin(), named.end(), '\n') + number_behind(rest, "其余逾期 ") == 150);
  CHECK(rest.ends_with("\n其余将到期 30 项：水务局 30。\n"));
  // Where there is room for all, nothing is left over.
  Weekly few;
  few.units(some_units);
  for (int item = 1; item <= 5; ++item)
    few.task(item, "due: 2023-06-0" + std::to_string(item) + "\n");
  CHECK(lines(few.on("2023-06-10"), "4").empty());
}

TEST_CASE("Weekly: what is left over counts by the first of several units, and says so") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 住建局, type: government}\n");
  std::string milestones = "milestones:\n";
  for (int day = 1; day <= 28; ++day) {
    for (int month = 1; month <= 5; ++month) {
      const std::string date = (day < 10 ? "0" : "") + std::to_string(day);
      milestones += "  - {id: m" + std::to_string(month) + date + ", name: 立项, due: 2023-0" +
                    std::to_string(month) + "-" + date + "}\n";
    }
  }
  ledger.task(1, "lead: [水务局, 住建局]\n" + milestones).task(2, milestones);
  const std::string rest = lines(ledger.on("2023-06-11"), "4");
  const int all = number_behind(rest, "其余逾期 ");
  CAPTURE(rest);
  CHECK(all > 0);
  CHECK(rest == "其余逾期 " + std::to_string(all) + " 项：水务局 " + std::to_string(all) +
                    "（按第一个单位计）。\n");
}

TEST_CASE("Weekly: who owes the most periods stands first") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a", ", start: 2023-04-01"))
      .task(2, "indicators:\n" + indicator("b"));
  const std::string missing = rows(ledger.on("2023-06-11"), "missing");
  CHECK(missing.find("| 闸 b |") < missing.find("| 闸 a |"));
  CHECK(missing.find("| 闸 a |") != std::string::npos);
}

TEST_CASE("Weekly: of a red task of which nobody said why, the reason is asked for") {
  const std::string behind = "indicators:\n" + indicator("a",
                                                         ", readings: [{id: r1, date: 2023-05-31, "
                                                         "value: 4, reported: 2023-06-02}]");
  Weekly silent;
  silent.units(some_units).task(1, behind);
  CHECK(rows(silent.on("2023-06-11"), "exceptions").find("单位未说明原因") != std::string::npos);
  CHECK(lines(silent.on("2023-06-11"), "7") ==
        "水务局：补报 1 项（1 河道整治）、说明红灯原因 1 项（1）。\n");
  Weekly told;
  told.units(some_units).task(1, behind + "progress: [{date: 2023-05-31, problems: 征地受阻}]\n");
  CHECK(rows(told.on("2023-06-11"), "exceptions").find("征地受阻") != std::string::npos);
  CHECK(lines(told.on("2023-06-11"), "7").find("原因") == std::string::npos);
}

TEST_CASE("Orders: the words of a unit bring no second stop into a reason") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-05-31, value: 4, "
                             "reported: 2023-06-02}]") +
                   "progress: [{date: 2023-06-07, problems: 征地受阻。}]\n");
  const auto report = ledger.on("2023-06-11", "", report::order_sheets);
  std::string all;
  for (const Block& block : report.chapters.at(0).blocks) {
    if (const auto* some = std::get_if<document::Fields>(&block)) {
      for (const auto& line : some->lines) all += text(line.value) + "\n";
    }
  }
  CAPTURE(all);
  CHECK(all.find("单位反映：征地受阻。\n") != std::string::npos);
  CHECK(all.find("。。") == std::string::npos);
}

TEST_CASE("Monthly: of a window whose month was missed it is told that it cannot be met") {
  Weekly ledger;
  // January to August are owed; of these July alone was met, and September is met as well: of nine
  // months seven are short.
  ledger.units(some_units)
      .task(1,
            "indicators:\n  - {id: a, name: 随访率, kind: ratio, unit: '%', qualifier: reach, "
            "commitment: binding, target: 100, window: month, readings: [{id: r1, date: "
            "2023-07-31, value: 100, reported: 2023-08-02}, {id: r2, date: 2023-08-31, value: 96, "
            "reported: 2023-09-02}, {id: r3, date: 2023-09-30, value: 100, reported: "
            "2023-10-02}]}\n");
  const std::string all = rows(ledger.on("2023-09-30", "2023-10-13", report::monthly), "missed");
  CAPTURE(all);
  CHECK(all.find("随访率 | ") != std::string::npos);
  CHECK(all.find("欠 7 个月") != std::string::npos);
}

TEST_CASE("Orders: each of several leads has a sheet of its own, with the others beside it") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 住建局, type: government}\n")
      .task(1, "lead: [水务局, 住建局]\nindicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-05-31, value: 4, reported: "
                             "2023-06-02}]"));
  const auto orders = ledger.on("2023-06-11", "", report::order_sheets);
  std::string all;
  for (const document::Chapter& chapter : orders.chapters) {
    all += chapter.subject + ": ";
    for (const Block& block : chapter.blocks) {
      const auto* fields = std::get_if<document::Fields>(&block);
      if (!fields) continue;
      for (const auto& line : fields->lines) {
        if (line.key == "to" || line.key == "support") all += text(line.value) + " ";
      }
    }
    all += "\n";
  }
  CHECK(all == "2023/1/水务局: 水务局 住建局 \n2023/1/住建局: 住建局 水务局 \n");
}

TEST_CASE("Weekly: what a forecast lacks, and has too much, is told without a sign") {
  Weekly ledger;
  const auto measured = [](const std::string& keys, const std::string& value) {
    return "indicators:\n  - {id: a, name: 闸, commitment: binding, " + keys +
           ", readings: [{id: r1, date: 2023-05-31, value: " + value +
           ", reported: 2023-06-01}]}\n";
  };
  ledger.units(some_units)
      .task(1, measured("kind: cumulative, qualifier: at_most, target: 12, unit: 起", "11"))
      .task(2, measured("kind: level, qualifier: reach, direction: down, baseline: "
                        "100, target: 0, unit: 公里",
                        "5") +
                   "override: {light: red, reason: 督查, by: 水务局, from: 2023-06-01,"
                   " until: 2023-12-31}\n");
  const std::string all = rows(ledger.on("2023-06-10"), "exceptions");
  CHECK(all.find("，超出 15 起\n") != std::string::npos);
  CHECK(all.find("| 可完成\n") != std::string::npos);
  CHECK(all.find("-") == all.find("-", all.find("个百分点") - 8));
}

TEST_CASE("Weekly: a milestone that falls due with its task is not told twice") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "due: 2023-06-30\nmilestones: [{id: m, name: 验收, due: 2023-06-30}]\n");
  CHECK(rows(ledger.on("2023-06-20"), "due") ==
        "2023-06-30 | 还有 10 天 | 整项任务 | 1 | 河道整治 | 水务局\n");
  CHECK(lines(ledger.on("2023-06-25"), "7") == "水务局：任务到期 1 项（1 河道整治）。\n");
  // One of another day is a thing of its own.
  ledger.task(2, "due: 2023-06-30\nmilestones: [{id: m, name: 立项, due: 2023-06-28}]\n");
  CHECK(lines(ledger.on("2023-06-25"), "7") ==
        "水务局：任务到期 2 项（1 河道整治、2 河道整治）、节点到期 1 个（2）。\n");
}

TEST_CASE("Weekly: a unit that owes is called what it is called on the day") {
  Weekly ledger;
  ledger
      .units(
          "  - {name: 河道处, type: government, status: merged, valid: {to: 2023-03-31},\n"
          "     successor: 园林局}\n"
          "  - {name: 园林局, type: government}\n"
          "  - {name: 水务局, type: government, aliases: [县水务局]}\n")
      .task(1, "lead: [县水务局]\nindicators:\n" + indicator("a"))
      .task(2, "lead: [河道处]\nindicators:\n" + indicator("a"))
      .task(3, "lead: [园林局]\nindicators:\n" + indicator("a"));
  const auto report = ledger.on("2023-06-10");
  // January to May, each of which was to be reported by the 5th of the month after it.
  CHECK(rows(report, "missing") ==
        "水务局 | 1 | 河道整治 | 闸 a | 5 期（最近一期截至 2023-05-31）\n"
        "园林局 | 2 | 河道整治 | 闸 a | 5 期（最近一期截至 2023-05-31）\n"
        "园林局 | 3 | 河道整治 | 闸 a | 5 期（最近一期截至 2023-05-31）\n");
  CHECK(lines(report, "7") ==
        "园林局：补报 2 项（2 河道整治、3 河道整治）。\n"
        "水务局：补报 1 项（1 河道整治）。\n");
}

TEST_CASE("Weekly: what is owed is awaited until the evening of its deadline, then missing") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a",
                                           ", readings: [{id: r1, date: 2023-04-30, value: 12, "
                                           "reported: 2023-05-02}]"));
  // January to March are missing, whatever April told.
  CHECK(lines(ledger.on("2023-05-10"), "6") ==
        "漏报 1 项指标，共 3 期；待报 0 项指标（到截止日当晚仍未报的为漏报）。\n");
  const auto awaited = ledger.on("2023-06-03");
  CHECK(rows(awaited, "missing") ==
        "水务局 | 1 | 河道整治 | 闸 a | 3 期（最近一期截至 2023-03-31）\n");
  CHECK(lines(awaited, "6") ==
        "漏报 1 项指标，共 3 期；待报 1 项指标（到截止日当晚仍未报的为漏报）。\n"
        "2023-06-05 前报送截至 2023-05-31 的数据，还有 1 项指标没有报：水务局 1。\n");
  CHECK(lines(awaited, "7") == "水务局：报数 1 项（1 河道整治）、补报 1 项（1）。\n");
  CHECK(rows(ledger.on("2023-06-06"), "missing") ==
        "水务局 | 1 | 河道整治 | 闸 a | 4 期（最近一期截至 2023-05-31）\n");
}

TEST_CASE("Weekly: a changed target is told in its week; of older ones that were lowered a line") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a") +
                   "changes:\n"
                   "  - {id: c1, effective: 2023-03-01, field: indicators.a.target, from: 40,\n"
                   "     to: 30, reason: 资金减少, approved_by: 水务局}\n"
                   "  - {id: c2, effective: 2023-05-01, field: indicators.a.target, from: 30,\n"
                   "     to: 36, reason: 追加资金, approved_by: 水务局}\n");
  const std::string line = "此前放宽、至今有效的目标和时限 1 项，逐项见月调度。\n";
  CHECK(rows(ledger.on("2023-05-04"), "targets") ==
        "1 | 河道整治 | 水务局 | “闸 a”的目标值 | 30 个 | 36 个 | 36 个 | 否 | 2023-05-01 | "
        "水务局 | 追加资金\n");
  CHECK(lines(ledger.on("2023-05-04"), "3") == line);
  CHECK(rows(ledger.on("2023-05-11"), "targets").empty());
  CHECK(lines(ledger.on("2023-05-11"), "3") == line);
}

TEST_CASE("Weekly: a later date, a higher ceiling, a unit’s lower target are changes as well") {
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
      .task(6, "due: 2023-12-31\n" + change("due", "2023-12-31", "2023-11-30"))
      .task(7, of_kind("kind: rank, qualifier: at_most, target: 5, unit: 位") +
                   change("indicators.a.target", "5", "3"));
  const std::string head = " | 河道整治 | 水务局 | ";
  const std::string end = " | 2023-03-01 | 水务局 | 汛期\n";
  CHECK(rows(ledger.on("2023-03-05"), "targets") ==
        "1" + head + "完成时限 | 2023-10-31 | 2023-11-30 | 2023-11-30 | 是" + end + "2" + head +
            "“立项”的完成时限 | 2023-06-30 | 2023-09-30 | 2023-09-30 | 是" + end + "3" + head +
            "“闸”的目标值 | 12 起 | 15 起 | 15 起 | 是" + end + "4" + head +
            "“闸”的目标值（园林局） | 20 个 | 15 个 | 15 个 | 是" + end + "5" + head +
            "“闸”的差额 | 1 个百分点 | 0.5 个百分点 | 0.5 个百分点 | 是" + end + "6" + head +
            "完成时限 | 2023-12-31 | 2023-11-30 | 2023-11-30 | 否" + end + "7" + head +
            "“闸”的目标值 | 5 位 | 3 位 | 3 位 | 否" + end);
  // What asks for less is not forgotten after its week; what asks for more, or is only new, is.
  const auto later = ledger.on("2023-05-11");
  CHECK(rows(later, "targets").empty());
  CHECK(lines(later, "3").find("此前放宽、至今有效的目标和时限 5 项，") != std::string::npos);
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
  CHECK(headline(ledger.on("2023-05-07")) == "1/3，不到一半；这几项平均完成率 50.00%，不代表总体");
  // Of two, one is half.
  Weekly two;
  two.units(some_units).task(1, "indicators:\n" + indicator("a", half));
  two.task(2, "indicators:\n" + indicator("a"));
  CHECK(headline(two.on("2023-05-07")) == "50.00%，1/2 项任务计入平均");
  CHECK(headline(two.on("2023-05-14")) == "50.00%，1/2 项任务计入平均；上周 50.00%，1/2 项");
}

TEST_CASE("Weekly: new readings are those that did not count a week ago, corrections stand apart") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-04-30, value: 12, "
                             "reported: 2023-05-02}, {id: r2, date: 2023-04-30, value: 10, "
                             "reported: 2023-05-09, corrects: r1}, {id: r3, date: "
                             "2023-05-31, value: 15, reported: 2023-06-02}]"));
  const std::string head = "1 | 河道整治 | 水务局 | 闸 a | 40 个以上 | ";
  CHECK(rows(ledger.on("2023-05-04"), "readings") ==
        head + "12 个 | 2023-04-30 | 首次报送 | 30.00%\n");
  CHECK(rows(ledger.on("2023-05-12"), "readings").empty());
  CHECK(rows(ledger.on("2023-05-12"), "corrections") ==
        "1 | 河道整治 | 水务局 | 闸 a | 2023-04-30 | 12 个 | 10 个 | —\n");
  CHECK(rows(ledger.on("2023-06-04"), "readings") ==
        head + "15 个 | 2023-05-31 | +5 个 | 37.50%\n");
  CHECK(lines(ledger.on("2023-06-20"), "3") ==
        "本周没有灯色变化、新报数据、各种调整，也没有完成的节点。\n");
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
  const std::string head = "1 | 河道整治 | 水务局 | ";
  CHECK(rows(ledger.on("2023-06-04"), "readings") ==
        head + "合格率 | 达到 100% | 不适用 | 2023-05-31 | — | —\n");
  // Where nothing else counts, that is why the task is grey.
  CHECK(rows(ledger.on("2023-06-04"), "lights") ==
        head + "红灯 | 灰灯（不适用） | 合格率：最近一次报数的分母为零，没有可以衡量的\n");
  CHECK(rows(ledger.on("2023-07-04"), "readings")
            .starts_with(head + "合格率 | 达到 100% | 75% | 2023-06-30 | +25 个百分点 | "));
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
        "1 | 河道整治 | 水务局 | 灰灯（未报送） | 红灯 | "
        "立项：应于 2023-05-31 完成，到 2023-06-02 已过期\n");
}

TEST_CASE(
    "Weekly: the reason of a light is the rule that made it so, not one that left it as it was") {
  Weekly ledger;
  const std::string flood =
      "issues: [{id: q1, found: 2023-05-01, level: critical, text: 决口, owner: 水务局}]\n";
  const std::string late = "milestones: [{id: m, name: 立项, due: 2023-05-31}]\n";
  const std::string soon =
      "milestones: [{id: m, name: 立项, due: 2023-12-01, done: 2023-05-01},"
      " {id: n, name: 验收, due: 2023-12-01}]\n";
  ledger.units(some_units).task(1, late + flood).task(2, soon + flood);
  const auto report = ledger.on("2023-06-10");
  // Five days from the 1st of May; red the milestone is anyway, green becomes yellow by the issue.
  CHECK(rows(report, "exceptions") ==
        "1 | 河道整治 | 水务局 | 红灯 | 立项（2023-05-31 前） | 未完成 | 逾期 10 天 | "
        "应于 2023-05-31 完成，到 2023-06-10 已过期 | —\n"
        "2 | 河道整治 | 水务局 | 黄灯 | 验收（2023-12-01 前） | 未完成 | — | "
        "重大问题“决口”应于 2023-05-06 前解决，已经超期 | —\n");
}

TEST_CASE("Weekly: a task that turned from yellow to red is new among the red ones") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1,
            "override: [{light: yellow, reason: 查, by: 水务局, from: 2023-01-01, until: "
            "2023-06-06}, {light: red, reason: 查, by: 水务局, from: 2023-06-07}]\n")
      .task(2, "override: {light: red, reason: 查, by: 水务局, from: 2023-01-01}\n");
  const auto report = ledger.on("2023-06-10");
  CHECK(lines(report, "2") == "红灯 2 项（本周由黄转红 1 项），黄灯 0 项。\n");
}

TEST_CASE(
    "Weekly, monthly: a changed status, unit or leader is told, and what waits for approval") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 园林局, type: government}\n")
      .task(1,
            "changes:\n"
            "  - {id: c1, effective: 2023-06-07, field: status, from: in_progress, "
            "to: suspended, approved_by: 水务局, reason: 汛期}\n")
      .task(2,
            "changes:\n"
            "  - {id: c1, effective: 2023-06-02, field: lead, from: [水务局], to: [园林局], "
            "approved_by: 水务局}\n"
            "  - {id: c2, requested: 2023-06-08, field: due, from: 2023-12-31, "
            "to: 2024-01-31}\n");
  CHECK(rows(ledger.on("2023-06-10"), "duties") ==
        "1 | 河道整治 | 水务局 | 状态 | 推进中 | 暂停 | 2023-06-07 | 水务局 | 汛期\n");
  CHECK(rows(ledger.on("2023-06-20"), "duties").empty());
  const auto month = ledger.on("2023-06-30", "", report::monthly);
  CHECK(rows(month, "duties") ==
        "1 | 河道整治 | 水务局 | 状态 | 推进中 | 暂停 | 2023-06-07 | 水务局 | 汛期\n"
        "2 | 河道整治 | 园林局 | 牵头单位 | 水务局 | 园林局 | 2023-06-02 | 水务局 | —\n");
  CHECK(rows(month, "pending") ==
        "2 | 河道整治 | 园林局 | 完成时限 | 2023-12-31 | 2024-01-31 | 2023-06-08 | — | — | —\n");
}

TEST_CASE("Monthly: what was said last month is of the measure that is told now") {
  Weekly ledger;
  // In May a is the worse one, in June b: 2 of 40 and 5, then 20 and 6.
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-05-31, value: 2, reported: "
                             "2023-05-31}, {id: r2, date: 2023-06-30, value: 20, reported: "
                             "2023-06-30}]") +
                   indicator("b",
                             ", readings: [{id: r1, date: 2023-05-31, value: 5, reported: "
                             "2023-05-31}, {id: r2, date: 2023-06-30, value: 6, reported: "
                             "2023-06-30}]"));
  const std::string behind = rows(ledger.on("2023-06-30", "", report::monthly), "behind");
  CHECK(behind.find("红灯；5 个（12.50%） | 闸 b 40 个以上") != std::string::npos);
}

TEST_CASE("Weekly: a loosening that was taken back is none that still holds") {
  Weekly ledger;
  const std::string change =
      "changes:\n  - {id: c1, effective: 2023-03-01, field: "
      "indicators.a.target, from: 40, to: 30, approved_by: 水务局}\n";
  const std::string back =
      "  - {id: c2, effective: 2023-04-01, field: indicators.a.target, from: "
      "30, to: 40, approved_by: 水务局}\n";
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a") + change)
      .task(2, "indicators:\n" + indicator("a") + change + back);
  CHECK(lines(ledger.on("2023-06-10"), "3") ==
        "此前放宽、至今有效的目标和时限 1 项，逐项见月调度。\n");
}

TEST_CASE("Weekly: the next week begins tomorrow, and what is overdue is to be explained") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "due: 2023-06-11\n")
      .task(2, "due: 2023-06-18\n")
      .task(3, "milestones: [{id: m, name: 立项, due: 2023-05-31}]\n");
  CHECK(lines(ledger.on("2023-06-11"), "7") ==
        "水务局：任务到期 1 项（2 河道整治）、说明逾期节点 1 个（3 河道整治）。\n");
}

TEST_CASE("Weekly, monthly, orders: of several red measures the one furthest behind is named") {
  Weekly ledger;
  const auto of = [](const std::string& value) {
    return ", readings: [{id: r1, date: 2023-05-31, value: " + value + ", reported: 2023-06-02}]";
  };
  const std::string three = "indicators:\n" + indicator("a", of("10")) + indicator("b", of("4")) +
                            indicator("c", of("14"));
  ledger.units(some_units).task(1, three);
  const std::string named = "闸 b 40 个以上；另有 1 项红灯、1 项黄灯 | 4 个（10.00%）";
  CHECK(rows(ledger.on("2023-06-11"), "exceptions").find(named) != std::string::npos);
  const auto month = ledger.on("2023-06-11", "", report::monthly);
  CHECK(rows(month, "behind").find("闸 b 40 个以上；另有 1 项红灯、1 项黄灯") != std::string::npos);
  // An order states them all, each with its own light, and names the months that it counted.
  const auto order = ledger.on("2023-06-11", "", report::order_sheets);
  const std::string facts = rows(order, "facts");
  CHECK(std::count(facts.begin(), facts.end(), '\n') == 3);
  CHECK(facts.starts_with("红灯 | 闸 b 40 个以上 | 4 个"));
  CHECK(facts.find("\n红灯 | 闸 a 40 个以上 | 10 个") != std::string::npos);
  CHECK(facts.find("\n黄灯 | 闸 c 40 个以上 | 14 个") != std::string::npos);
  std::string reason;
  for (const Block& block : order.chapters.at(0).blocks) {
    if (const auto* fields = std::get_if<document::Fields>(&block)) {
      for (const auto& line : fields->lines) {
        if (line.key == "reason") reason = text(line.value);
      }
    }
  }
  CAPTURE(reason);
  // 14 of 16 are due at the end of May: 4 of 40 are 30 points short of 40.
  CHECK(reason ==
        "2023-04、2023-05 月末均为红灯，共 2 次；截至 2023-06-11，承诺“闸 b 40 个以上”，完成 4 "
        "个（10.00%），"
        "欠序时 30 个百分点。");
}

TEST_CASE(
    "Weekly: of several red measures what is broken for good is named, however far the others") {
  Weekly ledger;
  // 4 of 40 are 30 points short, and can be caught up; a ceiling of 0 that is over cannot.
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-05-31, value: 4, "
                             "reported: 2023-06-02}]") +
                   "  - {id: b, name: 事故, kind: cumulative, commitment: binding, qualifier: "
                   "at_most, target: 0, "
                   "unit: 起, readings: [{id: r1, date: 2023-05-31, value: 1, "
                   "reported: 2023-06-02}]}\n");
  const std::string all = rows(ledger.on("2023-06-11"), "exceptions");
  CAPTURE(all);
  CHECK(all.find("事故 不超过 0 起；另有 1 项红灯 | 现为 1 起") != std::string::npos);
}

TEST_CASE("Weekly: yellow tasks stand by how far they are behind") {
  Weekly ledger;
  ledger.units(some_units);
  const auto with = [](const std::string& value, const std::string& date) {
    return "indicators:\n" + indicator("a", ", readings: [{id: r1, date: " + date +
                                                ", value: " + value + ", reported: " + date + "}]");
  };
  ledger.task(1, with("17", "2023-04-30"))
      .task(2, with("14", "2023-05-31"))
      .task(3, with("13", "2023-05-31"));
  const std::string all = rows(ledger.on("2023-06-24"), "exceptions");
  CAPTURE(all);
  const auto first = all.find("3 | 河道整治");
  const auto second = all.find("\n2 | 河道整治");
  const auto last = all.find("\n1 | 河道整治");
  CHECK(first == 0);
  CHECK(second < last);
  CHECK(last != std::string::npos);
}

TEST_CASE("Papers: what a value is compared with comes later, and puts nothing right") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1,
            "indicators:\n  - {id: a, name: 达标率, commitment: binding, kind: ratio, unit: '%', "
            "qualifier: at_least, "
            "than: {name: 全市平均, by: 0}, readings: [{id: r1, date: 2023-05-31, value: 95, "
            "reported: 2023-06-02}, {id: r2, date: 2023-05-31, value: 95, benchmark: 94.5, "
            "corrects: r1, reported: 2023-06-09}]}\n");
  const auto week = ledger.on("2023-06-11");
  CHECK(rows(week, "corrections").empty());
  const std::string all = rows(week, "readings");
  CAPTURE(all);
  CHECK(all.find(" | 95%（比较值 94.5%） | 2023-05-31 | ") != std::string::npos);
  CHECK(rows(ledger.on("2023-06-11", "", report::monthly), "corrections").empty());
}

TEST_CASE("Inspections: values that were verified by unit stand in their table") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 甲镇, type: township}\n  - {name: 乙镇, type: township}\n")
      .task(1,
            "indicators:\n  - {id: a, name: 闸, commitment: binding, kind: cumulative, unit: 个, "
            "qualifier: at_least, "
            "target: 40, targets: {甲镇: 20, 乙镇: 20}, readings: [{id: r1, date: 2023-05-31, "
            "values: {甲镇: 9, 乙镇: 2}, reported: 2023-06-02}]}\n"
            "inspections: [{id: i1, date: 2023-06-08, team: [水务局], indicator: a, reading: r1, "
            "finding: 多报, result: inconsistent, verified_values: {甲镇: 4, 乙镇: 2}}]\n");
  const std::string all = rows(ledger.on("2023-06-11"), "inspections");
  CAPTURE(all);
  CHECK(all.find("甲镇 4、乙镇 2") != std::string::npos);
}

TEST_CASE("Unit sheets: a count that includes what is in no figure says how many are") {
  Weekly ledger;
  ledger.units(some_units).task(1, "").task(2, "").task(3, "status: cancelled\n");
  const auto sheet = ledger.on("2023-06-11", "", report::unit_sheets);
  std::string all;
  for (const Block& block : sheet.chapters.at(0).blocks) {
    if (const auto* fields = std::get_if<document::Fields>(&block)) {
      for (const auto& line : fields->lines) all += line.label + "：" + text(line.value) + "\n";
    }
  }
  CAPTURE(all);
  CHECK(all.starts_with("任务：3 项，计入 2 项；不计入：取消 1 项。\n"));
  CHECK(all.find("另有") == std::string::npos);
}

TEST_CASE("Monthly: what is broken or over for good is told as missed, not as a forecast") {
  Weekly ledger;
  const auto of = [](const std::string& keys, const std::string& value) {
    return "indicators:\n  - {id: a, name: 事故, commitment: binding, unit: 起, " + keys +
           ", readings: [{id: r1, date: 2023-06-30, value: " + value +
           ", reported: 2023-06-30}]}\n";
  };
  ledger.units(some_units)
      .task(1, of("kind: cumulative, qualifier: at_most, target: 0", "1"))
      .task(2, of("kind: growth, qualifier: at_least, target: 3, due: 2023-06-30", "2"))
      .task(3, of("kind: cumulative, qualifier: at_most, target: 4", "1"));
  const auto report = ledger.on("2023-06-30", "", report::monthly);
  CHECK(rows(report, "missed").empty());
  CHECK(rows(report, "unmet") ==
        "1 | 河道整治 | 水务局 | 事故 | 不超过 0 起 | 1 起 | 2023-06-30 | 1 起\n"
        "2 | 河道整治 | 水务局 | 事故 | 3 起以上 | 2 起 | 2023-06-30 | 1 起\n");
  CHECK(lines(report, "4").find("已到期或已突破、未完成的约束性指标 2 项。") != std::string::npos);
  // Nothing is forecast of what has no reading: the answer says how much it rests on.
  ledger.task(4,
              "indicators:\n  - {id: a, name: 闸, commitment: binding, unit: 个, kind: "
              "cumulative, qualifier: at_least, target: 4}\n");
  CHECK(lines(ledger.on("2023-06-30", "", report::monthly), "4")
            .find("另有 1/4 项还没有“预计到期”，说不准。") != std::string::npos);
}

/// The lines of the fields of a sheet, a line each.
std::string fields(const document::Document& document, std::size_t chapter = 0) {
  std::string all;
  for (const Block& block : document.chapters.at(chapter).blocks) {
    const auto* some = std::get_if<document::Fields>(&block);
    if (!some) continue;
    for (const auto& line : some->lines) all += line.label + "：" + text(line.value) + "\n";
  }
  return all;
}

/// The paragraphs and lines of lists of a document.
std::string all_lines(const document::Document& document) {
  std::string all;
  for (const Block& block : document.chapters.at(0).blocks) {
    if (const auto* line = std::get_if<document::Paragraph>(&block)) all += text(line->text) + "\n";
    if (const auto* list = std::get_if<document::Bullets>(&block)) {
      for (const document::Value& line : list->lines) all += text(line) + "\n";
    }
  }
  return all;
}

TEST_CASE("Unit sheets: what is to be done in thirty days stands with its day") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 住建局, type: government}\n")
      .task(1,
            "milestones: [{id: m, name: 立项, due: 2023-07-11}, {id: n, name: 开工, due: "
            "2023-07-12}]\n"
            "orders: [{id: o1, date: 2023-06-01, level: order, reason: 滞后, to: [水务局], "
            "reply_by: 2023-06-20},\n"
            "  {id: o2, date: 2023-06-01, level: order, reason: 滞后, to: [住建局], reply_by: "
            "2023-06-21}]\n");
  const auto sheets = ledger.on("2023-06-11", "", report::unit_sheets);
  REQUIRE(sheets.chapters.size() == 1);
  const std::string all = all_lines(sheets);
  CAPTURE(all);
  CHECK(all.find("节点到期 1 个：1 立项（2023-07-11 前）。\n"
                 "回复督办 1 件：1 河道整治（2023-06-20 前）。\n") != std::string::npos);
  CHECK(all.find("开工（") == std::string::npos);
  CHECK(all.find("2023-06-21 前") == std::string::npos);
}

TEST_CASE("A unit whose tasks are all suspended has its sheet, one without tasks has none") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 住建局, type: government}\n")
      .task(1, "status: suspended\n");
  const auto sheets = ledger.on("2023-06-11", "", report::unit_sheets);
  REQUIRE(sheets.chapters.size() == 1);
  CHECK(sheets.chapters.at(0).subject == "水务局");
  // A part with nothing in it is one line.
  bool is_said = false;
  for (const Block& block : sheets.chapters.at(0).blocks) {
    const auto* heading = std::get_if<document::Heading>(&block);
    is_said |= heading && text(heading->text) == "三、应报未报：无";
    if (const auto* line = std::get_if<document::Paragraph>(&block)) CHECK(line->key != "none");
  }
  CHECK(is_said);
}

TEST_CASE("Leader sheets say how many tasks have no leader") {
  Weekly ledger;
  ledger.units(some_units).task(1, "leader: [常务副县长]\n").task(2, "").task(3, "");
  const std::string sheet = fields(ledger.on("2023-06-11", "", report::leader_sheets));
  CHECK(sheet.find("全部任务中没有责任领导的（项）：2\n") != std::string::npos);
  ledger.task(2, "leader: [常务副县长]\n").task(3, "leader: [副县长]\n");
  CHECK(fields(ledger.on("2023-06-11", "", report::leader_sheets)).find("没有责任领导") ==
        std::string::npos);
}

TEST_CASE("Unit sheets, bulletin, monthly: each red measure says why, with gap and days") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", readings: [{id: r1, date: 2023-05-31, value: 10, reported: "
                             "2023-06-02}]") +
                   "milestones: [{id: m, name: 立项, due: 2023-06-08},\n"
                   "  {id: n, name: 验收, due: 2023-06-10}, {id: o, name: 开工, due: 2023-03-01, "
                   "done: 2023-03-01}]\n"
                   "progress: [{date: 2023-06-04, by: 水务局, done: 护坡, problems: 汛期停工}]\n");
  // 151 of 365 days: 16.5, rounded down to 16, are due of 40; 10 of 16 are 0.6250.
  const auto sheet = ledger.on("2023-06-10", "", report::unit_sheets);
  CHECK(
      rows(sheet, "behind") ==
      "1 | 河道整治 | 红灯 | 闸 a 40 个以上 | 10 个（25.00%） | -15 个百分点 | 0.6250 | 汛期停工 | "
      "24 个，差 16 个\n"
      "1 | 河道整治 | 红灯 | 立项（2023-06-08 前） | 未完成 | 逾期 2 天 | — | 汛期停工 | —\n");
  CHECK(rows(sheet, "milestones") ==
        "1 | 河道整治 | 立项 | 2023-06-08 | 逾期 2 天 | 红灯\n"
        "1 | 河道整治 | 验收 | 2023-06-10 | 当日到期 | 绿灯（临期）\n");
  const std::string off =
      "1 | 河道整治 | 水务局 | 闸 a | 40 个以上 | 10 个 | 16 个 | 25.00% | -15 个百分点 | ";
  const auto bulletin = ledger.on("2023-06-10", "", report::bulletin);
  CHECK(rows(bulletin, "off_schedule") == off + "严重滞后 | 汛期停工\n");
  CHECK(rows(ledger.on("2023-06-10", "", report::monthly), "behind_indicators") ==
        off + "红灯 | 汛期停工\n");
  // What is overdue is a problem, and is asked for.
  CHECK(lines(bulletin, "4").find("逾期节点 1 个，逐个列于下表。\n") != std::string::npos);
  CHECK(rows(bulletin, "overdue") == "2023-06-08 | 逾期 2 天 | 立项 | 1 | 河道整治 | 水务局\n");
  CHECK(lines(bulletin, "5").find("1 项逾期任务、节点和指标的牵头单位于 ＿＿月＿＿日 前说明原因") !=
        std::string::npos);
}

TEST_CASE(
    "Of an indicator that is judged by months how many were met is told, not a rate of them") {
  Weekly ledger;
  const auto monthly = [](const std::string& first) {
    std::string readings;
    const char* ends[] = {"01-31", "02-28", "03-31", "04-30", "05-31"};
    for (int i = 0; i < 5; ++i) {
      readings += (i == 0 ? "" : ", ") + ("{id: r" + std::to_string(i)) + ", date: 2023-" +
                  ends[i] + ", value: " + (i == 0 ? first : "70") + ", reported: 2023-" + ends[i] +
                  "}";
    }
    return "indicators:\n  - {id: a, name: 办结率, kind: ratio, qualifier: reach, commitment: "
           "binding, target: 100, unit: \"%\", window: month, readings: [" +
           readings + "]}\n";
  };
  ledger.units(some_units).task(1, monthly("70")).task(2, monthly("100"));
  const std::string red = rows(ledger.on("2023-06-11"), "exceptions");
  CHECK(red.find("| 70%（5 个月中 0 个月达到） | 欠 5 个月 |") != std::string::npos);
  CHECK(red.find("| 70%（5 个月中 1 个月达到） | 欠 4 个月 |") != std::string::npos);
  CHECK(red.find("个百分点 | 单位") == std::string::npos);
}

TEST_CASE("Weekly: of what is strived for the reason is what made it red, not that it is yellow") {
  Weekly ledger;
  ledger.units(some_units)
      .task(
          1,
          "indicators:\n  - {id: a, name: 事故, kind: cumulative, qualifier: at_most, commitment: "
          "strive, target: 3, unit: 起, readings: [{id: r1, date: 2023-05-31, value: 4, "
          "reported: 2023-06-02}]}\n");
  const std::string told = rows(ledger.on("2023-06-11"), "exceptions");
  CHECK(told.find("| 黄灯") != std::string::npos);
  CHECK(told.find("突破") != std::string::npos);
  CHECK(told.find("力争类指标") == std::string::npos);
}

TEST_CASE("A value that is just what was to be exceeded is marked, until it is due") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1,
            "indicators:\n  - {id: a, name: 闸, kind: cumulative, qualifier: exceed, commitment: "
            "binding, target: 40, unit: 个, readings: [{id: r1, date: 2023-05-31, value: 40, "
            "reported: 2023-06-02}]}\n")
      .task(2,
            "indicators:\n  - {id: a, name: 增速, kind: growth, qualifier: at_least, commitment: "
            "binding, target: 6, unit: \"%\", readings: [{id: r1, date: 2023-05-31, value: 6, "
            "reported: 2023-06-02}]}\n");
  const std::string before = rows(ledger.on("2023-06-10", "", report::unit_sheets), "indicators");
  CHECK(before.find("| 绿灯（临界） |") != std::string::npos);
  CHECK(before.find("| 绿灯（现达标） |") != std::string::npos);
  const std::string after = rows(ledger.on("2024-03-01", "", report::unit_sheets), "indicators");
  CHECK(after.find("临界") == std::string::npos);
}

TEST_CASE("What is missing of a task that was closed is asked for no longer, and that is said") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a"))
      .task(2, "indicators:\n" + indicator("b") +
                   "changes: [{id: c1, requested: 2023-06-01, effective: 2023-06-01, field: "
                   "status, from: in_progress, to: closed, approved_by: 政府}]\n");
  const std::string line =
      "其中 1 项指标的任务已销号、结转或暂停，不再要求补报：第 2 项 河道整治（水务局）。\n";
  const auto weekly = ledger.on("2023-06-11");
  CHECK(lines(weekly, "6").starts_with("漏报 2 项指标"));
  CHECK(lines(weekly, "6").find(line) != std::string::npos);
  CHECK(lines(weekly, "7").find("补报 1 项") != std::string::npos);
  const auto bulletin = ledger.on("2023-06-11", "", report::bulletin);
  CHECK(lines(bulletin, "4").find("漏报指标 2 项") != std::string::npos);
  CHECK(lines(bulletin, "4").find(line) != std::string::npos);
  CHECK(lines(bulletin, "5").find("1 项漏报指标的报送单位") != std::string::npos);
  CHECK(all_lines(ledger.on("2023-06-11", "", report::unit_sheets)).find(line) !=
        std::string::npos);
}

TEST_CASE("Weekly, bulletin: an indicator that is overdue by itself is to be explained") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", due: 2023-05-31, readings: [{id: r1, date: "
                             "2023-05-31, value: 10, reported: 2023-06-02}]") +
                   indicator("b",
                             ", due: 2023-06-15, readings: [{id: r1, date: 2023-05-31, value: "
                             "39, reported: 2023-06-02}]") +
                   "progress: [{date: 2023-06-04, problems: 停工}]\n");
  CHECK(lines(ledger.on("2023-06-11"), "7") ==

        "水务局：补报 2 项（1 河道整治×2）、指标到期 1 项（1）、说明逾期指标 1 项（1）。\n");
  const auto bulletin = ledger.on("2023-06-11", "", report::bulletin);
  CHECK(lines(bulletin, "4").find("单独定时限的指标逾期 1 项，逐项列于下表。\n") !=
        std::string::npos);
  CHECK(rows(bulletin, "overdue") == "2023-05-31 | 逾期 11 天 | 闸 a | 1 | 河道整治 | 水务局\n");
}

TEST_CASE("Unit sheets: led and supported tasks that count add up to those of the score") {
  const std::string scored = "qualitative: {grade: 良, date: 2023-06-01, by: 水务局}\n";
  Weekly ledger;
  ledger.units(some_units + "  - {name: 住建局, type: government}\n")
      .task(1, scored)
      .task(2, "lead: [住建局]\nsupport: [水务局]\n" + scored)
      .task(3, "lead: [住建局]\nsupport: [水务局]\nstatus: cancelled\n" + scored);
  const std::string all = fields(ledger.on("2023-06-11", "", report::unit_sheets));
  CAPTURE(all);
  CHECK(all.find("任务（项）：1\n") != std::string::npos);
  CHECK(all.find("参与：2 项，计入 1 项；不计入：取消 1 项。\n") != std::string::npos);
  CHECK(all.find("（牵头和参与的 2/2 项任务有得分）") != std::string::npos);
}

TEST_CASE("Monthly: where leaders share tasks, the sum of their rows is explained") {
  Weekly ledger;
  ledger.units(some_units).task(1, "leader: [甲, 乙]\n").task(2, "leader: 甲\n");
  const std::string said = lines(ledger.on("2023-06-11", "", report::monthly), "6");
  CHECK(said ==
        "一项任务有几个责任领导的，在各责任领导下各计一次，合计只计一次。"
        "各责任领导之和比合计多 1。\n");
}

TEST_CASE("Monthly: an issue that was found and closed within the month is new in its table") {
  Weekly ledger;
  const auto issue = [](const std::string& id, const std::string& found, const std::string& log) {
    return "  - {id: " + id + ", found: " + found +
           ", found_by: 水务局, level: general, text: 缺口, " + "owner: 水务局, log: [" + log +
           "]}\n";
  };
  ledger.units(some_units)
      .task(1, "issues:\n" + issue("q1", "2023-06-02", "") +
                   issue("q2", "2023-06-03", "{date: 2023-06-05, state: closed, by: 政府}") +
                   issue("q3", "2023-05-03", "{date: 2023-06-05, state: closed, by: 政府}"));
  const auto report = ledger.on("2023-06-17", "", report::monthly);
  CHECK(
      lines(report, "5")
          .starts_with(
              "本月新发现 2 个（其中 1 个当月已销号），销号 2 个；未销号 1 个，其中超期 0 个。\n"));
  const std::string table = rows(report, "issues");
  CHECK(table.starts_with("新增 | 1"));
  // 15 days from the 2nd are over on the 17th itself.
  CHECK(table.find("| 当日到期\n新增并销号 | 1") != std::string::npos);
  CHECK(table.find("\n已销号 | 1") != std::string::npos);
}

TEST_CASE("An order on a cancelled task asks for nothing") {
  Weekly ledger;
  const std::string order =
      "orders: [{id: o1, date: 2023-06-01, level: order, reason: 滞后, to: [水务局], reply_by: "
      "2023-06-08}]\n";
  ledger.units(some_units).task(1, order);
  CHECK(lines(ledger.on("2023-06-11"), "7") == "水务局：回复督办 1 件（1 河道整治）。\n");
  const auto open = ledger.on("2023-06-11", "", report::order_sheets);
  CHECK(open.chapters.at(0).title == "督办单");
  CHECK(fields(open).find("要求：于 2023-06-08 前书面回复：逐项说明滞后原因") != std::string::npos);
  ledger.task(1, "status: cancelled\n" + order).task(2, "");
  CHECK(lines(ledger.on("2023-06-11"), "7").find("回复督办") == std::string::npos);
  CHECK(ledger.on("2023-06-11", "", report::order_sheets).chapters.at(0).title != "督办单");
  CHECK(rows(ledger.on("2023-06-11", "", report::unit_sheets), "orders")
            .find("任务已取消，不再要求回复") != std::string::npos);
}

TEST_CASE("Ledger, monthly: what the ladder suggests stands beside a milder order, not a graver") {
  const auto with = [](const std::string& level) {
    Weekly ledger;
    ledger.units(some_units)
        .task(1, "indicators:\n" +
                     indicator("a",
                               ", readings: [{id: r1, date: 2023-05-31, value: 4, reported: "
                               "2023-06-02}]") +
                     "orders: [{id: o1, date: 2023-06-06, level: " + level +
                     ", reason: 滞后, to: [水务局]}]\n");
    const std::string row = rows(ledger.on("2023-06-11", "", report::ledger), "ledger");
    return row.substr(row.rfind("| ") + 2) +
           rows(ledger.on("2023-06-11", "", report::monthly), "advice").substr(0, 4);
  };
  // Red at the ends of April and May: listed supervision.
  CHECK(with("reminder") == "提醒函、建议挂牌督办\n1 | ");
  CHECK(with("listed") == "挂牌督办\n");
  CHECK(with("talk") == "约谈\n");
}

TEST_CASE("Weekly: of a plan without tasks no table stands with its head alone") {
  Weekly ledger;
  ledger.units(some_units);
  const auto report = ledger.on("2023-06-11");
  for (const Block& block : report.chapters.at(0).blocks) {
    const Table* table = std::get_if<Table>(&block);
    CHECK((!table || !table->rows.empty()));
  }
}

TEST_CASE("Papers: what means are is said only where there are any") {
  Weekly ledger;
  ledger.units(some_units).task(1, "");
  const auto foot = [&](document::Document (*report)(const report::Asked&)) {
    std::string all;
    for (const auto& line : ledger.on("2023-06-11", "", report).foot) all += text(line) + "\n";
    return all;
  };
  for (auto* report : {report::weekly, report::monthly, report::unit_sheets}) {
    CHECK(foot(report).find("n/N") != std::string::npos);
  }
  for (auto* report : {report::bulletin, report::order_sheets, report::matrix, report::ledger}) {
    CHECK(foot(report).find("n/N") == std::string::npos);
    CHECK(foot(report).find("— 表示没有数据，不等于零。") != std::string::npos);
  }
}

TEST_CASE("Weekly: red and yellow tasks stand by name, with promise, gap, reason and forecast") {
  Weekly ledger;
  const std::string readings =
      ", readings: [{id: r1, date: 2023-05-31, value: 10, reported: 2023-06-02}]";
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a", readings) +
                   "progress: [{date: 2023-05-30, by: 水务局, done: 清淤, problems: 征地未完},\n"
                   "  {date: 2023-06-04, by: 水务局, done: 护坡, problems: 汛期停工}]\n")
      .task(2, "indicators:\n" + indicator("a", readings))
      .task(3, "milestones: [{id: m, name: 立项, due: 2023-06-08}]\n")
      .task(4, "status: cancelled\nindicators:\n" + indicator("a", readings));
  const auto report = ledger.on("2023-06-10");
  CHECK(lines(report, "2") == "红灯 3 项（本周新增 1 项），黄灯 0 项。\n");
  // 151 of 365 days: 16.5, rounded down to 16, are due of 40.
  CHECK(rows(report, "exceptions") ==
        "1 | 河道整治 | 水务局 | 红灯 | 闸 a 40 个以上 | 10 个（25.00%） | -15 个百分点 | "
        "汛期停工 | 24 个，差 16 个\n"
        "2 | 河道整治 | 水务局 | 红灯 | 闸 a 40 个以上 | 10 个（25.00%） | -15 个百分点 | "
        "单位未说明原因 | 24 个，差 16 个\n"
        "3 | 河道整治 | 水务局 | 红灯（新增） | 立项（2023-06-08 前） | 未完成 | 逾期 2 天 | "
        "应于 2023-06-08 完成，到 2023-06-10 已过期 | —\n");
  CHECK(lines(ledger.on("2023-01-10"), "2") == "没有红灯和黄灯任务。\n");
}

TEST_CASE("Weekly: of many yellow tasks the new ones stand by name, the rest by unit") {
  Weekly ledger;
  ledger.units(some_units);
  const auto report_of = [](const std::string& day) {
    return ", readings: [{id: r1, date: 2023-04-30, value: 14, reported: 2023-05-02}, "
           "{id: r2, date: 2023-05-31, value: 14, reported: " +
           day + "}]";
  };
  for (int item = 1; item <= 20; ++item) {
    ledger.task(item, "indicators:\n" +
                          indicator("a", report_of(item <= 15 ? "2023-06-02" : "2023-06-09")));
  }
  const auto report = ledger.on("2023-06-10");
  const std::string all = rows(report, "exceptions");
  CHECK(std::count(all.begin(), all.end(), '\n') == 20);
  CHECK(all.starts_with("16 | 河道整治 | 水务局 | 黄灯（新增）"));
  // More than the pages hold stand by name in a line: that comes before the rows.
  for (int item = 21; item <= 115; ++item) {
    ledger.task(item, "title: " + repeated("河道综合整治", 8) + "\nindicators:\n" +
                          indicator("a", report_of("2023-06-02")));
  }
  const auto long_one = ledger.on("2023-06-10");
  const std::string table = rows(long_one, "exceptions");
  const std::string more = lines(long_one, "2");
  const auto in_table = std::count(table.begin(), table.end(), '\n');
  CAPTURE(more);
  CHECK(in_table >= 1);
  CHECK(number_behind(more, "另有黄灯 ") >= 80);
  CHECK(in_table + number_behind(more, "另有黄灯 ") + number_behind(more, "其余 ") == 115);
}

TEST_CASE("Weekly: yellow tasks that are all named have rows as far as the pages go") {
  Weekly ledger;
  ledger.units(some_units);
  for (int item = 1; item <= 85; ++item) {
    ledger.task(item, "title: " + repeated("河道综合整治", 4) + "\nindicators:\n" +
                          indicator("a",
                                    ", readings: [{id: r1, date: 2023-05-31, value: 14, reported: "
                                    "2023-06-02}]"));
  }
  const auto report = ledger.on("2023-06-10");
  const std::string table = rows(report, "exceptions");
  const auto in_table = std::count(table.begin(), table.end(), '\n');
  CHECK(in_table >= 20);
  CHECK(in_table + number_behind(lines(report, "2"), "另有黄灯 ") == 85);
}

TEST_CASE("Weekly: a light is marked as new, worse or better than a week ago, and counted so") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, lights_set("green", "red"))
      .task(2, lights_set("yellow", "red"))
      .task(3, lights_set("red", "red"))
      .task(4, lights_set("red", "yellow"))
      .task(5, lights_set("blue", "yellow"))
      .task(6, lights_set("yellow", "yellow"))
      .task(7, lights_set("red", "green"));
  const auto report = ledger.on("2023-06-10");
  CHECK(lines(report, "2")
            .starts_with("红灯 3 项（本周新增 1 项、由黄转红 1 项），"
                         "黄灯 3 项（本周新增 1 项、由红转黄 1 项）。\n"));
  const std::string all = rows(report, "exceptions");
  CAPTURE(all);
  // The yellow one that is new comes first among these.
  std::size_t at = 0;
  for (const char* row :
       {"1 | 河道整治 | 水务局 | 红灯*（新增） |", "\n2 | 河道整治 | 水务局 | 红灯*（加重） |",
        "\n3 | 河道整治 | 水务局 | 红灯* |", "\n5 | 河道整治 | 水务局 | 黄灯*（新增） |",
        "\n4 | 河道整治 | 水务局 | 黄灯*（好转） |", "\n6 | 河道整治 | 水务局 | 黄灯* |"}) {
    at = all.find(row, at);
    CHECK_MESSAGE(at != all.npos, row);
  }
  CHECK(std::count(all.begin(), all.end(), '\n') == 6);
  const std::string json = render::document_json(report, {});
  for (const char* change : {"new", "worse", "better"}) {
    const std::string cell = std::string("\"change\": \"") + change + "\"";
    CHECK_MESSAGE(json.find(cell) != json.npos, cell);
  }
  // What turned in the week stands among the changes, the worse before the better.
  const std::string lights = rows(report, "lights");
  CHECK(std::count(lights.begin(), lights.end(), '\n') == 5);
  CHECK(lights.find("\n7 | 河道整治 | 水务局 | 红灯* | 绿灯* | ") != lights.npos);
}

TEST_CASE("Weekly: lights that turned and have no room in the table are told by name") {
  Weekly ledger;
  ledger.units(some_units);
  const std::string title = repeated("河道综合整治", 5);
  for (int item = 1; item <= 115; ++item) {
    ledger.task(item,
                "title: " + title +
                    "\nmilestones: [{id: m, name: 立项, due: 2023-12-31, done: 2023-06-08}]\n");
  }
  const auto report = ledger.on("2023-06-10");
  const std::string table = rows(report, "lights");
  const std::string more = lines(report, "3");
  CAPTURE(more);
  const int in_table = static_cast<int>(std::count(table.begin(), table.end(), '\n'));
  const int named = number_behind(more, "另有灯色变化 ");
  CHECK(in_table >= 1);
  CHECK(named >= 1);
  CHECK(in_table + named == 115);
  // Those of the line follow those of the table.
  const std::string first = std::to_string(in_table + 1);
  CHECK(more.find("另有灯色变化 " + std::to_string(named) + " 项：第 " + first + " 项 " + title +
                  "（水务局）灰灯转蓝灯；") != more.npos);
}

TEST_CASE("Weekly: of issues that are not named those that wait to be closed are counted apart") {
  Weekly ledger;
  std::string issues = "issues:\n";
  for (int i = 1; i <= 160; ++i) {
    issues += "  - {id: i" + std::to_string(i) +
              ", found: 2023-05-20, level: general, text: 占道, owner: 水务局" +
              (i % 20 == 0 ? ", log: [{date: 2023-05-30, state: resolved}]}\n" : "}\n");
  }
  ledger.units(some_units).task(1, issues);
  const auto report = ledger.on("2023-06-10");
  const std::string table = rows(report, "issues");
  const int in_table = static_cast<int>(std::count(table.begin(), table.end(), '\n'));
  const int rest = 160 - in_table;
  CHECK(in_table > 20);
  // 8 of 160 are resolved, and stand last.
  CHECK(lines(report, "5")
            .find("其余 " + std::to_string(rest) + " 项：水务局 " + std::to_string(rest - 8) +
                  "、待销号 8。\n") != std::string::npos);
}

TEST_CASE("Weekly: where red tasks fill the pages, other parts tell how many there are in a line") {
  Weekly ledger;
  ledger.units(some_units);
  const auto with = [](const std::string& title, int day) {
    return "title: " + title + "\nmilestones: [{id: m, name: 立项, due: 2023-05-" +
           std::to_string(day) + "}]\nindicators:\n" +
           indicator("a",
                     ", readings: [{id: r1, date: 2023-05-31, value: 4, reported: "
                     "2023-06-08}]") +
           "progress: [{date: 2023-06-04, by: 水务局, done: 无, problems: " +
           repeated("征地受阻", 9) + "}]\n";
  };
  for (int item = 1; item <= 40; ++item)
    ledger.task(item, with(repeated("河道综合整治", 6), 10 + item % 20));
  const auto report = ledger.on("2023-06-10");
  const std::string red = rows(report, "exceptions");
  CHECK(std::count(red.begin(), red.end(), '\n') == 40);
  // All red ones have their words; the readings have neither table nor heading.
  CHECK(rows(report, "readings").empty());
  CHECK(lines(report, "3").find("新报数据共 40 项") != std::string::npos);
  // A single one leaves room for them.
  Weekly few;
  few.units(some_units).task(1, with("河道整治", 10));
  CHECK(!rows(few.on("2023-06-10"), "readings").empty());
}

TEST_CASE("Weekly: only a day that most tasks share is told by its counts") {
  const auto with = [](const std::string& due) {
    Weekly ledger;
    ledger.units(some_units);
    for (int item = 1; item <= 20; ++item) {
      ledger.task(item, "due: " + (item <= 9 ? due : "2023-12-31") +
                            "\nmilestones: [{id: m, name: 立项, due: 2023-05-31}]\n");
    }
    return ledger.on("2023-06-11");
  };
  // All 20 milestones are late by one day, which is no task's: each stands by name.
  const auto report = with("2023-12-31");
  const std::string late = rows(report, "due");
  CHECK(std::count(late.begin(), late.end(), '\n') == 20);
  CHECK(late.starts_with("2023-05-31 | 逾期 11 天 | 立项 | 1 | 河道整治 | 水务局\n"));
  CHECK(lines(report, "4") == "");
  // 9 of 20 tasks fall due on a day of theirs: that is not most.
  const auto some = with("2023-06-30");
  CHECK(rows(some, "due").find("2023-06-30 | 还有 19 天 | 整项任务 | 1 | 河道整治 | 水务局\n") !=
        std::string::npos);
  CHECK(lines(some, "4") == "");
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
  CHECK(rows(report, "milestones") == "1 | 河道整治 | 水务局 | 立项 | 2023-12-31 | 2023-06-08\n");
}

TEST_CASE("Weekly: what a unit has to do next is told by the tasks that make up its count") {
  Weekly ledger;
  const auto two = [](const std::string& name) {
    return "milestones: [{id: a, name: " + name + "一, due: 2023-05-20}, {id: b, name: " + name +
           "二, due: 2023-05-31}]\n";
  };
  ledger.units(some_units)
      .task(1, two("立项"))
      .task(2, "milestones: [{id: a, name: 开工, due: 2023-05-31}]\n")
      .task(3, "due: 2023-06-15\n");
  // Two of task 1 and one of task 2 are three; both lines of a column have room for two titles.
  CHECK(lines(ledger.on("2023-06-11"), "7") ==
        "水务局：任务到期 1 项（3 河道整治）、说明逾期节点 3 个（1 河道整治×2、2 河道整治）。\n");
  // Long titles have no room there, numbers have.
  Weekly long_ones;
  const std::string title = "title: " + repeated("河道综合整治", 8) + "\n";
  long_ones.units(some_units)
      .task(1, title + two("立项"))
      .task(2, title + "milestones: [{id: a, name: 开工, due: 2023-05-31}]\n");
  CHECK(lines(long_ones.on("2023-06-11"), "7") == "水务局：说明逾期节点 3 个（1×2、2）。\n");
}

TEST_CASE("Weekly: the whole one leaves no row out, and has no rest") {
  Weekly ledger;
  ledger.units(some_units);
  for (int item = 1; item <= 115; ++item) {
    ledger.task(item,
                "title: " + repeated("河道综合整治", 6) +
                    "\nmilestones: [{id: m, name: 立项, due: 2023-12-31, done: 2023-06-08}]\n");
  }
  const std::string cut = rows(ledger.on("2023-06-10"), "lights");
  CHECK(std::count(cut.begin(), cut.end(), '\n') < 115);
  const auto whole = ledger.whole().on("2023-06-10");
  const std::string all = rows(whole, "lights");
  CHECK(std::count(all.begin(), all.end(), '\n') == 115);
  for (const char* part : {"2", "3", "4", "5", "6", "7"}) {
    CHECK_MESSAGE(lines(whole, part).find("其余") == std::string::npos, part);
  }
}

TEST_CASE("Weekly: lights that became red or yellow stand before those that got better") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, lights_set("red", "green"))
      .task(2, lights_set("green", "yellow"))
      .task(3, lights_set("yellow", "blue"))
      .task(4, lights_set("yellow", "red"))
      .task(5, lights_set("red", "yellow"))
      .task(6, lights_set("red", "red"));
  std::string order;
  for (std::istringstream lines(rows(ledger.on("2023-06-10"), "lights")); !lines.eof();) {
    std::string line;
    std::getline(lines, line);
    order += line.substr(0, line.find(' ')) + " ";
  }
  CHECK(order == "2 4 5 1 3  ");
}

TEST_CASE("Weekly: issues that were sent back or came up again in the week are told by name") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1,
            "issues:\n"
            "  - {id: i1, found: 2023-05-08, level: general, text: 占道, owner: 水务局, log: [\n"
            "      {date: 2023-05-12, state: assigned}, {date: 2023-06-01, state: resolved},\n"
            "      {date: 2023-06-07, state: assigned}]}\n")
      .task(2,
            "issues:\n"
            "  - {id: i1, found: 2023-05-08, level: general, text: 占道, owner: 水务局, log: [\n"
            "      {date: 2023-05-12, state: closed},\n"
            "      {date: 2023-06-07, state: found, reopened: true},\n"
            "      {date: 2023-06-08, state: assigned}]}\n");
  const auto report = ledger.on("2023-06-10");
  const std::string told = lines(report, "5");
  CAPTURE(told);
  CHECK(told.find("\n退回重办 1 个：第 1 项 河道整治（水务局）。\n") != told.npos);
  CHECK(told.find("\n销号后反弹 1 个：第 2 项 河道整治（水务局）。\n") != told.npos);
  CHECK(rows(report, "issues").find("退回 | 1 | ") != std::string::npos);
  // Neither is of the week before, nor of the one after.
  for (const char* day : {"2023-06-04", "2023-06-18"}) {
    const std::string other = lines(ledger.on(day), "5");
    CHECK_MESSAGE(other.find("退回") == other.npos, day);
    CHECK_MESSAGE(other.find("反弹") == other.npos, day);
  }
}

TEST_CASE("Weekly, monthly: a correction of one of several units tells the total as well") {
  Weekly ledger;
  ledger
      .units(some_units +
             "  - {name: 东坡区, type: township}\n  - {name: 彭山区, type: township}\n")
      .task(1, "indicators:\n" +
                   indicator("a",
                             ", targets: {东坡区: 25, 彭山区: 15}, readings: [\n"
                             "    {id: r1, date: 2023-05-31, values: {东坡区: 10, 彭山区: 8}, "
                             "reported: 2023-06-01},\n"
                             "    {id: r2, date: 2023-05-31, values: {东坡区: 12}, reported: "
                             "2023-06-07, corrects: r1, reason: 漏统}]"));
  CHECK(rows(ledger.on("2023-06-11"), "corrections") ==
        "1 | 河道整治 | 水务局 | 闸 a | 2023-05-31 | 东坡区 10 | 东坡区 12（合计 20 个） | 漏统\n");
}

TEST_CASE("Weekly: issues are new, under way or closed, and say whose turn it is") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 园林局, type: government}\n")
      .task(1,
            "issues:\n"
            "  - {id: i1, found: 2023-06-08, level: general, text: 占道, owner: 水务局}\n"
            "  - {id: i2, found: 2023-05-01, level: general, text: 断电, owner: 水务局,\n"
            "     coordinator: 园林局, log: [{date: 2023-05-02, state: coordinating}]}\n"
            "  - {id: i3, found: 2023-05-20, level: general, text: 渗水, owner: 水务局, log: [\n"
            "      {date: 2023-06-09, state: closed}]}\n");
  const auto report = ledger.on("2023-06-10");
  const std::string head = " | 1 | 河道整治 | 水务局 | ";
  // Found on the 1st of May, a general one has fifteen days.
  CHECK(rows(report, "issues") == "推进中" + head + "断电 | 一般 | 协调 | 园林局 | 超期 25 天\n" +
                                      "新增" + head + "占道 | 一般 | 发现 | 水务局 | 还有 13 天\n" +
                                      "已销号" + head + "渗水 | 一般 | 销号 | — | —\n");
  CHECK(lines(report, "7") == "园林局：解决问题 1 个（1 河道整治）。\n");
  // The sentence counts by whom the table names, and the sheet of either unit has it.
  const std::string problems = lines(ledger.on("2023-06-10", "", report::bulletin), "4");
  CHECK(problems.find("超期未解决的问题 1 个：园林局 1。\n") != std::string::npos);
  const auto sheets = ledger.on("2023-06-10", "", report::unit_sheets);
  CHECK(rows(sheets, "issues").find("断电 | 一般 | 协调 | 园林局 | 超期 25 天") !=
        std::string::npos);

  // What was closed and came back this week.
  ledger.task(1,
              "issues:\n"
              "  - {id: i1, found: 2023-05-08, level: general, text: 占道, owner: 水务局, log: [\n"
              "      {date: 2023-05-12, state: closed},\n"
              "      {date: 2023-06-07, state: found, reopened: true}]}\n");
  CHECK(rows(ledger.on("2023-06-10"), "issues").starts_with("反弹 | 1 | 河道整治"));
  CHECK(rows(ledger.on("2023-06-20"), "issues").starts_with("推进中 | 1 | 河道整治"));
}

TEST_CASE("Weekly: where nothing was to be reported, nobody is said to have reported all") {
  Weekly ledger;
  ledger.units(some_units).task(1, "indicators:\n" + indicator("a"));
  CHECK(lines(ledger.on("2023-01-10"), "6") == "本期没有应报的。\n");
  Weekly reported;
  reported.units(some_units)
      .task(1, "indicators:\n" + indicator("a",
                                           ", readings: [{id: r1, date: 2023-01-31, value: 12, "
                                           "reported: 2023-02-02}]"));
  CHECK(lines(reported.on("2023-02-10"), "6") == "应报的都已报送，没有漏报和待报。\n");
}

TEST_CASE("Weekly: parts without content stand with one line each") {
  Weekly ledger;
  ledger.units(some_units).task(1, "");
  const auto report = ledger.on("2023-06-10");
  for (const char* part : {"2", "3", "4", "5", "6", "7"}) {
    CAPTURE(part);
    const std::string all = lines(report, part);
    CHECK(std::count(all.begin(), all.end(), '\n') == 1);
  }
}

TEST_CASE("Weekly: the rule that made a light comes before the words of the unit") {
  Weekly ledger;
  const std::string words = "progress: [{date: 2023-06-01, problems: 征地受阻}]\n";
  const auto read = [](const std::string& value) {
    return ", readings: [{id: r1, date: 2023-04-30, value: " + value + ", reported: 2023-05-02}]";
  };
  // 120 of 365 days: 13.15, rounded down to 13, are due of 40 at the end of April; 48 days later
  // the 13 that are done are stale.
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a", read("13")) + words)
      .task(2, "indicators:\n" + indicator("a", read("4")) + words)
      .task(3, "indicators:\n" + indicator("a") + words);
  const auto report = ledger.on("2023-06-17");
  const std::string all = rows(report, "exceptions");
  CAPTURE(all);
  CHECK(
      all.find(
          "| 0 个百分点（截至 2023-04-30） | 已有 48 天没有新数，已属陈旧；单位反映：征地受阻 |") !=
      std::string::npos);
  // 4 are 22.5 points short, which the row says.
  CHECK(all.find("| -22.5 个百分点（截至 2023-04-30） | 征地受阻 |") != std::string::npos);
  // Since the 31st of January, the first period that was owed.
  CHECK(all.find("| 未报送 | — | 已有 137 天没有新数，严重陈旧；单位反映：征地受阻 |") !=
        std::string::npos);
  CHECK(text(std::get<document::Cards>(report.chapters[0].blocks[2]).lines[2].note) ==
        "共 3 项指标；从未报送 1 项，其中 1 项因陈旧或逾期计入滞后、严重滞后");
}

TEST_CASE(
    "Weekly: what is over its time comes first, the critical before all, what is closed last") {
  Weekly ledger;
  const auto issue = [](const std::string& id, const std::string& found, const std::string& level,
                        const std::string& more = "") {
    return "  - {id: " + id + ", found: " + found + ", level: " + level + ", text: 问题" + id +
           ", owner: 水务局" + more + "}\n";
  };
  // Critical ones have 5 days, major ones 30, general ones 15.
  ledger.units(some_units)
      .task(
          1,
          "issues:\n" + issue("a", "2023-06-09", "general") + issue("b", "2023-05-30", "general") +
              issue("c", "2023-05-01", "major") + issue("d", "2023-06-04", "critical") +
              issue("e", "2023-03-01", "general", ", log: [{date: 2023-06-01, state: resolved}]") +
              "orders: [{id: o1, date: 2023-06-01, level: reminder, to: [水务局],\n"
              "    reason: 催, reply_by: 2023-06-12},\n"
              "  {id: o2, date: 2023-05-01, level: order, to: [水务局], reason: 促,\n"
              "    reply_by: 2023-05-08}]\n")
      .task(2, "status: cancelled\nissues:\n" + issue("f", "2023-01-01", "critical") +
                   "orders: [{id: o1, date: 2023-06-08, level: reminder, to: [水务局],\n"
                   "    reason: 停, reply_by: 2023-06-15}]\n");
  const auto report = ledger.on("2023-06-11");
  const auto order_of = [](const std::string& table, const std::vector<std::string>& words) {
    std::size_t at = 0;
    for (const std::string& word : words) {
      const std::size_t found = table.find(word, at);
      if (found == std::string::npos) return word;
      at = found;
    }
    return std::string();
  };
  const std::string issues = rows(report, "issues");
  const std::string orders = rows(report, "orders");
  CAPTURE(issues);
  CAPTURE(orders);
  CHECK(order_of(issues, {"问题d", "问题c", "问题b", "问题a", "问题e"}).empty());
  CHECK(issues.find("问题f", issues.find("问题a")) != std::string::npos);
  CHECK(order_of(orders, {"| 促 |", "| 催 |", "| 停 |"}).empty());
}

TEST_CASE(
    "Weekly, bulletin: a light that was set by hand is told, with who did so and until when") {
  Weekly ledger;
  const std::string late = "indicators:\n" + indicator("a",
                                                       ", readings: [{id: r1, date: 2023-05-31, "
                                                       "value: 4, reported: 2023-06-02}]");
  ledger.units(some_units)
      .task(
          1,
          late +
              "no: \"4.13\"\noverride: {light: blue, reason: 已完成, by: 水务局, from: 2023-06-01, "
              "until: 2023-07-31}\n");
  const std::string told =
      "人工定灯 1 项：第 4.13 项 河道整治（水务局），蓝灯*：已完成（水务局），有效至 "
      "2023-07-31。\n";
  CHECK(lines(ledger.on("2023-06-11"), "2") == "没有红灯和黄灯任务。\n另有" + told);
  const auto bulletin = ledger.on("2023-06-11", "", report::bulletin);
  const std::string listed =
      "人工定灯 1 项：\n第 4.13 项 河道整治（水务局），蓝灯*：已完成（水务局），有效至 "
      "2023-07-31\n";
  CHECK(lines(bulletin, "3") == listed);
  const auto month = ledger.on("2023-06-30", "", report::monthly);
  CHECK(lines(month, "3").ends_with("\n另有" + listed));
  CHECK(rows(bulletin, "off_schedule").find("| 严重滞后（任务人工定灯） |") != std::string::npos);
}

TEST_CASE("Weekly: programs have the light and its change apart, the item as a number") {
  Weekly ledger;
  ledger.units(some_units)
      .task(3, "no: \"4.13\"\nmilestones: [{id: m, name: 立项, due: 2023-06-08}]\n");
  const auto report = ledger.on("2023-06-10");
  CHECK(rows(report, "exceptions").starts_with("4.13 | 河道整治 | 水务局 | 红灯（新增） |"));
  const std::string json = render::document_json(report, {});
  CHECK(json.find("\"item\": 3,") != std::string::npos);
  CHECK(json.find("\"no\": \"4.13\"") != std::string::npos);
  CHECK(json.find("\"light\": \"red\"") != std::string::npos);
  CHECK(json.find("\"change\": \"new\"") != std::string::npos);
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

/// One of the target, with this value at the end of May.
std::string in_may(const std::string& value) {
  return "indicators:\n" + indicator("a", ", readings: [{id: r1, date: 2023-05-31, value: " +
                                              value + ", reported: 2023-06-02}]");
}

TEST_CASE(
    "Weekly, monthly, orders: of what is to fall it is said where it stands, not what is done") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1,
            "indicators:\n  - {id: a, name: 旧管, kind: level, qualifier: exactly, commitment: "
            "binding, direction: down, baseline: 20, target: 0, unit: 公里, readings: [{id: r1, "
            "date: 2023-05-31, value: 16, reported: 2023-05-31}]}\n");
  const auto weekly = rows(ledger.on("2023-06-11"), "exceptions");
  CHECK(weekly.find("旧管 降至 0 公里 | 现为 16 公里（完成率 20.00%） | ") != std::string::npos);
  // 4 of 20 km are gone where 41.37 % of the time is: 151 of 365 days.
  const std::string order = fields(ledger.on("2023-06-11", "", report::order_sheets));
  CAPTURE(order);
  CHECK(order.find(
            "承诺“旧管 降至 0 公里”，现为 16 公里（完成率 20.00%），欠序时 21.37 个百分点。") !=
        std::string::npos);
  const std::string month = rows(ledger.on("2023-06-30", "", report::monthly), "behind");
  CHECK(month.find("红灯；当时为 16 公里（完成率 20.00%）") != std::string::npos);
  CHECK(month.find(" | 现为 16 公里（完成率 20.00%） | ") != std::string::npos);
}

TEST_CASE("Orders: what is suggested for silence lists the periods, and asks for them alone") {
  Weekly ledger;
  // 30 of 40 at the end of May is green; nothing came of January to April.
  ledger.units(some_units).task(1, in_may("30"));
  auto order = ledger.on("2023-06-11", "", report::order_sheets);
  CHECK(order.chapters.at(0).title == "督办单（草稿）");
  const std::string sheet = fields(order);
  CAPTURE(sheet);
  CHECK(sheet.find("事由：连续漏报 4 期；截至 2023-06-11，该任务为绿灯。\n") != std::string::npos);
  CHECK(sheet.find("定级依据：连续漏报 2 期建议提醒函，3 期及以上建议督办单。\n") !=
        std::string::npos);
  CHECK(sheet.find(
            "要求：请于 ＿＿月＿＿日 前补报下列各期数据，书面说明漏报的原因，此后按期报送。\n") !=
        std::string::npos);
  // The 5th of February and of March 2023 are Sundays.
  CHECK(rows(order, "missing") ==
        "闸 a | 2023-01-01 | 2023-01-31 | 2023-02-06\n"
        "闸 a | 2023-02-01 | 2023-02-28 | 2023-03-06\n"
        "闸 a | 2023-03-01 | 2023-03-31 | 2023-04-05\n"
        "闸 a | 2023-04-01 | 2023-04-30 | 2023-05-05\n");
  CHECK(rows(order, "facts").empty());
  // One that was sent lists them too, and asks nobody why what is green is behind.
  ledger.task(1, in_may("30") +
                     "orders: [{id: o1, date: 2023-06-06, level: order, reason: 漏报, "
                     "to: [水务局], reply_by: 2023-06-20}]\n");
  order = ledger.on("2023-06-11", "", report::order_sheets);
  CHECK(order.chapters.size() == 1);
  CHECK(fields(order).find("并按期落实。下列漏报的各期数据一并补报。") != std::string::npos);
  CHECK(rows(order, "facts") ==
        "绿灯 | 闸 a 40 个以上 | 30 个（75.00%） | 35 个百分点 | — | 72 个，可完成\n");
  CHECK(!rows(order, "missing").empty());
  // Red in April and May: the lights suggest more, and both are asked for.
  ledger.task(1, in_may("4"));
  order = ledger.on("2023-06-11", "", report::order_sheets);
  CHECK(fields(order).find("达到序时后方可申请办结。下列漏报的各期数据一并补报。") !=
        std::string::npos);
  CHECK(rows(order, "facts").starts_with("红灯 | 闸 a 40 个以上"));
  CHECK(!rows(order, "missing").empty());
}

TEST_CASE("Orders: of what cannot be met any more the schedule is not asked for") {
  Weekly ledger;
  ledger.units(some_units).task(1, "due: 2023-05-31\n" + in_may("4"));
  const std::string sheet = fields(ledger.on("2023-06-11", "", report::order_sheets));
  CAPTURE(sheet);
  CHECK(sheet.find("前书面说明没有完成的原因和后续安排，经办公室审定后申请办结") !=
        std::string::npos);
  CHECK(sheet.find("达到序时") == std::string::npos);
}

TEST_CASE("An order to a unit that has merged is its successor's, once, everywhere") {
  Weekly ledger;
  ledger
      .units(
          "  - {name: 科技局, type: government, status: merged, valid: {to: 2023-05-31},\n"
          "     successor: 工信局}\n  - {name: 工信局, type: government}\n")
      .task(1,
            "lead: [工信局]\norders: [{id: o1, date: 2023-05-20, level: order, reason: 滞后, to: "
            "[科技局, 工信局], reply_by: 2023-06-08}]\n");
  const auto sheet = ledger.on("2023-06-11", "", report::order_sheets);
  CHECK(sheet.chapters.size() == 1);
  CHECK(fields(sheet).find("主办单位：工信局\n") != std::string::npos);
  CHECK(rows(ledger.on("2023-06-11", "", report::unit_sheets), "orders").find("回复超期 3 天") !=
        std::string::npos);
  CHECK(lines(ledger.on("2023-06-11"), "7").find("工信局：回复督办 1 件") != std::string::npos);
  // On its last day it is still its own.
  CHECK(ledger.on("2023-05-31", "", report::order_sheets).chapters.size() == 2);
}

TEST_CASE("An order to a unit with a target of its own tells what is the unit's") {
  Weekly ledger;
  const auto by_unit = [](const std::string& first, const std::string& second) {
    return "indicators:\n" +
           indicator("a",
                     ", aggregate: sum, targets: {甲镇: 10, 乙镇: 30}, readings: [{id: r1, "
                     "date: 2023-05-31, reported: 2023-06-02, values: {甲镇: " +
                         first + ", 乙镇: " + second + "}}]") +
           "orders: [{id: o1, date: 2023-06-06, level: reminder, reason: 促, to: [甲镇], "
           "reply_by: 2023-06-20}]\n";
  };
  ledger.units(some_units + "  - {name: 甲镇, type: township}\n  - {name: 乙镇, type: township}\n")
      .task(1, by_unit("1", "29"));
  const auto facts = [&] {
    return rows(ledger.on("2023-06-11", "", report::order_sheets), "facts");
  };
  // 30 of 40 are done; of the 10 of the town 1 is.
  CAPTURE(facts());
  CHECK(facts().starts_with("红灯 | 闸 a 10 个以上 | 1 个（10.00%）"));
  CHECK(fields(ledger.on("2023-06-11", "", report::order_sheets)).find("各月末") ==
        std::string::npos);
  // Where the town is not behind and the other is, its own is told.
  ledger.task(1, by_unit("9", "3"));
  CAPTURE(facts());
  CHECK(facts().starts_with("绿灯 | 闸 a 10 个以上 | 9 个（90.00%）"));
}

TEST_CASE("Orders: a draft tells the whole run of yellow months") {
  Weekly ledger;
  std::string readings;
  // Of 40, 16 are due at the end of May; a bit less than a month's share is there each month.
  const char* values[] = {"2.8", "5.5", "8.5", "11.3", "14"};
  const char* ends[] = {"01-31", "02-28", "03-31", "04-30", "05-31"};
  const char* told[] = {"02-03", "03-03", "04-03", "05-03", "06-02"};
  for (int i = 0; i < 5; ++i) {
    readings += std::string(i == 0 ? "" : ", ") + "{id: r" + std::to_string(i) + ", date: 2023-" +
                ends[i] + ", value: " + values[i] + ", reported: 2023-" + told[i] + "}";
  }
  ledger.units(some_units)
      .task(1, "indicators:\n" + indicator("a", ", readings: [" + readings + "]"));
  const std::string sheet = fields(ledger.on("2023-06-11", "", report::order_sheets));
  CAPTURE(sheet);
  CHECK(sheet.find("事由：2023-01 至 2023-05 连续 5 个月末为黄灯；") != std::string::npos);
}

TEST_CASE("Orders: what gave the light decides what a draft asks for") {
  Weekly ledger;
  // 38 of 40 are ahead of schedule; a critical issue is long overdue.
  ledger.units(some_units)
      .task(1, in_may("38") +
                   "issues: [{id: i, found: 2023-03-01, level: critical, owner: 水务局, text: "
                   "塌方}]\n");
  std::string sheet = fields(ledger.on("2023-06-11", "", report::order_sheets));
  CAPTURE(sheet);
  CHECK(sheet.find("解决上述问题") != std::string::npos);
  CHECK(sheet.find("滞后原因") == std::string::npos);
  // 38 of 40 at the end of February is far ahead, and by June the data is too old.
  ledger.task(1, "indicators:\n" + indicator("a",
                                             ", readings: [{id: r1, date: 2023-02-28, value: 38, "
                                             "reported: 2023-03-02}]"));
  sheet = fields(ledger.on("2023-06-11", "", report::order_sheets));
  CAPTURE(sheet);
  CHECK(sheet.find("前报送最新数据") != std::string::npos);
  CHECK(sheet.find("滞后原因") == std::string::npos);
}

TEST_CASE("Bulletin, weekly: nobody is asked to solve what rests, is cancelled or carried over") {
  Weekly ledger;
  const std::string issue =
      "issues: [{id: i, found: 2023-01-01, level: general, owner: 水务局, text: 塌方}]\n";
  for (const char* status : {"suspended", "cancelled", "carried_over"}) {
    CAPTURE(status);
    ledger.units(some_units).task(1, "status: " + std::string(status) + "\n" + issue).task(2, "");
    CHECK(lines(ledger.on("2023-06-11"), "7").find("解决问题") == std::string::npos);
    CHECK(lines(ledger.on("2023-06-11"), "5").find("超期 0 个") != std::string::npos);
    const std::string parts = all_lines(ledger.on("2023-06-11", "", report::bulletin));
    CAPTURE(parts);
    CHECK(parts.find("解决") == std::string::npos);
  }
  ledger.task(1, issue);
  CHECK(lines(ledger.on("2023-06-11"), "7").find("解决问题 1 个") != std::string::npos);
  CHECK(all_lines(ledger.on("2023-06-11", "", report::bulletin)).find("解决") != std::string::npos);
}

TEST_CASE("A light set by hand is told with its reason, and no order is suggested against it") {
  Weekly ledger;
  ledger.units(some_units).task(1, in_may("4"));
  CHECK(!rows(ledger.on("2023-06-11", "", report::monthly), "advice").empty());
  const std::string by = ", reason: 另行验收, by: 水务局, from: 2023-06-05, until: 2023-06-20}\n";
  for (const auto& [light, told] : {std::pair("blue", "蓝灯*"), {"grey", "暂不评价"}}) {
    ledger.task(1, in_may("4") + "override: {light: " + light + by);
    const auto month = ledger.on("2023-06-11", "", report::monthly);
    CHECK(rows(month, "advice").empty());
    CHECK(lines(month, "9").find("另有 1 项的灯由人工定为蓝灯或者暂不评价，不再建议。") !=
          std::string::npos);
    CHECK(ledger.on("2023-06-11", "", report::order_sheets).chapters.at(0).subject.empty());
    const auto bulletin = ledger.on("2023-06-11", "", report::bulletin);
    CHECK(lines(bulletin, "3") == "人工定灯 1 项：\n第 1 项 河道整治（水务局），" +
                                      std::string(told) +
                                      "：另行验收（水务局），有效至 2023-06-20\n");
    CHECK(rows(bulletin, "off_schedule").find("严重滞后（任务人工定灯）") != std::string::npos);
    CHECK(lines(bulletin, "5").find("说明原因") == std::string::npos);
    const auto unit = ledger.on("2023-06-11", "", report::unit_sheets);
    CHECK(all_lines(unit).find(lines(bulletin, "3")) != std::string::npos);
    // Past its last day the ladder suggests again.
    CHECK(!rows(ledger.on("2023-06-21", "", report::monthly), "advice").empty());
  }
  ledger.task(1, in_may("4") + "override: {light: yellow" + by);
  CHECK(!rows(ledger.on("2023-06-11", "", report::monthly), "advice").empty());
}

TEST_CASE("Monthly: what is suggested and ordered already is counted beside what is suggested") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, in_may("4"))
      .task(2,
            in_may("4") +
                "orders: [{id: o1, date: 2023-06-06, level: talk, reason: 滞后, to: [水务局]}]\n");
  const auto month = ledger.on("2023-06-11", "", report::monthly);
  CHECK(rows(month, "advice").starts_with("1 | "));
  CHECK(lines(month, "9").find("另有 1 项已发出同级或者更重的督办") != std::string::npos);
}

TEST_CASE("Bulletin: what is asked names the units and leaves room for the day") {
  Weekly ledger;
  ledger.units(some_units + "  - {name: 住建局, type: government}\n")
      .task(1, "no: （二）4\n" + in_may("4"))
      .task(2, "lead: [住建局]\n" + in_may("14"));
  const auto bulletin = ledger.on("2023-06-11", "", report::bulletin);
  CHECK(lines(bulletin, "4")
            .find("严重滞后任务 1 项：（二）4 河道整治（水务局）。\n滞后任务 1 "
                  "项：第 2 项 河道整治（住建局）。\n") != std::string::npos);
  CHECK(lines(bulletin, "5") ==
        "1 项严重滞后任务的牵头单位于 ＿＿月＿＿日 前书面说明原因，提出追赶措施和完成时间：水务局 "
        "1。\n"
        "1 项滞后任务的牵头单位加快进度，防止转为严重滞后，于 ＿＿月＿＿日 前报送措施：住建局 1。\n"
        "2 项漏报指标的报送单位于 ＿＿月＿＿日 前补报：水务局 1、住建局 1。\n");
}

TEST_CASE("Orders of suspended tasks are chased no more, late ones say by how many days") {
  Weekly ledger;
  const std::string order =
      "orders: [{id: o1, date: 2023-06-01, level: order, reason: 滞后, to: [水务局], reply_by: "
      "2023-06-08}]\n";
  ledger.units(some_units).task(1, order);
  CHECK(rows(ledger.on("2023-06-11", "", report::unit_sheets), "orders").find("回复超期 3 天") !=
        std::string::npos);
  ledger.task(1, "status: suspended\n" + order).task(2, "");
  CHECK(rows(ledger.on("2023-06-11", "", report::unit_sheets), "orders")
            .find("任务已暂停，恢复后再回复") != std::string::npos);
  CHECK(lines(ledger.on("2023-06-11"), "7").find("回复督办") == std::string::npos);
  CHECK(fields(ledger.on("2023-06-11", "", report::order_sheets))
            .find("要求：任务已暂停，恢复后再办理和回复。\n") != std::string::npos);
}

TEST_CASE("Unit sheets: a score of few tasks says so, problems and forecasts are one all over") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, "due: 2023-05-31\n" + in_may("30") +
                   "issues: [{id: q1, found: 2023-06-01, level: major, text: 缺料, owner: 水务局, "
                   "log: [{date: 2023-06-01, state: found, by: 水务局}]}]\n")
      .task(2, "")
      .task(3, "");
  const auto unit = ledger.on("2023-06-11", "", report::unit_sheets);
  CHECK(fields(unit).find("（牵头和参与的 1/3 项任务有得分，不到一半，不代表总体）") !=
        std::string::npos);
  CHECK(rows(unit, "tasks").find(" | 缺料 | ") != std::string::npos);
  const std::string row = rows(unit, "indicators");
  CHECK(row.substr(row.rfind(" | ")) == " | —\n");
}

TEST_CASE("Monthly: what will be missed stands by how much of it lacks, one method said once") {
  Weekly ledger;
  ledger.units(some_units).task(1, in_may("14")).task(2, in_may("4"));
  const auto month = ledger.on("2023-06-11", "", report::monthly);
  // 16.548 of 40 are expected: 14 leads to 33.84, 4 to 9.67.
  const std::string missed = rows(month, "missed");
  CAPTURE(missed);
  CHECK(missed.starts_with("2 | "));
  CHECK(missed.find("| 9 个 | 31 个\n1 | ") != std::string::npos);
  CHECK(lines(month, "4").find("“预计到期”都按序时比推算。") != std::string::npos);
}

TEST_CASE("Weekly: a critical issue that is overdue is called by what it is, not by its id") {
  Weekly ledger;
  ledger.units(some_units)
      .task(1, in_may("30") +
                   "issues: [{id: q1, found: 2023-06-01, level: critical, text: 塌方, owner: "
                   "水务局, log: [{date: 2023-06-01, state: found, by: 水务局}]}]\n");
  CHECK(rows(ledger.on("2023-06-11"), "exceptions")
            .find("重大问题“塌方”应于 2023-06-06 前解决，已经超期") != std::string::npos);
}

TEST_SUITE_END();

}  // namespace report_weekly_test
