// SPDX-License-Identifier: MIT
//
// What golden cases cannot show: faults of the disk, colour, output that cannot be written.
#include <doctest/doctest.h>

#include <sstream>

#include "cli/run.h"
#include "ledgers.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("cli");

TEST_CASE("commands other than check work on what can be read and say what cannot") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["tasks/2024/002-kindergartens.yaml"] = "schema: 1\nitem: 2\ntitle: \"open\n";
  const test::Outcome list = test::run({"list", "--lang", "en", "--as-of", "2024-10-08"}, disk);
  CHECK(list.exit == 0);
  CHECK(list.out.find("改造城区供水管网") != std::string::npos);
  CHECK(list.err == "taizhang: files with faults: 1; run taizhang check\n");
  const test::Outcome report = test::run({"report", "weekly", "--lang", "en"}, disk);
  CHECK(report.exit == 0);
  CHECK(report.out.find("Files with faults: 1") != std::string::npos);
}

TEST_CASE("an unreadable file is an error of check and never a silent gap") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.read_faults["tasks/2024/002-kindergartens.yaml"] = base::DiskFault::no_permission;
  const test::Outcome check = test::run({"check", "--select", "E01", "--format", "concise"}, disk);
  CHECK(check.exit == 1);
  CHECK(check.out ==
        "tasks/2024/002-kindergartens.yaml:1:1: 错误[E01]: 读不出这个文件：没有权限\n");
}

TEST_CASE("a byte order mark in the registry hides no fault of the tasks") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["tasks/units.yaml"].insert(0, "\xEF\xBB\xBF");
  std::string& task = disk.files["tasks/2024/002-kindergartens.yaml"];
  task.replace(task.find("[县教育局]"), std::string("[县教育局]").size(), "[县教肓局]");
  const test::Outcome check =
      test::run({"check", "--select", "E02,E24", "--format", "concise"}, disk);
  CHECK(check.exit == 1);
  CHECK(check.out.find("tasks/units.yaml:1:1: 错误[E02]") != std::string::npos);
  CHECK(check.out.find("002-kindergartens.yaml:7:8: 错误[E24]") != std::string::npos);
}

TEST_CASE("a ledger whose only plan cannot be read is an error, and check says why") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.read_faults["tasks/2024/plan.yaml"] = base::DiskFault::no_permission;
  for (const char* command : {"list", "show 1", "report weekly"}) {
    const test::Outcome outcome = test::run(test::arguments_of(command), disk);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("没有一个计划读得出来") != std::string::npos);
  }
  const test::Outcome check = test::run({"check", "--select", "E01", "--format", "concise"}, disk);
  CHECK(check.exit == 1);
  CHECK(check.out == "tasks/2024/plan.yaml:1:1: 错误[E01]: 读不出这个文件：没有权限\n");
}

TEST_CASE("colour follows the option, the terminal, TERM and NO_COLOR") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const auto coloured = [&](std::vector<std::string> arguments, const test::World& world) {
    return test::run(arguments, disk, world).out.find('\x1b') != std::string::npos;
  };
  const test::World pipe;
  const test::World terminal{{{"TERM", "xterm"}}, true, 80};
  CHECK(!coloured({"list"}, pipe));
  CHECK(coloured({"list", "--color", "always"}, pipe));
  CHECK(coloured({"list"}, terminal));
  CHECK(!coloured({"list", "--color", "never"}, terminal));
  CHECK(!coloured({"list"}, {{{"TERM", "dumb"}}, true, 80}));
  CHECK(!coloured({"list"}, {{{"NO_COLOR", "1"}}, true, 80}));
  CHECK(coloured({"list"}, {{{"NO_COLOR", ""}}, true, 80}));
}

TEST_CASE("check writes for GitHub in a job of its own accord, and a lost summary is no failure") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& task = disk.files["tasks/2024/002-kindergartens.yaml"];
  task.replace(task.find("[县教育局]"), std::string("[县教育局]").size(), "[县教肓局]");
  const std::map<std::string, std::string> job{{"GITHUB_ACTIONS", "true"},
                                               {"GITHUB_STEP_SUMMARY", "run/summary"}};
  const auto check = [&](const std::string& line) {
    disk.written.clear();
    return test::run(test::arguments_of(line + " --select E24"), disk, {job});
  };
  const auto annotated = [](const test::Outcome& outcome) {
    return outcome.out.starts_with("::error file=tasks/2024/002-kindergartens.yaml,line=7,");
  };
  const test::Outcome chosen = check("check");
  CHECK(annotated(chosen));
  CHECK(chosen.exit == 1);
  CHECK(disk.written.at("run/summary").starts_with("## 台账检查\n\n1 个错误，0 个警告\n"));
  CHECK(annotated(check("check --format github")));
  CHECK(disk.written.contains("run/summary"));
  // A format that was asked for stays, and writes no summary; so do the statistics.
  CHECK(!annotated(check("check --format full")));
  CHECK(disk.written.empty());
  CHECK(check("check --statistics").out.find("   1           0  E24 ") != std::string::npos);
  CHECK(disk.written.empty());
  CHECK(!annotated(test::run({"check"}, disk, {{{"GITHUB_ACTIONS", "1"}}})));

  // What stands there stays.
  disk.files["run/summary"] = "before\n";
  CHECK(check("check").err.empty());
  CHECK(disk.written.at("run/summary").starts_with("before\n## 台账检查\n"));
  disk.files["run/summary"] = std::string(1 << 20, 'x');
  CHECK(check("check").err == "taizhang: 写不了摘要 run/summary：摘要已满\n");
  CHECK(disk.written.empty());
  disk.files.erase("run/summary");
  disk.write_faults["run/summary"] = base::DiskFault::no_permission;
  const test::Outcome lost = check("check");
  CHECK(annotated(lost));
  CHECK(lost.exit == 1);
  CHECK(lost.err == "taizhang: 写不了摘要 run/summary：没有权限\n");
}

TEST_CASE("output that cannot be written is an error of its own") {
  struct Full : std::streambuf {};  // takes nothing, as a full disk does
  Full full;
  std::ostream out(&full);
  std::ostringstream err;
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::istringstream in;
  base::Io io{in, out, err, disk, {}, {}, [](const std::string&) { return std::nullopt; }};
  CHECK(cli::run({"list"}, io) == 3);
  CHECK(err.str().find("输出写不完整") != std::string::npos);
}

TEST_CASE("words and templates of a folder stand in for the built-in ones") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["own/words/zh.yaml"] = "weekly:\n  title: 临水县督查周报\n";
  disk.files["own/page.html.mustache"] = "{{w.weekly.title}}|{{w.weekly.part_next}}\n";
  const std::vector<std::string> page{"report", "weekly", "--format", "html", "--templates", "own"};
  const test::Outcome own = test::run(page, disk);
  CHECK(own.out == "临水县督查周报|下周重点\n");

  disk.files["own/words/zh.yaml"] = "weekly:\n  titel: 临水县督查周报\n";
  const test::Outcome misspelt = test::run(page, disk);
  CHECK(misspelt.exit == 2);
  CHECK(misspelt.err.find("weekly.title") != std::string::npos);

  disk.files.erase("own/words/zh.yaml");
  disk.files["own/page.html.mustache"] = "{{#plans}} never closed";
  const test::Outcome broken = test::run(page, disk);
  CHECK(broken.exit == 2);
  CHECK(broken.err.find("page.html.mustache") != std::string::npos);

  // What an office wrote for an older version is refused, with what to write instead.
  disk.files["own/weekly.md.mustache"] = "# {{title}}";
  const test::Outcome old = test::run(page, disk);
  CHECK(old.exit == 2);
  CHECK(old.err.find("weekly.md.mustache") != std::string::npos);
  CHECK(old.err.find("words/zh.yaml") != std::string::npos);

  CHECK(test::run({"list", "--templates", "nowhere"}, disk).exit == 2);
}

TEST_CASE(
    "a file of a folder of templates that nothing uses is refused with the name it may have") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const auto asked = [&](const std::string& file) {
    test::MemoryDisk with = disk;
    with.files["own/" + file] = "x: y\n";
    return test::run({"report", "weekly", "--format", "html", "--templates", "own"}, with);
  };
  const std::pair<std::string, std::string> wrong[] = {
      {"page.html.mustach.mustache", "page.html.mustache"},
      {"blocks/tabel.html.mustache", "blocks/table.html.mustache"},
      {"block/table.html.mustache", "blocks/table.html.mustache"},
      {"page.css", "page.css.mustache"},
      {"docx/tabel.xml.mustache", "docx/table.xml.mustache"},
      {"words/zh.yml", "words/zh.yaml"},
      {"zh.yaml", "words/zh.yaml"},
      {"word/zh.yaml", "words/zh.yaml"},
      {"a/b/zh.yaml", "words/zh.yaml"},
      {"office.css.txt", "office.css.mustache"},
      {"blocks/table.html.mustache.bak", "blocks/table.html.mustache"},
      {"blocks/table.html.mustache~", "blocks/table.html.mustache"},
      {"weekly.md", "taizhang templates"},
      {"notes.txt", "taizhang templates"},
      {"docx/logo.png", "taizhang templates"},
  };
  for (const auto& [file, right] : wrong) {
    CAPTURE(file);
    const test::Outcome refused = asked(file);
    CHECK(refused.exit == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find(file) != std::string::npos);
    CHECK(refused.err.find(right) != std::string::npos);
  }
  // What is there for people is left alone, and so is what another includes.
  CHECK(asked("README.md").exit == 0);
  CHECK(asked("blocks/README").exit == 0);
  CHECK(asked(".git/config").exit == 0);
  CHECK(asked("docx/.logo.png.swp").exit == 0);
  CHECK(asked(".page.css.mustache.swp").exit == 0);
  disk.files["own/blocks/note.html.mustache"] = "{{> stamp}}\n";
  CHECK(asked("stamp.mustache").exit == 0);
  CHECK(asked("stmp.mustache").exit == 2);
}

TEST_CASE("a template is read without its byte order mark, and refused in another encoding") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::vector<std::string> page{"report", "weekly", "--format", "html", "--templates", "own"};
  disk.files["own/page.html.mustache"] = "\ufeff周报\n";
  CHECK(test::run(page, disk).out == "周报\n");
  disk.files["own/page.html.mustache"] = "\xd6\xdc\xb1\xa8\n";  // the same in GB18030
  const test::Outcome refused = test::run(page, disk);
  CHECK(refused.exit == 2);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("page.html.mustache 不是 UTF-8") != std::string::npos);
}

TEST_CASE(
    "rules of style of an office stand behind the built-in ones, those of a page in their place") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string rule = "h1 { color: teal; }\n";
  const auto page = [&] {
    return test::run({"report", "weekly", "--format", "html", "--templates", "own"}, disk).out;
  };
  disk.files["own/office.css.mustache"] = rule;
  const std::string added = page();
  CHECK(added.find(".masthead {") < added.find(rule));
  CHECK(added.find(rule) < added.find("</style>"));
  disk.files.erase("own/office.css.mustache");
  disk.files["own/page.css.mustache"] = rule;
  const std::string alone = page();
  CHECK(alone.find(".masthead {") == std::string::npos);
  CHECK(alone.find(rule) != std::string::npos);
}

TEST_CASE("what templates prints, put into a folder, makes what the built-in ones make") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::vector<std::string> page{"report", "weekly", "--format", "html", "--lang"};
  const auto report = [&](const std::string& language, bool own) {
    std::vector<std::string> line = page;
    line.push_back(language);
    if (own) line.insert(line.end(), {"--templates", "own"});
    std::string out = test::run(line, disk).out;
    const std::size_t foot = out.find("<footer");  // it names --templates
    return out.substr(0, foot);
  };
  const std::string zh = report("zh", false), en = report("en", false);
  std::istringstream names(test::run({"templates"}, disk).out);
  int count = 0;
  for (std::string name; std::getline(names, name); ++count) {
    const test::Outcome printed = test::run({"templates", name}, disk);
    CHECK(printed.exit == 0);
    disk.files["own/" + name] = printed.out;
  }
  CHECK(count > 30);
  CHECK(report("zh", true) == zh);
  CHECK(report("en", true) == en);
  CHECK(test::run({"templates", "page.html"}, disk).exit == 2);
}

TEST_CASE("a day on which no plan runs is told") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  CHECK(test::run({"list", "--as-of", "2025-02-14"}, disk).err.empty());  // still settling
  const test::Outcome after = test::run({"list", "--as-of", "2025-02-15"}, disk);
  CHECK(after.exit == 0);
  CHECK(after.err.find("2024-01-01/2024-12-31") != std::string::npos);
}

TEST_CASE("an option that says nothing to a command is told") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const test::Outcome schema = test::run({"schema", "task", "--as-of", "2024-01-01"}, disk);
  CHECK(schema.exit == 0);
  CHECK(schema.err.find("--as-of") != std::string::npos);
  CHECK(test::run({"fields", "tasks"}, disk).err.empty());
}

TEST_CASE("show reads the plan, its registry and the one task's file") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["tasks/2024/003-x.yaml"] = "not: [a task";
  const test::Outcome one = test::run({"show", "1", "--as-of", "2024-07-12"}, disk);
  CHECK(one.exit == 0);
  CHECK(one.err.empty());  // what it did not read it says nothing of
  CHECK(test::run({"list", "--as-of", "2024-07-12"}, disk).err.find("taizhang check") !=
        std::string::npos);
  // Where the file's name says nothing, all are read.
  const std::string text = disk.files.extract("tasks/2024/001-water-pipes.yaml").mapped();
  disk.files.erase("tasks/2024/003-x.yaml");
  disk.files["tasks/2024/water.yaml"] = text;
  CHECK(test::run({"show", "1", "--as-of", "2024-07-12"}, disk).out == one.out);
}

TEST_CASE("data cannot steer the terminal, the page or the table it is shown in") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& task = disk.files["tasks/2024/001-water-pipes.yaml"];
  const std::string title = "title: 改造城区供水管网";
  task.replace(task.find(title), title.size(),
               R"yaml(title: "=1+1 | <script>alert(1)</script> \e[31m \u202e `x` [a](b)")yaml");
  const auto run = [&](const std::string& line) {
    return test::run(test::arguments_of(line + " --as-of 2024-07-12"), disk).out;
  };
  const std::string terminal = run("list") + run("show 1") + run("check");
  CHECK(terminal.find('\x1b') == std::string::npos);
  CHECK(terminal.find("\u202e") == std::string::npos);
  const std::string html = run("report weekly --format html");
  CHECK(html.find("<script>alert") == std::string::npos);
  CHECK(html.find("&lt;script&gt;") != std::string::npos);
  const std::string markdown = run("report weekly --format md") + run("list --format markdown");
  CHECK(markdown.find(" <script") == std::string::npos);
  CHECK(markdown.find("\\<script\\>") != std::string::npos);
  CHECK(markdown.find("[a](b)") == std::string::npos);
  CHECK(run("list --format csv").find("\n1,'=1+1") != std::string::npos);
}

TEST_CASE("in a terminal errors come last, so that they are not scrolled away") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["tasks/2024/002-kindergartens.yaml"] += "x_note: 1\nsupport: [发改局]\n";
  const std::vector<std::string> check{"check",   "--format", "concise", "--select",
                                       "E07,W01", "--color",  "never"};
  const auto is_before = [](const std::string& text, const char* one, const char* other) {
    return text.find(one) < text.find(other);
  };
  CHECK(is_before(test::run(check, disk).out, "E07", "W01"));
  const test::World terminal{{{"TERM", "xterm"}}, true, 80};
  CHECK(is_before(test::run(check, disk, terminal).out, "W01", "E07"));
}

TEST_CASE("check of some files says how many it looked at") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const auto check = [&](std::vector<std::string> paths) {
    paths.insert(paths.begin(),
                 {"check", "--lang", "en", "--select", "E", "--as-of", "2024-10-08"});
    return test::run(paths, disk).out;
  };
  CHECK(check({}) == "no findings in 5 files\n");
  CHECK(check({"tasks/2024/002-kindergartens.yaml"}) == "no findings in 1 files\n");
}

TEST_CASE("small texts say what to write") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  for (const char* day : {"1899-12-31", "9999-12-31"}) {
    const test::Outcome list = test::run({"list", "--lang", "zh", "--as-of", day}, disk);
    CHECK(list.exit == 2);
    CHECK(list.err.find("年份要在 1900 至 2999") != std::string::npos);
  }
  const test::Outcome check =
      test::run({"check", "--lang", "zh", "-", "--stdin-filename", "tasks/2024"}, disk);
  CHECK(check.exit == 2);
  CHECK(check.err.find("是文件夹") != std::string::npos);
}

TEST_CASE("what cannot be read is a usage error, what cannot be written is not the asker's fault") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["look/page.html.mustache"] = "";
  disk.files["old.json"] = "{}";
  disk.files["ask.sql"] = "select 1";
  for (const char* path : {"look/page.html.mustache", "old.json", "ask.sql"}) {
    disk.read_faults[path] = base::DiskFault::no_permission;
  }
  for (const char* path : {"shut.html", "shut.json", "shut.xlsx", "shut"}) {
    disk.write_faults[path] = base::DiskFault::no_permission;
  }
  const std::pair<const char*, int> runs[] = {
      {"list -C nowhere", 2},
      {"check -C nowhere", 2},
      {"report weekly -C nowhere", 2},
      {"sql -C nowhere --file ask.sql", 2},
      {"list -o list.html --templates nowhere", 2},
      {"list -o list.html --templates look", 2},
      {"check --baseline nowhere.json", 2},
      {"check --baseline old.json", 2},
      {"check nowhere", 2},
      {"list -o shut.html", 3},
      {"list -o shut.xlsx", 3},
      {"stats -o shut.json", 3},
      {"report weekly -o shut.html", 3},
      {"check -o shut.json", 3},
      {"sql \"select 1\" -o shut.json", 3},
      {"export shut.xlsx", 3},
      {"export shut", 3},
  };
  for (const auto& [line, exit] : runs) {
    for (const char* language : {"zh", "en"}) {
      const test::Outcome outcome = test::run(
          test::arguments_of(line + std::string(" --as-of 2024-10-08 --lang ") + language), disk);
      CAPTURE(line);
      CAPTURE(outcome.err);
      CHECK(outcome.exit == exit);
      CHECK(outcome.out.empty());
      CHECK(outcome.err.find(*language == 'z' ? "错误" : "error") != outcome.err.npos);
      CHECK(outcome.err.find(*language == 'z' ? "建议" : "help") != outcome.err.npos);
    }
  }
}

TEST_SUITE_END();
