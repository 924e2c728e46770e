// SPDX-License-Identifier: MIT
//
// Files written by the first edition of the rules are read: what `check` asks of them is listed
// here, and what its help says makes them clean.
#include <doctest/doctest.h>

#include <map>

#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"

using namespace taizhang;

TEST_SUITE_BEGIN("rules");

namespace {

std::vector<source::Finding> errors_of(const test::MemoryDisk& disk) {
  const model::Ledger ledger = load::load(disk, "tasks");
  CHECK(ledger.faulty_files() == 0);
  std::vector<source::Finding> errors = check::check(ledger);
  std::erase_if(errors, [](const source::Finding& finding) {
    return finding.severity != source::Severity::error;
  });
  return errors;
}

}  // namespace

TEST_CASE("The ledger of 2023 of the first edition has no error") {
  for (const source::Finding& finding :
       errors_of(test::disk_with_ledger("first-edition/qingzhou"))) {
    FAIL_CHECK(finding.code, " ", finding.message.in(base::Language::en));
  }
}

TEST_CASE("An example of the first edition lacks the first day of its override alone") {
  test::MemoryDisk disk = test::disk_with_ledger("first-edition/chengxi");
  const auto errors = errors_of(disk);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == "E09");
  const std::string help = errors[0].help.in(base::Language::en);
  const std::size_t at = help.find("from: ");
  REQUIRE(at != help.npos);
  for (auto& [path, text] : disk.files) {
    const std::size_t own = text.find("\noverride:\n");
    if (own != text.npos) text.insert(own + 11, "  " + help.substr(at, 16) + "\n");
    const std::size_t line = text.find("\noverride: {");
    if (line != text.npos) text.insert(line + 12, help.substr(at, 16) + ", ");
  }
  CHECK(errors_of(disk).empty());
}

TEST_SUITE_END();
