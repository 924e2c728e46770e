// SPDX-License-Identifier: MIT
//
// What a Chinese keyboard, a spreadsheet, a web page and a merge do to a file: each slip is one
// finding, says what to write, and is mended where only one thing can be meant.
#include <doctest/doctest.h>
#include <algorithm>

#include "base/text.h"
#include "ledgers.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("mending");

namespace {

const std::string slip_path = "tasks/2024/002-kindergartens.yaml";

struct Typed {
  const char* from;    ///< in the sound file …
  const char* to;      ///< … becomes this
  const char* found;   ///< `line:column CODE`
  const char* help;    ///< a part of what is said of it
  const char* mended;  ///< what `to` becomes; nothing where it is left to a person
};

test::MemoryDisk with(const std::string& from, const std::string& to) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at(slip_path);
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  text.replace(at, from.size(), to);
  return disk;
}

test::Outcome checked(const std::string& options, const test::MemoryDisk& disk) {
  return test::run(
      test::arguments_of("check --select E,W01,W06,W07,W08,W09,W11 --as-of 2024-07-20 " + options),
      disk);
}

/// What was found, as `line:column CODE`, one after the other.
std::string places_in(const test::Outcome& outcome) {
  CHECK(outcome.exit <= 1);
  std::string result;
  for (const std::string_view line : base::split(outcome.out, '\n')) {
    if (!line.starts_with(slip_path)) continue;
    const std::string_view place = line.substr(slip_path.size() + 1);
    const std::size_t code = place.find('[');
    result += (result.empty() ? "" : ", ") + std::string(place.substr(0, place.find(": "))) + " " +
              std::string(place.substr(code + 1, 3));
  }
  return result;
}

std::string found_in(const test::MemoryDisk& disk) {
  return places_in(checked("--format concise", disk));
}

/// The same with every rule.
std::string all_of(const test::MemoryDisk& disk) {
  return places_in(
      test::run(test::arguments_of("check --as-of 2024-07-20 --format concise"), disk));
}

void expect(const Typed& slip) {
  CAPTURE(std::string(slip.to));
  const test::MemoryDisk disk = with(slip.from, slip.to);
  CHECK(found_in(disk) == std::string(slip.found));
  const std::string full = checked("--format full", disk).out;
  CAPTURE(full);
  CHECK(full.find(slip.help) != full.npos);
  CHECK(full.find("\uFFFD") == full.npos);
  checked("--fix", disk);
  const std::string& before = disk.files.at(slip_path);
  const auto written = disk.written.find(slip_path);
  const std::string after = written == disk.written.end() ? before : written->second;
  std::string expected = before;
  if (*slip.mended) {
    const std::string to = slip.to;
    expected.replace(expected.find(to), to.size(), slip.mended);
  }
  CHECK(after == expected);
}

}  // namespace

TEST_CASE("slips between braces") {
  const Typed slips[] = {
      {"value: 1,", "value：1,", "20:36 E03", "键后写英文冒号加空格", "value: 1,"},
      {"value: 1,", "value： 1,", "20:36 E03", "键后写英文冒号加空格", "value: 1,"},
      {"value: 1,", "value:1,", "20:36 E03", "键后写英文冒号加空格", "value: 1,"},
      {"reason: 城北", "reason：城北", "31:108 E03", "键后写英文冒号加空格", "reason: 城北"},
      {"2024-05-31, value", "2024-05-31，value", "20:34 E03", "用英文逗号加空格",
       "2024-05-31, value"},
      {"by: 县教育局}", "by: 县教育局, extra true}", "20:78 E07",
       "没有合适的键，就把内容移到 note 里", ""},
      {"by: 县教育局}", "by: 县教育局, backfilled true}", "20:78 E03", "键后写英文冒号加空格",
       "by: 县教育局, backfilled: true}"},
      {"value: 1,", "value: 1,500,", "20:43 E11", "写 1500，不用千分位", ""},
      {"value: 1,", "value: 1, 500,", "20:43 E11", "写 1500，不用千分位", ""},
      {"value: 1,", "value: １,", "20:43 E11", "写成“1”", "value: 1,"},
      {"value: 1,", "value: 3,8,", "20:43 E11", "是 3.8 就写 3.8", ""},
      {"value: 1,", "value: #N/A,", "20:43 E03", "#N/A、#REF! 之类是表格软件的错误值", ""},
      {"value: 1,", "value: “1”,", "20:43 E11", "写成“1”", "value: 1,"},
      {"value: 1,", "value: —1,", "20:43 E11", "写成“-1”", "value: -1,"},
      {"{id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}",
       "｛id：r1，date：2024-05-31，value：1，reported：2024-06-05，by：县教育局｝", "20:9 E03",
       "写成", "{id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}"},
      {"- {id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}",
       "－｛id：r1，date：2024-05-31，value：1，reported：2024-06-05，by：县教育局｝", "20:7 E03",
       "每一项写成", "- {id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}"},
  };
  for (const Typed& slip : slips) expect(slip);
}

TEST_CASE("numbers and days as people and spreadsheets write them") {
  const Typed slips[] = {
      {"baseline: 52.5", "baseline: 3.65亿", "29:15 E11", "unit 是“%”：按它写一个数，不写“亿”", ""},
      {"baseline: 52.5", "baseline: 12家", "29:15 E11", "unit 是“%”：按它写一个数，不写“家”", ""},
      {"baseline: 52.5", "baseline: 约30", "29:15 E11", "写 30；“约”写成 qualifier: about", ""},
      {"baseline: 52.5", "baseline: ≥30", "29:15 E11", "写 30；“≥”写成 qualifier: at_least", ""},
      {"baseline: 52.5", "baseline: 10-15", "29:15 E11", "目标写下限 10", ""},
      {"baseline: 52.5", "baseline: 1,500", "29:15 E11", "写 1500，不用千分位", ""},
      {"baseline: 52.5", "baseline: 10⁴", "29:15 E11", "上标或带圈的数字", ""},
      {"baseline: 52.5", "baseline: 126²", "29:15 E11", "上标或带圈的数字", ""},
      {"baseline: 52.5", "baseline: ５２．５", "29:15 E11", "写成“52.5”", "baseline: 52.5"},
      {"due: 2024-08-31\nstatus", "due: 2024-8-31\nstatus", "8:6 E12", "写成“2024-08-31”",
       "due: 2024-08-31\nstatus"},
      {"due: 2024-08-31\nstatus", "due: 2024年8月31日\nstatus", "8:6 E12", "写成 2024-08-31", ""},
      {"due: 2024-08-31\nstatus", "due: 45535\nstatus", "8:6 E12",
       "表格软件里日期的序号，写成 2024-08-31", ""},
      {"baseline: 52.5", "baseline: 4 000", "29:15 E11", "写 4000，不用千分位", ""},
      {"baseline: 52.5", "baseline: ＞30", "29:15 E11", "写成 qualifier: exceed", ""},
      {"baseline: 52.5", "baseline: 30家以上", "29:15 E11",
       "写 30；“家”写进 unit，“以上”写成 qualifier: at_least", ""},
      {"baseline: 52.5", "baseline: 4000。", "29:15 E11", "写成“4000”", "baseline: 4000"},
      {"baseline: 52.5", "baseline: 4.5E+03", "29:15 E11", "科学计数法", ""},
      {"baseline: 52.5", "baseline: =SUM(A1:A3)", "29:15 E11", "表格软件的公式", ""},
      {"baseline: 52.5", "baseline: 2024年8月2日", "29:15 E11", "这是日期，这里写数", ""},
      {"due: 2024-08-31\nstatus", "due: 2024-08-31 00:00:00\nstatus", "8:6 E12",
       "只写日期：2024-08-31", ""},
      {"due: 2024-08-31\nstatus", "due: 20240831\nstatus", "8:6 E12", "只写日期：2024-08-31", ""},
      {"baseline: 52.5", "baseline: #N/A", "29:5 E10", "“#N/A”是表格软件算不出来时显示的", ""},
      {"baseline: 52.5", "baseline: #REF!", "29:5 E10", "“#REF!”是表格软件", ""},
      {"baseline: 52.5", "baseline: #VALUE!", "29:5 E10", "“#VALUE!”是表格软件", ""},
      {"baseline: 52.5", "baseline: #DIV/0!", "29:5 E10", "“#DIV/0!”是表格软件", ""},
      {"baseline: 52.5", "baseline: 无", "29:15 E11", "“无”这样的话写进 note", ""},
      {"baseline: 52.5", "baseline: —", "29:15 E11", "“—”这样的话写进 note", ""},
      {"baseline: 52.5", "baseline: -", "29:15 E03", "单独一个“-”不是值", ""},
      {"baseline: 52.5", "baseline: —52.5", "29:15 E11", "写成“-52.5”", "baseline: -52.5"},
      {"baseline: 52.5", "baseline: –52.5", "29:15 E11", "写成“-52.5”", "baseline: -52.5"},
      {"baseline: 52.5", "baseline: 10—15", "29:15 E11", "目标写下限 10", ""},
      {"baseline: 52.5", "baseline: 10–15", "29:15 E11", "目标写下限 10", ""},
      {"baseline: 52.5", "baseline: 52,5", "29:15 E11", "是 52.5 就写 52.5", ""},
      {"due: 2024-08-31\nstatus", "due: 08/31/2024\nstatus", "8:6 E12", "写在最前：2024-08-31", ""},
      {"due: 2024-08-31\nstatus", "due: 31.8.2024\nstatus", "8:6 E12", "写在最前：2024-08-31", ""},
      {"due: 2024-08-31\nstatus", "due: 24-8-31\nstatus", "8:6 E12", "写在最前：2024-08-31", ""},
      {"due: 2024-08-31\nstatus", "due: 8/9/2024\nstatus", "8:6 E12",
       "是 2024-08-09 还是 2024-09-08", ""},
      {"due: 2024-08-31\nstatus", "due: “2024-08-31”\nstatus", "8:6 E12", "写成“2024-08-31”",
       "due: 2024-08-31\nstatus"},
      {"section: 2", "section: 第二板块", "4:10 E11", "写成 2", ""},
      {"section: 2", "section: 02", "4:10 E11", "写成“2”", "section: 2"},
      {"item: 2", "item: 002", "3:7 E11", "写成“2”", "item: 2"},
  };
  for (const Typed& slip : slips) expect(slip);
}

TEST_CASE("keys, colons and quotes") {
  const Typed slips[] = {
      {"title: 新", "title：新", "5:1 E03", "键后写英文冒号加空格", "title: 新"},
      {"title: 新", "title:新", "5:1 E03", "键后写英文冒号加空格", "title: 新"},
      {"    name: 新", "    name：新", "12:5 E03", "键后写英文冒号加空格", "    name: 新"},
      {"  - id: built", "  - id：built", "11:5 E03", "键后写英文冒号加空格", "  - id: built"},
      {"title: 新", "titel: 新", "5:1 E07", "是不是“title”", "title: 新"},
      {"title: 新建公办幼儿园", "title: 工程: 新建", "5:10 E03", "整个值加引号",
       "title: \"工程: 新建\""},
      {"unit: \"%\"", "unit: %", "28:11 E03", "要加引号", "unit: \"%\""},
      {"title: 新建公办幼儿园", "title: 改造3 #泵站", "5:8 W09", "整个值加上引号", ""},
      {"title: 新建公办幼儿园", "title: \"新建\"公办幼儿园", "5:12 E03", "引号要括住整个值", ""},
      {"title: 新建公办幼儿园", "title: '新建'公办幼儿园", "5:12 E03", "引号要括住整个值", ""},
      {"    name: 新建公办幼儿园", "    name: \"新建\" 公办幼儿园", "12:16 E03", "引号要括住整个值",
       ""},
      {"status: in_progress", "Status: in_progress", "9:1 E07", "是不是“status”",
       "status: in_progress"},
      {"status: in_progress", "Status: In_Progress", "9:1 E07", "是不是“status”",
       "status: in_progress"},
      {"status: in_progress", "STATUS: in_progress", "9:1 E07", "是不是“status”",
       "status: in_progress"},
      {"status: in_progress", "status: “in_progress”", "9:9 E13", "是不是“in_progress”",
       "status: in_progress"},
      {"    name: 新", "　　name: 新", "12:1 E02", "缩进只用半角空格", "    name: 新"},
      {"    name: 新", "　　　　name: 新", "12:1 E02", "缩进只用半角空格", "    name: 新"},
      {"    name: 新", "  　name: 新", "12:3 E02", "缩进只用半角空格", "    name: 新"},
      {"  - id: built", "　　- id: built", "11:1 E02", "缩进只用半角空格", "  - id: built"},
      {"  - id: built", "　- id: built", "11:1 E02", "缩进只用半角空格", "  - id: built"},
      {"    unit: \"%\"", "    unit: “%”", "28:11 W11", "写作“%”", "    unit: \"%\""},
      {"    unit: 所", "    unit: “家”", "17:11 W11", "写作“家”", "    unit: 家"},
      {"title: 新建公办幼儿园", "title:", "5:1 E10", "这个键必须有", ""},
      {"lead: [县教育局]", "lead: [县教育局,, 县发改局]", "7:12 E10", "多写了逗号", ""},
      {"lead: [县教育局]", "lead: [\"县教育局、县发改局\"]", "7:8 E24", "几个单位",
       "lead: [\"县教育局\", \"县发改局\"]"},
      {"lead: [县教育局]", "lead: 县教育局、县发改局", "7:7 E08", "写成 [县教育局, 县发改局]", ""},
      {"lead: [县教育局]", "lead: 【县教育局，县发改局】", "7:7 E03", "列表写成 [甲, 乙]",
       "lead: [县教育局, 县发改局]"},
      {"- {id: r1", "－ {id: r1", "20:7 E03", "每一项写成 - {键: 值", "- {id: r1"},
      {"- {id: r1", "-{id: r1", "20:7 E03", "每一项写成 - {键: 值", "- {id: r1"},
      {"- {id: r1", "- ｛id: r1", "20:9 E03", "每一项写成 - {键: 值", "- {id: r1"},
      {"- {id: r1", "－｛id: r1", "20:7 E03", "每一项写成 - {键: 值", "- {id: r1"},
      {"- {id: r1", "｛id: r1", "20:7 E03", "每一项写成 - {键: 值", ""},
      {"by: 县教育局}", "by: 县教育局｝", "20:76 E03", "每一项写成 - {键: 值", "by: 县教育局}"},
      {"    kind: cumulative", "      kind: cumulative", "13:7 E03", "同一层的键要左对齐", ""},
      {"    kind: cumulative", "   kind: cumulative", "13:4 E03", "同一层的键要左对齐", ""},
      {"lead: [县教育局]", "lead: [县水利局]", "7:8 W01", "写成“县水务局”", "lead: [县水务局]"},
      {"unit: 所", "unit: G", "17:11 W11", "写中文全称", ""},
      {"unit: 所", "unit: Mg", "17:11 W11", "写中文全称", ""},
  };
  for (const Typed& slip : slips) expect(slip);
}

TEST_CASE("what is copied letter by letter is never rewritten") {
  const Typed slips[] = {
      {"title: 新", "title: 推广ＢＩＭ", "5:10 W08", "原文如此就不必改", ""},
      {"    unit: 所", "    quote: 建设５Ｇ基站\n    unit: 所", "17:14 W08", "原文如此就不必改",
       ""},
      {"summary: ", "text: 电话０５３６－１２。\nsummary: ", "6:9 W08", "原文如此就不必改", ""},
      {"title: 新建公办幼儿园", "title: \"\\e[31m红\"", "5:8 E02", "删去转义写成的控制字符", ""},
      {"title: 新建公办幼儿园", "title: \"甲\\u202e乙\"", "5:8 E02", "删去转义写成的控制字符", ""},
      {"title: 新建公办幼儿园", "title: \" \"", "5:8 E02", "写上文字", ""},
      {"title: 新建公办幼儿园", "title: \"上\\n下\"", "5:8 E02", "写成一行", ""},
      {"summary: ", "note: |\n  　　首行缩进。\n  第二行。\nsummary: ", "", "", ""},
      {"summary: ", "note: |\n  \u00A0\u00A0首行缩进。\n  第二行。\nsummary: ", "", "", ""},
      {"summary: ", "note: 一家👨\u200D👩\u200D👧人\nsummary: ", "", "", ""},
  };
  for (const Typed& slip : slips) {
    if (*slip.found) {
      expect(slip);
    } else {
      CHECK(found_in(with(slip.from, slip.to)) == "");
    }
  }
}

TEST_CASE("a list that stands too far to the left is one finding, and nothing is renamed") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at(slip_path);
  for (std::size_t at = 0; (at = text.find("      - {id: r", at)) != text.npos;) text.erase(at, 4);
  CHECK(found_in(disk) == "20:6 E03");
  checked("--fix", disk);
  CHECK(disk.written.empty());
}

TEST_CASE("tabs, a file pasted into itself and what a merge leaves behind are one finding each") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string sound = disk.files.at(slip_path);
  std::string& text = disk.files.at(slip_path);
  text = sound + sound;
  CHECK(found_in(disk) == "33:1 E03");
  for (const auto& [to, found] : {
           std::pair("<<<<<<< HEAD\nsection: 2\n=======\nsection: 1\n>>>>>>> b\n", "4:1 E03"),
           std::pair("<<<<<<< HEAD\nsection: 2\n||||||| base\nsection: 3\n=======\nsection: "
                     "1\n>>>>>>> b\n",
                     "4:1 E03"),
           std::pair("section: 2\n=======\nsection: 1\n>>>>>>> b\n", "5:1 E03"),
           std::pair("section: 2\n>>>>>>> b\n", "5:1 E03"),
           std::pair("<<<<<<< HEAD\nsection: 2\n", "4:1 E03"),
           std::pair("section: 2\n=======\n", "5:1 E03"),
       }) {
    CAPTURE(to);
    CHECK(found_in(with("section: 2\n", to)) == std::string(found));
  }
  text = sound + "3\t新建公办幼儿园\t县教育局\t2024-08-31\n";
  CHECK(found_in(disk) == "32:1 E03");
  CHECK(checked("--format full", disk).out.find("从表格里粘贴来的一行") != sound.npos);
  text = sound;
  for (std::size_t at = 0; (at = text.find("\n    ", at)) != text.npos; ++at)
    text.replace(at, 5, "\n\t");
  CHECK(base::split(found_in(disk), ',').size() == 1);
}

TEST_CASE("slips: line ends of old Macintoshes are named once, and the file stays as it is") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at(slip_path);
  std::replace(text.begin(), text.end(), '\n', '\r');
  // At the first of them: the whole file is one line to those who read it so.
  CHECK(found_in(disk) == "1:13 E03");
  checked("--fix", disk);
  CHECK(disk.written.empty());
}

TEST_CASE("slips: a Chinese full stop for the point keeps its digits") {
  const test::MemoryDisk disk = with("target: 3\n", "target: 4。5\n");
  CHECK(checked("--format full", disk).out.find("写 4.5") != std::string::npos);
}

TEST_CASE("slips: two lines that became one are named and never put in quotes") {
  const Typed slips[] = {
      {"公办幼儿园\nsummary: ", "公办幼儿园 summary: ", "5:16 E03", "在 summary 前换行", ""},
      {"公办幼儿园\nsummary: ", "公办幼儿园summary: ", "5:15 E03", "在 summary 前换行", ""},
      {"  - id: built\n    name: 新", "  - id: built    name: 新", "11:18 E03", "在 name 前换行",
       ""},
      {"    unit: 所\n    due: ", "    unit: 所    due: ", "17:16 E03", "在 due 前换行", ""},
      {"title: 新建公办幼儿园", "title: 工程:新建: 一所", "5:13 E03", "整个值加引号",
       "title: \"工程:新建: 一所\""},
  };
  for (const Typed& slip : slips) expect(slip);
}

TEST_CASE("slips: a line typed with a Chinese keyboard is one finding, mended as a whole") {
  const Typed slips[] = {
      {"{id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}",
       "{id：r1，date：2024-05-31，value：１，reported：2024-06-05，by：县教育局}", "20:10 E03",
       "键后写英文冒号加空格",
       "{id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}"},
      {"{id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}",
       "{id： r1， date： 2024-05-31， value： 1， reported： 2024-06-05， by： 县教育局}",
       "20:10 E03", "键后写英文冒号加空格",
       "{id: r1, date: 2024-05-31, value: 1, reported: 2024-06-05, by: 县教育局}"},
      {"by: 县教育局}\n      - {id: r2", "by: 县教育局，note：快，报数}\n      - {id: r2",
       "20:76 E03", "各键之间用英文逗号加空格", "by: 县教育局, note: 快，报数}\n      - {id: r2"},
      {"by: 县教育局}\n      - {id: r2", "by: 县教育局；note: 快报}\n      - {id: r2", "20:76 E03",
       "各键之间用英文逗号加空格", "by: 县教育局, note: 快报}\n      - {id: r2"},
      {"by: 县教育局}\n      - {id: r2", "by: 县教育局, note: 说明: 快报}\n      - {id: r2",
       "20:84 E03", "整个值加引号", "by: 县教育局, note: \"说明: 快报\"}\n      - {id: r2"},
      {"title: 新", "title:　新", "5:1 E03", "换成半角空格", "title: 新"},
      {"unit: \"%\"", "unit:　\"%\"", "28:5 E03", "换成半角空格", "unit: \"%\""},
      {"lead: [", "lead:　[", "7:1 E03", "换成半角空格", "lead: ["},
      {"- id: built", "-　id: built", "11:3 E03", "每一项写成 - {键: 值", "- id: built"},
      {"- id: built", "-id: built", "11:3 E03", "每一项写成 - {键: 值", "- id: built"},
      {"- id: built", "— id: built", "11:3 E03", "每一项写成 - {键: 值", "- id: built"},
      {"lead: [县教育局]", "lead: ［县教育局］", "7:7 E03", "列表写成 [甲, 乙]",
       "lead: [县教育局]"},
      {"summary: ", "text：|\n  建设：一所。\nsummary: ", "6:1 E03", "键后写英文冒号加空格",
       "text: |\n  建设：一所。\nsummary: "},
      {"summary: ", "text: ｜\n  建设一所。\nsummary: ", "6:7 E03", "写成英文的 |",
       "text: |\n  建设一所。\nsummary: "},
      {"# 虚构", "＃ 虚构", "1:1 E03", "写成英文的 #", "# 虚构"},
      {"summary: ", "tags: [民生，教育]\nsummary: ", "6:10 E03", "用英文逗号加空格",
       "tags: [民生, 教育]\nsummary: "},
      {"summary: ", "tags:\n[民生, 教育]\nsummary: ", "7:1 E03", "比键多缩进两格",
       "tags:\n  [民生, 教育]\nsummary: "},
      {"title: 新建公办幼儿园", "title: *新建公办幼儿园", "5:8 E03", "要加引号",
       "title: \"*新建公办幼儿园\""},
      {"title: 新建公办幼儿园", "title: >新建公办幼儿园", "5:8 E03", "要加引号",
       "title: \">新建公办幼儿园\""},
      {"title: 新建公办幼儿园", "title: [重点]新建公办幼儿园", "5:8 E03", "要加引号",
       "title: \"[重点]新建公办幼儿园\""},
  };
  for (const Typed& slip : slips) expect(slip);
}

TEST_CASE("slips: a whole file with full-width colons comes out as it was") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string sound = disk.files.at(slip_path);
  std::string& text = disk.files.at(slip_path);
  for (std::size_t at = 0; (at = text.find(": ", at)) != text.npos;) text.replace(at, 2, "：");
  for (std::size_t at = 0; (at = text.find(":\n", at)) != text.npos;) text.replace(at, 1, "：");
  checked("--fix", disk);
  CHECK(disk.written.at(slip_path) == sound);
}

TEST_CASE("slips: a whole file with full-width commas is mended, and nothing else is said of it") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string sound = disk.files.at(slip_path);
  std::string& text = disk.files.at(slip_path);
  for (std::size_t at = 0; (at = text.find(", ", at)) != text.npos;) text.replace(at, 2, "，");
  CHECK(found_in(disk) == "20:16 E03, 21:16 E03, 31:12 E03");
  checked("--fix", disk);
  CHECK(disk.written.at(slip_path) == sound);
}

TEST_CASE(
    "slips: a file that lost all its indents is one finding, as is one with full-width ones") {
  const auto indented_with = [](const std::string& blank) {
    test::MemoryDisk disk = test::disk_with_ledger("linshui");
    std::string& text = disk.files.at(slip_path);
    std::string result;
    for (const std::string_view line : base::split(text, '\n')) {
      const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
      for (std::size_t i = 0; i < indent; ++i) result += blank;
      result += std::string(line.substr(indent)) + "\n";
    }
    text = result;
    return disk;
  };
  const test::MemoryDisk bare = indented_with("");
  CHECK(all_of(bare) == "10:1 E03");
  CHECK(checked("--format full", bare).out.find("整个文件的缩进都没有了") != std::string::npos);
  checked("--fix", bare);
  CHECK(bare.written.empty());
  const test::MemoryDisk wide = indented_with("\u3000");
  CHECK(found_in(wide) == "11:1 E02");
  checked("--fix", wide);
  const std::string sound = test::disk_with_ledger("linshui").files.at(slip_path);
  CHECK(wide.written.at(slip_path).starts_with(sound));
}

TEST_CASE("slips: a list that moved to the margin with its key is one finding") {
  const auto moved = [](bool to_end) {
    test::MemoryDisk disk = test::disk_with_ledger("linshui");
    std::string& text = disk.files.at(slip_path);
    const std::size_t begin = text.find("    readings:\n");
    const std::size_t end = text.find("  - id: coverage");
    const std::string lines =
        "readings:\n  - {id: r1, date: 2024-05-31, value: 1, reported: "
        "2024-06-05, by: 县教育局}\n  - {id: r2, date: 2024-06-30, value: 2, "
        "reported: 2024-07-09, by: 县教育局}\n";
    text.replace(begin, end - begin, to_end ? "" : lines);
    if (to_end) text += lines;
    return disk;
  };
  CHECK(all_of(moved(false)) == "19:1 E07");
  CHECK(all_of(moved(true)).find("E07") != std::string::npos);
  CHECK(all_of(moved(true)).find("W16") == std::string::npos);
}

TEST_CASE("slips: an item that lost its dash is one finding") {
  const test::MemoryDisk disk = with("  - id: coverage", "    id: coverage");
  CHECK(found_in(disk) == "22:5 E03");
  CHECK(checked("--format full", disk).out.find("前面少了“- ”") != std::string::npos);
  checked("--fix", disk);
  CHECK(disk.written.at(slip_path).find("  - id: coverage") != std::string::npos);
}

TEST_CASE("slips: texts keep what they have, and it is named") {
  const Typed slips[] = {
      {"title: 新建公办", "title: 新建\t公办", "5:10 W06", "", ""},
      {"title: 新建公办", "title: 新建\u2066公办", "5:10 E02", "（U+2066）", ""},
      {"title: 新建公办", "title: \"\u3000\"\nnote: ", "5:8 E02", "写上文字", ""},
      {"title: 新建公办幼儿园", "title: |\n  新建\n  公办", "5:8 E02", "写成一行", ""},
      {"title: 新建公办幼儿园", "title: 新建\n  2所", "5:8 E02", "写成一行", ""},
      {"title: 新建公办幼儿园", "title: 新建公办\"", "5:8 E02", "把整个值加上引号", ""},
      {"summary: ", "tags: [《条例》，《办法》]\nsummary: ", "6:12 W08", "原文如此就不必改", ""},
      {"title: 新建公办幼儿园", "title: 新建公办幼儿园,", "5:8 E02", "删去它", ""},
      {"name: 新建公办幼儿园", "name: 新建公办幼儿园。", "12:11 E02", "删去它", ""},
  };
  for (const Typed& slip : slips) expect(slip);
}

TEST_CASE("slips: two lines that became one are never quoted into one value, in either language") {
  const std::string path = "tasks/2024/002-kindergartens.yaml";
  for (const char* language : {"en", "zh"}) {
    CAPTURE(language);
    test::MemoryDisk sound = test::disk_with_ledger("linshui");
    test::run({"fmt", "--words", language}, sound);
    for (const auto& [written, text] : sound.written) sound.files[written] = text;
    sound.written.clear();
    const std::vector<std::string_view> lines = base::split(sound.files[path], '\n');
    int joined = 0, named = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const std::string_view next = base::trimmed(lines[i + 1]);
      if (lines[i].empty() || lines[i].starts_with('#') || next.find(": ") == next.npos) continue;
      ++joined;
      test::MemoryDisk disk = sound;
      std::string& text = disk.files[path];
      text.clear();
      for (std::size_t j = 0; j < lines.size(); ++j) {
        text += std::string(j == i + 1 ? next : lines[j]) + (j == i ? "" : "\n");
      }
      CAPTURE(text);
      const test::Outcome looked = test::run({"check", "--lang", "zh"}, disk);
      named += looked.out.find("前换行") != looked.out.npos ? 1 : 0;
      test::run({"check", "--fix"}, disk);
      const auto mended = disk.written.find(path);
      if (mended == disk.written.end()) continue;
      CHECK(std::ranges::count(mended->second, '"') == std::ranges::count(text, '"'));
    }
    CHECK(joined >= 15);
    CHECK(named >= joined / 3);
  }
}

namespace {

/// A slip that has one finding of a kind, wherever it is shown, and stays for a person to mend
/// unless `mended` says what it becomes.
struct Torn {
  const char* from;
  const char* to;
  const char* code;
  const char* help;
  const char* mended = "";
};

void expect_one(const Torn& slip) {
  CAPTURE(std::string(slip.to));
  const test::MemoryDisk disk = with(slip.from, slip.to);
  const std::string found = found_in(disk);
  CHECK(found.find(',') == found.npos);
  CHECK(found.ends_with(slip.code));
  const std::string full = checked("--format full", disk).out;
  CAPTURE(full);
  CHECK(full.find(slip.help) != full.npos);
  checked("--fix", disk);
  const std::string sound = test::disk_with_ledger("linshui").files.at(slip_path);
  const auto written = disk.written.find(slip_path);
  if (*slip.mended) {
    REQUIRE(written != disk.written.end());
    CHECK(written->second.find(slip.mended) != std::string::npos);
  } else {
    CHECK(written == disk.written.end());
  }
}

}  // namespace

TEST_CASE("slips: what a block of text swallows or loses is named once") {
  const Torn slips[] = {
      {"summary: 在学位", "text: |\n  第一句。\n  第二句。summary: 在学位", "E03",
       "“summary”另起一行，与“text”左对齐"},
      {"summary: 在学位", "text: |\n  第一句。\n  第二句。 summary: 在学位", "E03",
       "“summary”另起一行，与“text”左对齐"},
      {"summary: 在学位", "text: |\n  第一句。\n  lead: 学位", "E03", "“lead”另起一行"},
      {"summary: 在学位", "text: |\n  第一句。\n第二句。\nsummary: 在学位", "E03",
       "正文每行都比键多缩进两格"},
      {"summary: 在学位", "text: |第一句。\n  第二句。\nsummary: 在学位", "E03", "在 | 后面换行"},
  };
  for (const Torn& slip : slips) expect_one(slip);
  const test::MemoryDisk disk =
      with("summary: 在学位", "text:\n  第一句。\n  第二句。\nsummary: 在学位");
  const std::string out =
      test::run(test::arguments_of("check --select W27 --as-of 2024-07-20"), disk).out;
  CHECK(out.find("在键的冒号后面写上 |") != out.npos);
  // A text may speak of keys.
  CHECK(found_in(
            with("summary: 在学位", "text: |\n  “lead”: 牵头单位\n  时间: 上午\nsummary: 在学位"))
            .empty());
}

TEST_CASE("slips: lines that do not fit those around them are one finding") {
  const Torn slips[] = {
      {"lead: [县教育局]\ndue", "lead: [县教育局]due", "E03", "在 due 前换行"},
      {"by: 县教育局}\n      - {id: r2", "by: 县教育局}      - {id: r2", "E03", "前换行"},
      {"unit: \"%\"\n    baseline", "unit: \"%\"baseline", "E03", "在 baseline 前换行"},
      {"by: 县教育局}\n      - {id: r2", "by: 县教育局}\n      {id: r2", "E03",
       "短横线与别的项左对齐", "\n      - {id: r2"},
      {"by: 县教育局}\n      - {id: r2", "by: 县教育局}\n        {id: r2", "E03",
       "短横线与别的项左对齐", "\n      - {id: r2"},
      {"- {id: r2", "- - {id: r2", "E03", "每一项只写一个短横线", "\n      - {id: r2"},
      {"    kind: cumulative", "kind: cumulative", "E03", "与上下两行的键左对齐",
       "\n    kind: cumulative"},
      {"      - {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "r2\t2024-06-30\t2\t2024-07-09\t县教育局\nr3\t2024-07-31\t2\t2024-08-09\t县教育局", "E03",
       "每一行写成一项"},
      {"      - {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "      - r2\t2024-06-30\t2\t2024-07-09\t县教育局", "E03", "每一行写成一项"},
      {"kind: cumulative", "kind: \"cumulative", "E03", "在值的末尾补上同样的引号"},
      {"unit: 所", "unit: \"所”", "E03", "在值的末尾补上同样的引号"},
      {"by: 县教育局}\n  - id",
       "by: 县教育局}\n      - {id: r2, date: 2024-06-30, value: 2, "
       "reported: 2024-07-09, by: 县教育局}\n  - id",
       "E06", "是粘贴了两遍的，留一遍"},
      {"schema: 1\n", "```yaml\nschema: 1\n", "E03", "删去只有 ``` 的那几行"},
      {"  - id: built", "    id: built", "E03", "短横线与别的项左对齐", "\n  - id: built"},
      {"    unit: \"%\"", "unit: \"%\"", "E03", "与上下两行的键左对齐", "\n    unit: \"%\""},
      {"    readings:\n", "    readings:\n    readings:\n", "E06", "留下对的一个"},
      {"- {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "- r2,2024-06-30,2,2024-07-09,县教育局", "E03", "每一行写成一项"},
      {"- {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "- [r2, 2024-06-30, 2, 2024-07-09, 县教育局]", "E03", "每一行写成一项"},
      {"- {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "- r2  2024-06-30  2  2024-07-09  县教育局", "E03", "每一行写成一项"},
      {"- id: built", "- id: “built”", "W08", "写成", "- id: \"built\""},
      {"- {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "- {r2, 2024-06-30, 县教育局}", "E03", "每一行写成一项"},
      {"- {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "| r2 | 2024-06-30 | 2 |", "E03", "每一行写成一项"},
      {"      - {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}",
       "r2,2024-06-30,2,2024-07-09,县教育局", "E03", "每一行写成一项"},
      {"- {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}", "- 县教育局",
       "E08", "每一项写成 - {键: 值"},
      {"changes:\n", "", "E03", "在上面补上一行 changes:"},
      {"title: 新建公办幼儿园", "title: 新建公办\n幼儿园", "E03", "接到上一行的末尾"},
      {"lead: [县教育局]", "lead: ", "E10", "写上值"},
      {"due: 2024-08-31\nstatus", "due: 2024。8。31\nstatus", "E12", "写成 2024-08-31"},
      {"due: 2024-08-31\nstatus", "due: 31-Aug-24\nstatus", "E12", "写成 2024-08-31"},
      {"target: 60", "target: .6", "E11", "写成“0.6”", "target: 0.6"},
  };
  for (const Torn& slip : slips) expect_one(slip);
}

TEST_CASE("slips: a text is never parted into keys that its map has") {
  const Torn slips[] = {
      {"value: 1,", "value:: 1,", "E03", "键后写英文冒号加空格", "value: 1,"},
      {"value: 1,", "value:\u00A01,", "E03", "换成半角空格", "value: 1,"},
      {"value: 1, ", "value: 1,\u3000", "E03", "换成半角空格", "value: 1, reported"},
      {"value: 1, ", "value: 1\t", "E03", "用英文逗号加空格", "value: 1, reported"},
      {"value: 1, ", "value: 1。", "E03", "用英文逗号加空格", "value: 1, reported"},
      {"value: 1,", "value;1,", "E07", "键后写英文冒号加空格", "value: 1,"},
  };
  for (const Torn& slip : slips) expect_one(slip);
  const test::MemoryDisk disk =
      with("by: 县教育局}\n  - id", "by: 县教育局, note: 快报数，by：旧}\n  - id");
  CHECK(found_in(disk).empty());
  checked("--fix", disk);
  CHECK(disk.written.empty());
}

TEST_CASE("slips: a number with a unit is told by the unit that its indicator has") {
  const Torn slips[] = {
      {"target: 3\n    unit: 所", "target: 3所\n    unit: 所", "E11", "写 3：unit 已经是“所”"},
      {"target: 3\n    unit: 所", "target: 4900米\n    unit: 公里", "E11", "写 4.9：unit 是“公里”"},
      {"target: 3\n    unit: 所", "target: 3.5亿元\n    unit: 万元", "E11",
       "写 35000：unit 是“万元”"},
      {"target: 3\n    unit: 所", "target: 3公里\n    unit: 所", "E11",
       "unit 是“所”：按它写一个数"},
      {"target: 3\n", "target: 1O\n", "E11", "写 10"},
      {"target: 3\n", "target: l5\n", "E11", "写 15"},
      {"target: 3\n", "target: 十四\n", "E11", "写成 14"},
      {"target: 3\n", "target: 一千二百\n", "E11", "写成 1200"},
      {"target: 3\n", "target: (30)\n", "E11", "写 30；表格里用括号表示负数的，写 -30"},
      {"due: 2024-08-31\nstatus", "due: 2024年6月\nstatus", "E12", "最后一天是 2024-06-30"},
      {"due: 2024-08-31\nstatus", "due: 6月30日\nstatus", "E12", "写上年份，如 2024-06-30"},
      {"due: 2024-08-31\nstatus", "due: 2024年底\nstatus", "E12", "最后一天是 2024-12-31"},
      {"due: 2024-08-31\nstatus", "due: 2O24-08-31\nstatus", "E12", "写 2024-08-31"},
      {"due: 2024-08-31\nstatus", "due: 2024年8月31号\nstatus", "E12", "写成 2024-08-31"},
      {"due: 2024-08-31\nstatus", "due: 2024-08-31前\nstatus", "E12", "“前”写进 note"},
      {"due: 2024-08-31\nstatus", "due: 二〇二四年八月三十一日\nstatus", "E12", "写成 2024-08-31"},
  };
  for (const Torn& slip : slips) expect_one(slip);
}
TEST_SUITE_END();
