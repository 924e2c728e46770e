// SPDX-License-Identifier: MIT
//
// Ledgers with faults, laid over the sound ledger of tests/cases/ledgers/linshui:
//
//   tests/cases/rules/<CODE>/bad*/    fires exactly as `expect` says
//   tests/cases/rules/<CODE>/good*/   stays silent
//   tests/cases/broken/<name>/        fifty mistakes that people make, with what must be found
//
// A case holds `tasks/…` (files put in place of the sound ones) and may hold `remove` (paths taken
// out), `faults` (`path no_permission|not_a_file|too_large|failed`) and `kinds` (`path
// link_to_folder|other`). A file `as_of` with a day, or with two (the second: known by), also has
// the calendar looked at: by the rule of the case and by those that `also` names, for on most days
// some report of the sound ledger is owed. `expect` has a line `path:line:column CODE` for each
// finding, in order; it is written by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "check/check.h"
#include "check/rules.h"
#include "ledgers.h"
#include "load/load.h"
#include "run.h"

namespace fs = std::filesystem;
using namespace taizhang;

namespace {

std::vector<std::string> lines(const fs::path& path) {
  std::vector<std::string> result;
  if (!fs::exists(path)) return result;
  const std::string text = test::read_file(path.string());
  for (std::string_view line : base::split(text, '\n')) {
    if (!base::trimmed(line).empty()) result.emplace_back(base::trimmed(line));
  }
  return result;
}

std::pair<std::string, std::string> halves(const std::string& line) {
  const std::size_t blank = line.find(' ');
  REQUIRE(blank != std::string::npos);
  return {line.substr(0, blank), line.substr(blank + 1)};
}

test::MemoryDisk disk_of_ledger(const fs::path& folder) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  if (fs::exists(folder / "tasks")) disk.mount((folder / "tasks").string(), "tasks");
  for (const std::string& path : lines(folder / "remove")) REQUIRE(disk.files.erase(path) == 1);
  const std::map<std::string, base::DiskFault> faults{
      {"no_permission", base::DiskFault::no_permission},
      {"not_a_file", base::DiskFault::not_a_file},
      {"too_large", base::DiskFault::too_large},
      {"failed", base::DiskFault::failed}};
  for (const std::string& line : lines(folder / "faults")) {
    const auto [path, fault] = halves(line);
    disk.read_faults[path] = faults.at(fault);
  }
  for (const std::string& line : lines(folder / "kinds")) {
    const auto [path, kind] = halves(line);
    disk.kinds[path] = kind == "other" ? base::EntryKind::other : base::EntryKind::link_to_folder;
  }
  return disk;
}

std::optional<measure::Clocks> clocks_of(const fs::path& folder) {
  const std::vector<std::string> given = lines(folder / "as_of");
  if (given.empty()) return std::nullopt;
  const std::string& line = given.front();
  const auto day = [](const std::string& text) { return base::parse_date(text).date.value(); };
  const std::string as_of = line.substr(0, line.find(' '));
  const std::string known_by = line.substr(line.rfind(' ') + 1);
  return measure::Clocks{day(as_of), day(known_by)};
}

/// All rules of the files; of those of the calendar the one under test and those that `also` names.
check::Choice choice_of(const fs::path& folder) {
  const std::vector<std::string> also = lines(folder / "also");
  const std::string code = folder.parent_path().filename().string();
  check::Choice choice;
  for (const check::Rule* rule : check::rules()) {
    const std::string other(rule->code);
    const bool wanted = other == code || std::find(also.begin(), also.end(), other) != also.end();
    if (rule->looks.on_day() && !wanted) choice.ignore.push_back(other);
  }
  return choice;
}

std::vector<std::string> findings(const fs::path& folder) {
  const test::MemoryDisk disk = disk_of_ledger(folder);
  const model::Ledger ledger = load::load(disk, "tasks");
  std::vector<std::string> result;
  for (const source::Finding& finding :
       check::check(ledger, clocks_of(folder), choice_of(folder))) {
    const source::SourceFile& file = ledger.sources.at(finding.at.file);
    const source::Position at = file.position(finding.at.begin);
    result.push_back(file.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                     " " + std::string(finding.code));
    // A finding says what is wrong and what to write instead, in both languages.
    for (const auto language : {base::Language::zh, base::Language::en}) {
      CHECK(!finding.message.in(language).empty());
      CHECK(!finding.help.in(language).empty());
      CHECK(finding.message.in(language).find("{0}") == std::string::npos);
    }
  }
  return result;
}

void expect(const fs::path& folder) {
  CAPTURE(folder.string());
  const std::string expected = base::joined(lines(folder / "expect"), "\n");
  CHECK(base::joined(findings(folder), "\n") == expected);
}

std::vector<fs::path> folders(const fs::path& parent) {
  std::vector<fs::path> result;
  for (const auto& entry : fs::directory_iterator(parent)) {
    if (entry.is_directory()) result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

TEST_SUITE_BEGIN("rules");

TEST_CASE("the ledger under the cases is sound") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  CHECK(check::check(load::load(disk, "tasks")).empty());
}

TEST_CASE("every rule fires on its bad case and stays silent on its good one") {
  const fs::path cases = fs::path(test::cases_folder()) / "rules";
  std::set<std::string> seen;
  for (const fs::path& rule : folders(cases)) {
    const std::string code = rule.filename().string();
    CAPTURE(code);
    REQUIRE(check::find_rule(code) != nullptr);
    seen.insert(code);
    int bad = 0;
    int good = 0;
    for (const fs::path& folder : folders(rule)) {
      const std::string name = folder.filename().string();
      if (name.starts_with("bad")) {
        ++bad;
        expect(folder);
        const std::string expected = base::joined(lines(folder / "expect"), "\n");
        CHECK(expected.find(" " + code) != std::string::npos);
      } else {
        REQUIRE(name.starts_with("good"));
        ++good;
        CAPTURE(folder.string());
        CHECK(base::joined(findings(folder), "\n") == "");
      }
    }
    CHECK(bad > 0);
    CHECK(good > 0);
  }
  for (const check::Rule* rule : check::rules()) {
    INFO("no case for ", std::string(rule->code));
    CHECK(seen.contains(std::string(rule->code)));
  }
}

TEST_SUITE_END();

TEST_SUITE_BEGIN("broken");

TEST_CASE("every broken ledger gets its errors at the right places") {
  const auto found = folders(fs::path(test::cases_folder()) / "broken");
  CHECK(found.size() >= 50);
  for (const fs::path& folder : found) {
    REQUIRE(fs::exists(folder / "expect"));
    expect(folder);
  }
}

TEST_CASE("However long a chain of corrections is, each is looked at once") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& task = disk.files.at("tasks/2024/003-leadership.yaml");
  task +=
      "indicators:\n  - {id: a, name: 户数, kind: cumulative, qualifier: at_least, commitment: "
      "binding, target: 9, unit: 户, readings: [{id: r0, date: 2024-04-30, value: 5}";
  // Tried by hand with 3,000, a rule that looked at each from each did not end in a minute.
  constexpr int length = 5000;
  for (int i = 1; i < length; ++i) {
    const std::string before = std::to_string(i - 1);
    task += ", {id: r" + std::to_string(i) + ", date: 2024-04-30, value: null, corrects: r" +
            before + ", reason: 误}";
  }
  // A second one of the last but one, which the last takes back: r4998 is idle, this is not.
  task +=
      ", {id: x, date: 2024-04-30, value: 7, corrects: r4997, reason: 误},"
      " {id: y, date: 2024-04-30, value: 8, corrects: r4997, reason: 误}]}\n";
  const test::Outcome outcome =
      test::run({"check", "--select", "E39", "--format", "concise", "--as-of", "2024-10-08"}, disk);
  CHECK(outcome.exit == 1);
  // Of x and y only one can put it right; r4998 is no third, for r4999 takes it back.
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 1);
  CHECK(outcome.out.find("“r4997”已经由“x”更正过") != outcome.out.npos);
}

TEST_SUITE_END();
