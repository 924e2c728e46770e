// SPDX-License-Identifier: MIT
//
// What holds of every paper that is sent out, as a user asks for it: the day it is of, what it
// never says, that it stands on every ledger and in both languages.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "base/date.h"
#include "example_ledgers.h"
#include "render/read_back.h"
#include "report/reports.h"
#include "said.h"
#include "sheets/package.h"
#include "sheets/sheet.h"

namespace papers_test {

using namespace taizhang;
using Json = nlohmann::json;

namespace {

using test::said;

test::MemoryDisk example(std::uint64_t seed, std::size_t tasks) {
  example::Options options = test::with_seed(seed);
  options.tasks = static_cast<int>(tasks);
  return test::disk_with_example(options);
}

test::Outcome answer(const test::MemoryDisk& disk, const std::string& line) {
  return test::run(test::arguments_of(line), disk);
}

Json json(const test::MemoryDisk& disk, const std::string& line) {
  return Json::parse(said(disk, line + " --format json"));
}

/// A plan of 2023 with these more keys, and this task.
test::MemoryDisk plan(const std::string& keys, const std::string& task) {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 水务局, type: government}\n"
      "  - {name: 县政府办公室, type: government}\n";
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 治水\nissuer: 县政府办公室\n"
      "period: {start: 2023-01-01, end: 2023-12-31}\nsections: [{no: 1, title: 河道}]\n" +
      keys;
  if (!task.empty()) {
    disk.files["tasks/2023/001-a.yaml"] =
        "schema: 1\nitem: 1\nsection: 1\ntitle: 河道整治\nlead: [水务局]\ndue: 2023-12-31\n"
        "status: in_progress\n" +
        task;
  }
  return disk;
}

const std::string behind =
    "contact: 张三 1380000\nleader: 副县长\nindicators:\n"
    "  - {id: a, name: 闸, kind: cumulative, qualifier: at_least, commitment: binding, target: "
    "40,\n"
    "     unit: 个, readings: [{id: r1, date: 2023-05-31, value: 5, reported: 2023-06-02}]}\n";

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("The weekly report is of the last Sunday, however it is asked for") {
  const test::MemoryDisk disk = example(1, 20);
  const std::string sunday = said(disk, "report weekly --as-of 2024-10-06");
  CHECK(said(disk, "report weekly --as-of 2024-10-08") == sunday);
  CHECK(said(disk, "report weekly --as-of 2024-10-12") == sunday);
  CHECK(said(disk, "report weekly --week 2024-W40") == sunday);
  CHECK(said(disk, "report weekly --as-of 2024-10-13") != sunday);
  CHECK(sunday.find("2024-09-30 至 2024-10-06") != std::string::npos);
  // What came later is told where it is asked for.
  CHECK(said(disk, "report weekly --week 2024-W40 --known-by 2024-10-12") != sunday);
  CHECK(answer(disk, "report weekly --week 2024-10").exit == 2);
  CHECK(answer(disk, "report weekly --week 2024-W40 --as-of 2024-10-06").exit == 2);
  CHECK(answer(disk, "report ledger --week 2024-W40").exit == 2);
}

TEST_CASE("The monthly report is of the last whole month") {
  const test::MemoryDisk disk = example(1, 12);
  const std::string september = said(disk, "report monthly --month 2024-09");
  CHECK(said(disk, "report monthly --as-of 2024-10-08") == september);
  CHECK(said(disk, "report monthly --as-of 2024-09-30") == september);
  CHECK(said(disk, "report monthly --as-of 2024-09-29") != september);
  CHECK(september.find("2024-09-01 至 2024-09-30") != std::string::npos);
  CHECK(answer(disk, "report monthly --month 2024-W40").exit == 2);
}

TEST_CASE("The red tasks of the weekly report are those that list has on its day") {
  int reds = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const test::MemoryDisk disk = example(seed, 25);
    std::map<std::string, Json> listed;
    for (const Json& row : json(disk, "list light:red --as-of 2024-10-06")) {
      listed[row["item"].dump()] = row;
    }
    const Json weekly = json(disk, "report weekly --as-of 2024-10-08");
    std::set<std::string> told;
    for (const Json& row : weekly["plans"][0]["tables"]["exceptions"]) {
      if (row["light"] != "red") continue;
      const std::string item = row["item"].dump();
      told.insert(item);
      REQUIRE(listed.contains(item));
      CHECK(row["no"] == listed[item]["no"]);
      CHECK(row["title"] == listed[item]["title"]);
      CHECK(row["lead"] == listed[item]["lead"]);
      CHECK(!row["why"].is_null());
    }
    CHECK(told.size() == listed.size());
    reds += static_cast<int>(told.size());
  }
  CHECK(reds > 15);
}

TEST_CASE("Counts of the weekly and the monthly report are those of list") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const test::MemoryDisk disk = example(seed, 15);
    std::map<std::string, int> classes;
    for (const Json& row : json(disk, "list --as-of 2024-09-29")) {
      if (row["counted"]) ++classes[row["class"]];
    }
    const Json weekly = json(disk, "report weekly --as-of 2024-09-29");
    for (const Json& row : weekly["plans"][0]["tables"]["classes"]) {
      CHECK(row["tasks"] == classes[row["class"]]);
      ++compared;
    }
    std::map<std::string, int> binding;
    for (const Json& row : json(disk, "list --rows indicators counted:yes --as-of 2024-09-30")) {
      if (row["commitment"] == "binding") ++binding[row["class"]];
    }
    const Json monthly = json(disk, "report monthly --month 2024-09");
    for (const Json& row : monthly["plans"][0]["tables"]["classes"]) {
      CHECK(row["binding"] == binding[row["class"]]);
      ++compared;
    }
    const Json ledger = json(disk, "report ledger --as-of 2024-09-30");
    const Json tasks = json(disk, "list --as-of 2024-09-30");
    std::size_t rows = 0;
    for (const Json& task : tasks) rows += std::max<std::size_t>(1, task["indicators"].size());
    CHECK(ledger["plans"][0]["tables"]["ledger"].size() == rows);
  }
  CHECK(compared > 20);
}

TEST_CASE("Every paper stands in both languages, on an empty ledger, public, over, not begun") {
  const std::string of_public = "reporting: public\n";
  const std::pair<test::MemoryDisk, const char*> ledgers[] = {
      {plan("", ""), "2023-06-15"},     {plan(of_public, behind), "2023-06-15"},
      {plan("", behind), "2023-06-15"}, {plan("", behind), "2024-06-15"},
      {plan("", behind), "2022-06-15"}, {plan("", "mechanism: true\n"), "2023-06-15"},
  };
  int written = 0;
  for (const auto& [disk, day] : ledgers) {
    for (const report::Report& report : report::reports()) {
      for (const char* language : {"zh", "en"}) {
        const std::string line = "report " + std::string(report.name) + " --as-of " + day +
                                 " --lang " + language + " --edition 7 --issuer 督查室";
        const test::Outcome outcome = answer(disk, line);
        CAPTURE(line);
        CAPTURE(outcome.err);
        if (report.name == "leader" && outcome.exit == 2) continue;
        REQUIRE(outcome.exit == 0);
        CHECK(outcome.out.find("督查室") != std::string::npos);
        CHECK(outcome.out.find(std::string(language) == "zh" ? "第 7 期" : "No. 7") !=
              std::string::npos);
        ++written;
      }
    }
  }
  CHECK(written > 80);
}

TEST_CASE("Nothing is owed to a ledger of public results, and every paper says so") {
  const test::MemoryDisk disk = plan("reporting: public\n", behind);
  for (const report::Report& report : report::reports()) {
    const std::string text =
        said(disk, "report " + std::string(report.name) + " --as-of 2023-08-15");
    CAPTURE(std::string(report.name));
    CHECK(text.find("只录公开结果，未录不等于未办") != std::string::npos);
    CHECK(text.find("漏报 1") == std::string::npos);
  }
}

TEST_CASE("A plan that is over is left out where another runs, unless it is named") {
  test::MemoryDisk disk = plan("", behind);
  disk.files["tasks/2024/plan.yaml"] =
      "schema: 1\nid: \"2024\"\ntitle: 治河\nperiod: {start: 2024-01-01, end: 2024-12-31}\n"
      "sections: [{no: 1, title: 河道}]\n";
  const std::string spring = said(disk, "report weekly --as-of 2024-06-16");
  CHECK(spring.find("不在本期之列：治水") != std::string::npos);
  CHECK(spring.find("河道整治") == std::string::npos);
  // Until it is settled it is in view beside the next one.
  const std::string january = said(disk, "report weekly --as-of 2024-01-14");
  CHECK(january.find("不在本期之列") == std::string::npos);
  CHECK(said(disk, "report weekly --as-of 2024-06-16 --plan 2023").find("河道整治") !=
        std::string::npos);
}

TEST_CASE("A paper says its basis once, however the plan writes its title and its number") {
  const auto of = [](const std::string& title, const std::string& doc_no, const char* report) {
    test::MemoryDisk disk = plan("doc_no: \"" + doc_no + "\"\n", behind);
    std::string& text = disk.files["tasks/2023/plan.yaml"];
    text.replace(text.find("title: 治水"), std::string("title: 治水").size(),
                 "title: \"" + title + "\"");
    return said(disk, std::string("report ") + report + " --as-of 2023-06-18 --lang zh");
  };
  const auto has = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  const std::string number = "水办〔2023〕1号";
  CHECK(has(of("治水", number, "weekly"), "\n治水\n\n依据：水办〔2023〕1号\n"));
  // The title has the number already, or the number the title.
  const std::string ends = of("治水（" + number + "）", number, "weekly");
  CHECK(has(ends, "\n治水（水办〔2023〕1号）\n"));
  CHECK(!has(ends, "依据："));
  const std::string whole = of("治水", "《治水》（" + number + "）", "weekly");
  CHECK(has(whole, "\n依据：《治水》（水办〔2023〕1号）\n"));
  CHECK(!has(whole, "\n治水\n"));
  CHECK(
      has(of("治水", "《治水》（" + number + "）", "unit"), "依据：《治水》（水办〔2023〕1号）\n"));
  CHECK(has(of("治水（" + number + "）", number, "order"), "依据：治水（水办〔2023〕1号）\n"));
  // Brackets within brackets are the narrower ones, none stand twice.
  CHECK(has(of("治水", number, "bulletin"), "根据《治水》，现将"));
  CHECK(has(of("《治水》", number, "bulletin"), "根据《治水》，现将"));
  CHECK(has(of("关于印发《治水》的通知", number, "bulletin"),
            "根据《关于印发〈治水〉的通知》，现将"));
}

TEST_CASE("Contacts are on sheets of orders, never in what is sent round") {
  const test::MemoryDisk disk =
      plan("", behind +
                   "orders: [{id: o1, date: 2023-06-01, level: order, reason: 滞后, "
                   "to: [水务局], reply_by: 2023-06-20}]\n");
  CHECK(said(disk, "report order 1/o1 --as-of 2023-06-18").find("张三") != std::string::npos);
  for (const char* name : {"weekly", "monthly", "bulletin", "matrix", "ledger", "unit", "leader"}) {
    const std::string text = said(disk, std::string("report ") + name + " --as-of 2023-06-18");
    CHECK_MESSAGE(text.find("张三") == std::string::npos, name);
  }
  for (const char* name : {"bulletin"}) {
    CHECK(said(disk, std::string("report ") + name + " --as-of 2023-06-18").find("副县长") ==
          std::string::npos);
  }
}

TEST_CASE("A draft of an order says what rule suggests it, and what is closed has none") {
  const std::string line = "report order --as-of 2023-10-20";
  const std::string sheet = said(plan("issued: 2023-01-10\n", behind), line);
  CHECK(sheet.find("草稿") != sheet.npos);
  // 5 of 40 at the end of May: 16.548 are due, 16 used, 27.5 points behind; and nothing since.
  CHECK(sheet.starts_with("# 约谈通知书（草稿）\n"));
  CHECK(sheet.find("事由：2023-04 至 2023-09 月末均为红灯，共 6 次；截至 2023-10-20，"
                   "承诺“闸 40 个以上”，完成 5 个（12.50%），欠序时 27.5 个百分点。") !=
        sheet.npos);
  CHECK(sheet.find("要求：由单位主要负责同志于 ＿＿月＿＿日 前接受约谈") != sheet.npos);
  const std::string closed =
      "changes:\n  - {id: c1, effective: 2023-10-10, field: status, from: in_progress, to: closed, "
      "approved_by: 县政府办公室}\n";
  const auto disk = plan("issued: 2023-01-10\n", behind + closed);
  CHECK(said(disk, line).find("草稿") == std::string::npos);
  CHECK(json(disk, "list --columns suggested_order --as-of 2023-10-20")
            .dump()
            .find("\"suggested_order\":null") != std::string::npos);
}

TEST_CASE("The words for a due date go with the date that they stand for") {
  const auto dues = [](const std::string& keys, const std::string& more) {
    test::MemoryDisk disk = plan("", behind + more);
    std::string& task = disk.files["tasks/2023/001-a.yaml"];
    task.replace(task.find("due: 2023-12-31"), 15, keys);
    return said(disk, "report ledger --as-of 2023-10-20 --format csv");
  };
  const std::string august = "due: 2023-08-31\ndue_text: 8月底前";
  CHECK(dues(august, "").find("8月底前") != std::string::npos);
  const std::string moved = dues(
      august,
      "changes:\n  - {id: c1, effective: 2023-07-01, field: due, from: 2023-08-31, to: 2023-11-30, "
      "approved_by: 县政府办公室}\n");
  CHECK(moved.find("8月底前") == std::string::npos);
  CHECK(moved.find("2023-11-30") != std::string::npos);
  const std::string standing = dues("due: standing\ndue_text: 常态化", "");
  CHECK(standing.find("常态化") != std::string::npos);
  CHECK(standing.find("2023-12-31") == std::string::npos);
}

TEST_CASE("What the figures of a monthly report know is among its corrections") {
  std::string task = behind;
  task.insert(task.find("]}\n"),
              ", {id: r2, date: 2023-05-31, value: 6, reported: 2023-06-08, corrects: r1, reason: "
              "漏计}");
  const test::MemoryDisk disk = plan("", task);
  const std::string late = said(disk, "report monthly --month 2023-05 --known-by 2023-06-10");
  CHECK(late.find("漏计") != late.npos);
  CHECK(said(disk, "report monthly --month 2023-05 --known-by 2023-06-05").find("漏计") ==
        std::string::npos);
}

TEST_CASE("The most that is taken off a task is told where more would be, and there alone") {
  const test::MemoryDisk disk = example(3, 40);
  int capped = 0;
  int whole = 0;
  for (int task = 1; task <= 40; ++task) {
    const std::string told = said(disk, "explain " + std::to_string(task) +
                                            " --as-of 2024-10-08 --lang zh --format markdown");
    double sum = 0;
    // 漏报 3 次，每次扣 2 分，扣 6 分
    for (std::size_t at = 0; (at = told.find("每", at)) != told.npos; at += 3) {
      const std::size_t end = told.find('\n', at);
      const std::string line = told.substr(at, end - at);
      const std::size_t off = line.rfind("，扣 ");
      if (off != line.npos) sum += std::stod(line.substr(off + std::string("，扣 ").size()));
    }
    const bool is_told = told.find("一项任务最多扣 10 分：扣 10 分") != told.npos;
    CAPTURE(task);
    CHECK(is_told == (sum > 10));
    CHECK((told.find("最多扣") != told.npos) == is_told);
    capped += is_told;
    whole += sum > 0 && !is_told;
  }
  CHECK(capped > 0);
  CHECK(whole > 0);
}

TEST_CASE("A subject is the first word that is no condition") {
  const test::MemoryDisk disk =
      plan("", behind +
                   "orders: [{id: o1, date: 2023-06-01, level: order, reason: 滞后, "
                   "to: [水务局]}]\n");
  const std::string on = " --as-of 2023-06-18";
  CHECK(said(disk, "report unit 水务局" + on).find("## 水务局") != std::string::npos);
  CHECK(said(disk, "report leader 副县长" + on).find("## 副县长") != std::string::npos);
  CHECK(said(disk, "report unit light:red" + on).find("## 水务局") != std::string::npos);
  CHECK(answer(disk, "report unit 水利局" + on).exit == 2);
  // 县水务局 and 县农业局 end with 局, only one of them with 水务局.
  test::MemoryDisk of_county = disk;
  of_county.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 县水务局, aliases: [水利站], type: government}\n"
      "  - {name: 县农业局, type: government}\n";
  const test::Outcome short_name = answer(of_county, "report unit 水务局" + on);
  CHECK(short_name.exit == 0);
  CHECK(short_name.out.find("县水务局") != std::string::npos);
  CHECK(short_name.out.find("县农业局") == std::string::npos);
  CHECK(answer(of_county, "report unit 局" + on).exit == 2);
  CHECK(answer(disk, "report leader 县长" + on).exit == 2);
  CHECK(answer(disk, "report order 1/o9" + on).exit == 2);
  const test::Outcome none = answer(plan("", ""), "report leader" + on);
  CHECK(none.exit == 2);
  CHECK(none.err.find("没有一项任务写明责任领导") != std::string::npos);
}

TEST_CASE("A paper in which no task is says so, on stderr and in its head") {
  const test::MemoryDisk disk = plan("", behind);
  const std::string on = " --as-of 2023-06-18";
  for (const report::Report& report : report::reports()) {
    const std::string name(report.name);
    CAPTURE(name);
    const test::Outcome none = answer(disk, "report " + name + " title:没有" + on);
    CHECK(none.exit == 0);
    CHECK(none.err.find("没有一项任务合乎条件（title:没有）") != std::string::npos);
    CHECK(none.out.find("**没有一项任务合乎条件。**") < none.out.find("\n## "));
    const test::Outcome some = answer(disk, "report " + name + " title:河道" + on);
    CHECK((some.out + some.err).find("没有一项任务") == std::string::npos);
  }
  // A unit that stands where other reports have a subject is a condition here.
  const test::Outcome unit = answer(disk, "report weekly 水务局" + on);
  CHECK(unit.exit == 2);
  CHECK(unit.err.find("lead:水务局") != std::string::npos);
  CHECK(answer(disk, "report weekly 河道" + on).err.find("不分对象") == std::string::npos);
}

TEST_CASE("The number of an issue is a whole number from 1") {
  const test::MemoryDisk disk = plan("", behind);
  for (const char* word : {"0", "-3", "五", "2.5", "5a"}) {
    CAPTURE(word);
    const test::Outcome outcome =
        answer(disk, "report weekly --as-of 2023-06-18 --edition=" + std::string(word));
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("--edition 5") != std::string::npos);
  }
  CHECK(said(disk, "report weekly --as-of 2023-06-18 --edition 12").find("第 12 期") !=
        std::string::npos);
  // For programs it is a number.
  CHECK(json(disk, "report weekly --as-of 2023-06-18 --edition 12")["edition"] == Json(12));
  CHECK(json(disk, "report weekly --as-of 2023-06-18")["edition"].is_null());
}

TEST_CASE("A sheet that goes out by itself has the head of the paper") {
  const test::MemoryDisk disk = example(3, 6);
  // An order has the title of its kind.
  const std::vector<std::string> kinds{"提醒函", "督办单", "挂牌督办通知书", "约谈通知书"};
  for (const auto& [name, titles] :
       {std::pair("order", kinds), {"unit", std::vector<std::string>{"单位任务清单"}}}) {
    const std::string line = std::string("report ") + name + " --as-of 2024-10-12 --edition 9";
    const Json sheets = json(disk, line)["plans"];
    REQUIRE(sheets.size() > 1);
    const std::string text = said(disk, line);
    const std::string page = said(disk, line + " --format html");
    REQUIRE(answer(disk, line + " -o p.docx").exit == 0);
    const auto word = *render::read_values(disk.written["p.docx"], "docx");
    const auto times = [](const std::string& all, const std::string& part) {
      std::size_t count = 0;
      for (std::size_t at = all.find(part); at != all.npos; at = all.find(part, at + 1)) ++count;
      return count;
    };
    std::size_t titled = 0;
    for (const std::string& title : titles) {
      titled += times("\n" + text, "\n# " + title + "\n");
      titled += times("\n" + text, "\n# " + title + "（草稿）\n");
    }
    CHECK(titled == sheets.size());
    CHECK(times(text, "第 9 期") == sheets.size());
    CHECK(times(page, "<header class=\"masthead\">") == sheets.size());
    const auto in_word = std::ranges::count_if(
        word, [](const render::ReadValue& value) { return value.text.starts_with("第 9 期"); });
    CHECK(static_cast<std::size_t>(in_word) == sheets.size());
  }
  CHECK(said(disk, "report order --as-of 2024-10-12").find("文号：＿＿＿＿〔2024〕＿＿号") !=
        std::string::npos);
}

TEST_CASE("The bulletin names what it counts, and asks nothing where nothing is to be asked") {
  const test::MemoryDisk disk = example(3, 15);
  const std::string line = "report bulletin --as-of 2024-10-12";
  const Json tables = json(disk, line)["plans"][0]["tables"];
  const std::string text = said(disk, line);
  int named = 0;
  for (const Json& task : json(disk, "list light:red --as-of 2024-10-12")) {
    const std::string title = task["title"];
    CHECK(text.substr(text.find("严重滞后任务")).find(title + "（") != std::string::npos);
    ++named;
  }
  CHECK(named > 1);
  for (const Json& task : json(disk, "list class:behind,far_behind --as-of 2024-10-12")) {
    const auto names = [&](const char* table) {
      return tables.contains(table) && std::ranges::any_of(tables[table], [&](const Json& row) {
               return row["title"] == task["title"];
             });
    };
    CHECK_MESSAGE((names("off_schedule") || names("off_schedule_tasks")), task["title"]);
  }
  CHECK(tables["missing"].size() ==
        json(disk, "list --rows indicators missing>0 counted:yes --as-of 2024-10-12").size());

  const std::string over =
      said(plan("reporting: public\n", behind), "report bulletin --as-of 2024-01-20");
  CHECK(over.find("只录公开结果，不作报送和追赶要求。") != std::string::npos);
  CHECK(over.find("按序时推进") == std::string::npos);
}

TEST_CASE("The ledger has the columns that are asked for, and one a month") {
  const test::MemoryDisk disk = plan("", behind);
  const Json some = json(disk, "report ledger --as-of 2023-06-18 --columns item,牵头单位,gap");
  const Json row = some["plans"][0]["tables"]["ledger"][0];
  CHECK(row.size() == 3);
  CHECK(row["lead"] == Json::array({"水务局"}));
  const Json months = json(disk, "report ledger --as-of 2023-06-18 --monthly");
  const Json line = months["plans"][0]["tables"]["ledger"][0];
  CHECK(line["2023-05"] == 5);
  CHECK(line["2023-04"].is_null());
  CHECK(line.contains("2023-06"));
  CHECK(!line.contains("2023-07"));
  CHECK(answer(disk, "report ledger --columns 分数 --as-of 2023-06-18").exit == 2);
  // Commas as a Chinese keyboard has them.
  const std::string line_of = "report ledger --as-of 2023-06-18 --lang zh --columns ";
  const Json wide = json(disk, line_of + "序号，重点任务、牵头单位，gap");
  CHECK(wide["plans"] == json(disk, line_of + "序号,重点任务,牵头单位,gap")["plans"]);
  CHECK(wide["plans"][0]["tables"]["ledger"][0].size() == 4);
}

TEST_CASE("A month has the total of units as it stood where one of them reports, else theirs") {
  test::MemoryDisk disk = plan(
      "",
      "indicators:\n"
      "  - {id: a, name: 户厕, kind: cumulative, qualifier: at_least, unit: 户,\n"
      "     targets: {东镇: 100, 西镇: 200}, readings: [\n"
      "      {id: r1, date: 2023-03-31, values: {东镇: 50}, reported: 2023-04-02},\n"
      "      {id: r2, date: 2023-04-30, values: {西镇: 60}, reported: 2023-05-02},\n"
      "      {id: r3, date: 2023-06-30, values: {东镇: 90}, reported: 2023-07-02}]}\n"
      "  - {id: b, name: 处理率, kind: ratio, qualifier: at_least, unit: \"%\", baseline: 50,\n"
      "     targets: {东镇: 80, 西镇: 80}, readings: [\n"
      "      {id: r1, date: 2023-05-31, values: {东镇: 75, 西镇: 55}, reported: 2023-06-02},\n"
      "      {id: r2, date: 2023-06-30, values: {西镇: 58}, reported: 2023-07-02}]}\n");
  disk.files["tasks/units.yaml"] +=
      "  - {name: 东镇, type: township}\n  - {name: 西镇, type: township}\n";
  const Json rows = json(
      disk, "report ledger --as-of 2023-07-10 --monthly --lang zh")["plans"][0]["tables"]["ledger"];
  REQUIRE(rows.size() == 2);
  const Json& total = rows[0];
  CHECK(total["2023-04"] == 110);
  CHECK(total["2023-05"].is_null());
  CHECK(total["2023-06"] == 150);
  CHECK(total["value"] == 150);
  CHECK(total["2023-07"].is_null());
  const std::string text = said(disk,
                                "report ledger --as-of 2023-07-10 --monthly --lang zh "
                                "--columns 年度目标");
  const auto line = [&](const char* name) {
    const std::size_t at = text.find(name);
    return text.substr(at, text.find('\n', at) - at);
  };
  // January to July: March has what there is of a total that lacks a unit.
  CHECK(line("户厕").ends_with("| — | — | 部分 1/2：50 户 | 110 户 | — | 150 户 | — |"));
  CHECK(line("处理率").ends_with("| — | — | — | — | 东镇 75%、西镇 55% | 西镇 58% | — |"));
}

TEST_CASE("What is settled has no days left to it") {
  test::MemoryDisk disk = plan(
      "",
      "milestones:\n  - {id: m1, name: 开工, due: 2023-03-31, done: 2023-03-20}\n"
      "  - {id: m2, name: 完工, due: 2023-06-08}\n"
      "issues:\n"
      "  - {id: i1, found: 2023-05-01, level: general, text: 甲, owner: 水务局, due: 2023-05-31,\n"
      "     log: [{date: 2023-05-02, state: assigned}, {date: 2023-05-20, state: resolved}]}\n"
      "  - {id: i2, found: 2023-05-01, level: general, text: 乙, owner: 水务局, due: 2023-05-31,\n"
      "     log: [{date: 2023-05-02, state: assigned}]}\n");
  const Json issues = json(disk, "list --rows issues --as-of 2023-06-18 --columns id,days_left");
  REQUIRE(issues.size() == 2);
  CHECK(issues[0]["days_left"].is_null());
  CHECK(issues[1]["days_left"] == -18);
  const Json steps = json(disk, "list --rows milestones --as-of 2023-06-18 --columns id,days_left");
  REQUIRE(steps.size() == 2);
  CHECK(steps[0]["days_left"].is_null());
  CHECK(steps[1]["days_left"] == -10);
}

TEST_CASE(
    "A workbook of two plans has the plan in the name of each sheet, and units their targets") {
  test::MemoryDisk disk =
      plan("",
           "indicators:\n  - {id: a, name: 户厕, kind: cumulative, qualifier: at_least, unit: 户,\n"
           "     targets: {东镇: 100, 西镇: 200}}\n");
  disk.files["tasks/units.yaml"] +=
      "  - {name: 东镇, type: township}\n  - {name: 西镇, type: township}\n";
  const auto names = [&] {
    const auto made = answer(disk, "report ledger --as-of 2023-06-18 -o book.xlsx --lang zh");
    REQUIRE(made.exit == 0);
    return sheets::read(disk.written["book.xlsx"], "book.xlsx");
  };
  const sheets::Workbook one = names();
  REQUIRE(one.sheets.size() == 6);
  CHECK(one.sheets[0].name == "台账");
  const sheets::Sheet& units = one.sheets[2];
  CHECK(units.name == "单位");
  std::size_t column = 0;
  while (column < 12 && units.at(1, column).text != "有分解目标的任务") ++column;
  std::vector<std::string> of_towns;
  for (std::size_t row = 2; row < units.rows.size(); ++row) {
    if (units.at(row, 0).text.ends_with("镇")) of_towns.push_back(units.at(row, column).text);
  }
  CHECK(of_towns == std::vector<std::string>{"1", "1"});

  for (const char* file : {"plan.yaml", "001-a.yaml"}) {
    disk.files["tasks/民生/" + std::string(file)] = disk.files["tasks/2023/" + std::string(file)];
  }
  std::string& second = disk.files["tasks/民生/plan.yaml"];
  second.replace(second.find("\"2023\""), 6, "民生");
  const sheets::Workbook two = names();
  std::vector<std::string> called;
  for (const sheets::Sheet& sheet : two.sheets) called.push_back(sheet.name);
  CHECK(called == std::vector<std::string>{"台账 2023", "台账 民生", "指标 2023", "单位 2023",
                                           "问题 2023", "目标任务分解表 2023", "指标 民生",
                                           "单位 民生", "问题 民生", "目标任务分解表 民生",
                                           "说明"});
}

TEST_CASE("The monthly report says what last month’s said") {
  const test::MemoryDisk disk = plan(
      "",
      "indicators:\n  - {id: a, name: 闸, kind: cumulative, qualifier: at_least, commitment: "
      "binding, target: 40, unit: 个,\n     readings: [{id: r1, date: 2023-04-30, value: 8, "
      "reported: 2023-04-30},\n       {id: r2, date: 2023-05-31, value: 9, reported: "
      "2023-05-31}]}\nprogress: [{date: 2023-04-28, by: 水务局, done: 清淤, next: 五月补上}]\n");
  const Json row = json(disk, "report monthly --month 2023-05")["plans"][0]["tables"]["behind"][0];
  CHECK(row["last_month"] == "红灯；8 个（20.00%）；下步：五月补上");
  CHECK(row["done"] == 9);
}

TEST_CASE("A paper for Word has the cells of the page, each at its place") {
  const test::MemoryDisk disk = example(3, 12);
  std::size_t cells = 0;
  for (const report::Report& report : report::reports()) {
    const std::string line = "report " + std::string(report.name) + " --as-of 2024-07-12";
    const auto page = *render::read_values(said(disk, line + " --format html"), "html");
    REQUIRE(answer(disk, line + " -o paper.docx").exit == 0);
    auto paper = *render::read_values(disk.written["paper.docx"], "docx");
    const auto is_cell = [](const render::ReadValue& value) { return !value.column.empty(); };
    std::size_t at = 0;
    for (render::ReadValue& value : paper) {
      if (!is_cell(value)) continue;
      // On paper the dot of a light is a letter.
      constexpr std::string_view dot = "●";
      if (value.text.starts_with(dot)) value.text.erase(0, dot.size());
      while (at < page.size() && !is_cell(page[at])) ++at;
      REQUIRE(at < page.size());
      CAPTURE(value.table);
      CHECK(value.text == page[at].text);
      CHECK(value.row == page[at].row);
      CHECK(value.column == page[at].column);
      ++at;
      ++cells;
    }
    CHECK(std::none_of(page.begin() + static_cast<long>(at), page.end(), is_cell));
  }
  CHECK(cells > 2000);
}

TEST_CASE(
    "A weekly that is full says of which units the rest is, and why what is stale is yellow") {
  // 104 of 300 tasks are red: little else has room.
  const std::string full = said(example(5, 300), "report weekly --as-of 2025-01-05");
  std::istringstream lines(full);
  int with_units = 0;
  int by_number = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("共 ") && line.ends_with(" 项。")) ++by_number;
    if (line.find("共 ") != std::string::npos && line.find(" 项：") != std::string::npos)
      ++with_units;
  }
  CHECK(with_units >= 3);
  CHECK(by_number <= 1);
  // A reason that is cut short names the age of the data before the words of the unit.
  const test::MemoryDisk disk = example(77, 120);
  const std::string brief = said(disk, "report weekly section<=7 --as-of 2024-10-08");
  int stale = 0;
  for (const Json& row : json(disk, "list light:yellow --as-of 2024-10-06 --columns item,title")) {
    const std::string name = " | " + row["title"].get<std::string>() + " | ";
    const std::size_t at = brief.find(name);
    if (at == std::string::npos) continue;
    const std::string cells = brief.substr(at, brief.find('\n', at) - at);
    if (cells.find("截至 2024-0") == std::string::npos) continue;
    CAPTURE(cells);
    CHECK(cells.find("没有新数") != std::string::npos);
    ++stale;
  }
  CHECK(stale >= 1);
}

TEST_CASE("The workbook of a weekly has no pages: every row stands in it, and it says so") {
  const test::MemoryDisk disk = example(77, 120);
  REQUIRE(answer(disk, "report weekly --as-of 2024-10-06 -o book.xlsx").exit == 0);
  const sheets::Workbook book = sheets::read(disk.written["book.xlsx"], "book.xlsx");
  const auto rows_of = [&](const std::string& name) -> std::size_t {
    for (const sheets::Sheet& sheet : book.sheets) {
      if (sheet.name == name) return sheet.rows.size();
    }
    return 0;
  };
  const auto lit = [&](const char* light) {
    return json(disk, std::string("list light:") + light + " --as-of 2024-10-06").size();
  };
  const std::size_t behind = lit("red") + lit("yellow");
  CHECK(behind > 20);
  // Below a title and the names of the columns.
  CHECK(rows_of("红灯、黄灯任务") == behind + 2);
  bool is_said = false;
  for (const sheets::Sheet& sheet : book.sheets) {
    for (const auto& row : sheet.rows) {
      for (const auto& cell : row) is_said |= cell.text.find("--full") != std::string::npos;
    }
  }
  CHECK(is_said);
}

TEST_CASE("The workbook tells no report as missing of a task that is not counted") {
  const test::MemoryDisk disk = example(4, 85);
  const auto made = answer(disk, "report ledger --as-of 2024-10-08 -o book.xlsx --lang zh");
  REQUIRE(made.exit == 0);
  const sheets::Workbook book = sheets::read(disk.written["book.xlsx"], "book.xlsx");
  const auto indicators =
      json(disk, "list --rows indicators --as-of 2024-10-08 --columns counted,missing");
  const sheets::Sheet& sheet = book.sheets[1];
  REQUIRE(sheet.rows.size() == indicators.size() + 2);
  const std::size_t missing = sheet.rows[1].size() - 1;
  REQUIRE(sheet.at(1, missing - 1).text == "报送情况");
  REQUIRE(sheet.at(1, missing).text == "漏报");
  int owed = 0;
  int not_asked_for = 0;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const std::string told = sheet.at(i + 2, missing).text;
    const auto& of_list = indicators[i]["missing"];
    CAPTURE(i);
    if (indicators[i]["counted"].get<bool>()) {
      CHECK(told == std::to_string(of_list.get<int>()));
      owed += of_list.get<int>() > 0 ? 1 : 0;
    } else {
      CHECK(told.empty());
      CHECK(sheet.at(i + 2, missing - 1).text.empty());
      not_asked_for += of_list.get<int>() > 0 ? 1 : 0;
    }
  }
  // Both kinds are there.
  CHECK(owed > 5);
  CHECK(not_asked_for > 2);
}

TEST_CASE("The ledger as a workbook has its other sheets, and figures that add up to its own") {
  const test::MemoryDisk disk = example(3, 12);
  const auto book_of = [&](const std::string& more) {
    const test::Outcome made =
        answer(disk, "report ledger --as-of 2024-07-12 --monthly -o book.xlsx --lang zh" + more);
    CAPTURE(made.err);
    REQUIRE(made.exit == 0);
    return sheets::read(disk.written["book.xlsx"], "book.xlsx");
  };
  const sheets::Workbook book = book_of("");
  std::vector<std::string> names;
  for (const sheets::Sheet& sheet : book.sheets) names.push_back(sheet.name);
  CHECK(names ==
        std::vector<std::string>{"台账", "指标", "单位", "问题", "目标任务分解表", "说明"});
  // In the order of the columns.
  const auto ledger = nlohmann::ordered_json::parse(
      said(disk, "report ledger --as-of 2024-07-12 --monthly --lang zh --format json"));
  const auto& rows = ledger["plans"][0]["tables"]["ledger"];
  const sheets::Sheet& sheet = book.sheets[0];
  REQUIRE(rows.size() >= 12);
  REQUIRE(sheet.rows.size() == rows.size() + 2);
  // The usual columns, and one a month from January to July.
  CHECK(sheet.rows[1].size() == 17 + 7);
  std::size_t figures = 0;
  std::size_t days = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t at = 0;
    for (const auto& [key, value] : rows[r].items()) {
      const sheets::Cell& cell = sheet.at(r + 2, at++);
      CAPTURE(key);
      CAPTURE(value);
      if (value.is_number()) {
        CHECK(cell.kind == sheets::CellKind::number);
        // One that is told in months has no sign for per cent.
        const double factor = cell.percent || key == "completion" ? 100 : 1;
        CHECK(std::stod(cell.text) * factor == doctest::Approx(value.get<double>()));
        ++figures;
      } else if (cell.kind == sheets::CellKind::date) {
        CHECK(cell.text == value.get<std::string>());
        ++days;
      }
    }
  }
  CHECK(figures > 60);
  CHECK(days > 8);
  CHECK(sheet.at(1, 23).text == "2024-07");
  const std::size_t indicators = json(disk, "list --rows indicators --as-of 2024-07-12").size();
  CHECK(book.sheets[1].rows.size() == indicators + 2);
  // Figures of units are of all their tasks.
  for (const sheets::Sheet& one : book_of(" light:red").sheets) CHECK(one.name != "单位");
}

TEST_CASE("A paper in the look or with the templates of an office can be made again") {
  test::MemoryDisk disk = example(3, 3);
  const std::string line = "report weekly --as-of 2024-10-12";
  REQUIRE(answer(disk, line + " -o office.docx").exit == 0);
  disk.files["office.docx"] = disk.written["office.docx"];
  REQUIRE(answer(disk, line + " --reference office.docx -o paper.docx").exit == 0);
  disk.files["paper.docx"] = disk.written["paper.docx"];
  const test::Outcome same = answer(disk, "verify paper.docx --lang zh");
  CAPTURE(same.out);
  CHECK(same.exit == 0);

  disk.files["own/words/zh.yaml"] = "weekly:\n  title: 每周要情\n";
  disk.files["paper.html"] = said(disk, line + " --templates own --format html");
  CHECK(answer(disk, "verify paper.html --templates own").exit == 0);
  // One that is not there is missing, whatever its name ends with.
  const test::Outcome missing = answer(disk, "verify nofile --lang zh");
  CHECK(missing.exit == 2);
  CHECK(missing.err.find("没有这个文件") != std::string::npos);
  CHECK(missing.err.find("后缀") == std::string::npos);
  const test::Outcome without = answer(disk, "verify paper.html --lang zh");
  CHECK(without.exit == 2);
  CHECK(without.err.find("--templates") != std::string::npos);
}

TEST_CASE("A paper is verified whatever was typed for it, or refused when it is made") {
  test::MemoryDisk disk = plan("", behind);
  const auto made = [&](const std::string& issuer, const std::string& format) {
    return test::run({"report", "weekly", "title~河道", "--as-of", "2023-06-18", "--lang", "zh",
                      "--issuer", issuer, "--format", format},
                     disk);
  };
  for (const char* issuer :
       {"甲府  办公室", " 甲府\t办公室", "甲府\n办公室", "甲府\u00a0办公室", "甲府\r\n 办公室 "}) {
    for (const char* format : {"markdown", "html", "json"}) {
      CAPTURE(issuer);
      const test::Outcome paper = made(issuer, format);
      REQUIRE(paper.exit == 0);
      CHECK(paper.out.find("甲府 办公室") != std::string::npos);
      const std::string file = "paper." + std::string(format);
      disk.files[file] = paper.out;
      CHECK(answer(disk, "verify " + file + " --lang zh").exit == 0);
    }
  }
  for (const char* issuer : {"甲府\u202e社", "甲\x1b府", "甲\x07府", "\xbc\xd7"}) {
    const test::Outcome refused = made(issuer, "markdown");
    CHECK(refused.exit == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("--issuer") != std::string::npos);
  }
}

TEST_CASE("Verify says of a paper that it is in another encoding, version, or of another ledger") {
  test::MemoryDisk disk = plan("", behind);
  for (const char* format : {"md", "html", "json"}) {
    const std::string file = "weekly." + std::string(format);
    const std::string paper =
        said(disk, "report weekly --as-of 2023-06-18 --lang zh --format " + std::string(format));
    const auto verified = [&](const std::string& text, test::MemoryDisk on) {
      on.files[file] = text;
      return answer(on, "verify " + file + " --lang zh");
    };
    // 治水 in GB18030, and a paper in UTF-16: one sentence each.
    for (const std::string& text : {paper + "\xd6\xce\xcb\xae", "\xff\xfe" + paper.substr(0, 40)}) {
      const test::Outcome refused = verified(text, disk);
      CHECK(refused.exit == 2);
      CHECK(refused.out.empty());
      CHECK(refused.err.find(file + " 不是 UTF-8 编码，不能核对\n") != std::string::npos);
    }
    std::string older = paper;
    const std::size_t begin = paper.rfind("taizhang ", paper.find(" report weekly")) + 9;
    const std::string version = paper.substr(begin, paper.find(" report weekly") - begin);
    for (std::size_t at = 0; (at = older.find(version + " report", at)) != older.npos; ++at) {
      older.replace(at, version.size(), "0.0.9");
    }
    CHECK(verified(paper, disk).out.find("0.0.9") == std::string::npos);
    const test::Outcome same = verified(older, disk);
    CHECK(same.exit == 0);
    CHECK(same.out.ends_with("处都相同\n出处写的版本是 0.0.9，核对用的是 " + version + "\n"));

    test::MemoryDisk other = disk;
    std::string& keys = other.files["tasks/2023/plan.yaml"];
    keys.replace(keys.find("治水"), 6, "修路");
    keys.replace(keys.find("县政府办公室"), 18, "乙县政府");
    const test::Outcome of_other = verified(paper, other);
    CHECK(of_other.exit == 1);
    CHECK(of_other.out.ends_with("”：像是另一份台账的报表，用 -C 指明那份台账\n"));
    // A figure that was changed is no other ledger.
    std::string changed = paper;
    changed.replace(changed.find("40 个"), 2, "41");
    CHECK(verified(format == std::string("json") ? paper : changed, disk).out.find("另一份台账") ==
          std::string::npos);
  }
}

TEST_CASE("What was taken out of a paper is missed, wherever it stood: a line, a row, a heading") {
  test::MemoryDisk disk = example(3, 3);
  const std::string line = "report weekly --as-of 2024-10-12 --format ";
  int missed = 0;
  const auto check_without = [&](const std::string& file, const std::string& paper,
                                 std::size_t begin, std::size_t end) {
    const std::string part = paper.substr(begin, end - begin);
    if (part.find("taizhang 0") != part.npos) return;
    disk.files[file] = paper.substr(0, begin) + paper.substr(end);
    CAPTURE(file);
    CAPTURE(part);
    CHECK(answer(disk, "verify " + file).exit == 1);
    ++missed;
  };
  const std::string markdown = said(disk, line + "markdown");
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = markdown.find('\n', at) + 1;
    const std::string one = markdown.substr(at, end - at);
    if (one != "\n" && !one.starts_with("| ---")) check_without("paper.md", markdown, at, end);
    at = end;
  }
  CHECK(missed > 35);
  const std::string html = said(disk, line + "html");
  for (const std::string name : {"p", "li", "tr", "h1", "h2", "h3"}) {
    for (std::size_t at = html.find("<" + name, html.find("<body")); at != html.npos;
         at = html.find("<" + name, at + 1)) {
      const char after = html[at + 1 + name.size()];
      const std::size_t end = html.find("</" + name + ">", at);
      if ((after == '>' || after == ' ') && end != html.npos) {
        check_without("paper.html", html, at, end + name.size() + 3);
      }
    }
  }
  CHECK(missed > 65);
}

TEST_CASE("A digit changed in any table of any paper is named") {
  test::MemoryDisk disk = example(3, 3);
  int changed = 0;
  for (const report::Report& report : report::reports()) {
    for (const char* format : {"markdown", "html", "json"}) {
      const std::string line =
          "report " + std::string(report.name) + " --as-of 2024-10-12 --format " + format;
      const test::Outcome made = answer(disk, line);
      // A ledger in which no task names a leader has no such sheets.
      if (report.name == "leader" && made.exit == 2) continue;
      REQUIRE(made.exit == 0);
      const std::string& paper = made.out;
      // One digit in each table: of a cell that follows its head.
      const std::string begin = format == std::string("html")   ? "<tbody>"
                                : format == std::string("json") ? "\": [\n"
                                                                : " --- |\n";
      const std::string file = std::string("paper.") + (begin[0] == ' ' ? "md" : format);
      for (std::size_t at = paper.find(begin); at != paper.npos; at = paper.find(begin, at + 1)) {
        std::size_t digit = at + begin.size();
        const auto is_cell = [&](std::size_t i) {
          if (!std::isdigit(static_cast<unsigned char>(paper[i]))) return false;
          const char before = paper[i - 1];
          return format == std::string("html") ? before == '>'
                                               : before == ' ' && paper[i - 2] != '"';
        };
        while (digit < paper.size() && !is_cell(digit)) ++digit;
        if (digit == paper.size() || digit > paper.find("taizhang 0")) break;
        disk.files[file] = paper;
        disk.files[file][digit] = paper[digit] == '9' ? '1' : static_cast<char>(paper[digit] + 1);
        const test::Outcome outcome = answer(disk, "verify " + file);
        CAPTURE(line);
        CAPTURE(paper.substr(digit - 30, 60));
        CHECK(outcome.exit == 1);
        ++changed;
      }
    }
  }
  CHECK(changed > 40);
}

TEST_CASE(
    "A column that the ledger does not have is told with those that it has, in the language") {
  const test::MemoryDisk disk = plan("", behind);
  const auto told = [&](const std::string& name, const std::string& language) {
    const test::Outcome outcome =
        answer(disk, "report ledger --as-of 2023-06-15 --columns " + name + " --lang " + language);
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK(told("牵头单", "zh").find("是不是“牵头单位”") != std::string::npos);
  CHECK(told("负责人的电话", "zh").find("序号") != std::string::npos);
  CHECK(told("leed", "zh").find("“lead”") != std::string::npos);
  CHECK(told("leed", "en").find("“lead”") != std::string::npos);
}

TEST_CASE("What is first recorded of public results is not called a report") {
  const std::string day = "report weekly --as-of 2023-06-04 --known-by 2023-06-04";
  CHECK(said(plan("", behind), day).find("首次报送") != std::string::npos);
  const std::string recorded = said(plan("reporting: public\n", behind), day);
  CHECK(recorded.find("首次录入") != std::string::npos);
  CHECK(recorded.find("首次报送") == std::string::npos);
}

TEST_CASE("Only the day of today is called so where no plan runs on it") {
  const test::MemoryDisk disk = plan("", behind);
  const auto warned = [&](const std::string& line) { return answer(disk, line).err; };
  CHECK(warned("report weekly --week 2021-W40").find("今天") == std::string::npos);
  CHECK(warned("report weekly --week 2021-W40").find("2021-10-10 不在任何计划的周期内") !=
        std::string::npos);
  CHECK(warned("report monthly --month 2021-09").find("今天") == std::string::npos);
  CHECK(warned("report bulletin --as-of 2021-09-01").find("今天") == std::string::npos);
}

TEST_CASE("A paper can be made again by its foot, and what was changed in it is named") {
  test::MemoryDisk disk =
      plan("", behind +
                   "orders: [{id: o1, date: 2023-06-01, level: order, reason: 滞后, "
                   "to: [水务局]}]\n");
  int verified = 0;
  for (const report::Report& report : report::reports()) {
    for (const char* ending : {"md", "html", "json", "docx"}) {
      for (const char* language : {"zh", "en"}) {
        const std::string format = ending == std::string("md") ? "markdown" : ending;
        const std::string file = std::string("paper.") + ending;
        std::vector<std::string> line{"report",    std::string(report.name),
                                      "--as-of",   "2023-06-18",
                                      "--edition", "7",
                                      "--issuer",  "督查 '室'",
                                      "--lang",    language,
                                      "--format",  format};
        if (format == "docx") line.insert(line.end(), {"-o", file});
        if (report.name == "ledger") {
          for (const char* word :
               {"lead:水务局 or light:red", "--columns", "item,value,gap", "--monthly"}) {
            line.emplace_back(word);
          }
        }
        const test::Outcome paper = test::run(line, disk);
        CAPTURE(paper.err);
        REQUIRE(paper.exit == 0);
        disk.files[file] = disk.written.contains(file) ? disk.written[file] : paper.out;
        const test::Outcome same = answer(disk, "verify " + file + " --lang zh");
        CAPTURE(file);
        CAPTURE(std::string(report.name));
        CAPTURE(same.out);
        CAPTURE(same.err);
        CHECK(same.exit == 0);
        CHECK(same.out.find("一致") != std::string::npos);
        ++verified;
      }
    }
  }
  CHECK(verified == 8 * static_cast<int>(report::reports().size()));

  const std::string paper = said(disk, "report weekly --as-of 2023-06-18");
  disk.files["weekly.md"] = paper;
  disk.files["weekly.md"].replace(paper.find("5 个（12.50%）"), 5, "6 个");
  const test::Outcome changed = answer(disk, "verify weekly.md --lang zh");
  CHECK(changed.exit == 1);
  CHECK(changed.out ==
        "“二、红灯、黄灯任务”第 1 行“完成”：文件里是“6 个（12.50%）”，重算是“5 个（12.50%）”\n"
        "1 处不同\n");
  // Another ledger gives other values.
  disk.files["weekly.md"] = paper;
  std::string& task = disk.files["tasks/2023/001-a.yaml"];
  task.replace(task.find("value: 5"), 8, "value: 9");
  CHECK(answer(disk, "verify weekly.md").exit == 1);
  disk.files["weekly.md"] = "# 周报\n";
  CHECK(answer(disk, "verify weekly.md").exit == 2);
}

/// A docx with the parts that are read, each as `change` makes it of its path and its text.
std::string docx_with(const std::string& docx,
                      const std::function<std::string(const std::string&, std::string)>& change) {
  const sheets::Package package(docx, "docx", {});
  std::vector<sheets::Packed> parts;
  for (const std::string path :
       {"word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
        "word/numbering.xml", "word/footer1.xml", "word/footer2.xml"}) {
    pugi::xml_document xml;
    REQUIRE(package.read(path, xml));
    std::ostringstream text;
    xml.save(text, "", pugi::format_raw);
    parts.push_back({path, change(path, text.str())});
  }
  return sheets::packed(parts);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST_CASE("What a reader of a paper for Word would see and no report has is told, wherever it is") {
  test::MemoryDisk disk = plan("", behind);
  REQUIRE(answer(disk, "report weekly --as-of 2023-06-18 -o weekly.docx").exit == 0);
  const std::string docx = disk.written["weekly.docx"];
  const std::string text = "<w:r><w:t xml:space=\"preserve\">5 个（12.50%）</w:t></w:r>";
  const std::string nine = "<w:r><w:t>9</w:t></w:r>";
  const std::string place = "“二、红灯、黄灯任务”第 1 行“完成”：";
  const std::string changed = place + "文件里是“95 个（12.50%）”，重算是“5 个（12.50%）”\n";
  const std::string foreign = place + "有报表里从不写的内容：";
  const std::string one = "\n1 处不同\n", two = "\n2 处不同\n";
  const auto verified = [&](const std::string& part, const std::string& from,
                            const std::string& to) {
    bool found = false;
    disk.files["weekly.docx"] = docx_with(docx, [&](const std::string& path, std::string xml) {
      if (path != part) return xml;
      found = xml.find(from) != xml.npos;
      return replaced(xml, from, to);
    });
    CHECK(found);
    return answer(disk, "verify weekly.docx --lang zh");
  };
  const std::string document = "word/document.xml";
  const auto said_of = [&](const std::string& to) {
    const test::Outcome outcome = verified(document, text, to);
    CHECK(outcome.exit == 1);
    return outcome.out;
  };
  // Text is read in its order, whatever it stands in, and that is told.
  CHECK(said_of("<w:ins w:id=\"1\">" + nine + "</w:ins>" + text) ==
        changed + foreign + "插入修订 w:ins" + two);
  CHECK(said_of("<w:sdt><w:sdtPr/><w:sdtContent>" + nine + "</w:sdtContent></w:sdt>" + text) ==
        changed + foreign + "内容控件 w:sdt" + two);
  CHECK(said_of("<w:fldSimple w:instr=\"QUOTE 9\">" + nine + "</w:fldSimple>" + text) ==
        changed + foreign + "域 w:fldSimple" + two);
  CHECK(said_of("<w:r><w:sym w:font=\"Arial\" w:char=\"F039\"/></w:r>" + text) ==
        changed + foreign + "符号 w:sym" + two);
  CHECK(said_of("<w:smartTag w:element=\"x\">" + nine + "</w:smartTag>" + text) ==
        changed.substr(0, changed.size() - 1) + one);
  // The same text may say that it is not what was written.
  CHECK(said_of("<w:del w:id=\"1\"><w:r><w:delText>9</w:delText></w:r></w:del>" + text) ==
        foreign + "删除修订 w:del“9”" + one);
  CHECK(said_of("<w:hyperlink>" + text + "</w:hyperlink>") == foreign + "超链接 w:hyperlink" + one);
  CHECK(said_of(text + "<w:r><w:commentReference w:id=\"1\"/></w:r>") ==
        foreign + "批注 w:commentReference" + one);
  CHECK(said_of(text + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>" + nine +
                "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>") ==
        foreign + "图形或文本框 w:pict“9”" + one);
  CHECK(said_of(text + "<w:r><x:tomorrow/></w:r>") == foreign + "x:tomorrow" + one);
  const auto with_look = [&](const std::string& look) {
    return said_of("<w:r><w:rPr>" + look + "</w:rPr>" + text.substr(5));
  };
  CHECK(with_look("<w:strike/>") == foreign + "删除线 w:strike" + one);
  CHECK(with_look("<w:color w:val=\"008000\"/>") ==
        place + "文字相同，标记不同：<w:color w:val=\"008000\">" + one);
  CHECK(with_look("<w:vanish/>") ==
        place + "文件里是“”，重算是“5 个（12.50%）”\n" + foreign + "隐藏文字 w:vanish" + two);
  CHECK(with_look("<w:sz w:val=\"2\"/>") == foreign + "字号太小 w:sz“2”" + one);
  // A light with the colour of another.
  const test::Outcome light = verified(document, "<w:color w:val=\"C00000\"/></w:rPr><w:t>●",
                                       "<w:color w:val=\"1E7B34\"/></w:rPr><w:t>●");
  CHECK(light.exit == 1);
  CHECK(light.out.find("第 1 行“灯”：文字相同，标记不同：<w:color w:val=\"1E7B34\">") !=
        light.out.npos);
  // What stands on every page, what a style hides, what a list numbers.
  CHECK(verified("word/footer1.xml", "PAGE", "NUMPAGES").out ==
        "w:footerReference default：文件里是“— {NUMPAGES} —”，重算是“— {PAGE} —”" + one);
  CHECK(verified("word/styles.xml", "<w:name w:val=\"表格文字\"/>",
                 "<w:name w:val=\"表格文字\"/><w:rPr><w:vanish/></w:rPr>")
            .exit == 1);
  CHECK(verified(document, "<w:pStyle w:val=\"FootLine\"/></w:pPr>",
                 "<w:pStyle w:val=\"FootLine\"/><w:rPr><w:ins w:id=\"1\"/></w:rPr></w:pPr>")
            .exit == 1);
  // A second line that claims to say how the paper was made is one that none has.
  CHECK(verified(document, "</w:body>",
                 "<w:p><w:r><w:t>taizhang 1 report 2</w:t></w:r></w:p></w:body>")
            .exit == 1);
  disk.files["weekly.docx"] = docx_with(docx, [&](const std::string& path, std::string xml) {
    if (path == "word/numbering.xml")
      return replaced(replaced(xml, "bullet", "decimal"), "•", "9%1");
    return replaced(xml, "<w:pStyle w:val=\"BodyText\"/>",
                    "<w:pStyle w:val=\"BodyText\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr>");
  });
  CHECK(answer(disk, "verify weekly.docx").exit == 1);

  // A word processor that saves a paper again leaves marks of its own.
  const std::string saved = docx_with(docx, [&](const std::string& path, std::string xml) {
    if (path != document) return xml;
    xml = replaced(xml, "<w:p><w:pPr>", "<w:p w:rsidR=\"00A1\"><w:pPr><w:widowControl/>");
    xml = replaced(xml, "</w:pPr>",
                   "<w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:strike w:val=\"0\"/></w:rPr></w:pPr>"
                   "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>");
    xml = replaced(xml, "5 个（12.50%）</w:t></w:r>",
                   "5 </w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:smartTag "
                   "w:element=\"x\"><w:smartTagPr/><w:r><w:lastRenderedPageBreak/><w:t>个（12.50%）"
                   "</w:t></w:r></w:smartTag>");
    return replaced(xml, "<w:tblHeader/>", "<w:tblHeader w:val=\"false\"/>");
  });
  disk.files["weekly.docx"] = saved;
  const test::Outcome same = answer(disk, "verify weekly.docx --lang zh");
  CAPTURE(same.out);
  CHECK(same.exit == 0);
}

TEST_CASE("A row that was taken out or put in is named, and moves none of those below it") {
  test::MemoryDisk disk = plan("", behind);
  for (int item = 2; item <= 6; ++item) {
    std::string task = disk.files["tasks/2023/001-a.yaml"];
    task.replace(task.find("item: 1"), 7, "item: " + std::to_string(item));
    task.replace(task.find("title: ") + 7, 0, "第" + std::to_string(item) + "段");
    disk.files["tasks/2023/00" + std::to_string(item) + "-a.yaml"] = task;
  }
  const std::string line = "report weekly --as-of 2023-06-18 --lang zh --format ";
  const std::string paper = said(disk, line + "markdown");
  const std::size_t third = paper.find("\n| 3 | 第3段") + 1;
  REQUIRE(third > 1);
  const std::string row = paper.substr(third, paper.find('\n', third) + 1 - third);
  disk.files["weekly.md"] = paper;
  disk.files["weekly.md"].erase(third, row.size());
  const test::Outcome without = answer(disk, "verify weekly.md --lang zh");
  CHECK(without.exit == 1);
  const std::string name = row.substr(2, row.find(" |", row.find("第3段")) - 2);
  const std::string title = name.substr(name.find("第3段"));
  CHECK(without.out.find("“二、红灯、黄灯任务”：少了一行“3 " + title) == 0);
  CHECK(without.out.ends_with("”，在重算的报表里是第 3 行\n1 处不同\n"));
  // The same of another task, put in below it.
  disk.files["weekly.md"] = paper;
  std::string other = row;
  other.replace(other.find("| 3 |"), 5, "| 8 |");
  disk.files["weekly.md"].insert(third + row.size(), other);
  const test::Outcome with = answer(disk, "verify weekly.md --lang zh");
  CHECK(with.exit == 1);
  CHECK(with.out.find("“二、红灯、黄灯任务”：多了第 4 行“8 " + title) == 0);
  CHECK(with.out.ends_with("”，重算的报表里没有\n1 处不同\n"));
  // Of JSON too.
  const std::string json = said(disk, line + "json");
  const std::size_t begin = json.find("{", json.find("\"exceptions\"") + 1);
  REQUIRE(begin != json.npos);
  disk.files["weekly.json"] = json;
  disk.files["weekly.json"].erase(begin, json.find("{", begin + 1) - begin);
  const test::Outcome of_json = answer(disk, "verify weekly.json --lang zh");
  CHECK(of_json.exit == 1);
  CHECK(of_json.out.find("“/plans/0/tables/exceptions”：少了一行“1 ") == 0);
  CHECK(of_json.out.ends_with("1 处不同\n"));
}

TEST_CASE(
    "What hides a cell of a page, or draws it otherwise, is named though its text is the same") {
  test::MemoryDisk disk = plan("", behind);
  const std::string page = said(disk, "report weekly --as-of 2023-06-18 --lang zh --format html");
  const std::size_t cell = page.rfind("<td", page.find("5 个（12.50%）"));
  REQUIRE(cell != page.npos);
  const auto verified = [&](std::size_t at, std::size_t size, const std::string& text) {
    disk.files["weekly.html"] = page;
    disk.files["weekly.html"].replace(at, size, text);
    return answer(disk, "verify weekly.html --lang zh");
  };
  const test::Outcome hidden = verified(cell, 3, "<td hidden");
  CHECK(hidden.exit == 1);
  CHECK(hidden.out.find("“二、红灯、黄灯任务”第 1 行“完成”：文字相同，标记不同：<td hidden") == 0);
  CHECK(hidden.out.ends_with("1 处不同\n"));
  CHECK(verified(cell, 3, "<td style=\"display:none\"").exit == 1);
  CHECK(verified(cell, 0, "<!-- <td>6 个</td> -->").exit == 1);
  CHECK(verified(page.find("</style>"), 0, "td{display:none}").exit == 1);
  CHECK(verified(page.find("</body>"), 0, "<script>document.body.remove()</script>").exit == 1);
  CHECK(verified(page.find("<body"), 0, "<!-- 6 --><td>6 个</td>").exit == 1);
  CHECK(verified(0, 0, "").exit == 0);
}

TEST_CASE("What mail, git and editors do to a paper unseen is no difference, and hides none") {
  test::MemoryDisk disk = plan("", behind);
  const std::string figure = "5 个（12.50%）";
  for (const std::string format : {"md", "html", "json"}) {
    CAPTURE(format);
    const std::string file = "weekly." + format;
    const std::string name = format == "md" ? "markdown" : format;
    const std::string paper =
        said(disk, "report weekly --as-of 2023-06-18 --lang zh --format " + name);
    const std::string blanks = format == "json" ? "\t\n" : " \u00a0\n";
    const std::string sent[] = {replaced(paper, "\n", "\r\n"),
                                replaced(paper, "\n", "\r"),
                                "\ufeff" + paper,
                                replaced(paper, "\n", "  \n"),
                                paper.substr(0, paper.size() - 1),
                                paper + blanks,
                                "\ufeff" + replaced(paper, "\n", " \t\r\n")};
    for (const std::string& text : sent) {
      disk.files[file] = text;
      const test::Outcome same = answer(disk, "verify " + file + " --lang zh");
      CAPTURE(same.out);
      CHECK(same.exit == 0);
      // A changed figure is told as it is of the paper as it was written.
      disk.files[file] = replaced(text, "12.50%", "13.50%");
      const test::Outcome other = answer(disk, "verify " + file + " --lang zh");
      disk.files[file] = replaced(paper, "12.50%", "13.50%");
      const test::Outcome plain = answer(disk, "verify " + file + " --lang zh");
      CHECK(plain.exit == 1);
      CHECK(other.exit == 1);
      CHECK(other.out == plain.out);
    }
    if (format == "json") continue;
    disk.files[file] = replaced(paper, figure, "5\u00a0个（12.50%）");
    CHECK(answer(disk, "verify " + file).exit == 0);
    disk.files[file] = replaced(paper, figure, "5  个（12.50%）");
    CHECK(answer(disk, "verify " + file).exit == 0);
    // A blank inside of a number makes two of it.
    disk.files[file] = replaced(paper, figure, "5 个（12.5 0%）");
    CHECK(answer(disk, "verify " + file).exit == 1);
  }
}

TEST_CASE("A page that a browser saved again is the same, and what was changed in it is told") {
  test::MemoryDisk disk = plan("", behind);
  const std::string page = said(disk, "report weekly --as-of 2023-06-18 --lang zh --format html");
  const auto verified = [&](const std::string& text) {
    disk.files["weekly.html"] = text;
    return answer(disk, "verify weekly.html --lang zh").exit;
  };
  // As Chromium writes it: the charset its own way, the script's tools with the text.
  std::string saved =
      replaced(page, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">",
               "<!DOCTYPE html>\n<!-- saved from url=(0025)file:///tmp/weekly.html -->\n"
               "<html lang=\"zh-CN\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; "
               "charset=UTF-8\">");
  saved = replaced(saved, "</body>\n</html>\n", "\n\n</body></html>");
  const std::string head = "<th scope=\"col\" class=\"c-class\">";
  const std::string button = "<button type=\"button\" class=\"sort\" title=\"点击表头排序\">";
  saved = replaced(saved, head + "进度</th>", head + button + "进度</button></th>");
  const std::string box = "<div class=\"box\" id=\"classes\">";
  const std::size_t table = page.find(box);
  REQUIRE(table != page.npos);
  const std::string_view body =
      std::string_view(page).substr(table, page.find("</tbody>", table) - table);
  int rows = -1;  // the head
  for (std::size_t at = 0; (at = body.find("<tr", at)) != body.npos; ++at) ++rows;
  const auto tools = [&](int count, const std::string& name) {
    return "<p class=\"tools\"><input type=\"search\" placeholder=\"筛选\" aria-label=\"筛选 " +
           name + "\"> <output>" + std::to_string(count) +
           " 行</output> <button type=\"button\" aria-expanded=\"true\">收起</button></p>";
  };
  CHECK(saved != page);
  CHECK(verified(saved) == 0);
  CHECK(verified(replaced(saved, box, tools(rows, "一、本周概况") + box)) == 0);
  CHECK(verified(replaced(saved, box, tools(rows + 1, "一、本周概况") + box)) == 1);
  CHECK(verified(replaced(saved, box, tools(rows, "完成 99 项") + box)) == 1);
  CHECK(verified(replaced(saved, box, tools(rows, "一、本周概况") + "<p>99 项</p>" + box)) == 1);
  CHECK(verified(replaced(saved, "进度</button>", "进度<b>2</b></button>")) == 1);
  CHECK(verified(replaced(saved, "12.50%", "13.50%")) == 1);
  CHECK(verified(replaced(saved, "file:///tmp/weekly.html -->", "x><h1>99 项</h1> -->")) == 1);
  CHECK(verified(replaced(saved, "charset=UTF-8", "charset=GBK")) == 1);
}

TEST_CASE("What is past due is expected no more, in a picture neither") {
  const test::MemoryDisk disk = plan("", behind);
  const std::string before = said(disk, "show 1 --as-of 2023-06-18 --lang zh --format html");
  CHECK(before.find("class=\"c-forecast\">预计到期 ") != before.npos);
  const std::string behind_due = said(disk, "show 1 --as-of 2024-01-10 --lang zh --format html");
  CHECK(behind_due.find("class=\"picture\"") != behind_due.npos);
  CHECK(behind_due.find("class=\"c-forecast\"") == behind_due.npos);
}

TEST_CASE("The day of a report that is verified is that of its foot") {
  test::MemoryDisk disk = plan("", behind);
  disk.files["weekly.md"] = said(disk, "report weekly --as-of 2023-06-18");
  CHECK(answer(disk, "verify weekly.md").exit == 0);
  for (const char* option : {"--as-of", "--known-by"}) {
    const test::Outcome refused =
        answer(disk, std::string("verify weekly.md --lang zh ") + option + " 2023-06-18");
    CHECK(refused.exit == 2);
    CHECK(refused.err.find("不能另定 --as-of、--known-by") != std::string::npos);
    CHECK(refused.err.find("taizhang report") != std::string::npos);
  }
}

TEST_CASE("A cell of the matrix says its light, and a line above how to read it") {
  test::MemoryDisk disk =
      plan("",
           "indicators:\n"
           "  - {id: a, name: 闸, kind: cumulative, qualifier: at_least,\n"
           "     commitment: binding, unit: 个, targets: {水务局: 20, 县政府办公室: 20},\n"
           "     readings: [{id: r1, date: 2023-06-30, reported: 2023-07-03,\n"
           "       values: {水务局: 5, 县政府办公室: 10}}]}\n");
  // 181 of 365 days: 9 of 20 are expected, 5 are 0.56 of them and 10 are 1.11.
  const std::string paper = said(disk, "report matrix --as-of 2023-07-04 --lang zh");
  CAPTURE(paper);
  CHECK(paper.find("每格为“完成值/目标值（灯）”") != paper.npos);
  CHECK(paper.find("| 5 个/20 个（红灯） | 10 个/20 个（绿灯） |") != paper.npos);
}

TEST_CASE("An order is found by what is printed of it, and has the day on which it went out") {
  const std::string order =
      "no: \"7.53\"\norders: [{id: o1, date: 2023-06-01, level: order, reason: 滞后, to: [水务局], "
      "reply_by: 2023-06-20}]\n";
  test::MemoryDisk disk = plan("", order);
  for (const char* address : {"1/o1", "2023/1/o1", "7.53/o1", "2023/7.53/o1"}) {
    const std::string sheet =
        said(disk, std::string("report order ") + address + " --as-of 2023-06-18");
    CHECK(sheet.starts_with("# 督办单\n\n县政府办公室 · 2023年6月1日\n\n水务局：\n"));
    // It ends with who signs it, room for the seal, and its day; nobody else has a copy.
    CHECK(sheet.find("\n县政府办公室（印章）\n\n2023年6月1日\n\n---\n") != std::string::npos);
    CHECK(sheet.find("台账编号：7.53/o1\n") != std::string::npos);
    CHECK(sheet.find("依据：治水\n") != std::string::npos);
  }
  CHECK(answer(disk, "report order 53/o1 --as-of 2023-06-18").exit == 2);
  // Of two plans in view each sheet tells its own alone.
  disk.files["tasks/2024/plan.yaml"] =
      "schema: 1\nid: \"2024\"\ntitle: 治河\nperiod: {start: 2024-01-01, end: 2024-12-31}\n"
      "sections: [{no: 1, title: 河道}]\n";
  const std::string sheet = said(disk, "report order --as-of 2024-01-14");
  CHECK(sheet.find("台账编号：2023/7.53/o1\n") != std::string::npos);
  CHECK(sheet.find("治河") == std::string::npos);
  const std::string units = said(disk, "report unit 水务局 --plan 2023 --as-of 2024-01-14");
  CHECK(units.find("## 水务局\n\n依据：治水\n") != std::string::npos);
  CHECK(units.find("治河") == std::string::npos);
  for (const char* format : {"md", "html", "docx"}) {
    const std::string file = std::string("o.") + format;
    REQUIRE(answer(disk, "report order --as-of 2024-01-14 -o " + file).exit == 0);
    disk.files[file] = disk.written[file];
    CHECK(answer(disk, "verify " + file).exit == 0);
  }
}

TEST_SUITE_END();

}  // namespace papers_test
