// SPDX-License-Identifier: MIT
//
// Every input of the public YAML test suite (tests/cases/yaml-suite/) as a task file. None of them
// is a task, so each must give a finding in its place; what the suite calls an error must give one
// of syntax.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"
#include "render/json_text.h"
#include "run.h"

using namespace taizhang;

namespace {

/// Errors of the suite that yaml-cpp 0.7 reads all the same, and why that does no harm.
const std::map<std::string, std::string> read_leniently{
    {"236B", "a last line without its colon is a key, unknown or without a value"},
    {"7MNF", "a last line without its colon is a key, unknown or without a value"},
    {"9CWY", "a last line without its colon is a key, unknown or without a value"},
    {"9C9N", "a list in brackets may go on at the margin"},
    {"9JBA", "a comment may follow a bracket at once"},
    {"9MAG", "an item with nothing in it is a finding where a list is wanted"},
    {"9MMA", "a directive and nothing else is an empty file, which is a finding"},
    {"B63P", "a directive and nothing else is an empty file, which is a finding"},
    {"CTN5", "an item with nothing in it is a finding where a list is wanted"},
    {"CVW2", "a comment may follow a comma at once"},
    {"DK95/01", "a tab may begin a further line of a quoted text"},
    {"G5U8", "a dash in brackets is a text"},
    {"HRE5", "a single quote may be escaped in double ones"},
    {"QB6E", "a quoted text may go on at the margin"},
    {"S98Z", "a block may begin with blanks and hold nothing else"},
    {"SU5Z", "a comment may follow a quote at once"},
    {"X4QW", "a comment may follow the sign of a block at once"},
    {"Y79Y/03", "a tab may stand before an item in brackets"},
    {"YJV2", "a dash in brackets is a text"},
};

struct SuiteInput {
  std::string id;
  std::string yaml;
  bool is_error;
};

std::vector<SuiteInput> suite_inputs() {
  std::vector<SuiteInput> inputs;
  const auto all = render::Json::parse(test::source_text("tests/cases/yaml-suite/inputs.json"));
  for (const auto& input : all) {
    inputs.push_back({input["id"], input["yaml"], input.value("fail", false)});
  }
  return inputs;
}

/// The codes of the findings in the file, when it is the first task of a sound ledger.
std::set<std::string> codes_of(const std::string& yaml) {
  static const test::MemoryDisk sound = test::disk_with_ledger("linshui");
  const std::string path = "tasks/2024/001-x.yaml";
  test::MemoryDisk disk = sound;
  REQUIRE(disk.files.erase("tasks/2024/001-water-pipes.yaml") == 1);
  disk.files[path] = yaml;
  const model::Ledger ledger = load::load(disk, "tasks");
  std::set<std::string> codes;
  for (const source::Finding& finding : check::check(ledger)) {
    REQUIRE(finding.at.file < ledger.sources.size());
    const source::SourceFile& file = ledger.sources[finding.at.file];
    CHECK(finding.at.begin <= finding.at.end);
    CHECK(finding.at.end <= file.text.size());
    if (file.path == path) codes.emplace(finding.code);
  }
  return codes;
}

bool is_of_syntax(const std::string& code) { return code >= "E02" && code <= "E06"; }

}  // namespace

TEST_SUITE_BEGIN("yaml_suite");

TEST_CASE("the suite is all there") {
  const auto inputs = suite_inputs();
  CHECK(inputs.size() == 402);
  CHECK(std::count_if(inputs.begin(), inputs.end(), [](const auto& i) { return i.is_error; }) ==
        94);
}

TEST_CASE("every input gives a finding, and an error one of syntax") {
  std::string lenient;
  for (const SuiteInput& input : suite_inputs()) {
    CAPTURE(input.id);
    CAPTURE(input.yaml);
    const std::set<std::string> codes = codes_of(input.yaml);
    CHECK(!codes.empty());
    const bool of_syntax = std::any_of(codes.begin(), codes.end(), is_of_syntax);
    if (input.is_error && !of_syntax) lenient += input.id + " ";
  }
  std::string expected;
  for (const auto& [id, reason] : read_leniently) expected += id + " ";
  CHECK(lenient == expected);
}

TEST_SUITE_END();
