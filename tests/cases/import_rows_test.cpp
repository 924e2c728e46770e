// SPDX-License-Identifier: MIT
//
// Which rows of a table are one task, what a merged cell says to each of them, and which items a
// notice has.
#include <doctest/doctest.h>

#include "base/text.h"
#include "intake/notice.h"
#include "intake/table.h"
#include "run.h"

namespace import_rows_test {

using namespace taizhang;

TEST_SUITE_BEGIN("import");

namespace {

const intake::TableOptions options{
    {*base::parse_date("2024-01-01").date, *base::parse_date("2024-12-31").date},
    *base::parse_date("2024-09-30").date};

/// The tasks of rows whose cells are parted by `|`.
intake::NewTasks tasks_of(const std::vector<std::string>& rows,
                          const std::vector<sheets::Merge>& merges = {}) {
  sheets::Sheet sheet{"甲", false, {}, merges};
  for (const std::string& row : rows) {
    sheet.rows.emplace_back();
    for (const std::string_view cell : base::split(row, '|')) {
      sheet.rows.back().push_back(sheets::cell_of_text(std::string(cell)));
    }
  }
  intake::NewTasks tasks;
  intake::read_table(sheet, options, tasks);
  intake::number_tasks(tasks.tasks, {});
  return tasks;
}

std::string names(const model::List<model::UnitName>& units) {
  std::string all;
  for (const auto& unit : units.items) all += unit->text + " ";
  return all;
}

std::string due(const model::Task& task) {
  return task.due->date ? base::iso(*task.due->date) : "standing";
}

}  // namespace

TEST_CASE("What is merged over several tasks is said of each, but for its figures") {
  const intake::NewTasks read =
      tasks_of({"序号|重点任务|任务来源|牵头单位|配合单位|责任领导|联系电话|完成时限|年度目标|备注",
                "1|甲|会议|县甲局|县乙局|王县长|123|9月底|新增5家|急", "2|乙|||||||", "3|丙|||||||",
                "4|丁||县丙局|||||新增6家|"},
               {{1, 2, 3, 2},
                {1, 3, 3, 3},
                {1, 4, 3, 4},
                {1, 5, 3, 5},
                {1, 6, 3, 6},
                {1, 7, 3, 7},
                {1, 8, 3, 8},
                {1, 9, 3, 9}});
  REQUIRE(read.tasks.size() == 4);
  for (std::size_t i = 0; i < 3; ++i) {
    const model::Task& task = read.tasks[i];
    CAPTURE(i);
    CHECK(*task.source.items.at(0) == "会议");
    CHECK(names(task.lead) == "县甲局 ");
    CHECK(names(task.support) == "县乙局 ");
    CHECK(*task.leader.items.at(0) == "王县长");
    CHECK(*task.contact == "123");
    CHECK(due(task) == "2024-09-30");
    CHECK(task.note.value_or("").find("急") != std::string::npos);
    CHECK(task.indicators.size() == (i == 0 ? 1 : 0));
  }
  CHECK(names(read.tasks[3].lead) == "县丙局 ");
  CHECK(read.tasks[3].source.items.empty());
  // One title with several numbers.
  const intake::NewTasks parts =
      tasks_of({"序号|重点任务|具体任务|牵头单位", "1|新增企业20家|子一|县甲局", "2||子二|县乙局"},
               {{1, 1, 2, 1}});
  REQUIRE(parts.tasks.size() == 2);
  CHECK(*parts.tasks[1].title == "新增企业20家");
  CHECK(*parts.tasks[1].text == "子二");
  CHECK(parts.tasks[0].indicators.size() == 1);
  CHECK(parts.tasks[1].indicators.size() == 0);
  CHECK(parts.not_understood.empty());
}

TEST_CASE("Two columns of numbers and a number that is taken are both kept") {
  const intake::NewTasks read =
      tasks_of({"序号|编号|重点任务|序号", "1|甲-1|甲|7", "1|甲-2|乙|8", "2|3|丙|"});
  REQUIRE(read.tasks.size() == 3);
  CHECK(*read.tasks[0].item == 1);
  CHECK(*read.tasks[0].no == "甲-1");
  CHECK(read.tasks[0].note->find("序号：7") != std::string::npos);
  CHECK(*read.tasks[1].item == 3);
  CHECK(*read.tasks[1].no == "甲-2");
  CHECK(read.tasks[1].note->find("序号：1") != std::string::npos);
  CHECK(*read.tasks[2].item == 2);
  CHECK(read.tasks[2].note->find("编号：3") != std::string::npos);
}

TEST_CASE("Heads that stand again are no task, and another table below is listed") {
  const intake::NewTasks read =
      tasks_of({"序号|重点任务|牵头单位", "1|甲|县甲局", "序号|重点任务|牵头单位", "2|乙|县乙局",
                "序号|单位|数", "1|县丙局|5"});
  REQUIRE(read.tasks.size() == 2);
  CHECK(*read.tasks[1].title == "乙");
  REQUIRE(read.not_understood.size() == 6);
  CHECK(read.not_understood[4].text == "县丙局");
}

TEST_CASE("A head that is merged too far down eats no task, and 一 in its column is a section") {
  const intake::NewTasks read =
      tasks_of({"序号|重点任务|牵头单位", "1|甲|县甲局", "2|乙|县乙局"}, {{0, 0, 1, 0}});
  REQUIRE(read.tasks.size() == 2);
  CHECK(names(read.tasks[0].lead) == "县甲局 ");
  const intake::NewTasks sections = tasks_of({"序号|重点任务|牵头单位", "一|产业", "1|甲|县甲局",
                                              "二|民生", "1|乙|县乙局", "注：以上按月报"},
                                             {{5, 0, 5, 2}});
  CHECK(sections.sections == std::vector<std::string>{"产业", "民生"});
  REQUIRE(sections.tasks.size() == 2);
  CHECK(*sections.tasks[1].section == 2);
  REQUIRE(sections.not_understood.size() == 3);
  CHECK(sections.not_understood[0].text == "注：以上按月报");
  CHECK(sections.not_understood[1].text == "一");
  CHECK(sections.not_understood[2].cell == "A4");
  // Tasks that are numbered so have no others beside them.
  CHECK(tasks_of({"序号|重点任务|牵头单位", "一|甲", "二|乙"}).tasks.size() == 2);
}

TEST_CASE("A title is one line of characters that a file may have") {
  const intake::NewTasks read =
      tasks_of({"序号|重点任务|备注", "1|建设\x1b县城\n新区\nAB\nCD 12|甲\x07乙"});
  REQUIRE(read.tasks.size() == 1);
  CHECK(*read.tasks[0].title == "建设县城新区AB CD 12");
  CHECK(read.tasks[0].note->find("甲乙") != std::string::npos);
}

TEST_CASE("Of stages in one cell the last is the due date and each is a milestone") {
  const intake::NewTasks read =
      tasks_of({"序号|重点任务|完成时限|阶段目标", "1|甲|6月底前完成一期，12月底前完成二期|",
                "2|乙|10月1日起|一季度完成3个，二季度完成6个"});
  REQUIRE(read.tasks.size() == 2);
  CHECK(due(read.tasks[0]) == "2024-12-31");
  REQUIRE(read.tasks[0].milestones.size() == 2);
  CHECK(base::iso(*read.tasks[0].milestones.items[0].due) == "2024-06-30");
  CHECK(*read.tasks[1].due_text == "10月1日起");
  CHECK(read.tasks[1].note->find("待确认：完成时限“10月1日起”") != std::string::npos);
  CHECK(read.tasks[1].milestones.size() == 2);
}

TEST_CASE("A unit that leads does not support as well") {
  const intake::NewTasks read =
      tasks_of({"序号|重点任务|牵头单位|责任单位", "1|甲|县甲局|县甲局、县乙局"});
  CHECK(names(read.tasks.at(0).lead) == "县甲局 ");
  CHECK(names(read.tasks.at(0).support) == "县乙局 ");
}

TEST_CASE("A notice numbers its items anew, under heads, in lists, and names its attachments") {
  const auto read = [](const char* text) {
    intake::NewTasks tasks = intake::read_notice(text, options);
    intake::number_tasks(tasks.tasks, {});
    return tasks;
  };
  const auto anew = read("一、产业\n1. 甲。\n2. 乙。\n二、民生\n1. 丙。\n附件：1.名单\n2.样表\n");
  REQUIRE(anew.tasks.size() == 3);
  CHECK(*anew.tasks[2].item == 3);
  CHECK(*anew.tasks[2].no == "1");
  CHECK(anew.not_understood.size() == 2);
  const auto heads = read(
      "# 通知\n## （一）产业\n### 1. 修路\n新建公路30公里（牵头单位：县交通局）。\n"
      "### 2. 建校\n新建学校5所。\n");
  CHECK(heads.title == "通知");
  CHECK(heads.sections == std::vector<std::string>{"产业"});
  REQUIRE(heads.tasks.size() == 2);
  CHECK(*heads.tasks[0].title == "修路");
  CHECK(*heads.tasks[0].text == "新建公路30公里。");
  CHECK(names(heads.tasks[0].lead) == "县交通局 ");
  const auto lower = read("# 通知\n## 产业\n1. 甲。\n## 民生\n2. 乙。\n");
  CHECK(lower.title == "通知");
  CHECK(lower.sections == std::vector<std::string>{"产业", "民生"});
  const auto list = read("1. 修路。建成\n- 公路3\n5 公里\n- 桥2座\n");
  CHECK(*list.tasks.at(0).text == "建成\n- 公路3 5 公里\n- 桥2座");
}

TEST_CASE("A number has the unit of its head") {
  const intake::NewTasks read = tasks_of({"序号|重点任务|年度目标（家）", "1|培育企业|30"});
  CHECK(*read.tasks.at(0).text == "30家");
  REQUIRE(read.tasks[0].indicators.size() == 1);
  CHECK(*read.tasks[0].indicators.items[0].unit == "家");
}

namespace {

/// A desk on a day of 2024: what the program writes stays on it.
class Desk {
 public:
  test::MemoryDisk disk;

  test::Outcome run(const std::string& line) {
    test::World world;
    world.today = "2024-09-30";
    const test::Outcome outcome = test::run(test::arguments_of(line), disk, world);
    for (const auto& [name, text] : disk.written) disk.files[name] = text;
    disk.written.clear();
    return outcome;
  }
};

}  // namespace

TEST_CASE("Rows of 其中 are parts of what stands above them") {
  const intake::NewTasks read = tasks_of(
      {"序号|重点任务|年度目标|牵头单位|完成时限", "1|甲|新增床位300张|县甲局|年底",
       "|其中：中医院|新增床位100张||", "|县医院|新增床位200张||", "2|乙|新增5家|县乙局|年底"});
  REQUIRE(read.tasks.size() == 2);
  const auto& indicators = read.tasks[0].indicators.items;
  REQUIRE(indicators.size() == 3);
  CHECK_FALSE(indicators[0].part_of);
  for (const std::size_t i : {1, 2}) {
    CHECK(*indicators[i].part_of == "n1");
    CHECK(*indicators[i].weight == base::Decimal());
  }
  CHECK(*indicators[1].name == "中医院新增床位");
}

TEST_CASE("Under rows of sections a column of kinds is of tags, and what signs a table is listed") {
  const intake::NewTasks read =
      tasks_of({"附件2", "甲县任务表", "序|类别|事项|目标任务|牵头单位|办理要求|完成时限",
                "一、工业提质||||||", "1|工业|甲|新增5家|县E局和县F局|快|年底", "二、民生||||||",
                "2|民生|乙|新增6家|县发展和改革局||年底", "|||填表人：吴某|审核人：郑某||"});
  REQUIRE(read.tasks.size() == 2);
  CHECK(read.title == "甲县任务表");
  CHECK(read.sections == std::vector<std::string>{"工业提质", "民生"});
  CHECK(*read.tasks[1].section == 2);
  REQUIRE(read.tasks[1].tags.items.size() == 1);
  CHECK(*read.tasks[1].tags.items[0] == "民生");
  CHECK(names(read.tasks[0].lead) == "县E局 县F局 ");
  CHECK(names(read.tasks[1].lead) == "县发展和改革局 ");
  CHECK(read.tasks[1].leader.items.empty());
  CHECK(read.unknown_columns == std::vector<std::string>{"办理要求"});
  std::string listed;
  for (const auto& one : read.not_understood) listed += one.text + " ";
  CHECK(listed == "附件2 填表人：吴某 审核人：郑某 ");
}

TEST_CASE(
    "Lines of an item that name its units and its due date are read, and a signature is not") {
  const std::string text =
      "通知\n\n1.甲事。新增10家。\n牵头单位：县A局\n完成时限：9月底前\n\n2.乙事。新增5家。\n"
      "牵头单位：县B局；配合单位：县C局\n\n戊县人民政府办公室\n2024年3月15日\n";
  const intake::NewTasks read = intake::read_notice(text, options);
  REQUIRE(read.tasks.size() == 2);
  CHECK(names(read.tasks[0].lead) == "县A局 ");
  CHECK(due(read.tasks[0]) == "2024-09-30");
  CHECK(*read.tasks[0].text == "新增10家。");
  CHECK(names(read.tasks[1].lead) == "县B局 ");
  CHECK(names(read.tasks[1].support) == "县C局 ");
  CHECK(*read.tasks[1].text == "新增5家。");
  std::string listed;
  for (const auto& one : read.not_understood) listed += one.text + " ";
  CHECK(listed == "戊县人民政府办公室 2024年3月15日 ");
}

TEST_CASE("A unit is called as the registry does, and what is there already is named") {
  Desk desk;
  const std::string heads = "序号,重点任务,牵头单位,责任单位\n";
  desk.disk.files["a.csv"] = heads + "1,甲,县发改局,县工信局\n";
  CHECK(desk.run("import a.csv --new d --year 2024 --yes").exit == 0);
  std::string& units = desk.disk.files["d/tasks/units.yaml"];
  const std::string unit = "name: 县发改局,";
  REQUIRE(units.find(unit) != units.npos);
  units.replace(units.find(unit), unit.size(),
                unit + " full_name: 县发展和改革局, aliases: [县发改委],");
  desk.disk.files["b.csv"] =
      heads + "1,甲,县发改委,县工信局\n2,乙,县发改委,县发展和改革局、县财政局\n";
  const test::Outcome taken = desk.run("import b.csv --new d --yes");
  CAPTURE(taken.err);
  CHECK(taken.exit == 0);
  CHECK(taken.out.find("没有收进来：甲（台账里已经有了）") != std::string::npos);
  CHECK(taken.err.find("单位“县发改委”按名录写作“县发改局”") != std::string::npos);
  const std::string task = desk.disk.files["d/tasks/2024/002-task.yaml"];
  CHECK(task.find("lead: [县发改局]\nsupport: [县财政局]") != std::string::npos);
  CHECK(desk.disk.files["d/tasks/units.yaml"].find("name: 县发改委") == std::string::npos);
  CHECK(desk.run("check -C d").err.find("E42") == std::string::npos);
}

TEST_CASE("The year of --year is one of the ledger's") {
  Desk desk;
  desk.disk.files["a.csv"] = "序号,重点任务,牵头单位\n1,甲,县甲局\n";
  desk.disk.files["b.csv"] = "序号,重点任务,牵头单位\n1,乙,县甲局\n";
  CHECK(desk.run("import a.csv --new d --year 2024 --yes").exit == 0);
  CHECK(desk.run("import b.csv --new d --year 2023 --yes").exit == 2);
  CHECK(desk.run("import b.csv --new d --year 2024 --yes").exit == 0);
}

TEST_SUITE_END();

}  // namespace import_rows_test
