// SPDX-License-Identifier: MIT
//
// The way of a form: made, filled in by whatever program, read back. What was in the files stays.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "example_ledgers.h"
#include "intake/cell_values.h"
#include "intake/entries.h"
#include "intake/filled.h"
#include "ledgers.h"
#include "run.h"

namespace import_test {

using namespace taizhang;
using intake::FormColumn;
using sheets::Cell;
using sheets::CellKind;

TEST_SUITE_BEGIN("import");

namespace {

/// Run a line and let what it wrote stay on the disk.
test::Outcome run(test::MemoryDisk& disk, const std::string& line) {
  test::World world;
  world.today = "2024-09-04";
  const test::Outcome outcome = test::run(test::arguments_of(line), disk, world);
  for (const auto& [name, text] : disk.written) disk.files[name] = text;
  disk.written.clear();
  return outcome;
}

/// Fill a cell of a form that was written as csv: the one of `column` in the row at `address`.
void fill(std::string& form, const std::string& address, FormColumn column,
          const std::string& text) {
  std::vector<std::string> lines;
  for (std::string_view line : base::split(form, '\n')) lines.emplace_back(line);
  for (std::string& line : lines) {
    if (!line.starts_with(address + ",")) continue;
    std::vector<std::string> cells;
    for (std::string_view cell : base::split(line, ',')) cells.emplace_back(cell);
    cells.at(static_cast<std::size_t>(column)) = "\"" + text + "\"";
    line = base::joined(cells, ",");
  }
  form = base::joined(lines, "\n");
}

std::string files_text(const test::MemoryDisk& disk) {
  std::string text;
  for (const auto& [path, file] : disk.files) {
    if (path.ends_with(".yaml")) text += file;
  }
  return text;
}

/// How many lines of `before` are gone.
std::size_t lost_lines(const std::string& before, const std::string& after) {
  std::multiset<std::string_view> left;
  for (std::string_view line : base::split(after, '\n')) left.insert(line);
  std::size_t lost = 0;
  for (std::string_view line : base::split(before, '\n')) {
    const auto found = left.find(line);
    if (found == left.end())
      ++lost;
    else
      left.erase(found);
  }
  return lost;
}

const std::string city = "forms/县城投公司-2024-08.csv";
const std::string school = "forms/县教育局-2024-08.csv";

test::MemoryDisk with_forms() {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  REQUIRE(run(disk, "form --period 2024-08 --format csv forms").exit == 0);
  REQUIRE(disk.files.contains(city));
  REQUIRE(disk.files.contains(school));
  return disk;
}

}  // namespace

TEST_CASE("What people put into a cell is taken for what it is, and that is said") {
  struct Example {
    Cell cell;
    const char* unit;
    const char* value;  ///< empty where it is refused
    bool noted;
  };
  const std::vector<Example> examples{
      {{CellKind::number, "131"}, "个", "131", false},
      {{CellKind::text, "1,600"}, "个", "1600", true},
      {{CellKind::text, "１６００"}, "个", "1600", true},
      {{CellKind::text, "1，600"}, "个", "1600", true},
      {{CellKind::text, "131个"}, "个", "131", true},
      {{CellKind::text, " 12.50 万元 "}, "万元", "12.5", true},
      {{CellKind::text, "45%"}, "%", "45", true},
      {{CellKind::text, "45％"}, "%", "45", true},
      {{CellKind::number, "0.45", true}, "%", "45", true},
      {{CellKind::number, "0"}, "个", "0", false},
      {{CellKind::text, "96000万元"}, "亿元", "9.6", true},
      {{CellKind::text, "1,200千瓦"}, "万千瓦", "0.12", true},
      {{CellKind::text, "0.5亿元"}, "元", "50000000", true},
      {{CellKind::text, "0.37万"}, "人", "3700", true},
      {{CellKind::text, "0.37万"}, "万元", "0.37", true},
      {{CellKind::text, "8.3个百分点"}, "%", "", false},
      {{CellKind::text, "1元"}, "万亿元", "", false},
      {{CellKind::text, "3公里"}, "米", "", false},
      {{CellKind::formula, "=A1+1"}, "个", "", false},
      {{CellKind::text, "-3,5"}, "个", "", false},
      {{CellKind::text, "16,00"}, "个", "", false},
      {{CellKind::text, "约130"}, "个", "", false},
      {{CellKind::text, "130家"}, "个", "", false},
      {{CellKind::date, "2024-09-30"}, "个", "", false},
      {{CellKind::number, "0.45", true}, "个", "", false},
      {{CellKind::error, "#REF!"}, "个", "", false},
  };
  for (const Example& example : examples) {
    CAPTURE(example.cell.text);
    const auto taken = intake::number_in(example.cell, example.unit);
    CHECK((taken.value ? taken.value->text() : "") == example.value);
    CHECK(!taken.note.empty() == example.noted);
    CHECK(taken.fault.empty() == taken.value.has_value());
  }
  CHECK(intake::number_in({CellKind::text, "131个"}, "家").fault.in(base::Language::zh) ==
        "“131个”写的单位是“个”，计量单位是“家”；换算好，只填数");
  CHECK(intake::text_in({CellKind::number, "0.55", true}) == "55%");
  CHECK(intake::text_in({CellKind::number, "0.55"}) == "0.55");
  for (const char* error : {"#NAME?", "#REF!", "#DIV/0!", "Err:508"}) {
    CHECK(sheets::cell_of_text(error).kind == CellKind::error);
  }
  CHECK(sheets::cell_of_text("#12 站").kind == CellKind::text);
  CHECK_FALSE(intake::number_in({}, "个").value);
  CHECK(intake::number_in({}, "个").fault.empty());
  for (const char* day : {"2024-09-30", "2024年9月30日", "2024/9/30", "2024.9.30", "45565"}) {
    CAPTURE(day);
    const auto taken = intake::date_in({CellKind::text, day});
    REQUIRE(taken.value);
    CHECK(base::iso(*taken.value) == "2024-09-30");
    CHECK(!taken.note.empty() == (std::string(day) != "2024-09-30"));
  }
  CHECK_FALSE(intake::date_in({CellKind::text, "2024-02-30"}).value);
  CHECK_FALSE(intake::date_in({CellKind::text, "9月底前"}).value);
}

TEST_CASE("A form that is filled in is taken over, once") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::value, "2，6.5公里");
  fill(disk.files[city], "1/pipes", FormColumn::done, "城南片区完工: 验收 #1");
  fill(disk.files[school], "2/built", FormColumn::value, "３");
  fill(disk.files[school], "2/coverage", FormColumn::value, "0");
  const std::string before = files_text(disk);
  const std::string line = "import " + city + " " + school;
  const test::Outcome shown = run(disk, line + " --dry-run");
  CHECK(shown.exit == 1);  // 2，6.5 is no number
  CHECK(files_text(disk) == before);
  CHECK(shown.out.find("I5  1/pipes  不收") != shown.out.npos);
  fill(disk.files[city], "1/pipes", FormColumn::value, "26.5公里");
  const test::Outcome taken = run(disk, line + " --yes");
  CHECK(taken.exit == 0);
  CHECK(taken.out.find("“３”按 3 计") != taken.out.npos);
  CHECK(taken.out.find("新报 4") != taken.out.npos);
  const std::string after = files_text(disk);
  CHECK(lost_lines(before, after) == 0);
  CHECK(after.find("value: 26.5, reported: 2024-09-04, by: 县城投公司") != after.npos);
  CHECK(after.find("value: 3, reported: 2024-09-04, by: 县教育局") != after.npos);
  CHECK(after.find("value: 0, reported") != after.npos);
  CHECK(after.find("城南片区完工: 验收 #1") != after.npos);
  const test::Outcome again = run(disk, line + " --yes");
  CHECK(again.exit == 0);
  CHECK(again.out.find("新报 0，更正 0，不变 4，不收 0") != again.out.npos);
  CHECK(files_text(disk) == after);
  CHECK(run(disk, "check").exit == 0);
}

TEST_CASE("Another figure than the one reported is a correction and needs its reason") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::value, "26.5");
  REQUIRE(run(disk, "import " + city + " --yes").exit == 0);
  const std::string before = files_text(disk);
  fill(disk.files[city], "1/pipes", FormColumn::value, "25.5");
  const test::Outcome bare = run(disk, "import " + city + " --yes");
  CHECK(bare.exit == 1);
  CHECK(bare.out.find("要写更正原因") != bare.out.npos);
  CHECK(files_text(disk) == before);
  fill(disk.files[city], "1/pipes", FormColumn::reason, "一公里重复计算");
  const test::Outcome corrected = run(disk, "import " + city + " --yes");
  CHECK(corrected.exit == 0);
  CHECK(corrected.out.find("更正 1") != corrected.out.npos);
  CHECK(files_text(disk).find("value: 25.5, reported: 2024-09-04, by: 县城投公司, corrects: r5, "
                              "reason: 一公里重复计算") != std::string::npos);
  CHECK(run(disk, "check").exit == 0);
  CHECK(run(disk, "import " + city + " --yes").out.find("不变 1") != std::string::npos);
}

TEST_CASE("A row that would be an error is refused by its rule, the others are taken") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::value, "3");
  fill(disk.files[city], "1/pipes", FormColumn::done, "照常");
  fill(disk.files[school], "2/built", FormColumn::value, "3");
  const test::Outcome late = run(disk, "import " + school + " --dry-run --as-of 2026-11-26");
  CHECK(late.out.find("E56") != late.out.npos);
  CHECK(late.err.find("没有写的日子按 2026-11-26 计；补记以前的，用 --as-of") != late.err.npos);
  const test::Outcome taken = run(disk, "import " + city + " " + school + " --yes");
  CHECK(taken.exit == 1);
  CHECK(taken.out.find("1/pipes  不收  E32") != taken.out.npos);
  CHECK(taken.out.find("新报 2，更正 0，不变 0，不收 1") != taken.out.npos);
  CHECK(taken.err.find("--as-of") == taken.err.npos);
  CHECK(files_text(disk).find("done: 照常") != std::string::npos);
  CHECK(run(disk, "check").exit == 0);
}

TEST_CASE("A row whose address is spoilt is known by its number and names") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::value, "26.5");
  const std::size_t at = disk.files[city].find("1/pipes");
  disk.files[city].replace(at, 7, "1/pipe");
  const test::Outcome taken = run(disk, "import " + city + " --yes");
  CHECK(taken.exit == 0);
  CHECK(taken.out.find("按序号和名称认出") != taken.out.npos);
  CHECK(files_text(disk).find("value: 26.5") != std::string::npos);
}

TEST_CASE("Address and names that are of two things are refused, and so is another unit") {
  struct Row {
    const char* text;
    const char* said;  ///< empty where it is taken
  };
  const std::vector<Row> rows{
      {"1/pipes,1,改造城区供水管网,改造供水管网,公里,26.5", ""},
      {"1/pipes,１,改造城区 供水管网,,,26.5", ""},
      {"1/pipes,2,改造城区供水管网,改造供水管网,公里,26.5", "序号是“2”"},
      {"1/pipes,1,新建公办幼儿园,改造供水管网,公里,26.5", "任务是“新建公办幼儿园”"},
      {"1/pipes,1,改造城区供水管网,供水管网漏损率,公里,26.5", "指标是“供水管网漏损率”"},
      {"1/pipes,1,改造城区供水管网,改造供水管网,米,26500", "台账里是“公里”"},
      {",1,改造城区供水管网,改造供水管网,米,26500", "台账里是“公里”"},
      {"1,2,改造城区供水管网,,,", ""},  // nothing is filled in
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    test::MemoryDisk disk = test::disk_with_ledger("linshui");
    const std::string before = files_text(disk);
    disk.files["r.csv"] = "地址,序号,任务,指标,计量单位,本期累计\n" + std::string(row.text) + "\n";
    const test::Outcome taken = run(disk, "import r.csv --date 2024-08-31 --by 县城投公司 --yes");
    const bool refused = std::string_view(row.said).size() > 0;
    CHECK(taken.exit == (refused ? 1 : 0));
    CHECK((taken.out.find("不收  ") != taken.out.npos) == refused);
    CHECK(taken.out.find(row.said) != taken.out.npos);
    if (refused) CHECK(files_text(disk) == before);
  }
}

TEST_CASE("Words that a formula could not work out are refused cell by cell") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::done, "#REF!");
  fill(disk.files[city], "1/pipes", FormColumn::next, "开工北段");
  const test::Outcome taken = run(disk, "import " + city + " --yes");
  CHECK(taken.exit == 1);
  CHECK(taken.out.find("K5  1/pipes  不收  公式出错（#REF!），不收") != taken.out.npos);
  CHECK(files_text(disk).find("#REF!") == std::string::npos);
  CHECK(files_text(disk).find("next: 开工北段") != std::string::npos);
}

TEST_CASE("A second form of a period has what was said, and coming back as it is changes nothing") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::done, "城南片区完工");
  fill(disk.files[city], "1/pipes", FormColumn::problems, "迁改慢");
  fill(disk.files[city], "1/pipes", FormColumn::next, "开工北段");
  fill(disk.files[city], "1/pipes", FormColumn::verdict, "滞后");
  REQUIRE(run(disk, "import " + city + " --yes").exit == 0);
  const std::string before = files_text(disk);
  REQUIRE(run(disk, "form --period 2024-08 --format csv again").exit == 0);
  const std::string second = "again/县城投公司-2024-08.csv";
  CHECK(disk.files[second].find("城南片区完工,迁改慢,开工北段,滞后") != std::string::npos);
  const test::Outcome same = run(disk, "import " + second + " --yes");
  CHECK(same.out.find("新报 0，更正 0，不变 1") != same.out.npos);
  CHECK(files_text(disk) == before);
  fill(disk.files[second], "1/pipes", FormColumn::done, "城南片区验收");
  CHECK(run(disk, "import " + second + " --yes").out.find("新报 1") != std::string::npos);
  const std::string report =
      run(disk, "report ledger --as-of 2024-08-31 --known-by 2024-09-04 --format csv").out;
  for (const char* said : {"城南片区验收", "迁改慢", "开工北段"}) {
    CAPTURE(said);
    CHECK(report.find(said) != report.npos);
  }
  // What is cleared is no longer so.
  fill(disk.files[second], "1/pipes", FormColumn::problems, "");
  CHECK(run(disk, "import " + second + " --yes").out.find("新报 1") != std::string::npos);
  CHECK(run(disk, "report ledger --as-of 2024-08-31 --known-by 2024-09-04 --format csv")
            .out.find("迁改慢") == std::string::npos);
}

TEST_CASE("A verdict that comes later is put to the words that are there") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::done, "城南片区完工");
  fill(disk.files[city], "1/pipes", FormColumn::verdict, "较好");
  const test::Outcome first = run(disk, "import " + city + " --yes");
  CHECK(first.out.find("“较好”不认得") != first.out.npos);
  CHECK(first.out.find("新报  进展“城南片区完工”\n") != first.out.npos);
  fill(disk.files[city], "1/pipes", FormColumn::verdict, "滞后");
  const std::string before = files_text(disk);
  const test::Outcome second = run(disk, "import " + city + " --yes");
  CAPTURE(second.out);
  CHECK(second.exit == 0);
  CHECK(second.out.find("新报 1") != second.out.npos);
  const std::string after = files_text(disk);
  CHECK(lost_lines(before, after) <= 1);
  const auto count = [&](const std::string& text) {
    std::size_t times = 0;
    for (std::size_t at = text.find("城南片区完工"); at != text.npos;
         at = text.find("城南片区完工", at + 1))
      ++times;
    return times;
  };
  CHECK(count(after) == 1);
  const test::Outcome third = run(disk, "import " + city + " --yes");
  CHECK(third.out.find("新报 0，更正 0，不变 1") != third.out.npos);
  CHECK(files_text(disk) == after);
}

TEST_CASE("A figure that the form had and that is cleared is told") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::value, "28");
  REQUIRE(run(disk, "import " + city + " --yes").exit == 0);
  REQUIRE(run(disk, "form --period 2024-08 --format csv again").exit == 0);
  const std::string second = "again/县城投公司-2024-08.csv";
  fill(disk.files[second], "1/pipes", FormColumn::value, "");
  const std::string before = files_text(disk);
  const test::Outcome cleared = run(disk, "import " + second + " --yes");
  CHECK(cleared.out.find("本期累计空了：台账里是“28”") != cleared.out.npos);
  CHECK(files_text(disk) == before);
}

TEST_CASE("A number with words beside it is named by what to give instead") {
  const auto fault = [](const std::string& text) {
    return intake::number_in(Cell{CellKind::text, text}, "万元").fault.in(base::Language::zh);
  };
  CHECK(fault("下降2.1%").find("填 -2.1") != std::string::npos);
  CHECK(fault("1300左右").find("只填 1300") != std::string::npos);
  CHECK(fault("1600（含结转）").find("只填 1600") != std::string::npos);
  CHECK(fault("1600万元整").find("只填 1600") != std::string::npos);
}

TEST_CASE("What is compared is reported with what it is compared with") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& task = disk.files["tasks/2024/002-kindergartens.yaml"];
  const std::size_t at = task.find("    target: 60\n");
  REQUIRE(at != task.npos);
  task.replace(at, 15, "    than: {name: 全市平均}\n");
  REQUIRE(run(disk, "form --period 2024-08 --format csv forms").exit == 0);
  CHECK(disk.files[school].find(",自评,比较值") != std::string::npos);
  CHECK(disk.files[city].find("比较值") == std::string::npos);
  fill(disk.files[school], "2/coverage", FormColumn::benchmark, "54.1");
  CHECK(run(disk, "import " + school + " --yes").out.find("写了比较值，没有写数") !=
        std::string::npos);
  fill(disk.files[school], "2/coverage", FormColumn::value, "55.3");
  fill(disk.files[school], "2/coverage", FormColumn::benchmark, "");
  CHECK(run(disk, "import " + school + " --yes").exit == 0);
  // It may come later, and needs no reason then; another one does.
  fill(disk.files[school], "2/coverage", FormColumn::benchmark, "54.1");
  CHECK(run(disk, "import " + school + " --yes").out.find("更正 1") != std::string::npos);
  CHECK(files_text(disk).find("value: 55.3, benchmark: 54.1") != std::string::npos);
  CHECK(run(disk, "import " + school + " --yes").out.find("不变 1") != std::string::npos);
  fill(disk.files[school], "2/coverage", FormColumn::benchmark, "54.2");
  CHECK(run(disk, "import " + school + " --yes").out.find("要写更正原因") != std::string::npos);
  CHECK(run(disk, "check").exit == 0);
}

TEST_CASE("A return of a task that is over says so") {
  test::MemoryDisk disk = with_forms();
  fill(disk.files[school], "2/built", FormColumn::value, "3");
  REQUIRE(
      run(disk, "record status 2 closed --approved-by 县政府办公室 --date 2024-09-02 --yes").exit ==
      0);
  const test::Outcome taken = run(disk, "import " + school + " --yes");
  CHECK(taken.exit == 0);
  CHECK(taken.out.find("2/built 自 2024-09-02 起已销号；照记，指标照算") != taken.out.npos);
}

TEST_CASE("The form comes back as each program saves it") {
  for (const char* name :
       {"return.xlsx", "return-libreoffice.xlsx", "return.ods", "return-gb18030.csv"}) {
    CAPTURE(name);
    test::MemoryDisk disk = test::disk_with_ledger("linshui");
    disk.files[name] = test::source_text(std::string("tests/sheets/") + name);
    const test::Outcome taken = run(disk, std::string("import ") + name + " --yes");
    CAPTURE(taken.err);
    CHECK(taken.exit == 0);
    CHECK(taken.out.find("新报 2，更正 0，不变 0，不收 0") != taken.out.npos);
    CHECK(files_text(disk).find("date: 2024-08-31, value: 26.5") != std::string::npos);
    CHECK(files_text(disk).find("城南片区完工") != std::string::npos);
  }
}

TEST_CASE("Every filled cell that nothing is done with is told by its place") {
  test::MemoryDisk disk = with_forms();
  std::string& form = disk.files[city];
  fill(form, "1/pipes", FormColumn::value, "26.5");
  fill(form, "1/pipes", FormColumn::reason, "并入城北片区");
  std::vector<std::string> lines;
  for (std::string_view line : base::split(form, '\n')) lines.emplace_back(line);
  for (std::string& line : lines) {
    if (line.starts_with("地址,")) line += ",情况说明,本期累计";
    if (line.starts_with("1/pipes,")) line += ",含在建,27,表外的话";
  }
  lines.insert(lines.begin() + 3, "填表人：王某");
  lines.insert(lines.end() - 1, "说明：九月停工");
  form = base::joined(lines, "\n");
  const test::Outcome taken = run(disk, "import " + city + " --yes");
  CHECK(taken.exit == 0);
  for (const char* cell :
       {"A4  没有收  “填表人：王某”", "没有收  “含在建”", "没有收  “27”", "没有收  “表外的话”",
        "没有收  “说明：九月停工”", "J6  1/pipes  没有收  “并入城北片区”：第一次报",
        "新报 1，更正 0，不变 0，不收 0；没有收的格子 6"}) {
    CAPTURE(cell);
    CHECK(taken.out.find(cell) != taken.out.npos);
  }
  CHECK(files_text(disk).find("并入城北片区") == std::string::npos);
  // The same file again: a reason beside a figure that stands.
  const test::Outcome again = run(disk, "import " + city + " --yes");
  CHECK(again.out.find("“并入城北片区”：数没有变") != again.out.npos);
  CHECK(run(disk, "import " + school + " --yes").out.find("没有收") == std::string::npos);
}

TEST_CASE("A form that is older than a later correction, or withdrawal, does not turn it back") {
  for (const std::string reason : {"", "漏计"}) {
    CAPTURE(reason);
    test::MemoryDisk disk = with_forms();
    if (!reason.empty()) {
      fill(disk.files[city], "1/pipes", FormColumn::value, "25");
      REQUIRE(run(disk, "import " + city + " --yes").exit == 0);
      fill(disk.files[city], "1/pipes", FormColumn::reason, reason);
    }
    fill(disk.files[city], "1/pipes", FormColumn::value, "26.5");
    REQUIRE(run(disk, "import " + city + " --yes").exit == 0);
    const std::string older = disk.files[city];
    fill(disk.files[city], "1/pipes", FormColumn::value, "25.5");
    fill(disk.files[city], "1/pipes", FormColumn::reason, "一公里重复计算");
    REQUIRE(run(disk, "import " + city + " --yes").out.find("更正 1") != std::string::npos);
    const std::string after = files_text(disk);
    disk.files[city] = older;
    const test::Outcome again = run(disk, "import " + city + " --yes");
    CHECK(again.exit == 0);
    CHECK(again.out.find("26.5 已收过（r") != again.out.npos);
    CHECK(again.out.find("之后改为 25.5（r") != again.out.npos);
    CHECK(files_text(disk) == after);
    fill(disk.files[city], "1/pipes", FormColumn::reason, "复核后恢复");
    CHECK(run(disk, "import " + city + " --yes").out.find("更正 1") != std::string::npos);
  }
  test::MemoryDisk disk = with_forms();
  fill(disk.files[city], "1/pipes", FormColumn::value, "26.5");
  REQUIRE(run(disk, "import " + city + " --yes").exit == 0);
  REQUIRE(run(disk, "record 1/pipes --corrects r5 --reason 误报 --yes").exit == 0);
  const std::string after = files_text(disk);
  CHECK(run(disk, "import " + city + " --yes").out.find("26.5 已收过（r5）") != std::string::npos);
  CHECK(files_text(disk) == after);
}

TEST_CASE(
    "Two rows of one thing with different figures are refused, both; so are words, and fast") {
  test::MemoryDisk disk = with_forms();
  std::string& form = disk.files[city];
  fill(form, "1/pipes", FormColumn::value, "26.5");
  const std::size_t begin = form.find("1/pipes,");
  const std::size_t end = form.find('\n', begin);
  const std::string row = form.substr(begin, end + 1 - begin);
  std::string other = "\n" + row;
  fill(other, "1/pipes", FormColumn::value, "27");
  form.insert(end + 1, other.substr(1));
  const std::string before = files_text(disk);
  const test::Outcome taken = run(disk, "import " + city + " --yes");
  CHECK(taken.exit == 1);
  CHECK(taken.out.find("I5  1/pipes  不收  同一项填了两个数，另一个是 27") != taken.out.npos);
  CHECK(taken.out.find("I6  1/pipes  不收  同一项填了两个数，另一个是 26.5") != taken.out.npos);
  CHECK(files_text(disk) == before);
  // So many rows of one task, each with other words.
  constexpr int rows = 2000;
  form.erase(begin);
  for (int i = 0; i < rows; ++i) {
    std::string one = "\n" + row;
    fill(one, "1/pipes", FormColumn::done, "第" + std::to_string(i) + "段");
    form += one.substr(1);
  }
  const std::string told = run(disk, "import " + city + " --yes").out;
  CHECK(told.find("新报 1，") != std::string::npos);
  CHECK(told.find("不收 " + std::to_string(rows)) != std::string::npos);
  CHECK(run(disk, "check").exit == 0);
}

TEST_CASE("Tabs and semicolons part the cells of a form as well, and ranks are places") {
  for (const char mark : {'\t', ';'}) {
    test::MemoryDisk disk = with_forms();
    fill(disk.files[city], "1/pipes", FormColumn::value, "26.5");
    std::ranges::replace(disk.files[city], ',', mark);
    CHECK(run(disk, "import " + city + " --yes").out.find("新报 1") != std::string::npos);
  }
  model::Indicator rank{source::start_of(0)};
  rank.kind.value = model::Kind::rank;
  rank.of.value = 13;
  for (const char* value : {"0", "-1", "2.5", "14"}) {
    CAPTURE(value);
    CHECK_FALSE(intake::fault_of_rank(rank, *base::Decimal::parse(value).decimal).empty());
  }
  for (const char* value : {"1", "13"}) {
    CHECK(intake::fault_of_rank(rank, *base::Decimal::parse(value).decimal).empty());
  }
}

TEST_CASE("No form is made for a period that no plan has") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const test::Outcome outcome = run(disk, "form --period 2025-01 forms");
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("2025-01-01 至 2025-01-31 不在计划的周期里") != outcome.err.npos);
  CHECK(outcome.err.find("2024-01-01—2024-12-31") != outcome.err.npos);
  CHECK(disk.written.empty());
}

TEST_CASE("What is no form is refused") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["a.xls"] = "\xD0\xCF\x11\xE0";
  disk.files["a.csv"] = "甲,乙\n1,2\n";
  disk.files["b.csv"] = "地址,本期累计\n1/pipes,26.5\n";
  CHECK(run(disk, "import a.xls --yes").exit == 2);
  CHECK(run(disk, "import a.csv --yes").exit == 2);
  CHECK(run(disk, "import b.csv --yes").exit == 2);  // of which day?
  CHECK(run(disk, "import c.csv --yes").exit == 2);
  CHECK(run(disk, "import b.csv --date 2024-08-31 --by 县城投公司 --yes").exit == 0);
}

TEST_CASE("In any ledger the forms of all units come back whole") {
  int added = 0;
  for (const std::uint64_t seed : {3u, 8u}) {
    example::Options options = test::with_seed(seed);
    options.tasks = 30;
    test::MemoryDisk disk = test::disk_with_example(options);
    REQUIRE(run(disk, "form --period 2024-12 --format csv forms").exit == 0);
    std::string files;
    for (const auto& [path, text] : disk.files) {
      if (path.starts_with("forms/")) files += " " + path;
    }
    for (auto& [path, text] : disk.files) {
      if (!path.starts_with("forms/")) continue;
      // What is known is reported again as the new total, and a word with it.
      for (const auto& form : intake::forms_in(sheets::read(text, path), path)) {
        for (const auto& row : form.rows) {
          const std::string address = row.at(FormColumn::address).text;
          fill(text, address, FormColumn::done, "进展: " + row.at(FormColumn::item).text);
          if (row.at(FormColumn::value).text.empty()) {
            fill(text, address, FormColumn::value, row.at(FormColumn::last).text);
          }
        }
      }
    }
    const std::string before = files_text(disk);
    const test::Outcome taken = run(disk, "import" + files + " --yes --as-of 2025-01-04");
    CHECK(taken.exit <= 1);
    const std::string after = files_text(disk);
    CHECK(lost_lines(before, after) <= static_cast<std::size_t>(options.tasks));
    const std::size_t at = taken.out.rfind("新报 ");
    REQUIRE(at != taken.out.npos);
    added += std::stoi(taken.out.substr(at + std::string("新报 ").size()));
    run(disk, "import" + files + " --yes --as-of 2025-01-04");
    CHECK(files_text(disk) == after);
  }
  CHECK(added >= 60);
}

TEST_SUITE_END();

}  // namespace import_test
