// SPDX-License-Identifier: MIT
#include "check/check.h"

#include <doctest/doctest.h>

#include "check/rules.h"
#include "ledgers.h"
#include "load/load.h"

namespace check_check_test {

using namespace taizhang;

TEST_SUITE_BEGIN("check");

namespace {

const std::string faulty_path = "tasks/2024/002-kindergartens.yaml";

/// A ledger with an alias (W01), an unknown key (E07) and blanks at a line's end (W06).
test::MemoryDisk faulty() {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at(faulty_path);
  text += "support: [发改局]\nx_note: 1 \n";
  return disk;
}

void add_to_plan(test::MemoryDisk& disk, const std::string& text) {
  disk.files.at("tasks/2024/plan.yaml") += text;
}

/// `W01 warning`, a line each.
std::string found(const test::MemoryDisk& disk, const check::Choice& choice = {}) {
  std::string result;
  for (const source::Finding& finding : check::check(load::load(disk, "tasks"), {}, choice)) {
    result += std::string(finding.code) +
              (finding.severity == source::Severity::error ? " error\n" : " warning\n");
  }
  return result;
}

}  // namespace

TEST_CASE("Rules are chosen by code, by the beginning of their code and by name") {
  const test::MemoryDisk disk = faulty();
  CHECK(found(disk) == "W01 warning\nE07 error\nW06 warning\n");
  CHECK(found(disk, {{"W"}, {}}) == "W01 warning\nW06 warning\n");
  CHECK(found(disk, {{"W01", "E07"}, {}}) == "W01 warning\nE07 error\n");
  CHECK(found(disk, {{"unit-alias"}, {}}) == "W01 warning\n");
  CHECK(found(disk, {{}, {"W"}}) == "E07 error\n");
  CHECK(found(disk, {{"W"}, {"blanks"}}) == "W01 warning\n");
  CHECK(check::names_rules("E0"));
  CHECK(check::names_rules("jump"));
  CHECK_FALSE(check::names_rules("jum"));
  CHECK_FALSE(check::names_rules("X"));
  CHECK_FALSE(check::names_rules(""));
}

TEST_CASE("A plan says how serious a rule is to be for its files") {
  test::MemoryDisk disk = faulty();
  add_to_plan(disk, "rules: {check: {W01: error, unknown-key: warning, W06: ignore}}\n");
  CHECK(found(disk) == "W01 error\nE07 warning\n");
  // The registry is in no plan.
  disk.files.at("tasks/units.yaml") += "x: 1\n";
  CHECK(found(disk) == "E07 error\nW01 error\nE07 warning\n");
}

TEST_CASE("A remark silences its rules on its own line and on no other") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at(faulty_path);
  text += "support: [发改局]  # taizhang: ignore[W01] 照文件原文\n";
  CHECK(found(disk) == "");
  text += "x_note: 1  # taizhang: ignore[W01] 不是这条\n";
  CHECK(found(disk) == "E07 error\nW10 warning\n");
}

TEST_CASE("A remark for a rule that was not looked for is not called useless") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files.at(faulty_path) += "support: [县发改局]  # taizhang: ignore[W01] 用不着\n";
  CHECK(found(disk) == "W10 warning\n");
  CHECK(found(disk, {{"W10"}, {}}) == "");
  CHECK(found(disk, {{}, {"W01"}}) == "");
}

TEST_CASE("A look-alike inside of what is wrong already is the same mistake") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files.at(faulty_path) += "support: [县发改⾋局, 县⽔务局]\nnote: ３\n";
  CHECK(found(disk) == "E24 error\nE24 error\nW08 warning\n");
}

TEST_SUITE_END();

}  // namespace check_check_test
