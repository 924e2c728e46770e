// SPDX-License-Identifier: MIT
//
// Golden cases find themselves: every folder `tests/cases/<command>/<name>/` with a file `cmd` is
// one. In it:
//
//   cmd       the arguments, on one line
//   ledger    which ledger: a path from tests/cases/ledgers/; without it the project's own
//   tasks/    or a ledger of the case's own
//   terminal  the width of the terminal that the output is
//   env       NAME=value lines
//   today     the day on the wall
//   stdout, stderr, exit, written   what comes out; a file that is missing stands for nothing (0)
//
// `ACCEPT=1 make test` writes what came out in place of what was expected.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/text.h"
#include "ledgers.h"
#include "run.h"

namespace fs = std::filesystem;
using namespace taizhang;

TEST_SUITE_BEGIN("cases");

namespace {

std::string optional_text(const fs::path& path) {
  return fs::exists(path) ? test::read_file(path.string()) : std::string();
}

std::string name_of_ledger(const fs::path& folder) {
  const std::string name(base::trimmed(optional_text(folder / "ledger")));
  return name.empty() ? "qingzhou" : name;
}

test::MemoryDisk disk_of(const fs::path& folder) {
  if (!fs::exists(folder / "tasks")) return test::disk_with_ledger(name_of_ledger(folder));
  test::MemoryDisk disk;
  disk.mount((folder / "tasks").string(), "tasks");
  return disk;
}

test::World world_of(const fs::path& folder) {
  test::World world;
  if (fs::exists(folder / "terminal")) {
    world.terminal = true;
    world.width = std::stoi(optional_text(folder / "terminal"));
  }
  const std::string today = optional_text(folder / "today");
  if (!today.empty()) world.today = base::trimmed(today);
  const std::string environment = optional_text(folder / "env");
  for (std::string_view line : base::split(environment, '\n')) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    world.environment[std::string(line.substr(0, equals))] = line.substr(equals + 1);
  }
  return world;
}

void expect(const fs::path& path, const std::string& actual) {
  const std::string expected = optional_text(path);
  if (expected == actual) return;
  if (!test::accepting()) {
    INFO(path.string(), " differs; ACCEPT=1 make test rewrites it");
    CHECK(actual == expected);
  } else if (actual.empty()) {
    fs::remove(path);
  } else {
    test::write_file(path.string(), actual);
  }
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(test::cases_folder())) {
    if (entry.path().filename() == "cmd") found.push_back(entry.path().parent_path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("every golden case gives what it gave") {
  const auto found = all_cases();
  REQUIRE(found.size() >= 10);
  for (const fs::path& folder : found) {
    CAPTURE(folder.string());
    const test::MemoryDisk disk = disk_of(folder);
    const auto arguments = test::arguments_of(optional_text(folder / "cmd"));
    const test::Outcome outcome = test::run(arguments, disk, world_of(folder));
    expect(folder / "stdout", outcome.out);
    expect(folder / "stderr", outcome.err);
    expect(folder / "exit", outcome.exit == 0 ? "" : std::to_string(outcome.exit) + "\n");
    std::string written;
    for (const auto& [path, text] : disk.written) written += "== " + path + " ==\n" + text;
    expect(folder / "written", written);
    // The same input gives the same bytes.
    CHECK(test::run(arguments, disk, world_of(folder)).out == outcome.out);
  }
}

TEST_SUITE_END();
