// SPDX-License-Identifier: MIT
//
// Slips of which a fix once lost something, or of which one was told many times: in a small plan of
// one task, each is one finding with what to write, and is mended only where nothing can be lost.
#include <doctest/doctest.h>

#include <string>

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
      {"title: 建设标准厂房", "title: 推进工业、\n  农业发展", "4 E02", "写成一行"},
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
      {"support: [乙局, 县府办]", "support:\n  -乙局\n  -县府办", "9 E08", "写成 [乙局, 县府办]"},
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

TEST_SUITE_END();
