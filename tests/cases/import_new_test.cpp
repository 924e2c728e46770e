// SPDX-License-Identifier: MIT
//
// Tables and notices of offices become tasks. Nothing of them is lost: every cell and every number
// is in a file or in a list.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "base/text.h"
#include "intake/cell_words.h"
#include "intake/named_parts.h"
#include "intake/notice.h"
#include "intake/numbers.h"
#include "intake/table.h"
#include "ledgers.h"
#include "run.h"

namespace import_new_test {

using namespace taizhang;

TEST_SUITE_BEGIN("import");

namespace {

base::Date day(const char* iso) { return *base::parse_date(iso).date; }

const intake::TableOptions options{{day("2024-01-01"), day("2024-12-31")}, day("2024-09-30")};

/// What is promised, in the words of notice-expected.txt.
std::string in_short(const model::Indicator& indicator) {
  std::string text = std::string(model::name(*indicator.qualifier)) + " ";
  if (indicator.than.name)
    text += "than " + *indicator.than.name;
  else
    text += indicator.target->number->text() + " " + *indicator.unit;
  text += " " + std::string(model::name(*indicator.commitment));
  return indicator.part_of ? text + " part" : text;
}

std::string names(const model::List<model::UnitName>& units) {
  std::vector<std::string> all;
  for (const auto& unit : units.items) all.push_back(unit->text);
  return base::joined(all, "、");
}

std::string without_marks(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view(" \n\r\\\"").find(c) == std::string_view::npos) result += c;
  }
  return result;
}

test::Outcome run(test::MemoryDisk& disk, const std::string& line) {
  test::World world;
  world.today = "2024-09-30";
  const test::Outcome outcome = test::run(test::arguments_of(line), disk, world);
  for (const auto& [name, text] : disk.written) disk.files[name] = text;
  disk.written.clear();
  return outcome;
}

std::string tasks_text(const test::MemoryDisk& disk) {
  std::string text;
  for (const auto& [path, file] : disk.files) {
    if (path.ends_with(".yaml")) text += file;
  }
  return text;
}

}  // namespace

TEST_CASE("Words for a due date mean a day of the plan") {
  const auto due = [](const char* text) {
    const auto found = intake::due_in(text, options.period);
    return !found ? std::string("none") : found->date ? base::iso(*found->date) : "standing";
  };
  CHECK(due("9月底前") == "2024-09-30");
  CHECK(due("2月底") == "2024-02-29");
  CHECK(due("年底前") == "2024-12-31");
  CHECK(due("全年") == "2024-12-31");
  CHECK(due("常态化") == "standing");
  CHECK(due("长期坚持") == "standing");
  CHECK(due("2023年12月") == "2023-12-31");
  CHECK(due("10月15日前") == "2024-10-15");
  CHECK(due("第三季度") == "2024-09-30");
  CHECK(due("上半年") == "2024-06-30");
  CHECK(due("明年6月底") == "2025-06-30");
  CHECK(due("次年一季度") == "2025-03-31");
  CHECK(due("明年底") == "2025-12-31");
  CHECK(due("2024年1月至9月") == "2024-09-30");
  CHECK(due("2024年9月—12月") == "2024-12-31");
  CHECK(due("9-10月") == "2024-10-31");
  CHECK(due("2024-2026年") == "2026-12-31");
  CHECK(due("24年9月") == "2024-09-30");
  CHECK(due("二〇二四年十一月") == "2024-11-30");
  CHECK(due("9月上旬") == "2024-09-10");
  CHECK(due("9月中旬") == "2024-09-20");
  CHECK(due("9月下旬") == "2024-09-30");
  CHECK(due("20240930") == "2024-09-30");
  CHECK(due("2024-09-30 17:00") == "2024-09-30");
  CHECK(due("2024.12") == "2024-12-31");
  CHECK(due("常年坚持") == "standing");
  // What is not sure is for a person.
  for (const char* text : {"尽快", "10月1日起", "三年", "半年", "每月", "9月前", "2024年初",
                           "9月初", "6月底一期，12月底二期", "9月底（力争8月底）",
                           "长期坚持，12月底前", "2月30日", "9.30", "13月"}) {
    CAPTURE(text);
    CHECK(due(text) == "none");
  }
}

TEST_CASE("A table becomes tasks, and every cell is in a file or listed") {
  for (const char* name : {"wide.xlsx", "wide.ods"}) {
    CAPTURE(name);
    const std::string bytes = test::source_text(std::string("tests/sheets/") + name);
    test::MemoryDisk disk;
    disk.files[name] = bytes;
    const test::Outcome taken =
        run(disk, std::string("import ") + name + " --new 台账 --year 2024 --yes");
    CAPTURE(taken.err);
    CHECK(taken.exit == 0);
    const std::string files = without_marks(tasks_text(disk));
    const std::string listed = without_marks(taken.out);
    int cells = 0, in_files = 0, in_list = 0;
    const sheets::Sheet sheet = sheets::read(bytes, name).sheets.at(0);
    constexpr std::size_t first_row = 4;  // below the heads
    for (std::size_t row = first_row; row < sheet.rows.size(); ++row) {
      for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
        const std::string text = without_marks(sheet.at(row, column).text);
        if (text.empty()) continue;
        ++cells;
        CAPTURE(text);
        if (listed.find(sheets::cell_name(row, column)) != listed.npos) {
          ++in_list;
          continue;
        }
        // Units are parted, and sections lose their numeral.
        std::string rest = text;
        if (const std::size_t mark = rest.find("、"); row == 4 || row == 8) {
          rest = rest.substr(mark + std::string("、").size());
        }
        bool found = files.find(rest) != files.npos;
        if (!found) {
          const auto parts = intake::named_units(sheet.at(row, column).text);
          found = std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
            return files.find(without_marks(part.name)) != files.npos;
          });
        }
        CHECK(found);
        in_files += found;
      }
    }
    CHECK(cells >= 30);
    CHECK(in_files + in_list == cells);
    CHECK(in_list >= 1);
    // What matters of the tasks.
    const std::string first = disk.files["台账/tasks/2024/001-task.yaml"];
    CHECK(first.find("lead: [县水务局, 县城投公司]") != first.npos);
    CHECK(first.find("support: [县发改局, 县财政局]") != first.npos);
    CHECK(first.find("due: 2024-09-30") != first.npos);
    CHECK(first.find("due_text: 9月底前") != first.npos);
    CHECK(first.find("target: 40") != first.npos);
    CHECK(first.find("readings") == first.npos);
    const std::string second = disk.files["台账/tasks/2024/002-task.yaml"];
    CHECK(second.find("lead: [县发改局, 县农业农村局]") != second.npos);
    CHECK(second.find("part_of: n1") != second.npos);
    // The number that begins anew in the second section is printed, and the item is free.
    const std::string third = disk.files["台账/tasks/2024/003-task.yaml"];
    CHECK(third.find("no: \"1\"") != third.npos);
    CHECK(third.find("section: 2") != third.npos);
    const test::Outcome check = run(disk, "check -C 台账");
    CAPTURE(check.out);
    CHECK(check.exit == 0);
    // A second time the files are in the way.
    CHECK(run(disk, std::string("import ") + name + " --new 台账 --year 2024 --yes").exit == 2);
  }
}

TEST_CASE("A column with another head is named on the command line") {
  test::MemoryDisk disk;
  disk.files["a.csv"] = "序号,事项,承办科室,要求\n1,修路,县交通局,修路20公里\n";
  CHECK(run(disk,
            "import a.csv --new d --year 2024 --column 事项=title --column 承办科室=lead "
            "--column 要求=goal --yes")
            .exit == 0);
  const std::string task = disk.files["d/tasks/2024/001-task.yaml"];
  CHECK(task.find("title: 修路") != task.npos);
  CHECK(task.find("lead: [县交通局]") != task.npos);
  CHECK(task.find("target: 20") != task.npos);
  CHECK(run(disk, "import a.csv --new e --year 2024 --column 事=title --yes").exit == 2);
  CHECK(run(disk, "import a.csv --new e --year 2024 --column 事项=titel --yes").exit == 2);
}

TEST_CASE("Of a notice nine titles and unit lists in ten are right, and three numbers in four") {
  const std::string text = test::source_text("tests/sheets/notice.md");
  const intake::NewTasks tasks = intake::read_notice(text, options);
  REQUIRE(tasks.tasks.size() == 40);
  CHECK(tasks.sections.size() == 4);
  CHECK(tasks.title == "甲县2024年重点工作任务");
  int titles = 0, leads = 0, supports = 0, right = 0, wanted = 0, proposed = 0;
  const std::string expected = test::source_text("tests/sheets/notice-expected.txt");
  for (const std::string_view line : base::split(expected, '\n')) {
    if (line.empty()) continue;
    const auto parts = base::split(line, '|');
    REQUIRE(parts.size() == 5);
    const model::Task& task = tasks.tasks.at(std::stoul(std::string(parts[0])) - 1);
    titles += *task.title == parts[1];
    leads += names(task.lead) == parts[2];
    supports += names(task.support) == parts[3];
    std::vector<std::string> said;
    for (const model::Indicator& indicator : task.indicators) {
      // Nothing that is proposed is unmarked.
      CHECK(indicator.note.value_or("").find(intake::to_confirm) != std::string::npos);
      CHECK(indicator.quote);
      said.push_back(in_short(indicator));
      ++proposed;
    }
    for (const std::string_view one : base::split(parts[4], ';')) {
      if (one.empty()) continue;
      ++wanted;
      const auto found = std::find(said.begin(), said.end(), one);
      if (found == said.end()) {
        MESSAGE("item ", std::string(parts[0]), " lacks ", std::string(one), "; it has ",
                base::joined(said, "; "));
        continue;
      }
      ++right;
      said.erase(found);
    }
    for (const std::string& one : said) MESSAGE("item ", std::string(parts[0]), " adds ", one);
  }
  MESSAGE(titles, " titles, ", leads, " leads, ", supports, " supports of 40; ", right, " of ",
          wanted, " numbers, ", proposed, " proposed");
  CHECK(titles >= 36);
  CHECK(leads >= 36);
  CHECK(supports >= 36);
  CHECK(wanted >= 50);
  CHECK(right * 4 >= wanted * 3);
  CHECK(right * 4 >= proposed * 3);
}

TEST_CASE("Every number of a notice is an indicator or is listed with the reason why not") {
  const std::string text = test::source_text("tests/sheets/notice.md");
  const intake::NewTasks tasks = intake::read_notice(text, options);
  int numbers = 0;
  for (const model::Task& task : tasks.tasks) {
    const std::string words = task.text.value_or("");
    static const std::regex number("[0-9]+(\\.[0-9]+)?");
    std::size_t count = 0;
    for (std::sregex_iterator at(words.begin(), words.end(), number), end; at != end; ++at) {
      ++count;
      const std::string digits = at->str();
      const bool is_indicator =
          std::any_of(task.indicators.begin(), task.indicators.end(), [&](const auto& one) {
            return one.target && one.target->number &&
                   one.target->number->text() == base::Decimal::parse(digits).decimal->text();
          });
      const bool is_listed = task.note.value_or("").find(digits + "（") != std::string::npos;
      CAPTURE(words);
      CAPTURE(digits);
      CHECK((is_indicator || is_listed));
    }
    numbers += static_cast<int>(count);
  }
  CHECK(numbers >= 60);
}

TEST_CASE("A notice becomes a ledger that check finds sound") {
  test::MemoryDisk disk;
  disk.files["notice.md"] = test::source_text("tests/sheets/notice.md");
  const test::Outcome taken = run(disk, "import notice.md --new d --year 2024 --yes");
  CAPTURE(taken.err);
  CHECK(taken.exit == 0);
  CHECK(taken.out.find("没有收进来 3：甲政办字〔2024〕5号") != taken.out.npos);
  const test::Outcome check = run(disk, "check -C d --format concise");
  CAPTURE(check.out);
  CHECK(check.exit == 0);
}

TEST_SUITE_END();

}  // namespace import_new_test
