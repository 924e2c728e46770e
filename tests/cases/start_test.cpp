// SPDX-License-Identifier: MIT
//
// A ledger that begins: what `init` and `new` write is sound, and so is all that they offer in
// comments.
#include <doctest/doctest.h>

#include "base/text.h"
#include "run.h"

namespace start_test {

using namespace taizhang;

TEST_SUITE_BEGIN("start");

namespace {

test::Outcome run(test::MemoryDisk& disk, const std::vector<std::string>& arguments) {
  test::World world;
  world.today = "2024-05-20";
  const test::Outcome outcome = test::run(arguments, disk, world);
  for (const auto& [name, text] : disk.written) disk.files[name] = text;
  disk.written.clear();
  return outcome;
}

/// The comments of `text` from the line that begins with `first` on as lines of a file; what has no
/// colon are words to the reader.
std::string uncommented(const std::string& text, const std::string& first) {
  std::string lines;
  bool begun = false;
  for (std::string_view line : base::split(text, '\n')) {
    begun = begun || line.starts_with(first);
    const bool is_key = line.find(':') != line.npos;
    if (begun && is_key && line.starts_with("# ")) lines += std::string(line.substr(2)) + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("A new ledger is sound, and so is every task that it shows in comments") {
  int files = 0;
  for (const char* language : {"zh", "en"}) {
    CAPTURE(language);
    test::MemoryDisk disk;
    const std::vector<std::string> init{"init",   "d",    "--title", "甲县: 重点 #1 工作",
                                        "--year", "2024", "--lang",  language};
    CHECK(run(disk, init).exit == 0);
    files += static_cast<int>(disk.files.size());
    const test::Outcome check = run(disk, {"check", "-C", "d", "--strict"});
    CAPTURE(check.out);
    CHECK(check.exit == 0);
    const std::string plan = disk.files["d/tasks/2024/plan.yaml"];
    CHECK(plan.find("reporting_from: 2024-05-01") != plan.npos);
    CHECK(disk.files["d/.pre-commit-config.yaml"] == test::source_text(".pre-commit-config.yaml"));
    // The comments are a task with measures of every kind.
    disk.files["d/tasks/2024/001-example.yaml"] = uncommented(plan, "# schema: 1");
    const test::Outcome example = run(disk, {"check", "-C", "d", "--select", "E"});
    CAPTURE(example.out);
    CHECK(example.exit == 0);
    const std::string rows = run(disk, {"list", "-C", "d", "--rows", "indicators", "--columns",
                                        "kind", "--format", "json"})
                                 .out;
    for (const char* kind : {"cumulative", "level", "ratio", "growth", "rank"}) {
      CAPTURE(kind);
      CAPTURE(rows);
      CHECK(rows.find(kind) != rows.npos);
    }
    // Again everything is in the way, and stays.
    CHECK(run(disk, init).exit == 2);
    CHECK(disk.files["d/tasks/2024/plan.yaml"] == plan);
  }
  CHECK(files >= 16);
}

TEST_CASE("A title over two lines is the fault, not the folder") {
  test::MemoryDisk disk;
  const test::Outcome outcome = run(disk, {"init", "d", "--title", "a\nb", "--year", "2024"});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("--title 里有换行") != outcome.err.npos);
  CHECK(disk.files.empty());
}

TEST_CASE("A new task is sound, with and without what it offers in comments") {
  test::MemoryDisk disk;
  REQUIRE(run(disk, {"init", ".", "--title", "x", "--year", "2024", "--office", "县府办"}).exit ==
          0);
  CHECK(run(disk, {"new", "13", "--title", "加快: 充电", "--lead", "县府办", "--slug", "piles"})
            .exit == 0);
  const std::string path = "tasks/2024/013-piles.yaml";
  const std::string task = disk.files[path];
  REQUIRE(!task.empty());
  CHECK(run(disk, {"check", "--select", "E", "--ignore", "E19"}).exit == 0);
  disk.files[path] = task.substr(0, task.find("# ")) + uncommented(task, "# indicators");
  const test::Outcome check = run(disk, {"check", "--select", "E", "--ignore", "E19"});
  CAPTURE(check.out);
  CHECK(check.exit == 0);
  CHECK(run(disk, {"new", "13", "--title", "x", "--lead", "县府办", "--slug", "b"}).exit == 2);
  CHECK(run(disk, {"new", "14", "--title", "x", "--lead", "县教育局"}).exit == 1);
  CHECK(!disk.files.contains("tasks/2024/014-task.yaml"));
}

TEST_SUITE_END();

}  // namespace start_test
