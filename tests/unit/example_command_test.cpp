// SPDX-License-Identifier: MIT
//
// What golden cases cannot show: faults of the disk, and that a written ledger can be worked with.
#include <doctest/doctest.h>

#include "run.h"

namespace example_command_test {

using namespace taizhang;

TEST_SUITE_BEGIN("example");

TEST_CASE("What is written can be checked, listed, shown and reported") {
  test::MemoryDisk disk;
  CHECK(test::run({"example", "demo"}, disk).exit == 0);
  disk.files = disk.written;
  for (const char* line :
       {"check -C demo --as-of 2025-03-01", "list -C demo --as-of 2024-10-08",
        "show 24 -C demo --as-of 2024-10-08", "report weekly -C demo --as-of 2024-10-08"}) {
    CAPTURE(line);
    const test::Outcome outcome = test::run(test::arguments_of(line), disk);
    CHECK(outcome.exit == 0);
    CHECK(outcome.err == "");
    CHECK(!outcome.out.empty());
  }
  // A second time it is in the way.
  CHECK(test::run({"example", "demo"}, disk).exit == 2);
}

TEST_CASE("The command to try next is one that a shell takes, whatever the folder is called") {
  const test::MemoryDisk disk;
  const auto next = [&](const std::string& folder) {
    const std::string out = test::run({"example", folder, "--tasks", "1"}, disk).out;
    return out.substr(out.find("list -C ") + 8, out.find(" --as-of") - out.find("list -C ") - 8);
  };
  CHECK(next("demo/一") == "demo/一");
  CHECK(next("my demo") == "'my demo'");
  CHECK(next("it's") == "'it'\\''s'");
}

TEST_CASE("Nothing is written where the folder cannot be opened or is no folder") {
  test::MemoryDisk disk;
  disk.read_faults["demo"] = base::DiskFault::not_a_folder;
  const test::Outcome outcome = test::run({"example", "demo"}, disk);
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find("不是文件夹") != std::string::npos);
  CHECK(disk.written.empty());
}

TEST_CASE("A file that is there by then is not overwritten, and a full disk is told of") {
  test::MemoryDisk disk;
  disk.write_faults["demo/tasks/2024/plan.yaml"] = base::DiskFault::exists;
  const test::Outcome exists = test::run({"example", "demo"}, disk);
  CHECK(exists.exit == 3);
  CHECK(exists.err.find("写不了 demo/tasks/2024/plan.yaml：已经有了") != std::string::npos);
  CHECK(disk.written.size() == 1);
  disk.write_faults = {{"demo/tasks/2024", base::DiskFault::failed}};
  const test::Outcome failed = test::run({"example", "demo", "--lang", "en"}, disk);
  CHECK(failed.exit == 3);
  CHECK(failed.err.find("demo/tasks/2024 cannot be written: set by the test") != std::string::npos);
}

TEST_CASE("The bounds of the options are those that are told") {
  const test::MemoryDisk disk;
  const auto exit = [&](const std::string& line) {
    return test::run(test::arguments_of("example demo " + line), disk).exit;
  };
  CHECK(exit("--tasks 1 --plans 20 --seed 0") == 0);
  CHECK(exit("--tasks 1 --seed 18446744073709551615") == 0);
  CHECK(exit("--tasks 1 --seed 18446744073709551616") == 2);
  CHECK(exit("--tasks 1 --plans 21") == 2);
  CHECK(exit("--plans 0") == 2);
  CHECK(exit("--tasks 100001") == 2);
  CHECK(exit("--tasks -1") == 2);
  CHECK(exit("--tasks 2x") == 2);
  CHECK(exit("--tasks 1 --from 2024-01-01 --to 2024-06-28") == 0);
  CHECK(exit("--tasks 1 --from 2024-01-01 --to 2024-06-27") == 2);
  CHECK(exit("--tasks 1 --from 2021-01-01 --to 2026-01-04") == 0);
  CHECK(exit("--tasks 1 --from 2021-01-01 --to 2026-01-05") == 2);
  CHECK(exit("--tasks 1 --from 1949-12-31 --to 1950-12-31") == 2);
  CHECK(exit("--tasks 1 --from 1950-01-01 --to 1950-12-31") == 0);
  CHECK(exit("--tasks 1 --from 2950-01-01 --to 2950-12-31") == 0);
  CHECK(exit("--tasks 1 --plans 2 --from 2950-01-01 --to 2950-12-31") == 2);
}

TEST_SUITE_END();

}  // namespace example_command_test
