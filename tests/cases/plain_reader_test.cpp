// SPDX-License-Identifier: MIT
//
// The plain reader of YAML against yaml-cpp: on every file that there is it gives the same tree,
// places, remarks and faults, or it declines; and what it may not decline is counted.
#include <doctest/doctest.h>

#include <filesystem>

#include <nlohmann/json.hpp>

#include "example_ledgers.h"
#include "ledgers.h"
#include "render/json_text.h"
#include "run.h"
#include "trees_differ.h"
#include "yaml/parse.h"

namespace fs = std::filesystem;
using namespace taizhang;

TEST_SUITE_BEGIN("plain");

namespace {

/// How many texts there were, and how many of them were declined.
struct Count {
  int texts = 0;
  int declined = 0;
  std::string declined_without_fault = {};  ///< their names
};

void compare(const std::string& name, const std::string& text, Count& count) {
  CAPTURE(name);
  CAPTURE(text);
  const test::Readings readings = test::read_both(text);
  CHECK(readings.difference == "");
  ++count.texts;
  if (readings.is_plain) return;
  ++count.declined;
  if (!readings.is_faultless) return;
  count.declined_without_fault += name + "\n";
}

Count compare_all(const test::MemoryDisk& disk) {
  Count count;
  for (const auto& [path, text] : disk.files) {
    if (path.ends_with(".yaml") || path.ends_with(".yml")) compare(path, text, count);
  }
  return count;
}

/// What a command gives and writes, with that reader.
std::string outcome(const std::string& ledger, std::vector<std::string> arguments,
                    const char* reader) {
  const test::MemoryDisk disk = test::disk_with_ledger(ledger);
  arguments.insert(arguments.end(), {"--yaml", reader});
  const test::Outcome outcome = test::run(arguments, disk);
  CHECK(disk.written.empty());
  return std::to_string(outcome.exit) + outcome.out + outcome.err;
}

}  // namespace

TEST_CASE("the project's own ledger is plain, and read the same") {
  const Count count = compare_all(test::disk_with_ledger("qingzhou"));
  CHECK(count.texts >= 80);
  CHECK(count.declined == 0);
}

TEST_CASE("so are twelve example ledgers") {
  Count all;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Count count = compare_all(test::disk_with_example(test::with_seed(seed)));
    all.texts += count.texts;
    all.declined += count.declined;
  }
  CHECK(all.texts >= 12 * 60);
  CHECK(all.declined == 0);
}

TEST_CASE("every case is read the same, and declined only where its YAML has a fault") {
  Count count;
  for (const auto& entry : fs::recursive_directory_iterator(test::cases_folder())) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".yaml" && ending != ".yml") continue;
    if (!entry.is_regular_file()) continue;
    compare(entry.path().string(), test::read_file(entry.path().string()), count);
  }
  CHECK(count.texts >= 1000);
  CHECK(count.declined_without_fault == "");
  // Others have faults, so that both ways are gone.
  CHECK(count.declined >= 50);
}

TEST_CASE("the YAML test suite is read the same") {
  Count count;
  const auto all = render::Json::parse(test::source_text("tests/cases/yaml-suite/inputs.json"));
  for (const auto& input : all) {
    const std::string yaml = input["yaml"];
    compare(input["id"], yaml, count);
    // And line by line, for what is cut off in the middle.
    for (std::size_t at = 0; (at = yaml.find('\n', at)) != yaml.npos; ++at) {
      const test::Readings readings = test::read_both(yaml.substr(0, at));
      CAPTURE(yaml.substr(0, at));
      CHECK(readings.difference == "");
    }
  }
  CHECK(count.texts == 402);
  // It is there for what is rare, and some of it is plain all the same.
  CHECK(count.texts - count.declined >= 80);
}

TEST_CASE("what the essay of the reader names is read, or declined") {
  const auto is_plain = [](const char* text) {
    const test::Readings readings = test::read_both(text);
    CAPTURE(text);
    CHECK(readings.difference == "");
    return readings.is_plain;
  };
  for (const char* text : {
           "",
           "# 备注\n",
           "a: b\n",
           "a: b",
           "\"a\" : 'b''c'\n",
           "a: [b, {c: d}, \"e\"] # f\n",
           "a: [b,\n  c\n]\n",
           "a: |\n  b\n\n   c\n\nd: |-\n  e\nf: |+\n  g\n\n",
           "a: >\n  b\n  c\n\n  d\n",
           "a:\n- b\n- c: d\n  e: f\n-\n  - g\n",
           "a: b\n  c\n\n  d\ne: \"f\n  g\"\n",
           "a:\nb: ~\nc: null\n",
           "a: {b: 1,500, c: }\n",
           "a: b#c\nd: e #f\n",
           "a: \"\\u4e2d\\t\\e\"\n",
           "---\na: b\n...\n",
           "a: b\tc # \td\n",
           "a: b \nc: ２０\n",
       }) {
    CAPTURE(text);
    CHECK(is_plain(text));
  }
  for (const char* text : {
           "a: b\r\n",
           "a:\tb\n",
           "%YAML 1.2\n---\na: b\n",
           "a: b\n---\nc: d\n",
           "a: &x b\nc: *x\n",
           "a: !t b\n",
           "? a\n: b\n",
           "a: |2\n  b\n",
           "a: |\nb: c\n",
           "a: >\n  b\n    c\n",
           "a: >+\n  b\n",
           "a: \"b\n  \"\n",
           "a: \"b\\x41\"\n",
           "a: [b\n  c]\n",
           "a: [b, , c]\n",
           "a: [b: c]\n",
           "a: {b}\n",
           "a: [b,#c\n  d]\n",
           "a: b\na: c\n",
           "~: a\n",
           "a: b: c\n",
           "a: [b\n",
           "a: b\n c: d\n",
       }) {
    CAPTURE(text);
    CHECK(!is_plain(text));
  }
  // What a fuzzer has found: yaml-cpp's way has its own view of each.
  for (const char* text :
       {"~\t", "---", "---\n", "--- a\n", "# a\n...\n", "a\t:", "a: b\n...\n#"}) {
    CAPTURE(text);
    CHECK(test::read_both(text).difference == "");
  }
}

TEST_CASE("deep nesting and many values are declined where yaml-cpp's way stops") {
  const auto nested = [](int depth) {
    return "a: " + std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']') + "\n";
  };
  // The map around them is one level more.
  for (const int depth : {yaml::deepest_nesting - 1, yaml::deepest_nesting}) {
    const test::Readings readings = test::read_both(nested(depth));
    CHECK(readings.difference == "");
    CHECK(readings.is_plain == (depth < yaml::deepest_nesting));
  }
  // A map, a key and a list.
  for (const std::size_t items : {yaml::most_values - 3, yaml::most_values - 2}) {
    std::string text = "a:\n";
    for (std::size_t i = 0; i < items; ++i) text += "- b\n";
    const test::Readings readings = test::read_both(text);
    CHECK(readings.difference == "");
    CHECK(readings.is_plain == (items < yaml::most_values - 2));
  }
}

TEST_CASE("commands give the same bytes with either reader") {
  for (const char* ledger : {"qingzhou", "linshui"}) {
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"list", "--rows", "tasks", "--format", "json"},
                                               {"list", "--rows", "readings", "--format", "json"},
                                               {"list", "--rows", "progress", "--format", "json"},
                                               {"check", "--format", "json"},
                                               {"check", "--fix", "--diff"}}) {
      CAPTURE(ledger);
      CAPTURE(command.front());
      const std::string plain = outcome(ledger, command, "plain");
      CHECK(plain.size() > 1);
      CHECK(plain == outcome(ledger, command, "library"));
    }
  }
  CHECK(test::run({"check", "--yaml", "other"}, test::disk_with_ledger("linshui")).exit == 2);
}

TEST_SUITE_END();
