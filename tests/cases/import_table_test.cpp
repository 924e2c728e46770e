// SPDX-License-Identifier: MIT
//
// Tables as offices have them: heads of two rows, several sheets, totals, formulas, heads of other
// names; and notices with more in their brackets than units.
#include <doctest/doctest.h>

#include "base/text.h"
#include "intake/notice.h"
#include "run.h"
#include "sheets/package.h"

namespace import_table_test {

using namespace taizhang;

TEST_SUITE_BEGIN("import");

namespace {

/// A sheet of a workbook: cells by row, parted by `|`; `=…` is a formula without a value, `#…` what
/// one gives that fails.
struct Page {
  std::string name;
  std::vector<std::string> rows;
  std::vector<std::string> merges = {};
  bool hidden = false;
};

std::string xml_of(const Page& page) {
  std::string xml = "<worksheet><sheetData>";
  for (const std::string& row : page.rows) {
    xml += "<row>";
    for (const std::string_view cell : base::split(row, '|')) {
      const std::string text(cell);
      if (text.empty())
        xml += "<c/>";
      else if (text[0] == '=')
        xml += "<c><f>" + text.substr(1) + "</f><v></v></c>";
      else if (text[0] == '#')
        xml += "<c t=\"e\"><v>" + text + "</v></c>";
      else
        xml += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
    xml += "</row>";
  }
  xml += "</sheetData><mergeCells>";
  for (const std::string& merge : page.merges) xml += "<mergeCell ref=\"" + merge + "\"/>";
  return xml + "</mergeCells></worksheet>";
}

std::string book(const std::vector<Page>& pages) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string sheets, relations;
  std::vector<sheets::Packed> files;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    sheets += "<sheet name=\"" + pages[i].name + "\" sheetId=\"" + number + "\" r:id=\"s" + number +
              "\"" + (pages[i].hidden ? " state=\"hidden\"" : "") + "/>";
    relations += "<Relationship Id=\"s" + number + "\" Type=\"" + type + "worksheet\" Target=\"s" +
                 number + ".xml\"/>";
    files.push_back({"xl/s" + number + ".xml", xml_of(pages[i])});
  }
  files.push_back({"_rels/.rels", "<Relationships><Relationship Id=\"b\" Type=\"" + type +
                                      "officeDocument\" Target=\"xl/book.xml\"/></Relationships>"});
  files.push_back(
      {"xl/book.xml", "<workbook xmlns:r=\"r\"><sheets>" + sheets + "</sheets></workbook>"});
  files.push_back({"xl/_rels/book.xml.rels", "<Relationships>" + relations + "</Relationships>"});
  return sheets::packed(files);
}

class Office {
 public:
  test::MemoryDisk disk;
  std::string today = "2024-09-30";

  test::Outcome run(const std::string& line) {
    test::World world;
    world.today = today;
    const test::Outcome outcome = test::run(test::arguments_of(line), disk, world);
    for (const auto& [name, text] : disk.written) disk.files[name] = text;
    disk.written.clear();
    return outcome;
  }

  test::Outcome take(const std::string& name, const std::string& bytes,
                     const std::string& more = "") {
    disk.files[name] = bytes;
    const test::Outcome outcome = run("import " + name + " --new d --year 2024 --yes " + more);
    CAPTURE(outcome.err);
    CHECK(outcome.exit == 0);
    return outcome;
  }

  std::string task(int item) {
    const auto file = disk.files.find("d/tasks/2024/00" + std::to_string(item) + "-task.yaml");
    return file == disk.files.end() ? "" : file->second;
  }
  std::string plan() { return disk.files["d/tasks/2024/plan.yaml"]; }
};

bool has(const std::string& text, const std::string& part) {
  const bool found = text.find(part) != std::string::npos;
  if (!found) MESSAGE(part, " is not in\n", text);
  return found;
}

const base::DateSpan year{*base::parse_date("2024-01-01").date,
                          *base::parse_date("2024-12-31").date};

}  // namespace

TEST_CASE("Of two rows of heads the lower one decides") {
  for (const char* upper : {"责任单位", "责任分工", "单位", "责任单位及责任人"}) {
    CAPTURE(upper);
    Office office;
    office.take("a.xlsx", book({{"甲",
                                 {"序号|重点任务|" + std::string(upper) + "||完成时限",
                                  "||牵头单位|配合单位|", "1|修路|县交通局|县财政局|12月底"},
                                 {"A1:A2", "B1:B2", "C1:D1", "E1:E2"}}}));
    CHECK(has(office.task(1), "lead: [县交通局]"));
    CHECK(has(office.task(1), "support: [县财政局]"));
  }
  Office office;
  office.take(
      "a.xlsx",
      book({{"甲",
             {"序号|重点任务|目标||完成时限||进展|", "||年度目标|阶段目标|上半年|下半年|1月|2月",
              "1|甲|达到80家|9月底前达到60家|6月底|12月底|开工|过半"},
             {"A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"}}}));
  CHECK(has(office.task(1), "target: 80"));
  CHECK(has(office.task(1), "{date: 2024-09-30, value: 60}"));
  // Where the lower one says nothing that is known the upper one does.
  CHECK(has(office.task(1), "due: 2024-12-31\ndue_text: 6月底、12月底"));
  CHECK(has(office.task(1), "{date: 2024-01-31, done: 1月：开工}"));
  CHECK(has(office.task(1), "{date: 2024-02-29, done: 2月：过半}"));
}

TEST_CASE("Stages that are figures of an indicator are points of its trajectory") {
  Office office;
  office.take("a.csv",
              "序号,重点任务,年度目标,上半年目标,三季度目标,完成时限,牵头单位\n"
              "1,甲,新增充电桩120个以上，力争150个；改造管网20公里,建成50个,充电桩90个；改造12公里,"
              "12月底,县局\n"
              "2,乙,城镇新增就业5，200人,2600,3900,全年,县局\n"
              "3,丙,工业增加值增长7.5%,增长7%,增长7.3%,全年,县局\n"
              "4,丁,漏损率不超过9%,降到10%,完成设计，漏损率9.5%,全年,县局\n"
              "5,戊,治理38个村,15个,30个,三季度末,县局\n"
              "6,己,新建高标准农田3万亩,开工1万亩,4万亩,全年,县局\n"
              "8,辛,新增企业15家，总数达到120家,3家,7家,全年,县局\n"
              "7,庚,达到80家,15%,40至50家,全年,县局\n");
  CHECK(has(office.task(1),
            "target: 120\n    unit: 个\n    trajectory:\n      type: points\n      points:\n"
            "        - {date: 2024-06-30, value: 50}\n        - {date: 2024-09-30, value: 90}\n"
            "        - {date: 2024-12-31, value: 120}\n"));
  CHECK(has(office.task(1),
            "note: 待确认：序时按阶段目标拟定：2024-06-30 建成50个；2024-09-30 "
            "充电桩90个；改造12公里\n"));
  CHECK(has(office.task(1),
            "{date: 2024-09-30, value: 12}\n        - {date: 2024-12-31, value: 20}"));
  CHECK(office.task(1).find("milestones") == std::string::npos);
  CHECK(office.run("check -C d").out.find("W34") == std::string::npos);
  CHECK(has(office.task(2), "{date: 2024-06-30, value: 2600}"));
  CHECK(has(office.task(2), "{date: 2024-09-30, value: 3900}"));
  // A growth does not rise from nothing in a straight line.
  CHECK(has(office.task(3), "type: step\n      points:\n        - {date: 2024-06-30, value: 7}"));
  // What fits no indicator is for a person, and counts nothing beside one.
  CHECK(has(office.task(4), "{id: m1, name: 降到10%, due: 2024-06-30, weight: 0}"));
  CHECK(has(office.task(4), "{id: m2, name: 完成设计，漏损率9.5%, due: 2024-09-30, weight: 0}"));
  CHECK(has(office.task(4), "待确认：阶段目标“降到10%”里的数不知是哪个指标的，记作节点，权重记 0"));
  CHECK(has(office.task(5),
            "{date: 2024-06-30, value: 15}\n        - {date: 2024-09-30, value: 38}"));
  CHECK(has(office.task(5), "{id: m1, name: 30个, due: 2024-09-30, weight: 0}"));
  CHECK(has(office.task(5), "待确认：阶段目标“30个”与指标“治理村”的目标或期限对不上"));
  CHECK(office.task(6).find("trajectory") == std::string::npos);
  CHECK(has(office.task(6), "{id: m1, name: 开工1万亩, due: 2024-06-30, weight: 0}"));
  CHECK(has(office.task(6), "{id: m2, name: 4万亩, due: 2024-09-30, weight: 0}"));
  CHECK(
      has(office.task(8), "{date: 2024-09-30, value: 7}\n        - {date: 2024-12-31, value: 15}"));
  CHECK(has(office.task(7), "{id: m2, name: 40至50家, due: 2024-09-30, weight: 0}"));
  const test::Outcome check = office.run("check -C d --format concise");
  CAPTURE(check.out);
  CHECK(check.exit == 0);
}

TEST_CASE("What no figure is of stays a milestone of its task, and one in its due date as well") {
  Office office;
  office.take("a.csv",
              "序号,重点任务,年度目标,阶段目标,完成时限\n"
              "1,甲,改造管网20公里,6月底前完成设计；9月底前改造10公里，通过验收,全年\n"
              "2,乙,新建桩60个,,6月底前20个，12月底前60个\n"
              "3,丙,,一季度5个,全年\n");
  CHECK(has(office.task(1), "{id: m1, name: 6月底前完成设计, due: 2024-06-30}"));
  CHECK(has(office.task(1), "{id: m2, name: 通过验收, due: 2024-09-30}"));
  CHECK(has(office.task(1), "{date: 2024-09-30, value: 10}"));
  CHECK(has(office.task(2),
            "{date: 2024-06-30, value: 20}\n        - {date: 2024-12-31, value: 60}"));
  CHECK(office.task(2).find("milestones") == std::string::npos);
  // Where there is no indicator the milestone is all that there is to count.
  CHECK(has(office.task(3), "{id: m1, name: 一季度5个, due: 2024-03-31}"));
}

TEST_CASE("The day of progress is that of its words or its head, else it is told") {
  Office office;
  const test::Outcome taken =
      office.take("a.xlsx", book({{"甲",
                                   {"序号|重点任务|牵头单位|进展情况||", "|||1-7月|1-8月|",
                                    "1|甲|县局|5个|9个|", "2|乙|县局|3个||"},
                                   {"A1:A2", "B1:B2", "C1:C2", "D1:E1"}}}));
  CHECK(has(office.task(1), "{date: 2024-07-31, by: 县局, done: 1-7月：5个}"));
  CHECK(has(office.task(1), "{date: 2024-08-31, by: 县局, done: 1-8月：9个}"));
  CHECK(has(office.task(2), "{date: 2024-07-31, by: 县局"));
  CHECK(taken.err.find("没有写日期") == std::string::npos);
  const std::string table =
      "序号,重点任务,牵头单位,进展情况\n1,丙,县局,截至8月底，已建成5个\n2,丁,县局,建成3个\n"
      "3,戊,县局,截至12月底，将建成3个\n";
  office.disk.files["b.csv"] = table;
  const test::Outcome more = office.run("import b.csv --new e --year 2024 --yes");
  const auto task = [&](const char* name) {
    return office.disk.files[std::string("e/tasks/2024/") + name + "-task.yaml"];
  };
  CHECK(has(task("001"), "{date: 2024-08-31, by: 县局"));
  CHECK(has(task("002"), "{date: 2024-09-30, by: 县局"));
  CHECK(has(task("003"), "{date: 2024-09-30, by: 县局"));
  CHECK(has(more.err, "1 项的进展没有写日期，按 2024-09-30 记"));
  const test::Outcome dated =
      office.run("import b.csv --new f --year 2024 --date 2024-09-10 --yes");
  CHECK(has(office.disk.files["f/tasks/2024/002-task.yaml"], "{date: 2024-09-10, by: 县局"));
  CHECK(dated.err.find("没有写日期") == std::string::npos);
  // A line above the table says it for all that has no day of its own.
  office.disk.files["c.csv"] = "丙县台账,,\n（截至2024年7月31日）,,\n" + table;
  const test::Outcome above = office.run("import c.csv --new g --year 2024 --yes");
  CHECK(has(office.disk.files["g/tasks/2024/001-task.yaml"], "{date: 2024-08-31, by: 县局"));
  CHECK(has(office.disk.files["g/tasks/2024/002-task.yaml"], "{date: 2024-07-31, by: 县局"));
  CHECK(above.err.find("没有写日期") == std::string::npos);
}

TEST_CASE("Each row of a task has its own lead, due date, stages and progress") {
  Office office;
  office.take(
      "a.xlsx",
      book({{"甲",
             {"序号|重点任务|年度目标|上半年目标|四季度目标|牵头单位|完成时限|进展情况|存在问题",
              "1|供水|更新管网150公里|80公里|150公里|县水务局|9月底前|完成110公里|",
              "||新建水厂6座|2座|6座|县农业农村局|10月底前|建成3座|缺地", "||加强巡查||||8月底前||",
              "2|修路|修路5公里|||县交通局|年底前|2公里|"},
             {"A2:A4", "B2:B4", "F3:F4"}}}),
      "--date 2024-09-10");
  const std::string task = office.task(1);
  CHECK(has(task, "lead: [县水务局, 县农业农村局]\ndue: 2024-10-31\n"));
  CHECK(has(task, "value: 80}\n        - {date: 2024-09-30, value: 150}\n    due: 2024-09-30\n"));
  CHECK(has(task, "- {date: 2024-10-31, value: 6}\n    reporter: 县农业农村局\n"));
  CHECK(has(task, "- {date: 2024-09-10, by: 县水务局, done: 更新管网：完成110公里}\n"));
  CHECK(has(task, "by: 县农业农村局"));
  CHECK(has(task, "done: 新建水厂：建成3座"));
  CHECK(has(task, "problems: 新建水厂：缺地"));
  // What has no figure is a milestone, and whose it is stands in the note.
  CHECK(has(task, "{id: m1, name: 加强巡查, due: 2024-08-31}"));
  CHECK(has(task, "“加强巡查”由县农业农村局负责"));
  // 150公里 and 6座 of 四季度 are the targets, which are due before.
  CHECK(task.find("2024-12-31}") == std::string::npos);
  CHECK(has(task, "就是总目标，期限按完成时限"));
  CHECK(has(office.task(2), "{date: 2024-09-10, by: 县交通局, done: 2公里}"));
}

TEST_CASE("What was due before a ledger begins is to be confirmed, and forms ask for its day") {
  Office office;
  const test::Outcome taken =
      office.take("a.csv",
                  "序号,重点任务,年度目标,一季度目标,三季度目标,完成时限,牵头单位,配合单位\n"
                  "1,高企,新增高企12家,完成摸排,8家,年底前,县科技局,\n"
                  "2,小区,改造小区10个、1600户，其中城区3个,,,年底前,县住建局,各街道\n",
                  "--reporting-from 2024-09");
  CHECK(has(taken.out, "待确认 1/m1：“完成摸排”应于 2024-03-31 完成，台账从 2024-09-01 起报"));
  CHECK(has(office.disk.files["d/tasks/units.yaml"], "{name: 各街道, type: group}"));
  const auto milestone = [&] {
    return office.run("list --rows milestones --columns overdue,light,done --format csv -C d").out;
  };
  CHECK(has(milestone(), "否,灰灯"));
  const std::string place = "f/县科技局-2024-09.csv";
  REQUIRE(office.run("form --period 2024-09 --format csv f -C d").exit == 0);
  std::string& form = office.disk.files[place];
  const std::string row = "1/m1,1,高企,完成摸排,完成日期,2024-03-31 前,,,";
  REQUIRE(has(form, row));
  const std::string empty = form;
  const auto import = [&](const std::string& more) {
    return office.run("import " + place + " -C d --as-of 2024-10-08 " + more);
  };
  const auto answer = [&](const std::string& said) {
    form = empty;
    form.replace(form.find(row), row.size(), row + said);
  };
  answer("是");
  CHECK(has(import("--dry-run").out, "“是”不是日期"));
  answer("2024-10-01");
  CHECK(has(import("--dry-run").out, "晚于数据截止 2024-09-30"));
  answer("2024年3月20日");
  CHECK(has(import("--yes").out, "新报  2024-03-20 完成：完成摸排"));
  CHECK(has(office.task(1), "{id: m1, name: 完成摸排, due: 2024-03-31, done: 2024-03-20}"));
  const test::Outcome again = import("--yes");
  CHECK(has(again.err, "没有要写的"));
  answer("2024-03-21");
  CHECK(has(import("--yes").out, "已记于 2024-03-20 完成"));
  // A part is marked as one.
  CHECK(has(office.disk.files["f/县住建局-2024-09.csv"], "3 个（其中项）"));
}

TEST_CASE("Every locked cell that was changed is told, and two words for one task are refused") {
  Office office;
  office.take(
      "a.csv",
      "序号,重点任务,年度目标,完成时限,牵头单位\n1,小区,改造小区10个、1600户,年底前,县住建局\n"
      "2,修路,修路12公里,年底前,县交通局\n",
      "--reporting-from 2024-09");
  REQUIRE(office.run("form --period 2024-09 --format csv f -C d").exit == 0);
  const std::string place = "f/县住建局-2024-09.csv";
  const std::string form = office.disk.files[place];
  const auto import = [&](const std::vector<std::pair<std::string, std::string>>& changes) {
    std::string& file = office.disk.files[place];
    file = form;
    for (const auto& [from, to] : changes) {
      REQUIRE(has(file, from));
      file.replace(file.find(from), from.size(), to);
    }
    return office.run("import " + place + " -C d --as-of 2024-10-08 --dry-run").out;
  };
  const std::string first = "1/n1,1,小区,改造小区,个,10 个,,7,,";
  REQUIRE(has(form, first));
  CHECK(
      has(import({{first, "1/n1,1,小区,改造小区,个,8 个,,7,6,"}}), "目标“8 个”：台账里是“10 个”"));
  CHECK(has(import({{first, "1/n1,1,小区,改造小区,个,10 个,3,7,6,"}}), "上期累计“3”：台账里没有"));
  CHECK(
      has(import({{first, "1/n1,1,小区,改造小区,个,10 个,,5,6,"}}), "序时应完成“5”：台账里是“7”"));
  CHECK(has(import({{first, "1/n1,1,小区,改造小区,,10 个,,7,6,"}}), "计量单位空了：台账里是“个”"));
  CHECK(has(import({{first, "1/n1,1,小区,改造小区,户,10 个,,7,6,"}}), "计量单位改成了“户”"));
  CHECK(has(import({{first, "1/n1,1,小区,改造小区,个,10 个,,6,,"}}), "序时应完成“6”：台账里是“7”"));
  const std::string same = import({{first, "1/n1,1,小区,改造小区,个,10 个,,7.0,6,"}});
  CHECK(same.find("台账里") == std::string::npos);
  CHECK(has(import({{first, "1/n1,1,小区,改造小区,个,10 个,,7,6,"},
                    {"报送单位：县住建局", "报送单位：县交通局"}}),
            "这一行在“县住建局”的报送表里，这张表写的是“县交通局”"));
  import({{ "本期累计,", "本月完成," }});
  CHECK(has(office.run("import " + place + " -C d --yes").err, "第 4 行的栏目里没有“本期累计”"));
  // 进展 of both rows of the task.
  const std::string second = "1/n2,1,小区,小区,户,1600 户,,";
  REQUIRE(has(form, second));
  const std::string row =
      form.substr(form.find(second), form.find('\n', form.find(second)) - form.find(second));
  const std::string told =
      import({{first, "1/n1,1,小区,改造小区,个,10 个,,7,6,,开工六个,缺地,,"},
              {row, "1/n2,1,小区,小区,户,1600 户,,1197,900,,迁了九百户,,抓紧,"}});
  CHECK(has(told, "同一项任务写了两样的进展，另一处是“迁了九百户”"));
  CHECK(has(told, "同一项任务写了两样的进展，另一处是“开工六个”"));
  CHECK(has(told, "问题“缺地”；下步“抓紧”"));
}

TEST_CASE("A table that is taken in again lists the cells that the ledger has otherwise") {
  const std::string head = "序号,重点任务,年度目标,牵头单位,完成时限,进展情况,备注\n";
  Office office;
  office.take("a.csv",
              head + "1,甲,新增10家,县甲局,年底,完成3家,好\n2,乙,改造5公里,县乙局,9月底前,,\n");
  office.disk.files["a.csv"] =
      head + "1,甲,新增10家,县甲局,11月底,完成6家,坏\n2,乙,改造6公里,县乙局,9月底前,,\n";
  const std::string before = office.task(1) + office.task(2) + office.plan();
  const test::Outcome again = office.run("import a.csv --new d --year 2024 --yes");
  CHECK(again.exit == 1);
  for (const char* cell : {"E2 完成时限：11月底", "F2 进展情况：完成6家", "G2 备注：坏",
                           "C3 年度目标：改造6公里（同名、同牵头单位的任务"}) {
    CHECK(has(again.out, cell));
  }
  CHECK(has(again.out, "taizhang record progress"));
  CHECK(has(again.err, "4 个格子与台账不同"));
  CHECK(again.err.find("没有写日期") == std::string::npos);
  CHECK(office.task(1) + office.task(2) + office.plan() == before);
  // Beside a new task they are listed as well, and that of another goal is still no second one.
  office.disk.files["a.csv"] += "3,丙,新增4家,县甲局,年底,,\n";
  const test::Outcome more = office.run("import a.csv --new d --year 2024 --yes");
  CHECK(more.exit == 0);
  CHECK(has(more.out, "F2 进展情况：完成6家"));
  CHECK(has(office.task(3), "title: 丙"));
  CHECK(office.task(4).empty());
  CHECK(more.err.find("没有写日期") == std::string::npos);
}

TEST_CASE("What is numbered otherwise keeps its place and its number") {
  const auto numbers = [](const std::string& rows) {
    Office office;
    office.take("a.csv", "序号,重点任务,牵头单位\n" + rows);
    std::string all;
    for (int item = 1; item < 9; ++item) {
      const std::string task = office.task(item);
      const std::size_t no = task.find("no: ");
      const std::size_t title = task.find("title: ");
      if (title == task.npos) continue;
      all += std::to_string(item) + task.substr(title + 7, 3);
      if (no != task.npos) all += "=" + task.substr(no + 4, task.find('\n', no) - no - 4);
      all += " ";
    }
    return all;
  };
  CHECK(numbers("1,甲,县局\n2,乙,县局\n3,丙,县局\n（四）,丁,县局\n5,戊,县局\n") ==
        "1甲 2乙 3丙 4丁=（四） 5戊 ");
  CHECK(numbers("1,甲,县局\n补,乙,县局\n2,丙,县局\n") == "1甲 2乙=补 3丙=\"2\" ");
  // A number that stands twice is the first's.
  CHECK(numbers("1,甲,县局\n1,乙,县局\n2,丙,县局\n") == "1甲 2丙 3乙=\"1\" ");
}

TEST_CASE("What the row of a section says beside its name is listed") {
  Office office;
  const test::Outcome taken = office.take(
      "a.csv",
      "序号,重点任务,牵头单位\n一、产业（2项）,,\n1,甲,县局\n2,乙,县局\n二、民生（共3项）,,\n"
      "3,丙,县局\n三,生态,\n4,丁,县局\n交通,,\n");
  CHECK(has(taken.out, "没有收进来 A2 序号：一、产业（2项）（板块；名称不带序号和项数）"));
  CHECK(
      has(taken.out, "没有收进来 A5 序号：二、民生（共3项）（板块；写的项数与下面的任务数不同）"));
  CHECK(has(taken.out, "没有收进来 A7 序号：三（板块；名称不带序号和项数）"));
  CHECK(taken.out.find("生态（") == std::string::npos);
  office.disk.files["b.csv"] =
      "序号,板块,重点任务,牵头单位\n1,一、产业（2项）,戊,县局\n2,一、产业（2项）,己,县局\n";
  const test::Outcome again = office.run("import b.csv --new e --year 2024 --yes");
  CHECK(has(again.out, "没有收进来 B2 板块：一、产业（2项）（板块；名称不带序号和项数）"));
  CHECK(again.out.find("B3") == std::string::npos);
}

TEST_CASE("A due date outside the plan is for a person to confirm") {
  Office office;
  office.take(
      "a.csv",
      "序号,重点任务,牵头单位,阶段目标,完成时限\n1,甲,县局,,明年6月底\n2,乙,县局,,2023-11-30\n"
      "3,丙,县局,2025年3月开工,12月底\n4,丁,县局,,9月底\n");
  CHECK(has(office.task(1), "待确认：完成时限“明年6月底”不在计划周期内"));
  CHECK(has(office.task(2), "待确认：完成时限“2023-11-30”不在计划周期内"));
  CHECK(has(office.task(3), "待确认：阶段目标“2025年3月开工”的日期不在计划周期内"));
  CHECK(office.task(4).find("待确认：") == std::string::npos);
}

TEST_CASE("Quarters have stages of their own, and a start is no due date") {
  Office office;
  office.take(
      "a.xlsx",
      book({{"甲",
             {"序号|重点任务|目标任务||完成时限|", "||年度目标|一季度目标|启动时间|完成时间",
              "1|甲|达到80家|达到20家|2024年3月|2024年10月"},
             {"A1:A2", "B1:B2", "C1:D1", "E1:F1"}}}));
  CHECK(has(office.task(1), "{date: 2024-03-31, value: 20}"));
  CHECK(has(office.task(1), "due: 2024-10-31"));
  CHECK(has(office.task(1), "启动时间：2024年3月"));
  office.disk.files["b.csv"] =
      "序号,重点任务,阶段目标,牵头单位\n1,甲,一季度：15个；上半年：30个；三季度：45个,县发改局\n";
  CHECK(office.run("import b.csv --new e --year 2024 --yes").exit == 0);
  const std::string task = office.disk.files["e/tasks/2024/001-task.yaml"];
  CHECK(has(task, "{id: m1, name: 一季度：15个, due: 2024-03-31}"));
  CHECK(has(task, "{id: m2, name: 上半年：30个, due: 2024-06-30}"));
  CHECK(has(task, "{id: m3, name: 三季度：45个, due: 2024-09-30}"));
}

TEST_CASE("Every sheet with such heads is read, and the others are listed") {
  const std::string bytes =
      book({{"产业", {"序号|重点任务|牵头单位", "1|甲|县工信局", "2|乙|县科技局"}},
            {"说明", {"填表人|张三", "日期"}},
            {"民生", {"序号|重点任务|牵头单位", "1|丙|县教体局"}},
            {"旧表", {"序号|重点任务|牵头单位", "1|丁|县医保局"}, {}, true}});
  Office office;
  const test::Outcome taken = office.take("a.xlsx", bytes);
  CHECK(has(taken.out, "没有收进来 说明：整张工作表 3 个格子（没有认得的栏目）"));
  CHECK(has(taken.out, "没有收进来 旧表：整张工作表 6 个格子（隐藏的工作表）"));
  CHECK(has(office.plan(), "{no: 1, title: 产业}"));
  CHECK(has(office.plan(), "{no: 2, title: 民生}"));
  CHECK(has(office.task(3), "no: \"1\"\nsection: 2\ntitle: 丙"));
  CHECK(office.task(4).empty());
  // One sheet after the other comes to the same tasks.
  Office other;
  const test::Outcome first = other.take("a.xlsx", bytes, "--sheet 产业");
  CHECK(has(first.out, "没有收进来 民生：整张工作表 6 个格子（不是 --sheet 说的那张）"));
  CHECK(other.task(3).empty());
  other.take("a.xlsx", bytes, "--sheet 民生");
  CHECK(has(other.task(3), "title: 丙"));
  // What is there already is not taken in twice.
  const test::Outcome third = other.take("a.xlsx", bytes, "--sheet 旧表");
  CHECK(has(other.task(4), "title: 丁"));
  const auto before = other.disk.files;
  CHECK(other.run("import a.xlsx --new d --year 2024 --yes").exit == 2);
  CHECK(other.disk.files == before);
}

TEST_CASE("Rows of totals and formulas without a value are listed, not taken for tasks") {
  Office office;
  const test::Outcome taken = office.take(
      "a.xlsx",
      book({{"甲",
             {"序号|重点任务|年度目标|牵头单位|进展情况", "1|甲|修路20公里|县交通局|#REF!",
              "2|乙|=C2|县水务局|#N/A", "小计||30公里||", "|合计（2项）|=SUM(C2:C3)||",
              "总计：||50公里||", "3|水库扩容总计划|造林20亩|县林业局|开工"}}}));
  CHECK(has(taken.out, "没有收进来 E2 进展情况：#REF!（公式出错）"));
  CHECK(has(taken.out, "没有收进来 E3 进展情况：#N/A（公式出错）"));
  CHECK(has(taken.out,
            "没有收进来 C3 年度目标：=C2（公式没有算出的值；用 WPS 或 Excel 打开另存一次）"));
  CHECK(has(taken.out, "没有收进来 A4 序号：小计（合计行）"));
  CHECK(has(taken.out, "没有收进来 C4 年度目标：30公里（合计行）"));
  CHECK(has(taken.out, "没有收进来 B5 重点任务：合计（2项）（合计行）"));
  CHECK(has(taken.out, "没有收进来 C6 年度目标：50公里（合计行）"));
  CHECK(has(office.task(3), "title: 水库扩容总计划"));
  CHECK(office.task(1).find("#REF!") == std::string::npos);
  CHECK(office.task(4).empty());
}

TEST_CASE("Other heads are known, and a due date that nobody says is said to be one") {
  Office office;
  const test::Outcome taken = office.take(
      "a.csv",
      "序号,重点任务,责任科室,具体负责人,完成期限\n1,甲,办公室,张三,9月底前\n2,乙,财务科,,\n"
      "3,丙,财务科,,秋收前\n");
  CHECK(has(office.task(1), "lead: [办公室]\ncontact: 张三\ndue: 2024-09-30"));
  CHECK(has(office.task(2), "due: 2024-12-31"));
  CHECK(has(office.task(2), "待确认：完成时限没有写"));
  CHECK(has(office.task(3), "待确认：完成时限“秋收前”"));
  CHECK(has(taken.err, "2 项没有写明完成时限，按计划的最后一天 2024-12-31"));
  CHECK(office.task(1).find("待确认：") == std::string::npos);
}

TEST_CASE("Units say in brackets or by a name who leads") {
  Office office;
  office.take(
      "a.csv",
      "序号,重点任务,责任单位,完成时限\n1,甲,县教体局（牵头）、县财政局,8月\n"
      "2,乙,牵头单位：县民政局；配合单位：各镇（街道、园区）,8月\n3,丙,县水务局、县住建局,无\n");
  CHECK(has(office.task(1), "lead: [县教体局]\nsupport: [县财政局]"));
  CHECK(has(office.task(2), "lead: [县民政局]\nsupport: [各镇（街道、园区）]"));
  CHECK(has(office.task(3), "lead: [县水务局, 县住建局]"));
}

TEST_CASE("A section that init wrote and nobody used gives way to the first of the table") {
  Office office;
  CHECK(office.run("init d --title 甲县 --year 2024").exit == 0);
  const test::Outcome taken = office.take("a.csv",
                                          "序号,重点任务,牵头单位\n一、产业（1项）,,\n1,甲,"
                                          "县工信局\n二、民生（共2项任务）,,\n2,乙,县民政局\n");
  CHECK(has(office.plan(), "{no: 1, title: 产业}"));
  CHECK(has(office.plan(), "{no: 2, title: 民生}"));
  CHECK(office.plan().find("重点任务}") == std::string::npos);
  CHECK(has(taken.err, "板块 1“重点任务”还没有任务，改为“产业”"));
  CHECK(has(office.task(2), "section: 2"));
}

TEST_CASE("A new ledger is owed reports from the month in which it is begun, or that is named") {
  const std::string table = "序号,重点任务,牵头单位\n1,甲,县工信局\n";
  Office office;
  const test::Outcome taken = office.take("a.csv", table);
  CHECK(has(office.plan(), "reporting_from: 2024-09-01  # 这一天以前截止的各期不用报"));
  CHECK(has(taken.err, "从 2024-09-01 起报"));
  Office later;
  later.today = "2026-03-01";
  const test::Outcome whole = later.take("a.csv", table);
  CHECK(later.plan().find("  reporting_from") == std::string::npos);
  CHECK(has(whole.err, "从 2024 年年初起报"));
  Office named;
  named.today = "2026-03-01";
  named.take("a.csv", table, "--reporting-from 2024-10");
  CHECK(has(named.plan(), "reporting_from: 2024-10-01"));
  CHECK(named.run("check -C d").exit == 0);
  CHECK(named.run("import a.csv --new e --year 2024 --reporting-from 2023-10 --yes").exit == 2);
  CHECK(named.run("import a.csv --new d --year 2024 --reporting-from 2024-11 --yes").exit == 2);
  CHECK(named.run("init f --title 乙 --year 2024 --reporting-from 2024-08").exit == 0);
  CHECK(has(named.disk.files["f/tasks/2024/plan.yaml"], "reporting_from: 2024-08-01"));
}

TEST_CASE("A look before writing shows the files and names what wants mending") {
  Office office;
  office.disk.files["a.csv"] = "序号,重点任务,牵头单位\n1,甲,县工信局\n2,乙,各镇（街道）\n";
  const test::Outcome seen = office.run("import a.csv --new d --year 2024 --dry-run --diff");
  CHECK(seen.exit == 0);
  CHECK(has(seen.out, "--- /dev/null\n+++ b/d/tasks/2024/001-task.yaml\n@@ -0,0 +1,"));
  CHECK(has(seen.out, "+title: 甲\n"));
  CHECK(has(seen.out, "+  - {name: 县工信局, type: government}\n"));
  CHECK(has(seen.err, "d/tasks/2024/002-task.yaml:6:8: 错误[E35]"));
  CHECK(has(seen.err, "上面 1 处要改好"));
  CHECK(office.task(1).empty());
}

TEST_CASE("Nothing in the brackets of a notice is lost") {
  const intake::NewTasks tasks = intake::read_notice(
      "1．甲。建成3处（牵头单位：县发改局；完成时限：10月底）。\n"
      "2．乙。建成3处（牵头单位：县农业农村局 完成时限：常态化）\n"
      "3．丙。建成3处（责任单位：县住建局（牵头）、县水务局）（完成时限：2024年11月30日，责任人：张"
      "三，"
      "联系人：李四 0536-1234567）\n"
      "4．丁。建成3处（牵头单位：县教体局，配合单位：各镇（街道）；责任领导：王五；要求：按月报）"
      "\n",
      {year, year.to});
  REQUIRE(tasks.tasks.size() == 4);
  const auto names = [](const model::List<model::UnitName>& units) {
    std::string all;
    for (const auto& unit : units.items) all += unit->text + " ";
    return all;
  };
  const auto& [a, b, c, d] =
      std::tie(tasks.tasks[0], tasks.tasks[1], tasks.tasks[2], tasks.tasks[3]);
  CHECK(names(a.lead) == "县发改局 ");
  CHECK(base::iso(*a.due->date) == "2024-10-31");
  CHECK(*a.due_text == "10月底");
  CHECK(*a.text == "建成3处。");
  CHECK(names(b.lead) == "县农业农村局 ");
  CHECK_FALSE(b.due->date);
  CHECK(names(c.lead) == "县住建局 ");
  CHECK(names(c.support) == "县水务局 ");
  CHECK(base::iso(*c.due->date) == "2024-11-30");
  CHECK(*c.contact == "张三 李四 0536-1234567");
  CHECK(names(d.support) == "各镇（街道） ");
  CHECK(*d.leader.items.at(0) == "王五");
  CHECK(d.note->find("按月报") != std::string::npos);
  CHECK(tasks.due_assumed == 1);
}

TEST_CASE("Units of a notice are told by what they do as well, and its last words are of no item") {
  const intake::NewTasks tasks = intake::read_notice(
      "# 通知\n\n1. **修路。** 修路5公里（县供电公司牵头，县发改局等配合，9月底前完成）\n"
      "2. 建桩3个（由县教体局、县住建局负责）\n3. 改造小区10个、1，600户，9月底前完成8个"
      "（县住建局牵头负责）\n4. "
      "种树（政府出资）5亩（责任单位：县林业局）\n\n各单位每月5日前报送。\n",
      {year, year.to});
  const auto names = [](const model::List<model::UnitName>& units) {
    std::string all;
    for (const auto& unit : units.items) all += unit->text + " ";
    return all;
  };
  REQUIRE(tasks.tasks.size() == 4);
  CHECK(*tasks.tasks[0].title == "修路");
  CHECK(*tasks.tasks[0].text == "修路5公里");
  CHECK(names(tasks.tasks[0].lead) == "县供电公司 ");
  CHECK(names(tasks.tasks[0].support) == "县发改局 ");
  CHECK(base::iso(*tasks.tasks[0].due->date) == "2024-09-30");
  CHECK(names(tasks.tasks[1].lead) == "县教体局 县住建局 ");
  CHECK(names(tasks.tasks[2].lead) == "县住建局 ");
  CHECK(*tasks.tasks[3].title == "种树（政府出资）5亩");
  REQUIRE(tasks.not_understood.size() == 1);
  CHECK(tasks.not_understood[0].text == "各单位每月5日前报送。");
  // 8 of 10 by September is on the way to them.
  const auto& indicators = tasks.tasks[2].indicators.items;
  REQUIRE(indicators.size() == 2);
  REQUIRE(indicators[0].trajectory.points.size() == 2);
  CHECK(indicators[0].trajectory.points.items[0].value->text() == "8");
  CHECK(tasks.tasks[2].note->find("8（阶段目标）") != std::string::npos);
  // Where items go on in a second paragraph, the last one does as well.
  const intake::NewTasks long_ones = intake::read_notice(
      "1. 甲。\n\n建桩3个。\n\n2. 乙。\n\n建桩4个。\n\n3. 丙。\n\n建桩5个。\n", {year, year.to});
  CHECK(*long_ones.tasks.at(2).text == "建桩5个。");
}

TEST_CASE("An item of one sentence has its figures, and a first line without a mark is the title") {
  const intake::NewTasks tasks = intake::read_notice(
      "甲县2024年重点任务\n\n各部门：\n一、产业（2项）\n"
      "1. 新增企业30家以上。（牵头单位：县工信局）\n2. "
      "技改投资。完成投资12亿元。（牵头单位：县发改局）\n"
      "## 民生\n1. 建成4处。\n",
      {year, year.to});
  CHECK(tasks.title == "甲县2024年重点任务");
  CHECK(tasks.sections == std::vector<std::string>{"产业", "民生"});
  REQUIRE(tasks.not_understood.size() == 1);
  CHECK(tasks.not_understood[0].cell == "3");
  REQUIRE(tasks.tasks.size() == 3);
  CHECK(*tasks.tasks[0].title == "新增企业30家以上");
  CHECK_FALSE(tasks.tasks[0].text);
  REQUIRE(tasks.tasks[0].indicators.size() == 1);
  CHECK(tasks.tasks[0].indicators.items[0].target->number->text() == "30");
  CHECK(*tasks.tasks[1].text == "完成投资12亿元。");
}

TEST_CASE("A notice is read in the encodings of offices, and refused where it is no text") {
  // 1.甲。建成3处（牵头单位：县局）。 in GB18030.
  const std::string gb =
      "1.\xBC\xD7\xA1\xA3\xBD\xA8\xB3\xC9"
      "3\xB4\xA6\xA3\xA8\xC7\xA3\xCD\xB7\xB5\xA5\xCE\xBB\xA3\xBA\xCF\xD8\xBE\xD6\xA3\xA9\xA1\xA3\n";
  Office office;
  office.take("a.txt", gb);
  CHECK(has(office.task(1), "title: 甲"));
  CHECK(has(office.task(1), "lead: [县局]"));
  Office other;
  // 1.甲 in UTF-16.
  other.take("a.TXT", std::string("\xFF\xFE"
                                  "1\0.\0\x32\x75",
                                  8));
  CHECK(has(other.task(1), "title: 甲"));
  Office none;
  none.disk.files["a.md"] = book({{"甲", {"序号|重点任务"}}});
  none.disk.files["b.md"] = "只有一句话\n";
  CHECK(none.run("import a.md --new d --year 2024 --yes").exit == 2);
  CHECK(none.run("import b.md --new d --year 2024 --yes").exit == 2);
  CHECK(none.task(1).empty());
}

TEST_SUITE_END();

}  // namespace import_table_test
