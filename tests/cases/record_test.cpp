// SPDX-License-Identifier: MIT
//
// What `record` promises: only its lines change, in whatever way a list is written; what is there
// stays; what would be an error is not written; said again, nothing changes.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "edit/change.h"
#include "example_ledgers.h"
#include "run.h"

namespace record_test {

using namespace taizhang;

TEST_SUITE_BEGIN("record");

namespace {

const std::string path = "tasks/2024/003-pipes.yaml";

const std::string head = R"(# 县水务局
schema: 1
item: 3
section: 1
title: 改造供水管网   # 照文件
summary: 更换老旧供水管网。
lead: [县水务局, '县财政局']
due: 2024-12-31
status: in_progress
)";

const std::string indicator = R"(indicators:
  - id: pipes
    name: "管网改造长度"
    kind: cumulative
    qualifier: at_least
    commitment: binding
    target: 42
    unit: 公里
)";

const std::string rest = R"(milestones:
  - {id: m1, name: 完成设计, due: 2024-06-30}
issues:
  - id: q1
    found: 2024-03-01
    level: general
    text: 迁改未批
    owner: 县供电公司
    log: [{date: 2024-03-01, state: found}]
)";

test::MemoryDisk ledger(const std::string& task) {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 县水务局, type: government}\n"
      "  - {name: 县财政局, type: government}\n  - {name: 县供电公司, type: company}\n"
      "  - {name: 县政府办公室, type: government}\n";
  disk.files["tasks/2024/plan.yaml"] =
      "schema: 1\nid: \"2024\"\ntitle: 甲县重点工作\nperiod: {start: 2024-01-01, end: "
      "2024-12-31}\nsections: [{no: 1, title: 城乡建设}]\nroles: {closers: [县政府办公室]}\n"
      "rules: {items: {from: 3}}\n";
  disk.files[path] = task;
  return disk;
}

/// Run a line of `record` and let what it wrote stay on the disk.
test::Outcome record(test::MemoryDisk& disk, const std::string& line, test::World world = {}) {
  world.today = "2024-07-05";
  const test::Outcome outcome = test::run(test::arguments_of("record " + line), disk, world);
  for (const auto& [name, text] : disk.written) disk.files[name] = text;
  disk.written.clear();
  return outcome;
}

/// How many lines of `a` are not in `b`, line for line.
std::size_t missing_lines(const std::string& a, const std::string& b) {
  std::vector<std::string_view> left = base::split(b, '\n');
  std::size_t missing = 0;
  for (std::string_view line : base::split(a, '\n')) {
    const auto found = std::find(left.begin(), left.end(), line);
    if (found == left.end())
      ++missing;
    else
      left.erase(found);
  }
  return missing;
}

/// `text` as git counts its lines: a last one without its end is another than one with it.
std::string lines_of_git(const std::string& text) {
  return text.ends_with('\n') ? text : text + "\\ No newline at end of file";
}

std::string with_crlf(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') result += '\r';
    result += c;
  }
  return result;
}

}  // namespace

TEST_CASE("However readings are written, at most two lines are added and one taken away") {
  const std::string flow = "{id: r1, date: 2024-03-31, value: 9, reported: 2024-04-03}";
  const std::string block =
      "      - id: r1\n        date: 2024-03-31\n        value: 9\n        reported: 2024-04-03\n";
  const std::vector<std::string> layouts{
      head + indicator + "    readings:\n      - " + flow + "\n" + rest,
      head + indicator + "    readings:\n    - " + flow + "   # 首报\n    # 到此为止\n" + rest,
      head + indicator + "    readings:\n" + block + rest,
      head + indicator + "    readings: [" + flow + "]\n" + rest,
      head + indicator + "    readings: [" + flow + "]  # 一行\n" + rest,
      head + indicator + "    readings: [\n      " + flow + ",\n    ]\n" + rest,
      with_crlf(head + indicator + "    readings:\n      - " + flow + "\n" + rest),
      head + indicator + "    readings:\n      - " + flow + "\t\t\n" + rest,
      head + rest + indicator + "    readings:\n      - " + flow,
      head + rest + indicator.substr(0, indicator.size() - 1),
      head + indicator + rest,
      head + indicator + "    readings: []\n" + rest,
      head + indicator + "    readings: []   # 还没有\n" + rest,
      head + indicator + "    readings: ~\n" + rest,
      head + indicator + "    readings: null   # 还没有\n" + rest,
      head + indicator + "    readings:   # 还没有\n" + rest,
      head + rest + indicator + "    readings:",
      head + rest + indicator + "    readings: []",
      head + indicator + "    readings: [\n    ]\n" + rest,
      head + indicator + "    readings: [   # 还没有\n    ]\n" + rest,
      head + indicator + "    readings: [\n      " + flow + " # 首报\n    ]\n" + rest,
      head + indicator + "    readings: [\n      " + flow + ",   # 首报\n    ]\n" + rest,
      head + indicator + "    readings: [" + flow + " # 首报\n    ]\n" + rest,
      head + indicator + "    readings:\n      -\n        " + flow + "\n" + rest,
      head + indicator +
          "    readings:\n      - # 首报\n        id: r1\n        date: 2024-03-31\n" +
          "        value: 9\n        reported: 2024-04-03\n" + rest,
      head + rest +
          "indicators: [{id: pipes, name: 长度, kind: cumulative, qualifier: at_least, "
          "commitment: binding, target: 42, unit: 公里}]\n",
  };
  REQUIRE(layouts.size() >= 10);
  for (const std::string& layout : layouts) {
    CAPTURE(layout);
    test::MemoryDisk disk = ledger(layout);
    const std::string line = "3/pipes 20.5 --date 2024-06-30 --by 县水务局 --yes";
    const test::Outcome first = record(disk, line);
    CHECK(first.exit == 0);
    CHECK(first.err.find("3/pipes/r") != first.err.npos);
    const std::string after = disk.files[path];
    CHECK(missing_lines(lines_of_git(after), lines_of_git(layout)) <= 2);
    CHECK(missing_lines(lines_of_git(after), lines_of_git(layout)) >= 1);
    CHECK(missing_lines(lines_of_git(layout), lines_of_git(after)) <= 1);
    // A remark stays on the line of what it was said of.
    const std::size_t remark = layout.find("# 首报");
    if (remark != layout.npos) {
      const std::string before = after.substr(0, after.find("# 首报"));
      CHECK(before.substr(before.rfind('\n') + 1).find("r2") == before.npos);
    }
    CHECK((after.find("\r\n") != after.npos) == (layout.find("\r\n") != layout.npos));
    // It reads back as what was said.
    const std::string rows =
        test::run({"list", "--rows", "readings", "--as-of", "2024-12-31", "--format", "csv"}, disk)
            .out;
    CHECK(rows.find("20.5") != rows.npos);
    CHECK(rows.find("2024-06-30") != rows.npos);
    // Said again, nothing changes.
    const test::Outcome again = record(disk, line);
    CHECK(again.exit == 0);
    CHECK(again.err.find("没有改动") != again.err.npos);
    CHECK(disk.files[path] == after);
  }
}

TEST_CASE("Every kind is recorded, and said again it changes nothing") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  const std::vector<std::string> lines{
      "3/pipes 20 --date 2024-06-30 --by 县水务局",
      "3/pipes 19 --corrects r1 --reason 重复计算 --by 县水务局",
      "progress 3 \"完成城区段: 12 公里\" --problems 迁改慢 --next 开工北段 --by 县水务局",
      "done 3/m1 --date 2024-06-20",
      "issue 3 材料涨价 --owner 县水务局 --level major --date 2024-07-01",
      "step 3/q2 assigned --by 县政府办公室 --date 2024-07-02",
      "inspection 3/pipes/r2 consistent --method field --date 2024-07-03 --team 一组",
      "order 3 reminder --to 县水务局、县财政局 --reason 进度慢 --date 2024-07-03",
      "reply 3/d1 已加快 --date 2024-07-04",
      "change 3/pipes target 40 --requested 2024-07-01 --reason 规划调整",
      "approval 3/c1 --by 县政府办公室 --date 2024-07-04",
      "status 3 suspended --approved-by 县政府办公室 --reason 汛期 --date 2024-07-05",
  };
  for (const std::string& line : lines) {
    CAPTURE(line);
    const std::string before = disk.files[path];
    const test::Outcome first = record(disk, line + " --yes");
    CAPTURE(first.err);
    CHECK(first.exit == 0);
    const std::string after = disk.files[path];
    CHECK(after != before);
    CHECK(missing_lines(before, after) <= 1);
    CHECK(record(disk, line + " --yes").exit == 0);
    CHECK(disk.files[path] == after);
  }
  const test::Outcome check = test::run({"check", "--as-of", "2024-07-05"}, disk);
  CHECK(check.exit == 0);
  const std::string shown = test::run({"show", "3", "--as-of", "2024-07-05"}, disk).out;
  for (const char* said : {"12 公里", "材料涨价", "已加快", "暂停", "19"}) {
    CAPTURE(said);
    CHECK(shown.find(said) != shown.npos);
  }
}

TEST_CASE("What the program writes is as fmt wants it") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  REQUIRE(record(disk, "3/pipes 20 --date 2024-06-30 --yes").exit == 0);
  test::run({"fmt"}, disk);
  for (const auto& [name, text] : disk.written) disk.files[name] = text;
  disk.written.clear();
  for (const char* line : {
           "change 3/pipes target 40 --requested 2024-07-01 --reason 规划调整",
           "approval 3/c1 --by 县政府办公室 --date 2024-07-04 --doc-no 甲办〔2024〕3号",
           "approval 3/pipes/r1 --by 县政府办公室",
           "done 3/m1 --date 2024-06-20 --evidence 批复.pdf",
           "order 3 reminder --to 县水务局 --reason 进度慢 --date 2024-07-03",
           "reply 3/d1 已加快 --date 2024-07-04",
       }) {
    CAPTURE(line);
    REQUIRE(record(disk, std::string(line) + " --yes").exit == 0);
    CHECK(test::run({"fmt", "--check"}, disk).exit == 0);
  }
}

TEST_CASE("A reading is withdrawn by a correction that says why and no value") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  REQUIRE(record(disk, "3/pipes 20 --date 2024-06-30 --yes").exit == 0);
  CHECK(record(disk, "3/pipes --corrects r1 --yes").exit == 2);
  const std::string line = "3/pipes --corrects r1 --reason 误报 --yes";
  CHECK(record(disk, line).exit == 0);
  CHECK(disk.files[path].find("{id: r2, date: 2024-06-30, value: null, reported: 2024-07-05, "
                              "corrects: r1, reason: 误报}") != std::string::npos);
  const std::string after = disk.files[path];
  CHECK(record(disk, line).exit == 0);
  CHECK(disk.files[path] == after);
}

TEST_CASE("What was recorded and is not yet in force, or of a task that is over, is told so") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  const test::Outcome asked = record(disk, "status 3 suspended --reason 汛期 --yes");
  CHECK(asked.exit == 0);
  CHECK(asked.err.find("待批准，未生效；批准后用 taizhang record approval 3/c1") != asked.err.npos);
  CHECK(record(disk, "approval 3/c1 --by 县政府办公室 --yes").err.find("待批准") ==
        std::string::npos);
  disk = ledger(head + indicator + rest);
  REQUIRE(record(disk, "status 3 closed --approved-by 县政府办公室 --date 2024-07-01 --yes").exit ==
          0);
  const test::Outcome late = record(disk, "3/pipes 20 --date 2024-06-30 --yes");
  CHECK(late.exit == 0);
  CHECK(late.err.find("3 自 2024-07-01 起已销号；照记，指标照算") != late.err.npos);
}

TEST_CASE("What is empty or of no place is refused in the words of the field") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  const std::string before = disk.files[path];
  test::World world;
  world.today = "2024-07-05";
  const auto refused = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "record");
    words.emplace_back("--yes");
    const test::Outcome outcome = test::run(words, disk, world);
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK(refused({"reply", "3/d1", ""}).find("有一个词是空的") != std::string::npos);
  CHECK(refused({"reply", "3/d1", " "}).find("回复的内容是空的") != std::string::npos);
  CHECK(refused({"progress", "3", "  "}).find("进展的内容是空的") != std::string::npos);
  CHECK(refused({"progress", "3", "照常", "--next", " "}).find("--next 是空的") !=
        std::string::npos);
  CHECK(refused({"3/pipes/r9", "5"}).find("不是能记报数的地方") != std::string::npos);
  CHECK(disk.files[path] == before);
  CHECK(disk.written.empty());
}

TEST_CASE("A figure is taken as people write it, and that is said") {
  const auto taken = [](const std::string& figure) {
    test::MemoryDisk disk = ledger(head + indicator + rest);
    test::World world;
    world.today = "2024-07-05";
    const test::Outcome outcome = test::run(
        {"record", "3/pipes", figure, "--date", "2024-06-30", "--by", "县水务局", "--yes"}, disk,
        world);
    const auto file = disk.written.find(path);
    const std::string text = file == disk.written.end() ? "" : file->second;
    const std::size_t at = text.find("value: ");
    const bool is_said = outcome.err.find("按") != std::string::npos;
    return (at == text.npos ? "" : text.substr(at + 7, text.find(',', at) - at - 7)) +
           (is_said ? "!" : "") + std::to_string(static_cast<int>(outcome.exit));
  };
  CHECK(taken("12") == "120");
  CHECK(taken("1２") == "12!0");
  CHECK(taken("1,2") == "2");
  CHECK(taken("１２公里") == "12!0");
  CHECK(taken("12吨") == "2");
  CHECK(taken("12左右") == "2");
}

TEST_CASE("Values by unit are of units with a target, and a task is closed by who may") {
  std::string by_unit = indicator;
  by_unit.replace(by_unit.find("target: 42"), 10, "targets: {县水务局: 30, 县财政局: 12}");
  test::MemoryDisk disk = ledger(head + by_unit + rest);
  const std::string before = disk.files[path];
  for (const auto& [line, code] :
       {std::pair("3/pipes --value 县供电公司=6", "E60"),
        std::pair("3/pipes --value 北山镇=6", "E24"), std::pair("3/pipes 20", "E60")}) {
    CAPTURE(line);
    const test::Outcome outcome = record(disk, std::string(line) + " --date 2024-06-30 --yes");
    CHECK(outcome.exit == 1);
    CHECK(outcome.err.find(code) != outcome.err.npos);
  }
  const test::Outcome closed = record(disk, "status 3 closed --approved-by 县供电公司 --yes");
  CHECK(closed.exit == 1);
  CHECK(closed.err.find("E61") != closed.err.npos);
  CHECK(disk.files[path] == before);
  CHECK(record(disk, "3/pipes --value 县水务局=6 --date 2024-06-30 --yes").exit == 0);
}

TEST_CASE("A file with Chinese keys gets Chinese keys and words") {
  test::MemoryDisk disk = ledger(
      "格式版本: 1\n序号: 3\n板块: 1\n任务名称: 改造管网\n概述: 更换管网。\n牵头单位: [县水务局]\n"
      "完成时限: 2024-12-31\n状态: 推进中\n指标:\n  - {编号: pipes, 名称: 长度, 类型: 累计, "
      "限定词: "
      "以上, 承诺: 约束性, 目标: 42, 计量单位: 公里}\n");
  REQUIRE(test::run({"check"}, disk).exit == 0);
  CHECK(record(disk, "报数 3/pipes 20 --date 2024-06-30 --yes").exit == 0);
  CHECK(disk.files[path].find("报数: [{编号: r1, 数据日期: 2024-06-30, 数值: 20") !=
        std::string::npos);
  CHECK(record(disk, "问题 3 缺地 --owner 县水务局 --yes").exit == 0);
  CHECK(disk.files[path].find("等级: 一般") != std::string::npos);
  CHECK(test::run({"check", "--as-of", "2024-07-05"}, disk).exit == 0);
}

TEST_CASE("A correction has its reason, and what was approved is not approved otherwise") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  REQUIRE(record(disk, "3/pipes 20 --date 2024-06-30 --yes").exit == 0);
  const std::string before = disk.files[path];
  const test::Outcome bare = record(disk, "3/pipes 19 --corrects r1 --yes");
  CHECK(bare.exit == 1);
  CHECK(bare.err.find("更正 3/pipes/r1 没有写原因") != bare.err.npos);
  CHECK(disk.files[path] == before);
  CHECK(record(disk, "3/pipes 19 --corrects r1 --reason 多计 --yes").exit == 0);
  REQUIRE(record(disk, "change 3 due 2024-11-30 --reason 提前 --yes").exit == 0);
  REQUIRE(record(disk, "approval 3/c1 --by 县政府办公室 --date 2024-08-01 --yes").exit == 0);
  CHECK(record(disk, "approval 3/c1 --by 县政府办公室 --yes").exit == 0);
  const std::string after = disk.files[path];
  for (const char* otherwise : {"--date 2024-10-02", "--doc-no 甲政办7号"}) {
    const test::Outcome again =
        record(disk, "approval 3/c1 --by 县政府办公室 " + std::string(otherwise) + " --yes");
    CHECK(again.exit == 1);
    CHECK(again.err.find("3/c1 已由 县政府办公室（自 2024-08-01 起） 批准") != again.err.npos);
  }
  CHECK(disk.files[path] == after);
}

TEST_CASE("Words are taken as they stand: brackets, dashes, and what others read as no text") {
  const auto recorded = [](const std::string& line) {
    test::MemoryDisk disk = ledger(head + indicator + rest);
    const test::Outcome outcome = record(disk, line);
    CAPTURE(line);
    CAPTURE(outcome.err);
    CHECK(outcome.exit == 0);
    CHECK(outcome.err.find("W09") == outcome.err.npos);
    return disk.files[path];
  };
  const auto has = [](const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
  };
  CHECK(has(recorded("progress 3 [甲，乙] --yes"), "done: \"[甲，乙]\""));
  CHECK(has(recorded("progress 3 [甲,乙] --yes"), "done: \"[甲,乙]\""));
  CHECK(has(recorded("progress 3 照常 --next -横 --yes"), "next: \"-横\""));
  CHECK(has(recorded("progress 3 --yes -- -横"), "done: \"-横\""));
  CHECK(has(recorded("progress 3 --next [甲,乙] --yes"), "next: \"[甲,乙]\""));
  for (const char* word : {"0x1F", "1_000", "12:30:45", "1e3", "+5", "no", "Yes", ".inf"}) {
    CHECK(has(recorded("progress 3 " + std::string(word) + " --yes"),
              "done: \"" + std::string(word) + "\""));
  }
  CHECK(has(recorded("progress 3 2024年照常 --yes"), "done: 2024年照常}"));
}

TEST_CASE("What is out of its range is refused, and a unit's figure goes by its own address") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  for (const char* percent : {"150", "-1"}) {
    const test::Outcome outcome =
        record(disk, "progress 3 照常 --percent " + std::string(percent) + " --yes");
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("不在 0 至 100 之间") != outcome.err.npos);
  }
  CHECK(record(disk, "progress 3 照常 --percent 100 --yes").exit == 0);
  std::string by_unit = indicator;
  by_unit.replace(by_unit.find("target: 42"), 10, "targets: {县水务局: 30, 县财政局: 12}");
  disk = ledger(head + by_unit + rest);
  CHECK(record(disk, "3/pipes/县水务局 6 --date 2024-06-30 --yes").exit == 0);
  CHECK(disk.files[path].find("values: {县水务局: 6}") != std::string::npos);
  CHECK(record(disk, "3/pipes/县供电公司 6 --yes").exit == 2);
}

TEST_CASE("What would be a new error is not written, and its rule is named") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  REQUIRE(record(disk, "3/pipes 20 --date 2024-06-30 --yes").exit == 0);
  const std::string before = disk.files[path];
  const test::Outcome falls = record(disk, "3/pipes 5 --date 2024-07-01 --yes");
  CHECK(falls.exit == 1);
  CHECK(falls.err.find("E32") != falls.err.npos);
  const test::Outcome differs = record(disk, "3/pipes 21 --date 2024-06-30 --yes");
  CHECK(differs.exit == 1);
  CHECK(differs.err.find("--corrects r1") != differs.err.npos);
  CHECK(record(disk, "issue 3 缺地 --owner 县教育局 --yes").exit == 1);
  const test::Outcome early = record(disk, "progress 3 完成北段 --date 2024-08-31 --yes");
  CHECK(early.exit == 1);
  CHECK(early.err.find("E46") != early.err.npos);
  CHECK(early.err.find("--as-of") != early.err.npos);
  CHECK(falls.err.find("--as-of") == falls.err.npos);
  // Long after the year it is the day of the report that is wrong.
  const test::Outcome late = record(disk, "3/pipes 30 --date 2024-07-31 --as-of 2026-11-26 --yes");
  CHECK(late.err.find("E56") != late.err.npos);
  CHECK(late.err.find("没有写的日子按 2026-11-26 计；补记以前的，用 --as-of") != late.err.npos);
  CHECK(disk.files[path] == before);
}

TEST_CASE("On a terminal it asks; elsewhere it wants to be told") {
  test::MemoryDisk disk = ledger(head + indicator + rest);
  const std::string line = "3/pipes 20 --date 2024-06-30";
  const std::string before = disk.files[path];
  CHECK(record(disk, line).exit == 2);
  test::World terminal;
  terminal.terminal = true;
  terminal.width = 100;
  for (const char* no : {"", "n\n", "no\n"}) {
    terminal.input = no;
    CHECK(record(disk, line, terminal).exit == 1);
    CHECK(disk.files[path] == before);
  }
  CHECK(record(disk, line + " --dry-run").exit == 0);
  CHECK(disk.files[path] == before);
  terminal.input = "y\n";
  CHECK(record(disk, line, terminal).exit == 0);
  CHECK(disk.files[path] != before);
}

TEST_CASE("In any ledger all that was written stays") {
  example::Options options = test::with_seed(7);
  options.tasks = 40;
  test::MemoryDisk disk = test::disk_with_example(options);
  int recorded = 0;
  for (int item = 1; item <= options.tasks; ++item) {
    const std::string number = std::to_string(item);
    const std::string prefix = "/" + std::string(3 - number.size(), '0') + number + "-";
    const auto file = std::find_if(disk.files.begin(), disk.files.end(), [&](const auto& one) {
      return one.first.find(prefix) != std::string::npos;
    });
    REQUIRE(file != disk.files.end());
    const std::string before = file->second;
    for (const std::string& line :
         {"progress " + number + " \"甲: 乙 #丙, [丁]\" --date 2024-12-31 --as-of 2024-12-31 --yes",
          "issue " + number +
              " 缺地 --owner 县水务局 --date 2024-12-31 --as-of 2024-12-31 --yes"}) {
      if (record(disk, line).exit != 0) continue;
      ++recorded;
      CHECK(missing_lines(before, disk.files[file->first]) <= 1);
    }
  }
  CHECK(recorded >= 40);
}

TEST_SUITE_END();

}  // namespace record_test
