// SPDX-License-Identifier: MIT
//
// The pages of a ledger: that every link leads somewhere, what never stands in them, and whose
// files are written and removed.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/text.h"
#include "example_ledgers.h"
#include "run.h"

namespace site_test {

using namespace taizhang;
using Json = nlohmann::json;
using Pages = std::map<std::string, std::string>;

namespace {

const std::string source = "https://host.example/repo/blob/main/";

test::MemoryDisk example(std::uint64_t seed, int tasks) {
  example::Options options = test::with_seed(seed);
  options.tasks = tasks;
  return test::disk_with_example(options);
}

test::MemoryDisk real_ledger() {
  test::MemoryDisk disk;
  disk.mount(test::source_folder() + "/tasks", "tasks");
  return disk;
}

test::Outcome run(const test::MemoryDisk& disk, const std::string& more) {
  return test::run(test::arguments_of("site out " + more), disk);
}

/// The pages that a run on `disk` writes.
Pages pages_of(const test::MemoryDisk& disk, const std::string& more) {
  const test::Outcome outcome = run(disk, more);
  CAPTURE(more);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  Pages pages;
  for (const auto& [path, text] : disk.written) {
    REQUIRE(path.starts_with("out/"));
    if (path.ends_with(".html")) pages[path.substr(4)] = text;
  }
  return pages;
}

/// The disk as the run left it.
void settle(test::MemoryDisk& disk) {
  for (const auto& [path, text] : disk.written) disk.files[path] = text;
  for (const std::string& path : disk.removed) disk.files.erase(path);
  disk.written.clear();
  disk.removed.clear();
}

std::vector<std::string> attributes(const std::string& page, const std::string& name) {
  static const std::pair<const char*, const char*> signs[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  std::vector<std::string> all;
  const std::string start = " " + name + "=\"";
  for (std::size_t at = 0; (at = page.find(start, at)) != page.npos;) {
    at += start.size();
    std::string value = page.substr(at, page.find('"', at) - at);
    for (const auto& [sign, character] : signs) {
      for (std::size_t i = 0; (i = value.find(sign, i)) != value.npos; ++i) {
        value.replace(i, std::string(sign).size(), character);
      }
    }
    all.push_back(std::move(value));
  }
  return all;
}

std::string unescaped(const std::string& address) {
  std::string text;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%') {
      text += static_cast<char>(std::stoi(address.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      text += address[i];
    }
  }
  return text;
}

struct Links {
  int pages = 0;
  int anchors = 0;
  int sources = 0;
};

/// Holds every link of the pages against what it leads to; every page can be reached.
Links checked(const Pages& pages, const test::MemoryDisk& disk) {
  Links links;
  std::map<std::string, std::set<std::string>> ids;
  for (const auto& [name, page] : pages) {
    for (const std::string& id : attributes(page, "id")) {
      CHECK_MESSAGE(ids[name].insert(id).second, name, " has twice ", id);
    }
  }
  std::map<std::string, std::set<std::string>> leads;
  for (const auto& [name, page] : pages) {
    for (const std::string& href : attributes(page, "href")) {
      CAPTURE(name);
      CAPTURE(href);
      const std::size_t hash = std::min(href.find('#'), href.size());
      const std::string anchor = hash < href.size() ? unescaped(href.substr(hash + 1)) : "";
      if (href.starts_with(source)) {
        const std::string path = unescaped(href.substr(source.size(), hash - source.size()));
        REQUIRE(disk.files.contains(path));
        const std::string& text = disk.files.at(path);
        REQUIRE(anchor.starts_with("L"));
        CHECK(std::stol(anchor.substr(1)) <= std::count(text.begin(), text.end(), '\n'));
        ++links.sources;
        continue;
      }
      const std::string path = unescaped(href.substr(0, hash));
      REQUIRE(pages.contains(path));
      leads[name].insert(path);
      ++links.pages;
      if (anchor.empty()) continue;
      CHECK(ids[path].contains(anchor));
      ++links.anchors;
    }
  }
  std::set<std::string> reached{"index.html"};
  for (std::vector<std::string> open{"index.html"}; !open.empty();) {
    const std::string page = open.back();
    open.pop_back();
    for (const std::string& next : leads[page]) {
      if (reached.insert(next).second) open.push_back(next);
    }
  }
  CHECK(reached.size() == pages.size());
  return links;
}

/// A plan of 2023 with one task of this title, for this unit, in a section of this title.
test::MemoryDisk named(const std::string& title, const std::string& unit,
                       const std::string& section) {
  test::MemoryDisk disk;
  const auto quoted = [](const std::string& text) { return Json(text).dump(); };
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: " + quoted(unit) + ", type: government}\n";
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 治水\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: [{no: 1, title: " +
      quoted(section) + "}]\n";
  disk.files["tasks/2023/001-a.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: " + quoted(title) + "\nlead: [" + quoted(unit) +
      "]\ndue: 2023-12-31\nstatus: in_progress\nleader: 副县长\nindicators:\n"
      "  - {id: a, name: 闸, kind: cumulative, qualifier: at_least, commitment: binding,\n"
      "     target: 40, unit: 个,\n"
      "     readings: [{id: r1, date: 2023-05-31, value: 5, reported: 2023-06-02}]}\n";
  return disk;
}

}  // namespace

TEST_SUITE_BEGIN("site");

TEST_CASE("Every link leads to a page and a place in it, or to a line of a file") {
  const test::MemoryDisk real = real_ledger();
  const Pages pages = pages_of(real, "--as-of 2023-12-31 --source-url " + source);
  // The first page, that of all tasks, 12 sections, 85 tasks, and those of units.
  CHECK(pages.size() > 1 + 1 + 12 + 85 + 30);
  const Links links = checked(pages, real);
  CHECK(links.pages > 5000);
  CHECK(links.anchors > 3000);
  CHECK(links.sources > 300);
  int leaders = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const test::MemoryDisk disk = example(seed, 12);
    const Pages some = pages_of(disk, "--as-of 2024-10-06 --source-url " + source);
    const Links found = checked(some, disk);
    CHECK(found.anchors > 300);
    CHECK(found.sources > 100);
    leaders += static_cast<int>(std::ranges::count_if(
        some, [](const auto& page) { return page.first.starts_with("leader_"); }));
  }
  CHECK(leaders > 2);
}

TEST_CASE("Red and yellow tasks stand second on the first page, before pictures and counts") {
  const std::string page = pages_of(example(3, 30), "--as-of 2024-10-08").at("index.html");
  const std::size_t red = page.find("class=\"exceptions");
  REQUIRE(red != page.npos);
  CHECK(red > page.find("class=\"classes"));
  CHECK(red < page.find("class=\"sections"));
  CHECK(red < page.find("<figure"));
}

TEST_CASE("The first page shows each picture once") {
  const std::string page = pages_of(example(4, 30), "--as-of 2024-10-06").at("index.html");
  const std::string title = "各板块任务，按进度分";
  const std::size_t first = page.find(title);
  REQUIRE(first != page.npos);
  CHECK(page.find(title, first + 1) == page.npos);
}

TEST_CASE("A figure leads to its story on the page of its task, and that to file and line") {
  const test::MemoryDisk disk = named("河道整治", "水务局", "治水");
  const Pages pages = pages_of(disk, "--as-of 2023-06-30");
  const std::string& task = pages.at("task_2023_1.html");
  CHECK(task.find("<li id=\"2023/1/a.completion\">") != task.npos);
  CHECK(pages.at("plan_2023.html")
            .find("<a href=\"task_2023_1.html#2023/1.completion\">12.50%</a>") !=
        std::string::npos);
  CHECK(pages.at("unit_2023_水务局.html").find("href=\"task_2023_1.html\"") != std::string::npos);
  // Without an address places are told and lead nowhere; with a relative one they lead there.
  CHECK(task.find("tasks/2023/001-a.yaml:10") != task.npos);
  CHECK(task.find("href=\"tasks") == task.npos);
  const test::MemoryDisk again = named("河道整治", "水务局", "治水");
  const Pages with = pages_of(again, "--as-of 2023-06-30 --source-url ..");
  CHECK(with.at("task_2023_1.html").find("href=\"../tasks/2023/001-a.yaml#L10\"") !=
        std::string::npos);
}

TEST_CASE("No contact of a person stands in a page") {
  int contacts = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const test::MemoryDisk disk = example(seed, 12);
    const std::string list =
        test::run(test::arguments_of("list --as-of 2024-10-06 --format json"), disk).out;
    std::set<std::string> all{"联系人"};
    for (const Json& row : Json::parse(list)) {
      if (!row["contact"].is_string()) continue;
      all.insert(row["contact"]);
      ++contacts;
    }
    for (const auto& [name, page] : pages_of(disk, "--as-of 2024-10-06")) {
      for (const std::string& one : all) CHECK(page.find(one) == page.npos);
    }
  }
  CHECK(contacts > 5);
}

TEST_CASE("A name is text, whatever it is, and no part of a path") {
  const char* names[] = {"<script>alert(1)</script>",
                         "\"><a href=\"javascript:alert(1)",
                         "../../etc/passwd",
                         "a/b\\c",
                         "CON",
                         ".hidden",
                         "%2e%2e%2f",
                         "{{title}}",
                         "\u202eabc",
                         "  两 格  "};
  int told = 0;
  for (const std::string name : names) {
    CAPTURE(name);
    const test::MemoryDisk disk = named(name, name, name);
    const Pages pages = pages_of(disk, "--as-of 2023-06-30");
    CHECK(pages.size() >= 5);
    checked(pages, disk);
    for (const auto& [file, page] : pages) {
      CHECK(page.find("<script>alert") == page.npos);
      CHECK(page.find("<a href=\"javascript") == page.npos);
      CHECK(page.find("\u202e") == page.npos);
      CHECK(file.find_first_of("/\\<>\"'% ABCDEFGHIJKLMNOPQRSTUVWXYZ") == file.npos);
      CHECK(file.front() != '.');
      ++told;
    }
  }
  CHECK(told > 50);
  // Names that differ in what a file cannot be called by have pages of their own.
  std::set<std::string> files;
  for (const char* name : {"A局", "a局", "a/局", "a 局"}) {
    for (const auto& [file, page] : pages_of(named("甲", name, "乙"), "--as-of 2023-06-30")) {
      if (file.starts_with("unit_")) files.insert(file);
    }
  }
  CHECK(files.size() == 4);
}

TEST_CASE("Only what changed is written, and only what is the site's own is removed") {
  test::MemoryDisk disk = example(1, 6);
  const std::size_t pages = pages_of(disk, "--as-of 2024-10-06").size();
  settle(disk);
  test::Outcome again = run(disk, "--as-of 2024-10-06");
  CHECK(again.exit == 0);
  CHECK(disk.written.empty());
  CHECK(disk.removed.empty());
  const std::string count = std::to_string(pages);
  CHECK(again.out == "共 " + count + " 页：写入 0，未变 " + count + "，删除 0\n");

  // A task that is no more, and files of somebody else.
  const auto task = std::ranges::find_if(
      disk.files, [](const auto& file) { return file.first.find("/006-") != file.first.npos; });
  REQUIRE(task != disk.files.end());
  disk.files.erase(task);
  disk.files["out/notes.html"] = "mine";
  disk.files["out/CNAME"] = "host.example";
  CHECK(run(disk, "--as-of 2024-10-06").exit == 0);
  CHECK(disk.removed.contains("out/task_2024_6.html"));
  CHECK(!disk.written.empty());
  for (const std::string& path : disk.removed) CHECK(path.starts_with("out/"));
  settle(disk);
  CHECK(disk.files.at("out/notes.html") == "mine");
  CHECK(disk.files.at("out/CNAME") == "host.example");
  CHECK(disk.files.at("out/index.html").find("task_2024_6.html") == std::string::npos);

  // A page that somebody changed stays, and stops the run before it writes anything.
  disk.files["out/index.html"] += "<!-- by hand -->";
  CHECK(run(disk, "--as-of 2024-10-06").exit == 2);
  CHECK(disk.written.empty());
  // So does one of somebody else in the place of a page.
  disk.files.erase("out/index.html");
  settle(disk);
  CHECK(run(disk, "--as-of 2024-10-06").exit == 0);
}

TEST_CASE("A page that is no more, but was changed by hand, stays") {
  test::MemoryDisk disk = example(1, 3);
  pages_of(disk, "--as-of 2024-10-06");
  settle(disk);
  std::erase_if(disk.files,
                [](const auto& file) { return file.first.find("/003-") != file.first.npos; });
  disk.files.at("out/task_2024_3.html") += "<!-- by hand -->";
  CHECK(run(disk, "--as-of 2024-10-06").exit == 0);
  CHECK(!disk.removed.contains("out/task_2024_3.html"));
}

TEST_CASE("A run that was cut short is finished by the next") {
  test::MemoryDisk disk = example(1, 3);
  disk.write_faults["out/plan_2024.html"] = base::DiskFault::no_permission;
  CHECK(run(disk, "--as-of 2024-10-06").exit == 3);
  CHECK(!disk.written.empty());
  settle(disk);
  disk.write_faults.clear();
  CHECK(run(disk, "--as-of 2024-10-06").exit == 0);
  settle(disk);
  CHECK(run(disk, "--as-of 2024-10-07").exit == 0);
  settle(disk);
  CHECK(run(disk, "--as-of 2024-10-07").exit == 0);
  CHECK(disk.written.empty());
}

TEST_CASE("A folder of other files is left alone, and so is what a list does not own") {
  test::MemoryDisk disk = example(1, 3);
  disk.files["out/thesis.docx"] = "x";
  const test::Outcome refused = run(disk, "--as-of 2024-10-06");
  CHECK(refused.exit == 2);
  CHECK(refused.err.find("空的文件夹") != std::string::npos);
  CHECK(disk.written.empty());
  for (const char* list : {"taizhang site 1\n0123456789abcdef ../tasks/2024/plan.html\n",
                           "taizhang site 1\n0123456789abcdef plan.yaml\n", "else\n", ""}) {
    disk.files["out/.taizhang-site"] = list;
    CHECK(run(disk, "--as-of 2024-10-06").exit == 2);
  }
  CHECK(disk.written.empty());
  CHECK(disk.removed.empty());
}

TEST_CASE("What has no meaning for pages is refused") {
  const test::MemoryDisk disk = example(1, 3);
  for (const char* more :
       {"--format html", "-o x.html", "--source-url javascript:alert(1)//", "--source-url //host/",
        "--source-url /etc/", "--source-url data:text/html,", "--source-url ftp://host/",
        "--source-url \"https://a b/\"", "--plan 1999", "light:red", "县发改局"}) {
    CAPTURE(more);
    CHECK(run(disk, more).exit == 2);
  }
  CHECK(test::run({"site"}, disk).exit == 2);
  CHECK(disk.written.empty());
}

TEST_CASE("The figures of the pages are those of list") {
  int compared = 0;
  for (const char* day : {"2024-07-31", "2024-12-31"}) {
    const test::MemoryDisk disk = example(2, 10);
    const Pages pages = pages_of(disk, std::string("--as-of ") + day);
    const auto out =
        test::run(test::arguments_of(std::string("list --format json --as-of ") + day), disk).out;
    for (const Json& row : Json::parse(out)) {
      const std::string& page = pages.at("task_2024_" + row["item"].dump() + ".html");
      // A page prints `no` in place of the item.
      const std::string printed =
          row["no"].is_null() ? row["item"].dump() : row["no"].get<std::string>();
      CHECK(page.find("<h1>" + printed + "  ") != page.npos);
      if (!row["completion"].is_null()) {
        // As text: per cent with two places.
        char shown[32];
        std::snprintf(shown, sizeof shown, ">%.2f%%", row["completion"].get<double>());
        CHECK_MESSAGE(page.find(shown) != page.npos, shown);
        ++compared;
      }
    }
    CHECK(pages.at("index.html").find(day) != std::string::npos);
  }
  CHECK(compared > 10);
}

TEST_CASE("The pages speak the language of the plan, or that of --lang") {
  const test::MemoryDisk disk = example(1, 3);
  const Pages english = pages_of(disk, "--as-of 2024-10-06 --lang en");
  CHECK(english.at("index.html").find("<html lang=\"en\">") != std::string::npos);
  CHECK(english.at("index.html").find("Work ledger") != std::string::npos);
  CHECK(english.at("index.html").find("site --as-of 2024-10-06 --known-by 2024-10-06 --lang en") !=
        std::string::npos);
}

TEST_SUITE_END();

}  // namespace site_test
