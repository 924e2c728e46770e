// SPDX-License-Identifier: MIT
#include "check/baseline.h"

#include <doctest/doctest.h>

#include <set>

#include "base/fatal.h"
#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"
#include "run.h"

namespace check_baseline_test {

using namespace taizhang;

TEST_SUITE_BEGIN("check");

namespace {

const std::string path = "tasks/2024/002-kindergartens.yaml";

/// The sound ledger with `from` in that file turned into `to`.
test::MemoryDisk disk_with(const std::string& from, const std::string& to) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at(path);
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  return disk;
}

std::vector<std::string> prints(const test::MemoryDisk& disk, const std::string& root = "tasks") {
  const model::Ledger ledger = load::load(disk, root);
  std::vector<std::string> result;
  for (const source::Finding& finding : check::check(ledger)) {
    result.push_back(finding.fingerprint);
  }
  return result;
}

/// The sound ledger with two indicators whose lines are alike, the first or both of them faulty.
test::MemoryDisk disk_with_twins(bool both) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string twin =
      "    name: 甲\n    kind: cumulative\n    qualifier: at_least\n    commitment: binding\n"
      "    unit: 个\n    target: ";
  disk.files["tasks/2024/004-twins.yaml"] =
      "schema: 1\nitem: 4\nsection: 1\ntitle: 双\nlead: [县水务局]\ndue: 2024-12-31\n"
      "status: in_progress\nindicators:\n  - id: left\n" +
      twin + (both ? "1O" : "10") + "\n  - id: right\n" + twin + "1O\n";
  return disk;
}

}  // namespace

TEST_CASE("A finding is known by its address, not by where the line stands or what it says") {
  const auto one = prints(disk_with("title: ", "titel: "));
  REQUIRE(one.size() == 1);
  CHECK(one[0].size() == 16);
  CHECK(prints(disk_with("title: ", "# 一行\n\ntitel: ")) == one);
  CHECK(prints(disk_with("title: 新建", "titel: 改建")) == one);
  CHECK(prints(disk_with("title: ", "titles: ")) != one);
  // From another folder the ledger is the same.
  test::MemoryDisk moved;
  for (const auto& [name, text] : disk_with("title: ", "titel: ").files) {
    moved.files["/home/x/" + name] = text;
  }
  CHECK(prints(moved, "/home/x/tasks") == one);
  // So it is with another name of the task's file.
  test::MemoryDisk renamed = disk_with("title: ", "titel: ");
  auto file = renamed.files.extract(path);
  file.key() = "tasks/2024/002-schools.yaml";
  renamed.files.insert(std::move(file));
  CHECK(prints(renamed) == one);
}

TEST_CASE("Findings on lines that are alike are told apart, whichever came first") {
  const auto two = prints(disk_with("summary: ", "x_key: 1\nx_key2: 1\nsummary: "));
  REQUIRE(two.size() == 2);
  CHECK(two[0] != two[1]);
  const auto old = prints(disk_with_twins(false));
  const auto both = prints(disk_with_twins(true));
  REQUIRE(old.size() == 1);
  REQUIRE(both.size() == 2);
  CHECK(both[0] != old[0]);
  CHECK(both[1] == old[0]);
}

TEST_CASE("What has no address of its own is numbered in the order of the file") {
  const auto one = prints(disk_with("title: ", "title:  \tx\ntitle: "));
  std::set<std::string> different(one.begin(), one.end());
  CHECK(different.size() == one.size());
  CHECK(one.size() >= 2);
}

TEST_CASE("Neither a rule that is not asked for nor a remark changes a fingerprint") {
  const model::Ledger ledger = load::load(disk_with_twins(true), "tasks");
  const auto all = check::check(ledger);
  check::Choice choice;
  choice.select = {"E11"};
  const auto some = check::check(ledger, {}, choice);
  REQUIRE(some.size() == 2);
  CHECK(some[0].fingerprint == all[0].fingerprint);
  CHECK(some[1].fingerprint == all[1].fingerprint);

  // What could not be read is told for all a remark says.
  test::MemoryDisk disk = disk_with_twins(true);
  std::string& text = disk.files.at("tasks/2024/004-twins.yaml");
  text.insert(text.find("1O\n") + 2, "  # taizhang: ignore[E11] 原件如此");
  const auto left = check::check(load::load(disk, "tasks"), {}, choice);
  REQUIRE(left.size() == 2);
  CHECK(left[0].fingerprint == all[0].fingerprint);
  CHECK(left[1].fingerprint == all[1].fingerprint);
}

TEST_CASE("What the baseline knows is taken out, and what is mended is told") {
  const test::MemoryDisk disk = disk_with("title: ", "titel: ");
  const model::Ledger ledger = load::load(disk, "tasks");
  auto findings = check::check(ledger);
  check::Baseline baseline = check::baseline_of(findings, ledger);
  baseline.entries.insert({"0123456789abcdef", "2024/001-water-pipes.yaml", "W04"});
  const check::Gone gone = check::take_known(findings, baseline, ledger);
  CHECK(findings.empty());
  CHECK(gone.mended == 1);
  CHECK(gone.changed == 0);
}

TEST_CASE("A finding that gave way to another of its rule in its file is not called mended") {
  const model::Ledger before = load::load(disk_with("title: ", "titel: "), "tasks");
  const check::Baseline baseline = check::baseline_of(check::check(before), before);
  REQUIRE(baseline.entries.size() == 1);
  const model::Ledger after = load::load(disk_with("title: ", "titke: "), "tasks");
  auto findings = check::check(after);
  const check::Gone gone = check::take_known(findings, baseline, after);
  CHECK(findings.size() == 1);
  CHECK(gone.mended == 0);
  CHECK(gone.changed == 1);
}

TEST_CASE("With a baseline a new finding bears its own fingerprint, in every format") {
  const model::Ledger before = load::load(disk_with_twins(false), "tasks");
  const check::Baseline baseline = check::baseline_of(check::check(before), before);
  test::MemoryDisk disk = disk_with_twins(true);
  const auto all = prints(disk);
  REQUIRE(all.size() == 2);
  disk.files["known.json"] = check::baseline_text(baseline);
  for (const char* format : {"sarif", "gitlab", "json", "json-lines"}) {
    CAPTURE(format);
    const test::Outcome told =
        test::run({"check", "--select", "E", "--format", format, "--baseline", "known.json"}, disk);
    CHECK(told.exit == 1);
    CHECK(told.out.find(all[0]) != std::string::npos);
    CHECK(told.out.find(all[1]) == std::string::npos);
    const test::Outcome everything =
        test::run({"check", "--select", "E", "--format", format}, disk);
    CHECK(everything.out.find(all[0]) != std::string::npos);
    CHECK(everything.out.find(all[1]) != std::string::npos);
  }
}

TEST_CASE("A baseline reads back what was written, an entry a line") {
  check::Baseline baseline;
  baseline.entries = {{"b", "2024/\"x\".yaml", "E07"}, {"a", "2024/y.yaml", "W01"}};
  const std::string text = check::baseline_text(baseline);
  CHECK(text ==
        "{\"version\": 2, \"findings\": [\n"
        "{\"path\":\"2024/\\\"x\\\".yaml\",\"code\":\"E07\",\"fingerprint\":\"b\"},\n"
        "{\"path\":\"2024/y.yaml\",\"code\":\"W01\",\"fingerprint\":\"a\"}\n"
        "]}\n");
  CHECK(check::parse_baseline(text, "f").entries == baseline.entries);
  CHECK(check::parse_baseline(check::baseline_text({}), "f").entries.empty());
}

TEST_CASE("What is no baseline is refused") {
  for (const char* text :
       {"", "[]", "{}", "{\"version\": 2}", "{\"version\": 3, \"findings\": []}",
        "{\"version\": 2, \"findings\": [1]}", "{\"version\": 2, \"findings\": [{\"path\": 1}]}"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(check::parse_baseline(text, "f"), base::Fatal);
  }
}

TEST_CASE("A baseline of the first version is refused, and what to do is said") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["known.json"] = "{\"version\": 1, \"findings\": []}\n";
  const test::Outcome told = test::run({"check", "--baseline", "known.json"}, disk);
  CHECK(told.exit == 2);
  CHECK(told.err.find("旧版本") != std::string::npos);
  CHECK(told.err.find("--write-baseline") != std::string::npos);
}

TEST_SUITE_END();

}  // namespace check_baseline_test
