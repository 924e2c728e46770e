// SPDX-License-Identifier: MIT
//
// Where check runs by itself: the files at the top that code hosts and pre-commit read. A mistake
// in one of them would only show on their machines.
#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/text.h"
#include "ledgers.h"
#include "run.h"

namespace fs = std::filesystem;
using namespace taizhang;

namespace {

YAML::Node yaml_file(const std::string& path) { return YAML::Load(test::source_text(path)); }

/// Every text below `node` that stands under one of `keys`, in a list or by itself.
std::vector<std::string> texts_under(const YAML::Node& node, const std::set<std::string>& keys) {
  std::vector<std::string> found;
  const auto add = [&](const std::vector<std::string>& more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  if (node.IsSequence()) {
    for (const YAML::Node& part : node) add(texts_under(part, keys));
  }
  if (!node.IsMap()) return found;
  for (const auto& row : node) {
    const YAML::Node& value = row.second;
    if (!keys.contains(row.first.as<std::string>())) {
      add(texts_under(value, keys));
    } else if (value.IsScalar()) {
      found.push_back(value.as<std::string>());
    } else {
      for (const YAML::Node& part : value) found.push_back(part.as<std::string>());
    }
  }
  return found;
}

/// The arguments of every call of the program in the lines of `scripts`.
std::vector<std::string> calls(const std::vector<std::string>& scripts) {
  std::vector<std::string> found;
  const std::regex call(R"((?:^|/)taizhang ([^>|&;]*))");
  for (const std::string& script : scripts) {
    for (std::string_view line : base::split(script, '\n')) {
      std::match_results<std::string_view::const_iterator> match;
      if (std::regex_search(line.begin(), line.end(), match, call)) found.push_back(match[1]);
    }
  }
  return found;
}

std::vector<std::string> scripts_of(const std::string& path) {
  return texts_under(yaml_file(path), {"run", "script", "before_script", "entry"});
}

/// What a matcher makes of a line: owner's severity or that of the line, then the other groups.
std::string matched(const nlohmann::json& matcher, const std::string& line) {
  const nlohmann::json& pattern = matcher["pattern"][0];
  std::smatch match;
  if (!std::regex_search(line, match, std::regex(pattern["regexp"].get<std::string>()))) return {};
  std::string result = matcher.contains("severity") ? matcher["severity"].get<std::string>()
                                                    : match[pattern["severity"].get<int>()].str();
  for (const char* key : {"file", "line", "column", "code", "message"}) {
    result += "|" + match[pattern[key].get<int>()].str();
  }
  return result;
}

}  // namespace

TEST_SUITE_BEGIN("ci");

TEST_CASE("every command line of the workflows is one that the program takes") {
  for (const char* path :
       {".github/workflows/ledger.yml", ".gitlab-ci.yml", ".pre-commit-hooks.yaml"}) {
    CAPTURE(path);
    const std::vector<std::string> found = calls(scripts_of(path));
    const bool hook = std::string(path) == ".pre-commit-hooks.yaml";
    CHECK(found.size() >= (hook ? 1 : 3));
    for (const std::string& call : found) {
      CAPTURE(call);
      const test::MemoryDisk disk = test::disk_with_ledger("qingzhou");
      test::World world;
      world.today = "2023-12-31";
      const test::Outcome outcome = test::run(test::arguments_of(call), disk, world);
      CHECK(outcome.exit == 0);
      CHECK(outcome.err.empty());
    }
  }
}

TEST_CASE("a workflow takes what it needs from the makefile and from GitHub alone") {
  const YAML::Node workflow = yaml_file(".github/workflows/ledger.yml");
  const std::vector<std::string> actions = texts_under(workflow, {"uses"});
  CHECK(actions.size() >= 3);
  for (const std::string& action : actions) {
    CAPTURE(action);
    CHECK(std::regex_match(action, std::regex("actions/(checkout|upload-artifact)@v[0-9]+")));
  }
  const std::string makefile = test::source_text("Makefile");
  for (const char* path : {".github/workflows/ledger.yml", ".gitlab-ci.yml"}) {
    const std::vector<std::string> scripts = scripts_of(path);
    CHECK(std::find(scripts.begin(), scripts.end(), "make build") != scripts.end());
  }
  CHECK(makefile.find("\nbuild: ") != std::string::npos);
  CHECK(yaml_file(".gitlab-ci.yml")["check"]["artifacts"]["reports"].size() == 2);
}

TEST_CASE("the hook of pre-commit looks at the files of the ledger and at no others") {
  const YAML::Node hook = yaml_file(".pre-commit-hooks.yaml")[0];
  const std::regex files(hook["files"].as<std::string>());
  const fs::path top = test::source_folder();
  int ledger = 0;
  for (fs::recursive_directory_iterator at(top), end; at != end; ++at) {
    const std::string path = fs::relative(at->path(), top).generic_string();
    if (path == "build" || path == ".git" || path == ".cache") {
      at.disable_recursion_pending();
    } else if (at->is_regular_file()) {
      CAPTURE(path);
      const bool of_ledger = path.starts_with("tasks/");
      ledger += of_ledger;
      CHECK(std::regex_search(path, files) == of_ledger);
    }
  }
  CHECK(ledger == 87);
}

TEST_CASE("the problem matcher reads every finding out of what check prints for people") {
  const nlohmann::json matchers =
      nlohmann::json::parse(test::source_text(".github/taizhang-matcher.json"))["problemMatcher"];
  test::MemoryDisk disk = test::disk_with_ledger("../check/ten-faults/tasks");
  // A task without any measure is a warning.
  disk.files["tasks/2024/004-roads.yaml"] =
      "schema: 1\nitem: 4\nsection: 1\ntitle: 修路\nlead: [县水务局]\ndue: 2024-12-31\n"
      "status: in_progress\n";
  for (const std::string language : {"zh", "en"}) {
    std::vector<std::string> expected;
    const auto run = [&](const std::string& format) {
      return test::run({"check", "--lang", language, "--format", format}, disk).out;
    };
    bool warns = false;
    for (const nlohmann::json& row : nlohmann::json::parse(run("json"))) {
      const std::string severity = row["severity"];
      warns = warns || severity == "warning";
      expected.push_back(severity + "|" + row["path"].get<std::string>() + "|" +
                         row["line"].dump() + "|" + row["column"].dump() + "|" +
                         row["code"].get<std::string>() + "|" + row["message"].get<std::string>());
    }
    CHECK(warns);
    CHECK(expected.size() >= 11);
    for (const std::string format : {"concise", "full"}) {
      std::vector<std::string> found;
      const std::string text = run(format);
      for (std::string_view line : base::split(text, '\n')) {
        for (const nlohmann::json& matcher : matchers) {
          const std::string one = matched(matcher, std::string(line));
          if (!one.empty()) found.push_back(one);
        }
      }
      CAPTURE(format);
      CHECK(base::joined(found, "\n") == base::joined(expected, "\n"));
    }
  }
}

TEST_SUITE_END();
