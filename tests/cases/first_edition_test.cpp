// SPDX-License-Identifier: MIT
//
// Files written by the first edition of the rules are read: what `check` finds in them, whatever
// the day, is listed here, and doing what its help says makes them clean.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"

using namespace taizhang;

TEST_SUITE_BEGIN("first_edition");

namespace {

namespace first_edition {

struct Checked {
  model::Ledger ledger;
  std::vector<source::Finding> findings;
};

Checked checked(const test::MemoryDisk& disk) {
  Checked result{load::load(disk, "tasks"), {}};
  CHECK(result.ledger.faulty_files() <= 1);  // what is missing is a fault, an error like others
  result.findings = check::check(result.ledger);
  return result;
}

std::string help_of(const source::Finding& finding) { return finding.help.in(base::Language::zh); }

/// The piece of the help from `begins` to the first `ends` behind it, both of them in it.
std::string piece_of_help(const source::Finding& finding, const char* begins, const char* ends) {
  const std::string help = help_of(finding);
  const std::size_t at = help.find(begins);
  REQUIRE_MESSAGE(at != help.npos, finding.code, " ", help);
  const std::size_t end = help.find(ends, at);
  REQUIRE_MESSAGE(end != help.npos, finding.code, " ", help);
  return help.substr(at, end + std::string_view(ends).size() - at);
}

void replace_in(std::string& text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE_MESSAGE(at != text.npos, what);
  text.replace(at, what.size(), by);
}

/// The end of the line of `at`, and the column that its first word stands in.
std::size_t line_end(const std::string& text, std::size_t at) { return text.find('\n', at); }
std::string indent(const std::string& text, std::size_t at) {
  const std::size_t begin = text.rfind('\n', at) + 1;
  return std::string(text.find_first_not_of(" -", begin) - begin, ' ');
}

/// Do to the file what the help of one finding says; where it leaves a day, an office or a name
/// open, some are put in.
void obey(const source::Finding& finding, std::string& text) {
  const std::size_t begin = finding.at.begin;
  const std::string code(finding.code);
  if (code == "W02") {
    CHECK(help_of(finding).find("milestones") != std::string::npos);
    text += "milestones:\n  - {id: site, name: 场地启用, due: 2023-12-31}\n";
  } else if (code == "W03") {
    const std::string way = piece_of_help(finding, "trajectory: {", "}");
    text.insert(line_end(text, begin), "\n" + indent(text, begin) + way);
  } else if (code == "W05") {
    CHECK(help_of(finding).find("changes") != std::string::npos);
    text +=
        "changes: [{id: of-target, effective: 2023-08-20, field: "
        "indicators.high-tech-firms.target, from: 30, to: 40, approved_by: 市政府办公室}]\n";
  } else if (code == "W23") {
    std::string change = piece_of_help(finding, "{id: ", "}");
    replace_in(change, "{id: c1", "{id: of-status");
    replace_in(change, "日期", "2024-06-30");
    replace_in(change, "批准单位", "县政府办公室");
    const std::size_t list = text.find("\nchanges:\n");
    if (list == text.npos) {
      text += "changes:\n  - " + change + "\n";
    } else {
      text.insert(list + std::string_view("\nchanges:\n").size(), "  - " + change + "\n");
    }
    text.replace(begin, finding.at.end - begin, "in_progress");
  } else if (code == "W28") {
    CHECK(help_of(finding).find("successor: ") != std::string::npos);
    text.insert(text.find('\n', begin) - 1, ", successor: 县政府办公室");
  } else if (code == "W32") {
    const std::string quarter = piece_of_help(finding, "frequency: ", "quarter");
    const std::size_t line = text.rfind('\n', begin) + 1 + indent(text, begin).size();
    text.replace(line, finding.at.end - line, quarter);
  } else if (code == "E09") {
    const std::string from = piece_of_help(finding, "from: ", "-01-01");
    replace_in(text, "\noverride: {", "\noverride: {" + from + ", ");
  } else {
    FAIL("nobody has said how to obey ", code);
  }
}

/// How often each rule finds something, after which all that was found has been done.
std::map<std::string, int> found_and_obeyed(test::MemoryDisk& disk) {
  std::map<std::string, int> found;
  Checked before = checked(disk);
  // From the last to the first, so that places stay what they are.
  std::reverse(before.findings.begin(), before.findings.end());
  for (const source::Finding& finding : before.findings) {
    ++found[std::string(finding.code)];
    obey(finding, disk.files.at(before.ledger.sources.at(finding.at.file).path));
  }
  return found;
}

void is_clean(const test::MemoryDisk& disk) {
  for (const source::Finding& finding : checked(disk).findings) {
    FAIL_CHECK(finding.code, " ", finding.message.in(base::Language::zh));
  }
}

}  // namespace first_edition

}  // namespace

TEST_CASE("The ledger of 2023 of the first edition has warnings alone, and can be made clean") {
  using namespace first_edition;
  test::MemoryDisk disk = test::disk_with_ledger("first-edition/qingzhou");
  CHECK(disk.files.size() == 87);
  // Tasks without a measure, stocks without a baseline, a target far surpassed, seasons that nobody
  // named.
  CHECK(found_and_obeyed(disk) ==
        std::map<std::string, int>{{"W02", 22}, {"W03", 9}, {"W05", 1}, {"W32", 2}});
  is_clean(disk);
}

TEST_CASE("An example of the first edition: no first day of an override, statuses without a day") {
  using namespace first_edition;
  test::MemoryDisk disk = test::disk_with_ledger("first-edition/chengxi");
  CHECK(disk.files.size() == 7);
  CHECK(found_and_obeyed(disk) == std::map<std::string, int>{{"E09", 1}, {"W23", 4}, {"W28", 1}});
  is_clean(disk);
}

TEST_SUITE_END();
