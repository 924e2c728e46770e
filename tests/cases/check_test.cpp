// SPDX-License-Identifier: MIT
//
// What check does besides telling: it mends, it remembers what is known, it looks at a part of the
// ledger or at a file that is still being typed.
#include <doctest/doctest.h>

#include "ledgers.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("cli");

namespace {

const std::string kindergartens = "tasks/2024/002-kindergartens.yaml";

void put(test::MemoryDisk& disk, const std::string& from, const std::string& to) {
  std::string& text = disk.files.at(kindergartens);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

/// A misspelt key (one answer), a wide digit, an unknown unit (no one answer).
test::MemoryDisk faulty() {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  put(disk, "title: ", "titel: ");
  put(disk, "section: 2\n", "section: ２ \n");
  put(disk, "[县教育局]", "[县教肓局]");
  return disk;
}

test::Outcome check(const std::string& options, const test::MemoryDisk& disk,
                    const std::string& input = {}) {
  test::World world;
  world.input = input;
  // Overdue issues are not what these tests are about.
  return test::run(test::arguments_of("check --lang en --ignore W13 --as-of 2025-03-01 " + options),
                   disk, world);
}

}  // namespace

TEST_CASE("--fix mends what has one right answer, to the byte, and tells what is left") {
  const test::MemoryDisk disk = faulty();
  const test::Outcome outcome = check("--fix --format concise", disk);
  CHECK(outcome.exit == 1);
  CHECK(outcome.err == "taizhang: mended: 3 in 1 files\n");
  CHECK(outcome.out == kindergartens + ":7:8: error[E24]: “县教肓局” is not in the registry\n");
  test::MemoryDisk sound = test::disk_with_ledger("linshui");
  put(sound, "[县教育局]", "[县教肓局]");
  REQUIRE(disk.written.size() == 1);
  CHECK(disk.written.at(kindergartens) == sound.files.at(kindergartens));
}

TEST_CASE("--fix writes nothing where there is nothing to mend") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const test::Outcome outcome = check("--fix", disk);
  CHECK(outcome.exit == 0);
  CHECK(outcome.err.empty());
  CHECK(disk.written.empty());
}

TEST_CASE("--fix leaves what somebody else saved in between, and says so") {
  test::MemoryDisk disk = faulty();
  disk.before_place = [&](const std::string& path) { disk.written[path] = "theirs"; };
  const test::Outcome outcome = check("--fix", disk);
  CHECK(outcome.exit == 3);
  CHECK(outcome.err.find(kindergartens + " has just been changed by somebody else") !=
        std::string::npos);
  CHECK(disk.written.at(kindergartens) == "theirs");
}

TEST_CASE("--fix says what stood against a fix that it did not make, and check announces none") {
  // With its key spelt right the list would be read, and two values in it are no numbers.
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  put(disk, "    readings:", "    readigns:");
  put(disk, "value: 1,", "value: 甲,");
  put(disk, "value: 2,", "value: 乙,");
  CHECK(check("--select E", disk).out.find("--fix mends it") == std::string::npos);
  const test::Outcome outcome = check("--fix --select E", disk);
  CHECK(outcome.err.starts_with("taizhang: not mended: " + kindergartens +
                                ":19: E07: it would bring an error (" + kindergartens +
                                ":21: E11 "));
  CHECK(outcome.out.find("E07") != std::string::npos);
  CHECK(outcome.out.find("--fix mends it") == std::string::npos);
  CHECK(disk.written.empty());
}

TEST_CASE("--diff shows what --fix would do and touches nothing") {
  const test::MemoryDisk disk = faulty();
  const test::Outcome outcome = check("--diff", disk);
  CHECK(outcome.exit == 1);
  CHECK(outcome.out.find("-section: ２ \n-titel: 新建公办幼儿园\n+section: 2\n+title: ") !=
        std::string::npos);
  CHECK(disk.written.empty());
  CHECK(check("--diff", test::disk_with_ledger("linshui")).exit == 0);
}

TEST_CASE("A baseline makes what is known silent, lets new findings fail and may only shrink") {
  test::MemoryDisk disk = faulty();
  // --ignore does not go with it: a baseline of half the rules would hide the other half.
  const auto run = [&](const std::string& options) {
    return test::run(test::arguments_of("check --lang en --as-of 2025-03-01 " + options), disk);
  };
  CHECK(run("--write-baseline known.json").exit == 0);
  disk.files["known.json"] = disk.written.at("known.json");
  CHECK(run("--strict --baseline known.json").exit == 0);

  put(disk, "status: in_progress\n", "status: in_progres\n");
  const test::Outcome outcome = run("--baseline known.json --format concise");
  CHECK(outcome.exit == 1);
  CHECK(outcome.out.find("E13") != std::string::npos);
  CHECK(outcome.out.find("E24") == std::string::npos);

  disk.written.clear();
  const test::Outcome grown = run("--write-baseline known.json");
  CHECK(grown.exit == 1);
  CHECK(grown.err.find("may only shrink") != std::string::npos);
  CHECK(disk.written.empty());

  put(disk, "status: in_progres\n", "status: in_progress\n");
  put(disk, "[县教肓局]", "[县教育局]");
  CHECK(run("--baseline known.json").err.find("mended since the baseline: 1;") !=
        std::string::npos);
  CHECK(run("--write-baseline known.json").exit == 0);
  CHECK(disk.written.at("known.json").find("E24") == std::string::npos);
  CHECK(run("--baseline missing.json").exit == 2);
}

TEST_CASE("Paths narrow the view, not the ledger") {
  const test::MemoryDisk disk = faulty();
  CHECK(check("tasks/2024/001-water-pipes.yaml", disk).exit == 0);
  for (const char* path : {"tasks/2024/002-kindergartens.yaml", "./tasks/../tasks/2024/",
                           "/tasks/2024/002-kindergartens.yaml", ".", "tasks"}) {
    CAPTURE(path);
    CHECK(check(path, disk).exit == 1);
  }
  for (const char* path : {"README.md", "tasks/2024/009-none.yaml", "../x"}) {
    CAPTURE(path);
    CHECK(check(path, disk).exit == 2);
  }
}

TEST_CASE("A finding whose other place is in the view is shown, too") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["tasks/2024/002-twin.yaml"] = disk.files.at(kindergartens);
  CHECK(check("--format concise " + kindergartens, disk).out.find("E18") != std::string::npos);
}

TEST_CASE("Standard input stands for a file, and is mended to standard output") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string typed = faulty().files.at(kindergartens);
  const std::string name = "- --stdin-filename " + kindergartens;
  const test::Outcome told = check(name + " --format concise", disk, typed);
  CHECK(told.exit == 1);
  CHECK(told.out.find("002-kindergartens.yaml:5:1: error[E07]") != std::string::npos);

  const test::Outcome mended = check(name + " --fix", disk, typed);
  CHECK(mended.out.find("title: 新建公办幼儿园\n") != std::string::npos);
  CHECK(mended.err.find("error[E24]") != std::string::npos);
  CHECK(disk.written.empty());

  // A file that is not on the disk yet counts as one of the ledger.
  const test::Outcome fresh =
      check("- --stdin-filename tasks/2024/004-new.yaml", disk, "item: 4\n");
  CHECK(fresh.exit == 1);
  CHECK(fresh.out.find("004-new.yaml") != std::string::npos);
}

TEST_CASE("Warnings fail with --strict, and nothing with --exit-zero") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files.at(kindergartens) += "support: [发改局]\n";
  CHECK(check("", disk).exit == 0);
  CHECK(check("--strict", disk).exit == 1);
  CHECK(check("--exit-zero", faulty()).exit == 0);
}

TEST_CASE("Options that do not go together are refused before anything is read") {
  const test::MemoryDisk disk;
  for (const char* options :
       {"--fix --diff", "--baseline a --write-baseline b", "--write-baseline a --fix",
        "--write-baseline a --select E", "-", "--stdin-filename a", "- b --stdin-filename a",
        "--select X99", "--ignore jmup", "--format sarf", "-o x.pdf"}) {
    CAPTURE(options);
    const test::Outcome outcome =
        test::run(test::arguments_of("check --lang en " + std::string(options)), disk);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("help:") != std::string::npos);
  }
}

TEST_SUITE_END();
