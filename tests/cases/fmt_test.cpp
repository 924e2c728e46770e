// SPDX-License-Identifier: MIT
//
// What `fmt` promises: one form for all files, in which everything is that was in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "example_ledgers.h"
#include "facts/catalogue.h"
#include "ledgers.h"
#include "run.h"

namespace fmt_test {

using namespace taizhang;
using Json = nlohmann::ordered_json;

TEST_SUITE_BEGIN("fmt");

namespace {

const std::string path = "tasks/2024/003-leadership.yaml";

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

/// Run the program, whose writing then is on the disk.
test::Outcome run_on(test::MemoryDisk& disk, const std::vector<std::string>& arguments) {
  test::Outcome outcome = test::run(arguments, disk);
  for (const auto& [name, text] : disk.written) disk.files[name] = text;
  disk.written.clear();
  return outcome;
}

/// A sound ledger with this task in it.
test::MemoryDisk ledger(const std::string& task) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files.at(path) = task;
  return disk;
}

/// What comes of the task.
std::string formed(const std::string& task, std::vector<std::string> options = {}) {
  test::MemoryDisk disk = ledger(task);
  options.insert(options.begin(), {"fmt", path});
  const test::Outcome outcome = run_on(disk, options);
  INFO(outcome.err);
  CHECK(outcome.exit == 0);
  return disk.files.at(path);
}

const std::string task_of_people = R"(# yaml-language-server: $schema=x.json


item:   "14"
schema: 1
"title": '推动汽车'   # 标题
lead: [ 市工信局,市发改局 ]
section: 2
# 概述的说明
summary: >-
   折叠 的
   文字

   第二段


support:
- 市财政局   # 一
# 两者之间
- 市科技局
due: 2023-12-31
note: |+
    保留
      缩进

status: 推进中
indicators:
-   id: "piles"
    target: 221
    name: 桩
    readings: [ {date: 2023-03-31, value: 10,  id: r1},   # 第一次
       # 里面的
       {id: r2, date: 2023-04-30, value: "20", note: "a: b"} ]
      # - {id: r3}
    unit: 个
    kind: 累计
-
    # 上面的
    id: x
    name: "折行
      文字"
    quote: "no"
    empty:
    mine: ~
    z: {}
# 结束
)";

/// The rows of every kind on that day, without the lines on which they stand.
std::vector<Json> rows(const test::MemoryDisk& disk) {
  std::vector<Json> all;
  for (const facts::KindOfRow* kind : facts::kinds()) {
    if (kind->kind == facts::Kind::events) continue;  // of two days
    const test::Outcome outcome = test::run(
        {"list", "--rows", std::string(kind->name), "--format", "json", "--as-of", "2024-10-08"},
        disk);
    REQUIRE(outcome.exit == 0);
    Json of_kind = Json::parse(outcome.out);
    for (Json& row : of_kind) row.erase("line");
    all.push_back(std::move(of_kind));
  }
  return all;
}

std::vector<std::string> ledgers() {
  return {"qingzhou", "anquan", "bianhua", "jindu", "kaohe", "linshui", "minsheng", "shili"};
}

}  // namespace

TEST_CASE("A file of people comes out in the form of the tables, with all its remarks") {
  CHECK(formed(task_of_people) == R"(# yaml-language-server: $schema=x.json

schema: 1
item: 14
section: 2
title: 推动汽车  # 标题
# 概述的说明
summary: >-
  折叠 的
  文字

  第二段
lead: [市工信局, 市发改局]

support:
  - 市财政局  # 一
  # 两者之间
  - 市科技局
due: 2023-12-31
status: 推进中
indicators:
  - id: piles
    name: 桩
    kind: 累计
    target: 221
    unit: 个
    readings:
      - {id: r1, date: 2023-03-31, value: 10}  # 第一次
      # 里面的
      - {id: r2, date: 2023-04-30, value: 20, note: "a: b"}
      # - {id: r3}
  # 上面的
  - id: x
    name: "折行
      文字"
    quote: "no"
    empty:
    mine: ~
    z: {}
note: |+
  保留
    缩进

# 结束
)");
}

TEST_CASE("Its keys and the words of lists are in the language that is asked for") {
  const std::string chinese = formed(task_of_people, {"--words", "zh"});
  CHECK(holds(chinese, "\n格式版本: 1\n序号: 14\n板块: 2\n任务名称: 推动汽车  # 标题\n"));
  CHECK(holds(chinese, "\n状态: 推进中\n指标:\n  - 编号: piles\n    名称: 桩\n"));
  const std::string english = formed(chinese, {"--words", "en"});
  CHECK(holds(english, "\nstatus: in_progress\n"));
  CHECK(holds(english, "    kind: cumulative\n"));
  CHECK(formed(english, {"--words", "zh"}) == chinese);
}

TEST_CASE("Done twice is done once, and every row stays") {
  std::size_t changed = 0;
  for (const std::string& name : ledgers()) {
    for (const char* words : {"", "zh", "en"}) {
      CAPTURE(name);
      CAPTURE(words);
      const test::MemoryDisk before = test::disk_with_ledger(name);
      test::MemoryDisk after = before;
      std::vector<std::string> call{"fmt"};
      if (*words) call.insert(call.end(), {"--words", words});
      REQUIRE(run_on(after, call).exit == 0);
      for (const auto& [file, text] : before.files) changed += text != after.files.at(file);
      CHECK(rows(before) == rows(after));
      call.emplace_back("--check");
      const test::Outcome again = run_on(after, call);
      CHECK(again.exit == 0);
      CHECK(again.out.empty());
    }
  }
  // Every file has English keys, so that Chinese words change each.
  CHECK(changed > 150);
}

TEST_CASE("The ledger of this project is in that form, and so are those that the program makes") {
  test::MemoryDisk own = test::disk_with_ledger("qingzhou");
  CHECK(run_on(own, {"fmt", "--check"}).exit == 0);
  test::MemoryDisk example = test::disk_with_example(test::with_seed(7));
  CHECK(run_on(example, {"fmt", "--check"}).exit == 0);
  test::MemoryDisk begun;
  CHECK(run_on(begun, {"init", ".", "--title", "甲县重点工作", "--year", "2024"}).exit == 0);
  CHECK(run_on(begun, {"fmt", "--check"}).exit == 0);
}

TEST_CASE("Whether something would change is told without writing") {
  test::MemoryDisk disk = ledger(task_of_people);
  const auto texts = disk.files;
  const test::Outcome checked = run_on(disk, {"fmt", "--check", path});
  CHECK(checked.exit == 1);
  CHECK(checked.out == path + "\n");
  const test::Outcome shown = run_on(disk, {"fmt", "--diff", path});
  CHECK(shown.exit == 0);
  CHECK(holds(shown.out, "+item: 14\n"));
  CHECK(holds(shown.out, "-item:   \"14\"\n"));
  CHECK(disk.files == texts);
}

TEST_CASE("Blocks keep their lines, whatever remarks and empty lines stand around them") {
  const std::string rest = "item: 3\nsection: 1\n";
  CHECK(formed("schema: 1\nnote: |2\n    two\n  base\n" + rest) ==
        "schema: 1\nitem: 3\nsection: 1\nnote: |2\n    two\n  base\n");
  CHECK(formed("schema: 1\ntext: |\n     a b\n   # remark\n" + rest) ==
        "schema: 1\nitem: 3\nsection: 1\ntext: |\n  a b\n# remark\n");
  CHECK(formed("schema: 1\nnote: >+\n  ab\n\n\n" + rest + "\n# end\n") ==
        "schema: 1\nitem: 3\nsection: 1\nnote: >+\n  ab\n\n\n# end\n");
  CHECK(
      formed("schema: 1\nindicators:\n  - id: a\n    note: |1-\n      x\n     y\n    unit: 个\n") ==
      "schema: 1\nindicators:\n  - id: a\n    unit: 个\n    note: |1-\n      x\n     y\n");
}

TEST_CASE("A block without a text ends where its key does") {
  const std::string start = "schema: 1\nitem: 3\nsection: 1\n";
  CHECK(formed(start + "progress:\n  - done: |\n    date: 2024-01-31\n") ==
        start + "progress:\n  - date: 2024-01-31\n    done: |\n");
  CHECK(formed(start + "progress:\n  - date: 2024-01-31\n    done: >\n\n    problems: 甲\n") ==
        start + "progress:\n  - date: 2024-01-31\n    done: >\n\n    problems: 甲\n");
  CHECK(formed(start + "progress:\n  - date: 2024-01-31\n    done: |\n  - date: 2024-02-29\n") ==
        start + "progress:\n  - date: 2024-01-31\n    done: |\n  - date: 2024-02-29\n");
  CHECK(formed(start + "note: |\ntext: 甲\n") == start + "text: 甲\nnote: |\n");
}

TEST_CASE("What stands behind the last bracket of several lines goes to their key") {
  const std::string start = "schema: 1\nitem: 3\nsection: 1\n";
  CHECK(formed(start + "tags: [a,\n  b\n]  # 完\nnote: 甲\n") ==
        start + "tags:  # 完\n  - a\n  - b\nnote: 甲\n");
  CHECK(formed(start + "tags: [\n  a,  # 头\n  b  # 尾\n]  # 完\nnote: 甲\n") ==
        start + "tags:  # 完\n  - a  # 头\n  - b  # 尾\nnote: 甲\n");
  CHECK(formed(start + "tags: [a, b]  # 完\nnote: 甲\n") ==
        start + "tags: [a, b]  # 完\nnote: 甲\n");
}

TEST_CASE("Blanks at line ends, tabs and the line ends of Windows are put in order too") {
  CHECK(formed("schema: 1  \r\nitem: 3\r\nsection: 1\t# 一\r\nlead: "
               "[县水务局,县发改局]\r\n") ==
        "schema: 1\nitem: 3\nsection: 1  # 一\nlead: [县水务局, 县发改局]\n");
}

TEST_CASE("What cannot be read to its end is left as it is, by name, and the others are written") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string broken = "schema: 1\nitem: [3\ntitle: 甲\n";
  disk.files.at(path) = broken;
  std::string& other = disk.files.at("tasks/2024/001-water-pipes.yaml");
  other = "# 上\n" + other + "\n\n";
  const std::string before = other;
  const test::Outcome outcome = run_on(disk, {"fmt"});
  CHECK(outcome.exit == 1);
  CHECK(holds(outcome.err, path));
  CHECK(disk.files.at(path) == broken);
  CHECK(disk.files.at("tasks/2024/001-water-pipes.yaml") != before);
}

TEST_SUITE_END();

}  // namespace fmt_test
