// SPDX-License-Identifier: MIT
//
// Slips of which a fix once lost something, or of which one was told many times: in a small plan of
// one task, each is one finding with what to write, and is mended only where nothing can be lost.
#include <doctest/doctest.h>

#include <string>
#include <tuple>

#include "base/text.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("mending");

namespace {

const std::string plan_path = "tasks/2023/plan.yaml";
const std::string task_path = "tasks/2023/001-changfang.yaml";

const char* const plan_text = R"yaml(schema: 1
id: "2023"
title: 2023年重点工作
period: {start: 2023-01-01, end: 2023-12-31}
rules: {reporting_from: 2023-08-01}
sections:
  - {no: 1, title: 项目}
)yaml";
const char* const units_text = R"yaml(schema: 1
units:
  - {name: 甲局, aliases: [甲], type: government}
  - {name: 乙局, type: government}
  - {name: 县府办, type: government}
)yaml";
const char* const task_text = R"yaml(schema: 1
item: 1
section: 1
title: 建设标准厂房
summary: 推进工业园区标准厂房建设。
leader: [张三, 李四]
lead: [甲局]
support: [乙局, 县府办]
source: [县委常委会会议]
tags: [工业, 园区]
due: 2023-12-31
status: in_progress
note: |
  第一行说明。
  第二行说明。
indicators:
  - id: a
    name: 建成厂房
    kind: cumulative
    qualifier: reach
    commitment: binding
    target: 230
    unit: 万平方米
    quote: 建成厂房230万平方米
    readings:
      - {id: r1, date: 2023-08-31, value: 20.9, reported: 2023-09-02, by: 甲局}
      - {id: r2, date: 2023-09-30, value: 30.5, reported: 2023-10-02, by: 甲局, note: 补报}
  - id: b
    name: 入驻企业
    kind: cumulative
    qualifier: reach
    commitment: binding
    target: 12
    unit: 家
    quote: 入驻企业12家
    readings:
      - {id: r1, date: 2023-08-31, value: 2, reported: 2023-09-02, by: 甲局}
      - {id: r2, date: 2023-09-30, value: 3, reported: 2023-10-02, by: 甲局}
changes:
  - {id: c1, requested: 2023-09-01, effective: 2023-09-10, field: lead, from: [甲局], to: [甲局], approved_by: 县府办, doc_no: 县府办〔2023〕1号, reason: 调整}
progress:
  - date: 2023-09-30
    by: 甲局
    done: 主体完工
)yaml";

std::string with_edit(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

test::MemoryDisk small_ledger(const std::string& task, const std::string& plan = plan_text) {
  test::MemoryDisk disk;
  disk.files[plan_path] = plan;
  disk.files["tasks/units.yaml"] = units_text;
  disk.files[task_path] = task;
  return disk;
}

test::Outcome checked_small(const std::string& options, const test::MemoryDisk& disk) {
  return test::run(test::arguments_of("check --as-of 2023-10-10 " + options), disk);
}

/// The codes of what is found in the task, with their lines.
std::string told_of(const test::MemoryDisk& disk) {
  const std::string out = checked_small("--format concise", disk).out;
  std::string result;
  for (const std::string_view line : base::split(out, '\n')) {
    if (!line.starts_with("tasks/")) continue;
    const std::size_t number = line.find(':') + 1;
    const std::string_view code = line.substr(line.find('[') + 1, 3);
    result += (result.empty() ? "" : ", ");
    result += line.substr(number, line.find(':', number) - number);
    result += " " + std::string(code);
  }
  return result;
}

struct Edit {
  const char* from;
  const char* to;
  const char* told;         ///< `line CODE`, one after the other
  const char* help;         ///< a part of what is said
  const char* mended = "";  ///< what `to` becomes; nothing where it is left to a person
};

void expect_told(const Edit& edit) {
  CAPTURE(std::string(edit.to));
  const std::string task = with_edit(task_text, edit.from, edit.to);
  const test::MemoryDisk disk = small_ledger(task);
  CHECK(told_of(disk) == std::string(edit.told));
  const std::string full = checked_small("--format full", disk).out;
  CAPTURE(full);
  CHECK(full.find(edit.help) != full.npos);
  checked_small("--fix", disk);
  const auto written = disk.written.find(task_path);
  const std::string after = written == disk.written.end() ? task : written->second;
  CHECK(after == (*edit.mended ? with_edit(task, edit.to, edit.mended) : task));
}

constexpr const char* row_two =
    "{id: r2, date: 2023-09-30, value: 30.5, reported: 2023-10-02, by: 甲局, note: 补报}";

}  // namespace

TEST_CASE("small slips: the ledger is sound") { CHECK(told_of(small_ledger(task_text)).empty()); }

TEST_CASE("small slips: what stands behind a closed bracket goes alone") {
  for (const char* list : {"leader: [张三, 李四]", "source: [县委常委会会议]", "lead: [甲局]",
                           "support: [乙局, 县府办]", "tags: [工业, 园区]"}) {
    for (const char* sign : {"\u3000", "。", "，", "；", "\u00A0", ","}) {
      const std::string to = std::string(list) + sign + "\n";
      const std::string from = std::string(list) + "\n";
      const std::string task = with_edit(task_text, from, to);
      CAPTURE(to);
      const test::MemoryDisk disk = small_ledger(task);
      CHECK(told_of(disk).ends_with("E03"));
      checked_small("--fix", disk);
      REQUIRE(disk.written.contains(task_path));
      CHECK(disk.written.at(task_path) == std::string(task_text));
    }
  }
  for (const char* sign : {",", "，", "。", "；", "、", " ,", "\u3000", "\u00A0"}) {
    const std::string to = std::string(row_two) + sign;
    expect_told({row_two, to.c_str(), "27 E03", "行末多了", row_two});
  }
  // Between brackets over lines a comma parts.
  const test::MemoryDisk disk =
      small_ledger("{\nschema: 1,\nlead: [甲局],\ntitle: 建设标准厂房}\n");
  checked_small("--fix", disk);
  CHECK(disk.written.empty());
}

TEST_CASE("small slips: texts keep their commas, and no part of one becomes a key") {
  const Edit edits[] = {
      {"[县委常委会会议]", "[县委常委会会议，2023年3月]", "", ""},
      {"note: 补报}", "note: \"补报，reason：上月漏报\"}", "", ""},
      {"note: 补报}", "note: 补报，备注：上月漏报}", "", ""},
      {"note: 补报}", "note: 补报，note：上月漏报}", "", ""},
      {"[乙局, 县府办]", "[乙局，县府办]", "8 E03", "用英文逗号加空格", "[乙局, 县府办]"},
      {"by: 甲局, note: 补报}", "by: 甲局，note：补报}", "27 E03", "用英文逗号加空格",
       "by: 甲局, note: 补报}"},
  };
  for (const Edit& edit : edits) expect_told(edit);
  for (const char* line : {"联系人：张三", "概述：推进", "备注：推进", "说明：推进"}) {
    expect_told({"  第二行说明。", line, "15 E03", "正文每行都比键多缩进两格"});
  }
}

TEST_CASE("small slips: an English key that a text has swallowed is told at its place") {
  const Edit edits[] = {
      {"note: 补报}", "note: 补报，reason：上月漏报}", "27 E03", "写成“, reason: …”"},
      {"note: 补报}", "note: 补报 backfilled：true}", "27 E03", "写成“, backfilled: …”"},
      {"reason: 调整}", "reason: 调整；approved_by：县府办}", "", ""},
      {"to: [甲局], approved_by: 县府办, doc_no: 县府办〔2023〕1号, reason: 调整}",
       "to: [甲局], doc_no: 县府办〔2023〕1号, reason: 调整；approved_by：县府办}", "40 E03",
       "写成“, approved_by: …”"},
      {"    done: 主体完工", "    done: 主体完工，problems：用地紧张", "44 E03", "另起一行"},
      {"done: 主体完工", "done: 主体完工，见 example.com：说明", "", ""},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: one unit stands where one belongs") {
  const Edit edits[] = {
      {"reported: 2023-10-02, by: 甲局, note", "reported: 2023-10-02, by: 甲局、乙局, note",
       "27 E24", "这里只能写一个：甲局 | 乙局"},
      {"    by: 甲局\n    done", "    by: 甲局、乙局\n    done", "43 E24", "这里只能写一个"},
      {"support: [乙局, 县府办]", "support:\n  - 乙局、县府办", "9 E24", "一行写一个"},
      {"support: [乙局, 县府办]", "support: [乙局、县府办]", "8 E24", "之间用英文逗号",
       "support: [乙局, 县府办]"},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: full-width digits stay in what is a text or may be one") {
  const Edit edits[] = {
      {"title: 建", "title：２１建", "4 E03", "键后写英文冒号", "title: ２１建"},
      {"title: 建", "k0：２１\ntitle: 建", "4 E03", "键后写英文冒号", "k0: ２１\ntitle: 建"},
      {"title: 建", "k0: ２１\ntitle: 建", "4 E07, 4 W08", "移到 note 里"},
      {"target: 230", "target：２３０", "22 E03, 22 E11", "键后写英文冒号", "target: 230"},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: what was not read cannot be ignored") {
  const std::string row = "value: 20.9, reported: 2023-09-02, by: 甲局}";
  expect_told({row.c_str(),
               "value: 2x, reported: 2023-09-02, by: 甲局}  # taizhang: ignore[E11] 原件如此",
               "26 E11, 26 W10", "E11 不能忽略"});
  const std::string task = with_edit(task_text, "value: 20.9", "value: 2x");
  const std::string plan = with_edit(plan_text, "2023-08-01}", "2023-08-01, check: {E11: ignore}}");
  CHECK(told_of(small_ledger(task, plan)) == "5 E48, 26 E11");
}

TEST_CASE("small slips: lines of lists and blocks that do not fit are one finding") {
  const Edit edits[] = {
      {"  - id: b\n", "", "28 E03", "在上面补上一行 - id: …"},
      {"    done: 主体完工\n", "    done: 主体完工\n    by: 乙局\n    done: 其他\n", "45 E03",
       "在上面补上一行 - date: …"},
      {"note: 补报}\n",
       "note: 补报}\n    readings:\n      - {id: r3, date: 2023-10-05, value: 31, reported: "
       "2023-10-06, by: 甲局}\n",
       "28 E03", "并到前一个的下面"},
      {"      - {id: r2, date: 2023-09-30, value: 30.5",
       "  - {id: r2, date: 2023-09-30, value: 30.5", "27 E03", "短横线与上面各项左对齐",
       "      - {id: r2, date: 2023-09-30, value: 30.5"},
      {"  第一行说明。", "      第一行说明。", "14 E03", "正文各行要左对齐"},
      {"  第二行说明。", " 第二行说明。", "15 E03", "正文各行要左对齐"},
      {"  第二行说明。", "# 第二行说明。\n  第三行。", "15 E03", "正文各行要左对齐"},
      {"    target: 230", "-   target: 221\n+   target: 230", "22 E03", "删去行首的 +"},
  };
  for (const Edit& edit : edits) {
    if (*edit.to) {
      expect_told(edit);
      continue;
    }
    const test::MemoryDisk disk = small_ledger(with_edit(task_text, edit.from, edit.to));
    CHECK(told_of(disk) == std::string(edit.told));
    CHECK(checked_small("", disk).out.find(edit.help) != std::string::npos);
    checked_small("--fix", disk);
    CHECK(disk.written.empty());
  }
}

TEST_CASE("small slips: a remark directly behind a text is named, one apart is none") {
  const Edit edits[] = {
      {"  第二行说明。", "  第二行说明。\n# 第三行。", "16 W09", "前面空一行"},
      {"  第二行说明。", "  第二行说明。\n#3 泵站。", "16 W09", "缩进与正文对齐"},
      {"  第二行说明。", "  第二行说明。\n # 第三行。\n# 第四行。", "16 W09", "前面空一行"},
      {"  第二行说明。", "  第二行说明。\n\n# 指标", "", ""},
      {"  第二行说明。", "  第二行说明。\n# ---- 指标 ----", "", ""},
      {"  第二行说明。", "  第二行说明。\n# taizhang: ignore[W26] 旧文件", "16 W10", ""},
      {"note: |\n  第一行说明。\n  第二行说明。\n", "note: 一行说明。\n# 指标\n", "", ""},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: in Chinese a line behind a text may be of it or a key, and stays") {
  std::string text = task_text;
  for (const auto& [key, zh] : {std::pair("title", "任务名称"), std::pair("note", "备注"),
                                std::pair("indicators", "指标"), std::pair("status", "状态")}) {
    const std::string head = "\n" + std::string(key) + ":";
    text = with_edit(text, head, "\n" + std::string(zh) + ":");
  }
  const std::string sound = told_of(small_ledger(text));
  CHECK(sound == "4 W26");
  for (const char* line : {"联系人：王五\n", "联系人：王五\n联系电话：139\n"}) {
    for (const char* before : {"  第一行说明。\n", "  第二行说明。\n"}) {
      CAPTURE(line);
      CAPTURE(before);
      const std::string task = with_edit(text, before, std::string(before) + line);
      const test::MemoryDisk disk = small_ledger(task);
      const std::string at = before == std::string("  第一行说明。\n") ? "15" : "16";
      CHECK(told_of(disk) == "4 W26, " + at + " E03");
      CHECK(checked_small("", disk).out.find("是键的，“联系人”后面写英文冒号加空格") !=
            std::string::npos);
      checked_small("--fix", disk);
      CHECK(disk.written.empty());
    }
  }
}

TEST_CASE("small slips: a line that cannot be read hides no approval") {
  const std::string flow = "field: lead, from: [甲局], to: [甲局], approved_by: 县府办,";
  const std::string task = with_edit(task_text,
                                     "  - {id: c1, requested: 2023-09-01, effective: "
                                     "2023-09-10, " +
                                         flow +
                                         " doc_no: 县府办〔2023〕1号, "
                                         "reason: 调整}",
                                     "  - id: c1\n    effective: 2023-09-10\n    field: "
                                     "indicators.a.target\n    from: 230\n    to:209\n    "
                                     "approved_by: 县府办");
  CHECK(told_of(small_ledger(task)) == "44 E03");
}

TEST_CASE("small slips: a file with line numbers or without dashes is one finding") {
  const std::string text = task_text;
  const auto numbered = [&](const std::string& between, bool right) {
    std::string all;
    int number = 0;
    for (const std::string_view line :
         base::split(std::string_view(text).substr(0, text.size() - 1), '\n')) {
      const std::string digits = std::to_string(++number);
      all += std::string(right && digits.size() == 1 ? 1 : 0, ' ') + digits + between;
      all += std::string(line) + "\n";
    }
    return all;
  };
  const auto expect_one = [](const std::string& task, const std::string& told, const char* help) {
    CAPTURE(task);
    const test::MemoryDisk disk = small_ledger(task);
    CHECK(told_of(disk) == told);
    CHECK(checked_small("", disk).out.find(help) != std::string::npos);
    checked_small("--fix", disk);
    CHECK(disk.written.empty());
  };
  for (const char* between : {" ", ": ", "| ", ":", "\t", "  ", ". "}) {
    for (const bool right : {true, false}) {
      expect_one(numbered(between, right), "1 E03", "删去各行的行号");
    }
  }
  // What is wrong besides is told where it stands.
  expect_one(with_edit(numbered(" ", false), "value: 20.9", "value: 2x"), "1 E03, 26 E11", "行号");
  for (const char* dash : {"  ", ""}) {
    std::string task = text;
    for (std::size_t at = 0; (at = task.find(" - ", at)) != task.npos;) {
      task.replace(at, 3, " " + std::string(dash));
    }
    expect_one(task, "16 E03", "列表每一项的开头写“- ”");
  }
}

TEST_CASE("small slips: braces, keys, titles, numbers, days and units") {
  const std::string twice = "{" + std::string(row_two) + "}";
  const std::string open = "{" + std::string(row_two);
  const std::string close = std::string(row_two) + "}";
  const Edit edits[] = {
      {row_two, twice.c_str(), "27 E03", "只留一层", row_two},
      {row_two, open.c_str(), "27 E03", "只留一层", row_two},
      {row_two, close.c_str(), "27 E03", "只留一层", row_two},
      {"title: 建", "ｔｉｔｌｅ: 建", "4 E07", "是不是“title”", "title: 建"},
      {"title: 建", "title:: 建", "4 E03", "键后写英文冒号加空格", "title: 建"},
      {"title: 建", "title:：建", "4 E03", "两个冒号", "title: 建"},
      {"title: 建", "title：：建", "4 E03", "两个冒号", "title: 建"},
      {"title: 建", "title::建", "4 E03", "两个冒号", "title: 建"},
      {"title: 建", "title: ：建", "4 E03", "两个冒号"},
      {"lead: [甲局]", "lead:：[甲局]", "7 E03", "两个冒号", "lead: [甲局]"},
      {"{id: r2, date: 2023-09-30, value: 30.5, reported: 2023-10-02, by: 甲局, note: 补报}",
       "[id: r2, date: 2023-09-30, value: 30.5, reported: 2023-10-02, by: 甲局, note: 补报]",
       "27 E03", "写成 - {键: 值"},
      {"status: in_progress", "sta\xFFtus: in_progress", "12 E02", "另存为 UTF-8"},
      {"lead: [甲局]", "\xE5lead: [甲局]", "7 E02", "另存为 UTF-8"},
      {"title: 建", "名称: 建", "4 E07", "是不是“title”"},
      {"title: 建设标准厂房", "title: 推进工业、\n  农业发展", "5 W27", "写成一行"},
      {"[张三, 李四]", "张三、李四", "6 W08", "写成 [张三, 李四]"},
      {"[张三, 李四]", "[张三、李四]", "6 W08", "写成 [张三, 李四]"},
      {"[张三, 李四]", "县委常委、副县长", "", ""},
      {"target: 230", "target: >30", "22 E03, 22 W34", "qualifier: exceed"},
      {"2023-09-30, value: 30.5", "2023-9-31, value: 30.5", "27 E12", "最后一天是 2023-09-30"},
      {"lead: [甲局]", "lead: [甲局（牵头）]", "7 E24", "只写“甲局”"},
      {"lead: [甲局]", "lead: [甲局/县府办]", "7 E24", "之间用英文逗号：甲局, 县府办"},
      {"lead: [甲局]", "lead: [甲局和县府办]", "7 E24", "之间用英文逗号：甲局, 县府办"},
      {"item: 1\n", "item: '014\n", "2 E03", "写 14", "item: 14\n"},
      {"target: 12\n", "target: '12\n", "33 E03", "删去它，写 12", "target: 12\n"},
      {"value: 20.9,", "value: 20.9;", "26 E03", "用了分号“;”", "value: 20.9,"},
      {"value: 20.9, ", "value: 20.9；", "26 E03", "用了分号“；”", "value: 20.9, "},
      {"[张三, 李四]", "[张三; 李四]", "6 W08", "写成 [张三, 李四]"},
      {"2023-08-31, value: 20.9", "8月31日, value: 20.9", "26 E12", "如 2023-08-31"},
      {"due: 2023-12-31", "due: 12月底前", "11 E12", "如 2023-12-31"},
      {"due: 2023-12-31", "due: 年底", "11 E12", "如 2023-12-31"},
      {"due: 2023-12-31", "due: 三季度末", "11 E12", "如 2023-09-30"},
      {"due: 2023-12-31", "due: 2月30日", "11 E12", "年-月-日"},
      {"title: 建", "title:\u00A0建", "4 E02", "改成半角空格", "title: 建"},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: what clerks type in place of a key, a dash, a remark or a list") {
  const Edit edits[] = {
      {"value: 20.9", "amount: 20.9", "26 E07", "是不是“value”"},
      {"value: 20.9", "完成: 20.9", "26 E07", "是不是“value”"},
      {"value: 20.9", "shuzhi: 20.9", "26 E07",
       "这里缺少“value”：写的是它，就把“shuzhi”改成“value”"},
      {"title: 建", "标题: 建", "4 E07", "是不是“title”"},
      {"title: 建", "1. title: 建", "4 E07", "这里缺少“title”"},
      {"title: 建", "- title: 建", "4 E03", "删去短横线", "title: 建"},
      {"title: 建", "title: - 建", "4 E03", "值的前面多了一个短横线"},
      {"value: 20.9", "value = 20.9", "26 E03", "写英文冒号加空格", "value: 20.9"},
      {"note: |\n  第一行", "note: | 第一行", "13 E03", "在 | 后面换行"},
      {"  - id: b", "    - id: b", "28 E03", "短横线与上面各项左对齐"},
      {"lead: [甲局]", "lead: 甲局", "7 E08", "[甲局]"},
      {"lead: [甲局]", "lead:\n甲局", "8 E03", "写在键的同一行"},
      {"support: [乙局, 县府办]", "support:\n  -乙局\n  -县府办", "9 E03", "每一项写成",
       "support:\n  - 乙局\n  - 县府办"},
      {"support: [乙局, 县府办]", "support:\n  1. 乙局\n  2. 县府办", "9 E08",
       "写成 [乙局, 县府办]"},
      {"support: [乙局, 县府办]", "support:\n  * 乙局\n  * 县府办", "9 E03",
       "把行首的符号改成“- ”"},
      {"[张三, 李四]", "张三 李四", "6 W08", "写成 [张三, 李四]"},
      {"[张三, 李四]", "[张三/李四]", "6 W08", "写成 [张三, 李四]"},
      {"[张三, 李四]", "[张三和李四]", "6 W08", "写成 [张三, 李四]"},
      {"[张三, 李四]", "[张 三, 李四]", "", ""},
      {"title: 建", "**title**: 建", "4 E03", "删去星号"},
      {"value: 20.9,", "value: 20.9,,", "26 E07", "多写了一个逗号，删去它"},
      {"value: 20.9,", "value: null,", "26 E40", "还没有数的，这一条不用写"},
      {"2023-10-02, by: 甲局, note", "2023-11-02, by: 甲局, note", "27 E46", "检查年、月"},
      {"indicators:", "// 指标\nindicators:", "16 E03", "备注用 # 开头"},
      {"indicators:", "<!-- 指标 -->\nindicators:", "16 E03", "备注用 # 开头"},
      {"indicators:", "---\nindicators:", "16 E04", "删去 --- 这一行"},
      {"  - date: 2023-09-30\n", "    date: 2023-09-30\n", "42 E08", "第一个键前面写“- ”"},
      {"县府办〔2023〕1号", "县府办[2023]1号", "40 E03", "整个值加引号", "\"县府办[2023]1号\""},
      // A key among the signs is no text: quotes would make it one.
      {"from: [甲局], to: [甲局]", "from：[甲局]nt, to：[甲局]", "40 E03", "少了逗号或配对的括号"},
      {"reason: 调整", "reason: 原因: 征地", "40 E03", "整个值加引号", "reason: \"原因: 征地\""},
      {"target: 230\n", "target: 待定\n", "22 E11", "写 pending（待下达）"},
      {"target: 230\n", "target: 221→230\n", "22 E11", "改成 230 写进 changes"},
      {"note: 补报}", "backfilled: yes}", "27 E13", "是不是“true”"},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: a line end leaves no blank beside 汉字 and the signs of Chinese") {
  const Edit edits[] = {
      {"区标准厂房建设。", "区，\n  建设厂房。", "6 W27", "写成一行"},
      {"summary: 推进工业园区标准厂房建设。", "summary: >\n  推进工业园区，\n  建设厂房。", "7 W27",
       "后面写 |"},
      {"区标准厂房建设。", "区\n  （一期）厂房。", "6 W27", "写成一行"},
      {"区标准厂房建设。", "区“\n  一期”厂房。", "6 W27", "写成一行"},
      {"summary: 推进工业园区标准厂房建设。", "summary: |\n  推进工业园区，\n  建设厂房。", "", ""},
      {"推进工业园区标准厂房建设。", "Build “A”\n  “B” and C", "", ""},
      {"区标准厂房建设。", "区 5G\n  基站。", "", ""},
      {"title: 建设", "title: 建\u2028设", "4 E02", "这是 Word 的换行符，删去它"},
      {"summary: 推进", "summary: 推\u2028进", "5 E02", "这是 Word 的换行符", "summary: 推进"},
      {"summary: 推进工业", "summary: A\u2028B工业", "5 E02", "改成半角空格", "summary: A B工业"},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: the signs of other lists, and dashes without their blank") {
  const std::string row = "{id: r2, date: 2023-09-30";
  for (const char* sign : {"• ", "4. ", "1. ", "* ", "· ", "-- ", "● ", "1、", "① ", "+ ", "(1) ",
                           "（2）", "- ● ", "- 2. "}) {
    const std::string from = "      - " + row;
    const std::string to = "      " + std::string(sign) + row;
    expect_told({from.c_str(), to.c_str(), "27 E03", "把行首的符号改成“- ”", from.c_str()});
  }
  const Edit edits[] = {
      {"lead: [甲局]", "lead:\n  -甲局", "8 E03", "每一项写成", "lead:\n  - 甲局"},
      {"lead: [甲局]", "lead:\n-甲局", "8 E03", "每一项写成", "lead:\n- 甲局"},
      {"support: [乙局, 县府办]", "support:\n  －乙局\n  － 县府办", "9 E03", "每一项写成",
       "support:\n  - 乙局\n  - 县府办"},
      {"      - {id: r2", "      -\u00A0{id: r2", "27 E03", "每一项写成", "      - {id: r2"},
      {"support: [乙局, 县府办]", "support:\n  — 乙局", "9 E03", "每一项写成",
       "support:\n  - 乙局"},
      // A number that its map lacks is none of a list alone.
      {"      - {id: r2, date: 2023-09-30", "      2. {value: 9, date: 2023-09-30", "27 E03",
       "左对齐"},
      // A text may begin with any of them.
      {"  第一行说明。", "  1. {甲}第一行。\n  -甲局", "", ""},
      {"区标准厂房建设。", "区\n  1. 厂房。", "", ""},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: signs that are typed for a colon") {
  const Edit edits[] = {
      {"title: 建", "title ：建", "4 E03", "键后写英文冒号", "title: 建"},
      {"title: 建", "title ： 建", "4 E03", "键后写英文冒号", "title: 建"},
      {"title: 建", "title﹕建", "4 E03", "键后写英文冒号", "title: 建"},
      {"title: 建", "title︰建", "4 E03", "键后写英文冒号", "title: 建"},
      {"summary: 推", "summary；推", "5 E03", "键后写英文冒号", "summary: 推"},
      {"target: 230", "target；230", "22 E03", "键后写英文冒号", "target: 230"},
      {"target: 230", "target ; 230", "22 E03", "键后写英文冒号", "target: 230"},
      {"lead: [甲局]", "lead；[甲局]", "7 E03", "键后写英文冒号", "lead: [甲局]"},
      {"value: 20.9,", "value﹕20.9,", "26 E07", "键后写英文冒号", "value: 20.9,"},
      {"leader: [张三, 李四]", "leader：张三，contact：李四", "6 E03", "每个键另起一行"},
      {"summary: 推进", "summary: 由title；推进", "", ""},
      {"  第二行说明。", "  title；第二行。", "", ""},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: marks of a patch, what stands twice, and a value without its key") {
  const std::string row = "      - {id: r2, date: 2023-09-30, value: 30.5";
  const std::string plus = "+" + row;
  const std::string minus = "-" + row;
  const Edit edits[] = {
      {row.c_str(), plus.c_str(), "27 E03", "删去行首的 +"},
      {row.c_str(), minus.c_str(), "27 E03", "以 - 开头的旧行"},
      {"{id: r2, date: 2023-09-30, value: 30.5", "{r2, date: 2023-09-30, value: 30.5", "27 E07",
       "写成 id: r2"},
      {"note: 补报}", "note: 共1,200个}", "27 E07", "整个值加引号"},
      {"reported: 2023-09-02, by: 甲局}", "reported:\t2023-09-02,\tby: 甲局}", "26 W06",
       "换成一个空格", "reported: 2023-09-02, by: 甲局}"},
  };
  for (const Edit& edit : edits) expect_told(edit);
  const std::string text = task_text;
  const std::string tail = text.substr(text.find("indicators:"));
  CHECK(told_of(small_ledger(text + tail)) == "45 E03");
  CHECK(checked_small("", small_ledger(text + tail)).out.find("又贴进了一份内容") !=
        std::string::npos);
  // One key alone is a key twice.
  CHECK(told_of(small_ledger(text + text.substr(text.find("progress:")))) == "45 E06");
}

TEST_CASE("small slips: a correction of the wrong reading is told once") {
  const std::string second = std::string(row_two) +
                             "\n      - {id: r3, date: 2023-09-30, value: 31, reported: "
                             "2023-10-05, by: 甲局, reason: 重算, corrects: ";
  const std::string right = second + "r2}";
  const std::string wrong = second + "r1}";
  expect_told({row_two, right.c_str(), "", ""});
  expect_told({row_two, wrong.c_str(), "28 E39", "更正的是截至 2023-09-30 的数"});
}

TEST_CASE("small slips: blanks around a name in the registry are one finding, there") {
  for (const char* name : {"\"甲局 \"", "\"甲局\u3000\"", "\" 甲局\""}) {
    test::MemoryDisk disk = small_ledger(task_text);
    std::string& units = disk.files.at("tasks/units.yaml");
    units = with_edit(units, "甲局", name);
    CHECK(told_of(disk) == "3 E24");
    CHECK(checked_small("", disk).out.find("去掉空格，写“甲局”") != std::string::npos);
  }
  // Of a unit that nobody names it is told as well.
  test::MemoryDisk disk = small_ledger(with_edit(task_text, "support: [乙局, 县府办]\n", ""));
  std::string& units = disk.files.at("tasks/units.yaml");
  units = with_edit(units, "乙局", "\"乙局 \"");
  CHECK(told_of(disk) == "4 W28");
}

TEST_CASE("small slips: a copy of a task's file is told as one, and no figure goes into either") {
  for (const char* name : {"001-changfang copy", "001-changfang (1)", "001-changfang - 副本",
                           "001-changfang（2）", "001-new"}) {
    CAPTURE(std::string(name));
    test::MemoryDisk disk = small_ledger(task_text);
    const std::string path = "tasks/2023/" + std::string(name) + ".yaml";
    disk.files[path] = task_text;
    CHECK(told_of(disk) == "2 E18");
    const std::string out = checked_small("", disk).out;
    CHECK(out.find(path + ":2:7: ") != out.npos);
    CHECK(out.find("这个文件和 001-changfang.yaml 一字不差") != out.npos);
    for (const char* address : {"1/a", "2023/1/a"}) {
      const test::Outcome outcome =
          test::run({"record", address, "31", "--date", "2023-10-05", "--yes"}, disk);
      CHECK(outcome.exit == 2);
      CHECK(outcome.err.find("有 2 个文件都是") != std::string::npos);
      CHECK(outcome.err.find(path) != std::string::npos);
    }
    CHECK(disk.written.empty());
  }
}

TEST_CASE("small slips: numbers and days as spreadsheets and papers write them") {
  const Edit edits[] = {
      {"target: 12\n", "target: 1'200\n", "33 E11", "写 1200，不用千分位"},
      {"target: 12\n", "target: 1.2e3\n", "33 E11", "写成 1200"},
      {"target: 12\n", "target: 1.2E+03\n", "33 E11", "写成 1200"},
      {"target: 12\n", "target: 15e-1\n", "33 E11", "写成 1.5"},
      {"target: 12\n", "target: 1e40\n", "33 E11", "算出来写成普通数字"},
      {"target: 12\n", "target: 0.12万\n", "33 E11", "写 1200：unit 是“家”"},
      {"target: 230\n", "target: 0.023亿\n", "22 E11", "写 230：unit 是“万平方米”"},
      {"due: 2023-12-31", "due: 45291.5", "11 E12", "写成 2023-12-31"},
      {"target: 12\n", "target: 12。\n", "33 E11", "写成“12”", "target: 12\n"},
      {"target: 12\n", "target: 12.\n", "33 E11", "写成“12”", "target: 12\n"},
      {"item: 1\n", "item: 1、\n", "2 E11", "写成“1”", "item: 1\n"},
      {"due: 2023-12-31", "due: 2023-12-31。", "11 E12", "写成“2023-12-31”", "due: 2023-12-31"},
      {"status: in_progress", "status: in_progress。", "12 E13", "in_progress",
       "status: in_progress"},
      {"title: 建设标准厂房\n", "title: 建设标准厂房\u3000\n", "4 W06", "删去行末的空白",
       "title: 建设标准厂房\n"},
      {"    target: 230", "\u00A0\u00A0\u00A0\u00A0target: 230", "22 E02", "缩进只用半角空格",
       "    target: 230"},
      {"    target: 230", "  \u00A0\u00A0target: 230", "22 E02", "缩进只用半角空格",
       "    target: 230"},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: commas of texts between tags and files, and behind the last of a list") {
  const Edit edits[] = {
      {"[工业, 园区]", "[工业，园区]", "10 E03", "用英文逗号加空格", "[工业, 园区]"},
      {"note: 补报}", "evidence: [表一.pdf，表二.xlsx]}", "27 E03", "用英文逗号加空格",
       "evidence: [表一.pdf, 表二.xlsx]}"},
      {"note: 补报}", "evidence: [县委2023年3月，4月的文]}", "27 W08", "原文如此就不必改"},
      {"[工业, 园区]", "[《条例》，《办法》]", "10 W08", "原文如此就不必改"},
      {"lead: [甲局]", "lead: [甲局，]", "7 E03", "删去它", "lead: [甲局]"},
      {"[工业, 园区]", "[工业, 园区、 ]", "10 E03", "删去它", "[工业, 园区]"},
      {"[县委常委会会议]", "[县委常委会会议，]", "9 E03", "删去它", "[县委常委会会议]"},
  };
  for (const Edit& edit : edits) expect_told(edit);
}

TEST_CASE("small slips: what a # takes out of a sentence, and a qualifier against its quote") {
  const std::string promise =
      "reach\n    commitment: binding\n    target: 12\n    unit: 家\n    quote: 入驻企业12家";
  const auto with_words = [&](const std::string& qualifier, const std::string& quote) {
    return with_edit(with_edit(promise, "reach", qualifier), "入驻企业12家", quote);
  };
  const Edit edits[] = {
      {"建设标准厂房\n", "建设标准厂房3 # 号楼\n", "4 W09", "备注就单独写在上一行"},
      {"建设标准厂房\n", "建设标准厂房 # 待核\n", "", ""},
      {"unit: 家\n", "unit: 家 # 户\n", "", ""},
      {"by: 甲局\n", "by: 甲局  # 2023\n", "", ""},
      {"target: 12\n", "target: 12 # 家\n", "", ""},
  };
  for (const Edit& edit : edits) expect_told(edit);
  const std::tuple<const char*, const char*, const char*> quotes[] = {
      {"at_most", "入驻企业12家以上", "at_least"},
      {"at_most", "入驻企业不少于12家", "at_least"},
      {"at_least", "入驻企业不超过12家", "at_most"},
      {"at_least", "入驻企业控制在12家以内", "at_most"},
      {"at_least", "入驻企业12家以上", nullptr},
      {"at_most", "入驻企业12家以内", nullptr},
      {"at_most", "规模以上企业关停12家", nullptr},
      {"reach", "入驻企业12家以上", nullptr},
      {"at_most", "500万元以上企业关停12家", nullptr},
  };
  for (const auto& [qualifier, quote, meant] : quotes) {
    const std::string to = with_words(qualifier, quote);
    const test::MemoryDisk disk = small_ledger(with_edit(task_text, promise, to));
    CAPTURE(to);
    const std::string told = told_of(disk);
    CHECK((told.find("31 W34") != told.npos) == (meant != nullptr));
    if (!meant) continue;
    CHECK(
        checked_small("--select W34", disk).out.find("照原文写 qualifier: " + std::string(meant)) !=
        std::string::npos);
  }
}

TEST_SUITE_END();
