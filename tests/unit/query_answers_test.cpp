// SPDX-License-Identifier: MIT
//
// What answers say beside their rows: in which order, of which group, what they could not tell, and
// where they may be written.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "example_ledgers.h"
#include "ledgers.h"
#include "run.h"
#include "sheets/sheet.h"

namespace query_answers_test {

using namespace taizhang;
using nlohmann::json;

namespace {

const test::MemoryDisk& county() {
  static const test::MemoryDisk disk = test::disk_with_example(test::with_seed(3));
  return disk;
}

test::Outcome ask(const std::string& line, const test::MemoryDisk& disk = county()) {
  return test::run(test::arguments_of(line + " --as-of 2024-10-12"), disk);
}

json rows_of(const std::string& line) { return json::parse(ask(line + " --format json").out); }

}  // namespace

TEST_SUITE_BEGIN("query");

TEST_CASE("Lights and classes are sorted the worst first, other words as they are listed") {
  const auto is_sorted = [](const char* rows, const std::string& field,
                            const std::vector<std::string>& order) {
    std::size_t at = 0;
    std::size_t turns = 0;
    for (const json& row :
         rows_of("list --rows " + std::string(rows) + " --columns " + field + " --sort " + field)) {
      if (row.at(field).is_null()) continue;
      const auto found = std::ranges::find(order, row.at(field).get<std::string>());
      REQUIRE(found != order.end());
      const auto place = static_cast<std::size_t>(found - order.begin());
      CHECK(place >= at);
      turns += place != at ? 1 : 0;
      at = place;
    }
    return turns;
  };
  const std::vector<std::string> lights{"red", "yellow", "grey", "green", "blue"};
  CHECK(is_sorted("tasks", "light", lights) >= 3);
  CHECK(is_sorted("indicators", "light", lights) >= 3);
  CHECK(is_sorted("tasks", "class",
                  {"far_behind", "behind", "not_judged", "not_compared", "not_applicable",
                   "not_measured", "not_reported", "on_schedule", "ahead", "done"}) >= 3);
  CHECK(is_sorted("issues", "level", {"general", "major", "critical"}) >= 1);
  json turned = rows_of("list --columns light,item --sort -light,item");
  CHECK(turned.front().at("light") == "blue");
}

TEST_CASE("What is not there is last, whichever way rows are sorted") {
  // One field of each shape: a date, a list, a number, a record with a value, a text.
  int counted = 0;
  for (const char* asked : {"tasks support", "tasks tags", "tasks completion", "tasks score",
                            "indicators forecast", "indicators value", "indicators missing_from",
                            "assessments expect_year_end", "issues owner", "milestones done"}) {
    const std::vector<std::string_view> parts = base::split(asked, ' ');
    for (const char* turn : {"", "-"}) {
      CAPTURE(std::string(asked));
      CAPTURE(std::string(turn));
      const std::string field(parts[1]);
      bool is_over = false;
      for (const json& row : rows_of("list --rows " + std::string(parts[0]) + " --columns " +
                                     field + " --sort " + turn + field)) {
        const json& value = row.at(field);
        const bool is_none = value.is_null() || (value.is_array() && value.empty()) ||
                             (value.is_object() && value.value("value", json(1)).is_null());
        if (is_none) {
          is_over = true;
        } else {
          CHECK_FALSE(is_over);
        }
      }
      counted += is_over ? 1 : 0;
    }
  }
  CHECK(counted >= 10);
}

TEST_CASE("Days that are known count from the day asked about, however options stand") {
  test::World world;
  world.today = "2025-03-01";
  const auto head = [&](std::vector<std::string> arguments) {
    const test::Outcome outcome = test::run(arguments, county(), world);
    CHECK(outcome.exit == 0);
    return outcome.out;
  };
  int same = 0;
  for (const auto& [word, day] : {std::pair("上月底", "2024-09-30"),
                                  {"-7d", "2024-10-05"},
                                  {"yesterday", "2024-10-11"},
                                  {"月初", "2024-10-01"}}) {
    for (const char* command : {"list", "stats", "show", "sql"}) {
      const auto asked = [&](const std::string& known, bool first) {
        std::vector<std::string> arguments{command};
        if (command == std::string("show")) arguments.emplace_back("1");
        if (command == std::string("sql"))
          arguments.emplace_back("select date, value from readings where counts");
        const std::vector<std::string> as_of{"--as-of", "2024-10-12"};
        if (!first) arguments.insert(arguments.end(), as_of.begin(), as_of.end());
        arguments.insert(arguments.end(), {"--known-by", known});
        if (first) arguments.insert(arguments.end(), as_of.begin(), as_of.end());
        return head(arguments);
      };
      CAPTURE(std::string(word));
      CAPTURE(std::string(command));
      CHECK(asked(word, true) == asked(day, true));
      CHECK(asked(word, false) == asked(day, true));
      ++same;
    }
  }
  CHECK(same == 16);
}

TEST_CASE("Parts of records, plans and units can be counted by") {
  for (const auto& [line, most] : {std::pair("stats --by score.grade", 1),
                                   {"stats --rows indicators --by forecast.method", 1},
                                   {"stats --rows indicators --by forecast.will_meet", 1},
                                   {"stats --rows indicators --by trajectory.type", 1}}) {
    CAPTURE(line);
    const test::Outcome outcome = ask(std::string(line) + " --format json");
    REQUIRE(outcome.exit == 0);
    const json counts = json::parse(outcome.out).at("plans").at(0).at("tables").at("counts");
    CHECK(counts.size() >= 3);
    long long sum = 0;
    for (std::size_t i = 0; i + 1 < counts.size(); ++i)
      sum += counts[i].at("count").get<long long>();
    CHECK(sum == counts.back().at("count").get<long long>());
    CHECK(sum >= most);
  }
  for (const char* kind : {"plans", "sections", "units"}) {
    CAPTURE(kind);
    const json counts = json::parse(ask("stats --rows " + std::string(kind) + " --format json").out)
                            .at("plans")
                            .at(0)
                            .at("tables")
                            .at("counts");
    CHECK(counts.back().at("count").dump() + "\n" ==
          ask("list --count --rows " + std::string(kind)).out);
  }
  CHECK(ask("stats --rows plans --by reporting").exit == 0);
}

TEST_CASE("A field by unit has what it says in SQL and in every export") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  for (auto& [path, text] : disk.files) {
    const std::size_t at = text.find("  - {date: 2024-07-05, by: 县水务局, period");
    if (at == text.npos) continue;
    text.insert(at, "  - {date: 2024-07-01, expect_year_end: {pipes: 19, leakage: 300.5}}\n");
  }
  const auto sql = [&](const std::string& statement) {
    return json::parse(
        test::run({"sql", statement, "--format", "json", "--as-of", "2024-07-12"}, disk).out);
  };
  const json rows = sql("select expect_year_end as e from assessments order by date");
  REQUIRE(rows.size() == 2);
  CHECK(json::parse(rows[0]["e"].get<std::string>()) == json{{"pipes", 19}, {"leakage", 300.5}});
  CHECK(rows[1]["e"] == 38);
  CHECK(sql("select each.value as v from assessments, json_each(expect_year_end) as each where "
            "json_valid(expect_year_end)")
            .size() >= 2);
  const test::Outcome csv = test::run(
      {"sql", "select * from assessments", "--format", "csv", "--as-of", "2024-07-12"}, disk);
  CHECK(csv.out.find("300.5") != std::string::npos);
}

TEST_CASE("A schema is not written as what it is not") {
  for (const char* line :
       {"sql --schema --format json", "sql --schema tasks -o x.csv", "sql --schema -o x.xlsx"}) {
    CAPTURE(line);
    const test::Outcome outcome = ask(line);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("--schema") != std::string::npos);
  }
  CHECK(ask("sql --schema tasks").out.starts_with("CREATE TABLE"));
  CHECK(ask("sql --schema tasks --format text").exit == 0);
}

TEST_CASE("A saved query that cannot choose says what to write, whatever the command") {
  for (const char* line : {"diff 2024-08-31 2024-09-30 @late", "list --rows steps @late"}) {
    CAPTURE(line);
    const test::Outcome outcome = test::run(test::arguments_of(line), county());
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("taizhang list @late") != std::string::npos);
    CHECK(outcome.err.find("--rows") == std::string::npos);
  }
}

TEST_CASE("A saved query says how many rows it could not tell of") {
  const json all = rows_of("list --rows indicators --columns commitment,counted,forecast,lead");
  const auto of = [&](const auto& is_one) { return std::count_if(all.begin(), all.end(), is_one); };
  const auto binding = [](const json& row) {
    return row.at("commitment") == "binding" && row.at("counted") == true;
  };
  const auto open = [&](const json& row) {
    return binding(row) && row.at("forecast").at("will_meet").is_null();
  };
  CHECK(of(open) >= 3);
  CHECK(of(open) < of(binding));
  const std::string told = std::to_string(of(open)) + "/" + std::to_string(of(binding));
  CHECK(ask("list @miss").out.find("另有 " + told + " 项还没有“预计到期”") != std::string::npos);
  CHECK(ask("list @miss --lang en").out.find(told + " have no Forecast") != std::string::npos);
  // A further term narrows both.
  const std::string unit = all.front().at("lead").front();
  const auto led = [&](const json& row) {
    const json& leads = row.at("lead");
    return std::find(leads.begin(), leads.end(), unit) != leads.end();
  };
  const std::string narrowed =
      std::to_string(of([&](const json& row) { return open(row) && led(row); })) + "/" +
      std::to_string(of([&](const json& row) { return binding(row) && led(row); }));
  const std::string answer = ask("list @miss lead=" + unit).out;
  CHECK((narrowed.starts_with("0/") ? answer.find("另有") == answer.npos
                                    : answer.find("另有 " + narrowed + " 项") != answer.npos));
  // Where all is known there is nothing to say.
  CHECK(ask("list @owed").out.find("另有") == std::string::npos);
  CHECK(ask("list @behind").out.find("另有") == std::string::npos);
}

TEST_CASE("What will be missed by most of its target stands first") {
  double last = -1e9;
  const json missed = rows_of("list @miss");
  CHECK(missed.size() >= 3);
  for (const json& row : missed) {
    const json& share = row.at("forecast.gap_of_target");
    if (share.is_null()) continue;
    CHECK(share.get<double>() >= last);
    CHECK(share.get<double>() < 0);
    last = share.get<double>();
  }
}

TEST_CASE(
    "A grouped list says in CSV which group a row is of, not below the headings of a screen") {
  const std::string csv = ask("list @behind --format csv --no-bom").out;
  CHECK(csv.starts_with("牵头单位,序号,"));
  CHECK(std::ranges::count(csv, '\n') > 3);
  CHECK(ask("list @behind").out.find("牵头单位") == std::string::npos);
  const std::string whole = ask("list @behind --group none --format csv --no-bom").out;
  CHECK(whole.starts_with("序号,"));
}

TEST_CASE("A grouped list is one sheet of a workbook, with a row above each group") {
  const json groups = json::parse(ask("list @behind --format json").out);
  REQUIRE(groups.size() > 2);
  std::size_t rows = 1 + groups.size();
  for (const json& group : groups) rows += group.at("rows").size();
  test::MemoryDisk disk = county();
  REQUIRE(ask("list @behind -o groups.xlsx", disk).exit == 0);
  const sheets::Workbook book = sheets::read(disk.written.at("groups.xlsx"), "groups.xlsx");
  REQUIRE(book.sheets.size() == 2);
  const auto& sheet = book.sheets.front().rows;
  CHECK(book.sheets.front().name == "任务");
  CHECK(sheet.size() == rows);
  CHECK(sheet[0][0].text == "牵头单位");
  // The heading says how many rows follow, and each of them whose they are.
  std::size_t at = 1;
  for (const json& group : groups) {
    const std::string lead = group.at("group").get<std::string>();
    CHECK(sheet[at].front().text.starts_with(lead));
    for (std::size_t i = 1; i <= group.at("rows").size(); ++i) {
      CHECK(sheet[at + i].front().text == lead);
    }
    at += 1 + group.at("rows").size();
  }
}

TEST_CASE("A unit that was renamed is counted under its name of the day") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  for (auto& [path, text] : disk.files) {
    const std::string old = "{name: 县城投公司, type: company}";
    const std::size_t at = text.find(old);
    if (!path.ends_with("units.yaml") || at == text.npos) continue;
    text.replace(at, old.size(),
                 "{name: 县城投公司, type: company, status: renamed, valid: {to: 2024-05-31}, "
                 "successor: 县城投集团}\n  - {name: 县城投集团, type: company}");
  }
  const std::string told = ask("stats --rows readings --by by", disk).out;
  CAPTURE(told);
  CHECK(told.find("县城投集团") != told.npos);
  CHECK(told.find("县城投公司") == told.npos);
}

TEST_CASE("A workbook says of which day and filter it is, and that a ledger is synthetic") {
  const test::Outcome outcome = ask("list light:red counted:yes -o red.xlsx");
  REQUIRE(outcome.exit == 0);
  const sheets::Workbook book = sheets::read(county().written.at("red.xlsx"), "red.xlsx");
  std::string about;
  for (const auto& row : book.sheets.back().rows) about += row.front().text + "\n";
  CAPTURE(about);
  CHECK(book.sheets.back().name == "说明");
  CHECK(about.find("2024-10-12") != about.npos);
  CHECK(about.find("light:red counted:yes") != about.npos);
  CHECK(about.find("合成数据") != about.npos);
}

TEST_CASE("An export goes nowhere where it would replace what is none of its own") {
  for (const char* target : {"e.parquet", "e.json", "e.xls", "a.b/e.db3"}) {
    const test::Outcome outcome = ask("export " + std::string(target));
    CAPTURE(target);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find(".sqlite、.csv、.jsonl") != outcome.err.npos);
  }
  test::MemoryDisk disk = county();
  CHECK(ask("export 2024.08", disk).exit == 0);
  disk.files["out/tasks.csv"] =
      "\xEF\xBB\xBF"
      "address,parent,item\n2024/1,2024,1\n";
  disk.files["out/笔记.txt"] = "x";
  const test::Outcome again = ask("export out", disk);
  CHECK(again.exit == 0);
  CHECK(again.err.find("另有 1 个文件，不是这次导出的：笔记.txt") != again.err.npos);
  disk.files["out/tasks.csv"] = "序号,任务\n1,我自己的表\n";
  const test::Outcome foreign = ask("export out", disk);
  CHECK(foreign.exit == 2);
  CHECK(foreign.err.find("out/tasks.csv") != foreign.err.npos);
}

TEST_CASE("A word that no title has leads to the tasks that speak of it") {
  test::MemoryDisk disk;
  disk.mount(test::source_folder() + "/tasks", "tasks");
  const test::Outcome outcome = ask("show 充电", disk);
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("1 项") != outcome.err.npos);
  CHECK(outcome.err.find("taizhang list 充电") != outcome.err.npos);
  CHECK(ask("list -充电", disk).err.find("not 充电（非 充电）") != std::string::npos);
}

TEST_CASE("A column that is called as a word of SQL is to be quoted") {
  CHECK(ask("sql \"select to from orders\"").err.find("加双引号：\"to\"") != std::string::npos);
}

TEST_CASE("A filter that a comma cuts short is to be quoted, and nothing is mended in it") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  for (auto& [path, text] : disk.files) {
    if (path.ends_with("plan.yaml")) {
      text += "queries:\n  x: {filter: light:red,yellow counted:yes}\n";
    }
  }
  const test::Outcome checked = ask("check --select E", disk);
  CHECK(checked.exit == 1);
  CHECK(checked.out.find("整个放进引号") != checked.out.npos);
  CHECK(checked.out.find("可自动改正") == checked.out.npos);
  CHECK(ask("check --diff", disk).out.empty());
  CHECK(ask("list @x", disk).exit == 2);
}

TEST_SUITE_END();

}  // namespace query_answers_test
