// SPDX-License-Identifier: MIT
#include "check/fix.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"

namespace check_fix_test {

using namespace taizhang;

TEST_SUITE_BEGIN("check");

namespace {

source::Finding mended_by(std::vector<source::Edit> fix) {
  source::Finding finding{"W06", source::Severity::warning, {0, 0, 1}, {}, {}, {}};
  if (!fix.empty()) finding.at = fix.front().at;
  finding.fix = std::move(fix);
  return finding;
}

}  // namespace

TEST_CASE("Of fixes that overlap the first is taken, and each is taken whole or not at all") {
  const auto mendable = check::mendable(
      {mended_by({{{0, 4, 8}, "a"}}), mended_by({{{0, 6, 9}, "b"}}),
       mended_by({{{0, 1, 2}, "c"}, {{0, 7, 8}, "c"}}), mended_by({{{0, 8, 9}, "d"}}),
       mended_by({{{1, 4, 8}, "e"}}), mended_by({}), mended_by({{{0, 4, 4}, "f"}})});
  CHECK(mendable.size() == 3);
  const check::Edits edits = check::edits_of(mendable);
  REQUIRE(edits.size() == 2);
  REQUIRE(edits.at(0).size() == 2);
  CHECK(edits.at(0)[0].text == "a");
  CHECK(edits.at(0)[1].text == "d");
  CHECK(edits.at(1).size() == 1);
}

TEST_CASE("Edits come by place, whatever the order of the findings") {
  const auto edits =
      check::edits_of({mended_by({{{0, 9, 10}, "b"}}), mended_by({{{0, 2, 3}, "a"}})});
  REQUIRE(edits.at(0).size() == 2);
  CHECK(edits.at(0)[0].text == "a");
}

namespace {

/// Whether a fix stands that replaces `from` of a task's file by `to` and says that it mends
/// `code`.
bool stands(const std::string& from, const std::string& to, const std::string& code,
            const std::string& spoilt = {}, const std::string& with = {}) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string path = "tasks/2024/002-kindergartens.yaml";
  std::string& text = disk.files.at(path);
  if (!spoilt.empty()) text.replace(text.find(spoilt), spoilt.size(), with);
  const model::Ledger before = load::load(disk, "tasks");
  const auto findings = check::check(before);
  const auto at = static_cast<std::uint32_t>(text.find(from));
  const auto size = static_cast<std::uint32_t>(from.size());
  auto finding = std::find_if(findings.begin(), findings.end(),
                              [&](const auto& one) { return one.code == code; });
  REQUIRE(finding != findings.end());
  source::Finding mended = *finding;
  mended.fix = {{{finding->at.file, at, at + size}, to}};
  text.replace(at, size, to);
  const model::Ledger after = load::load(disk, "tasks");
  const auto left = check::check(after);
  return !check::obstacle({before, findings}, {after, left}, {mended});
}

}  // namespace

TEST_CASE("A fix stands if what it mends is gone, nothing new is wrong and nothing is lost") {
  const auto wide = [](const std::string& to) {
    return stands("２", to, "E11", "section: 2", "section: ２");
  };
  CHECK(wide("2"));
  CHECK_FALSE(wide("２２"));
  // One error gives way to another at the same value: that has been made readable.
  CHECK(wide("7"));
  // A scalar that the fix does not name is gone.
  CHECK_FALSE(
      stands("section: ２\ntitle", "section: 2 # title", "E11", "section: 2", "section: ２"));
  // Another value became wrong.
  CHECK_FALSE(stands("section: ２\ntitle: 新", "section: 2\ntitle:\nnote: 新", "E11", "section: 2",
                     "section: ２"));
}

TEST_SUITE_END();

}  // namespace check_fix_test
