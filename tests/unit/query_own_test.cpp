// SPDX-License-Identifier: MIT
//
// Saved queries of plans and of the user's settings.
#include <doctest/doctest.h>

#include "ledgers.h"
#include "load/decode.h"
#include "load/settings.h"
#include "model/plan.h"
#include "run.h"
#include "values.h"

namespace query_own_test {

using namespace taizhang;

TEST_SUITE_BEGIN("query");

namespace {

/// The ledger of Linshui with `queries` in its plan.
test::MemoryDisk disk_with(const std::string& queries) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  for (auto& [path, text] : disk.files) {
    if (path.ends_with("plan.yaml")) text += queries;
  }
  return disk;
}

test::Outcome list(const test::MemoryDisk& disk, std::vector<std::string> asked,
                   const test::World& world = {}) {
  asked.insert(asked.begin(), {"list", "--as-of", "2024-07-12"});
  return test::run(asked, disk, world);
}

const test::World at_home{{{"HOME", "/home/wang"}}};
const test::World with_config{{{"HOME", "/home/wang"}, {"XDG_CONFIG_HOME", "/etc/wang"}}};

}  // namespace

TEST_CASE("A query of a plan is a filter, or a map; their order is that of the file") {
  const yaml::Document document = yaml::parse(
      "schema: 1\nid: x\nlock: 2024-03-31\nqueries:\n  z: light:red\n  红灯: {行: indicators, "
      "条件: a:b, "
      "列: [item, name], 排序: -ratio, 分组: lead, 说明: 一句话}\n  a: {columns: item title}\n",
      0);
  model::Plan plan(source::start_of(0));
  std::vector<source::Fault> faults = document.faults;
  load::decode(document, 0, plan, faults);
  CHECK(*plan.lock == *base::parse_date("2024-03-31").date);
  const auto& rows = plan.queries.rows;
  REQUIRE(rows.size() == 3);
  CHECK(*rows[0].first == "z");
  CHECK(*rows[0].second.filter == "light:red");
  CHECK(*rows[1].first == "红灯");
  CHECK(*rows[1].second.rows == "indicators");
  CHECK(*rows[1].second.filter == "a:b");
  CHECK(rows[1].second.columns.items.size() == 2);
  CHECK(*rows[1].second.about == "一句话");
  CHECK(*rows[2].first == "a");
  CHECK_FALSE(rows[2].second.filter);
}

TEST_CASE("What is wrong with a query's form is a finding of check at its place") {
  const auto found = [](const std::string& queries) {
    return test::run({"check", "--format", "concise"}, disk_with(queries)).out;
  };
  CHECK(found("queries: {a: light:red}\nlock: 2024-03-31\n").find("plan.yaml") ==
        std::string::npos);
  CHECK(found("queries: [light:red]\n").find("plan.yaml") != std::string::npos);
  CHECK(found("queries:\n  a: light:red\n  a: light:green\n").find("plan.yaml") !=
        std::string::npos);
  CHECK(found("queries: {a: {filtr: light:red}}\n").find("filtr") != std::string::npos);
  CHECK(found("queries: {a: [x]}\n").find("plan.yaml") != std::string::npos);
  CHECK(found("lock: 2024-13-01\n").find("2024-13-01") != std::string::npos);
}

TEST_CASE("A query of a plan lists what its filter lists, with its own columns, order and groups") {
  const test::MemoryDisk disk = disk_with(
      "queries:\n  mine: light:red,yellow\n"
      "  slow: {rows: indicators, filter: 'light:red,yellow', columns: 'item,name ratio', sort: "
      "ratio, "
      "group: lead}\n  both: '@mine item:2'\n");
  const std::string ids = list(disk, {"--ids", "light:red,yellow"}).out;
  CHECK(ids == "1\n2\n");
  CHECK(list(disk, {"--ids", "@mine"}).out == ids);
  CHECK(list(disk, {"--ids", "@both"}).out == "2\n");
  CHECK(list(disk, {"@slow", "--format", "csv"}).out ==
        list(disk, {"--rows", "indicators", "light:red,yellow", "--columns", "item,name,ratio",
                    "--sort", "ratio", "--group", "lead", "--format", "csv"})
            .out);
  CHECK(list(disk, {"--rows", "tasks", "--ids", "@slow"}).out == ids);
}

TEST_CASE(
    "What is wrong with what a query asks is told with its place, by queries and where it is "
    "used") {
  const struct {
    const char* query;
    const char* said;
  } wrong[] = {
      {"x: 'lihgt:red'", "lihgt"},
      {"x: 'light:red)'", "括号"},
      {"x: {rows: indicaters, filter: 'light:red'}", "indicators"},
      {"x: {columns: titel}", "titel"},
      {"x: {sort: -titel}", "titel"},
      {"x: {group: titel}", "titel"},
  };
  for (const auto& [query, said] : wrong) {
    CAPTURE(query);
    const test::MemoryDisk disk = disk_with(std::string("queries:\n  ") + query + "\n");
    const test::Outcome listed = test::run({"queries"}, disk);
    const test::Outcome used = list(disk, {"@x"});
    for (const test::Outcome& outcome : {listed, used}) {
      CHECK(outcome.exit == 2);
      CHECK(outcome.err.find(said) != std::string::npos);
      CHECK(outcome.err.find("plan.yaml:") != std::string::npos);
      CHECK(outcome.err.find("@x") != std::string::npos);
    }
    CHECK(used.out == "");
    // Others are listed, and
    CHECK(listed.out.find("@behind") != std::string::npos);
    CHECK(listed.out.find("@x") == std::string::npos);
    // go on.
    CHECK(list(disk, {"--count"}).exit == 0);
  }
}

TEST_CASE("Each query with a fault is told, and the others are listed") {
  const test::MemoryDisk disk = disk_with(
      "queries:\n  good: light:red\n  x y: light:red\n  \"\": light:red\n  bad: lihgt:red\n"
      "  cut: {filter: light:red, limit: 5}\n  of-parts: commitment:binding\n");
  for (const char* language : {"zh", "en"}) {
    const test::Outcome listed = test::run({"queries", "--lang", language}, disk);
    CHECK(listed.exit == 2);
    for (const char* one : {"@good", "@of-parts", "@behind"}) {
      CAPTURE(one);
      CHECK(listed.out.find(one) != std::string::npos);
    }
    CHECK(listed.out.find("@bad") == std::string::npos);
    std::size_t places = 0;
    for (std::size_t at = 0; (at = listed.err.find("plan.yaml:", at)) != std::string::npos; ++at)
      ++places;
    CHECK(places >= 4);
    CHECK(listed.err.find("@bad") != std::string::npos);
    CHECK(listed.err.find("“x y”") != std::string::npos);
    CHECK(listed.err.find("columns") != std::string::npos);
  }
  CHECK(list(disk, {"--count", "@good"}).exit == 0);
  CHECK(list(disk, {"--count", "@of-parts"}).exit == 0);
}

TEST_CASE("What the list of queries tells programs is the same in both languages") {
  const test::MemoryDisk disk = disk_with("queries:\n  mine: light:red\n");
  const auto kinds = [&](const char* language) {
    std::string all;
    const std::string json =
        test::run({"queries", "--format", "json", "--lang", language}, disk).out;
    for (std::size_t at = 0; (at = json.find("\"rows\"", at)) != std::string::npos; ++at)
      all += json.substr(at, json.find('\n', at) - at);
    return all;
  };
  CHECK(kinds("zh").find("\"tasks\"") != std::string::npos);
  CHECK(kinds("zh") == kinds("en"));
}

TEST_CASE("A query in which something is wrong is not asked: it may have been cut short") {
  for (const char* queries : {"queries:\n  x: {rows: indicators, filter: commitment:binding "
                              "light:red,yellow counted:yes}\n",
                              "queries:\n  x: {filter: light:red, colums: item}\n",
                              "queries:\n  x: light:red\n  x: light:green\n"}) {
    CAPTURE(queries);
    const test::MemoryDisk disk = disk_with(queries);
    for (const test::Outcome& outcome :
         {list(disk, {"@x"}), list(disk, {"--count", "item:1 or @x"})}) {
      CHECK(outcome.exit == 2);
      CHECK(outcome.out == "");
      CHECK(outcome.err.find("引号") != std::string::npos);
      CHECK(outcome.err.find("plan.yaml:") != std::string::npos);
    }
    CHECK(list(disk, {"--count"}).exit == 0);
  }
  const test::MemoryDisk quoted =
      disk_with("queries:\n  x: {filter: 'light:red,yellow counted:yes'}\n  y: {colums: item}\n");
  CHECK(list(quoted, {"--ids", "@x"}).out == "1\n2\n");
}

TEST_CASE("--group none leaves out the groups of a saved query") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const auto text = [&](const char* group) {
    return list(disk, {"@behind", "--format", "markdown", "--group", group}).out;
  };
  const std::string apart = text("none");
  CHECK(apart.find("\n### ") == std::string::npos);
  CHECK(text("lead").find("\n### ") != std::string::npos);
  CHECK(apart == text("无"));
}

TEST_CASE("A query that comes back to itself is refused") {
  const test::MemoryDisk disk = disk_with("queries: {a: '@b', b: 'light:red or @a'}\n");
  const test::Outcome outcome = list(disk, {"@a"});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("绕回") != std::string::npos);
}

TEST_CASE("Settings are read above the ledger and of the user, the nearest first") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["taizhang.yaml"] = "queries: {near: item:1, both: item:1}\n";
  disk.files["/home/wang/.config/taizhang/taizhang.yaml"] =
      "queries: {far: item:2, both: item:2, behind: item:3}\n";
  disk.files["/etc/wang/taizhang/taizhang.yaml"] = "queries: {other: item:3}\n";
  CHECK(list(disk, {"--ids", "@near"}).out == "1\n");
  CHECK(list(disk, {"--ids", "@far"}).exit == 2);
  CHECK(list(disk, {"--ids", "@far"}, at_home).out == "2\n");
  CHECK(list(disk, {"--ids", "@both"}, at_home).out == "1\n");
  CHECK(list(disk, {"--ids", "@behind"}, at_home).out == "3\n");
  // Each name is told once, whoever defines it how often.
  const std::string known = list(disk, {"--ids", "@xyzzyx"}, at_home).err;
  CHECK(known.find("behind") != std::string::npos);
  CHECK(known.find("behind") == known.rfind("behind"));
  CHECK(list(disk, {"--ids", "@other"}, with_config).out == "3\n");
  CHECK(list(disk, {"--ids", "@far"}, with_config).exit == 2);
  CHECK(test::run({"check", "--where", "@near"}, disk).exit != 2);

  const std::string table =
      test::run({"queries", "--format", "csv", "--no-bom"}, disk, at_home).out;
  CHECK(table.find("taizhang.yaml:1:17") != std::string::npos);
  CHECK(table.find("~/.config/taizhang/taizhang.yaml:1:16") != std::string::npos);
  CHECK(table.find("同名的 taizhang.yaml:1:") != std::string::npos);
  CHECK(table.find("内置（不用：同名的 ~/.config/taizhang/taizhang.yaml:1:") != std::string::npos);
  CHECK(table.find("内置\n") != std::string::npos);
}

TEST_CASE("Settings of folders farther above the ledger are found, each file once") {
  test::MemoryDisk disk;
  for (const auto& [path, text] : test::disk_with_ledger("linshui").files) {
    disk.files["shi/xian/" + path] = text;
  }
  disk.files["shi/xian/taizhang.yaml"] = "queries: {a: item:1}\n";
  disk.files["shi/taizhang.yaml"] = "queries: {a: item:2, b: item:2}\n";
  disk.files["taizhang.yaml"] = "queries: {c: item:3}\n";
  const auto ids = [&](const char* query) {
    return list(disk, {"-C", "shi/xian", "--ids", query}).out;
  };
  CHECK(ids("@a") == "1\n");
  CHECK(ids("@b") == "2\n");
  CHECK(ids("@c") == "3\n");
}

TEST_CASE(
    "Settings that cannot be read are told with their place, and stop only who asks for one") {
  for (const char* text :
       {"queries: [a]\n", "queries: {a: light:red\n", "querys: {a: b}\n", "x\n"}) {
    CAPTURE(text);
    test::MemoryDisk disk = test::disk_with_ledger("linshui");
    disk.files["taizhang.yaml"] = text;
    const std::string count = list(test::disk_with_ledger("linshui"), {"--count"}).out;
    const test::Outcome warned = list(disk, {"--count"});
    CHECK(warned.exit == 0);
    CHECK(warned.out == count);
    CHECK(warned.err.find("警告") != std::string::npos);
    const test::Outcome asked = list(disk, {"--count", "@a"});
    CHECK(asked.exit == 2);
    CHECK(asked.out == "");
    const test::Outcome listed = test::run({"queries"}, disk);
    CHECK(listed.exit == 2);
    for (const test::Outcome& outcome : {warned, asked, listed}) {
      CHECK(outcome.err.find("taizhang.yaml:") != std::string::npos);
    }
    // What the program brings along does not stand on them.
    CHECK(list(disk, {"--count", "@behind"}).exit == 0);
  }
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  for (const char* text : {"", "# nothing yet\n", "queries:\n"}) {
    CAPTURE(text);
    disk.files["taizhang.yaml"] = text;
    CHECK(list(disk, {"--count"}).exit == 0);
    CHECK(list(disk, {"--count"}).err.empty() == (std::string(text) != "queries:\n"));
  }
  disk.read_faults["taizhang.yaml"] = base::DiskFault::no_permission;
  CHECK(list(disk, {"--count"}).err.find("taizhang.yaml") != std::string::npos);
  // Nobody can tell what is in a folder that is closed.
  disk.read_faults["."] = base::DiskFault::no_permission;
  CHECK(list(disk, {"--count"}).err.empty());
}

TEST_CASE("queries needs no ledger") {
  test::MemoryDisk disk;
  disk.files["notes/2024/plan.txt"] = "";
  CHECK(test::run({"queries"}, disk).exit == 0);
  disk.files["/home/wang/.config/taizhang/taizhang.yaml"] = "queries: {far: item:2}\n";
  CHECK(test::run({"queries"}, disk, at_home).out.find("@far") != std::string::npos);
  CHECK(test::run({"queries", "-C", "elsewhere"}, disk).exit == 2);
}

TEST_SUITE_END();

}  // namespace query_own_test
