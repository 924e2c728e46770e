// SPDX-License-Identifier: MIT
#include "check/baseline.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "check/check.h"
#include "check/fingerprint.h"
#include "ledgers.h"
#include "load/load.h"

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

std::vector<std::string> prints(const test::MemoryDisk& disk) {
  const model::Ledger ledger = load::load(disk, "tasks");
  return check::fingerprints(check::check(ledger), ledger);
}

}  // namespace

TEST_CASE("A finding is known by its line's text, not by where the line stands") {
  const auto one = prints(disk_with("title: ", "titel: "));
  REQUIRE(one.size() == 1);
  CHECK(one[0].size() == 16);
  CHECK(prints(disk_with("title: ", "# 一行\n\ntitel: ")) == one);
  CHECK(prints(disk_with("title: 新建", "titel: 改建")) != one);
  // From another folder the ledger is the same.
  test::MemoryDisk moved;
  for (const auto& [name, text] : disk_with("title: ", "titel: ").files) {
    moved.files["/home/x/" + name] = text;
  }
  const model::Ledger ledger = load::load(moved, "/home/x/tasks");
  CHECK(check::fingerprints(check::check(ledger), ledger) == one);
}

TEST_CASE("Findings on lines that are alike are told apart") {
  const auto two = prints(disk_with("summary: ", "x_key: 1\nx_key2: 1\nsummary: "));
  REQUIRE(two.size() == 2);
  CHECK(two[0] != two[1]);
}

TEST_CASE("What the baseline knows is taken out, and what is mended is told") {
  const test::MemoryDisk disk = disk_with("title: ", "titel: ");
  const model::Ledger ledger = load::load(disk, "tasks");
  auto findings = check::check(ledger);
  check::Baseline baseline = check::baseline_of(findings, ledger);
  baseline.entries.insert({"0123456789abcdef", "2024/001-water-pipes.yaml", "W04"});
  const auto gone = check::take_known(findings, ledger, baseline);
  CHECK(findings.empty());
  REQUIRE(gone.size() == 1);
  CHECK(gone[0].code == "W04");
}

TEST_CASE("A baseline reads back what was written, an entry a line") {
  check::Baseline baseline;
  baseline.entries = {{"b", "2024/\"x\".yaml", "E07"}, {"a", "2024/y.yaml", "W01"}};
  const std::string text = check::baseline_text(baseline);
  CHECK(text ==
        "{\"version\": 1, \"findings\": [\n"
        "{\"path\":\"2024/\\\"x\\\".yaml\",\"code\":\"E07\",\"fingerprint\":\"b\"},\n"
        "{\"path\":\"2024/y.yaml\",\"code\":\"W01\",\"fingerprint\":\"a\"}\n"
        "]}\n");
  CHECK(check::parse_baseline(text, "f").entries == baseline.entries);
  CHECK(check::parse_baseline(check::baseline_text({}), "f").entries.empty());
}

TEST_CASE("What is no baseline is refused") {
  for (const char* text :
       {"", "[]", "{}", "{\"version\": 1}", "{\"version\": 2, \"findings\": []}",
        "{\"version\": 1, \"findings\": [1]}", "{\"version\": 1, \"findings\": [{\"path\": 1}]}"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(check::parse_baseline(text, "f"), base::Fatal);
  }
}

TEST_SUITE_END();
