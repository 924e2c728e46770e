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

/// Every text that is a value in `node`, at any depth.
std::vector<std::string> texts(const YAML::Node& node) {
  if (node.IsScalar()) return {node.as<std::string>()};
  std::vector<std::string> found;
  for (const auto& row : node) {
    const std::vector<std::string> more = texts(node.IsMap() ? row.second : row);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

/// What the first group of `pattern` matches in the lines of `text`.
std::set<std::string> found_in(const std::string& text, const std::string& pattern) {
  std::set<std::string> found;
  const std::regex wanted(pattern);
  for (std::string_view line : base::split(text, '\n')) {
    std::match_results<std::string_view::const_iterator> match;
    if (std::regex_search(line.begin(), line.end(), match, wanted)) found.insert(match[1]);
  }
  return found;
}

/// What a matcher makes of a line: owner's severity or that of the line, then the other groups.
std::string matched(const nlohmann::json& matcher, const std::string& line) {
  const nlohmann::json& pattern = matcher["pattern"][0];
  std::smatch match;
  if (!std::regex_search(line, match, std::regex(pattern["regexp"].get<std::string>()))) return {};
  std::string result = matcher.contains("severity")
                           ? matcher["severity"].get<std::string>()
                           : match[pattern["severity"].get<std::size_t>()].str();
  for (const char* key : {"file", "line", "column", "code", "message"}) {
    result += "|" + match[pattern[key].get<std::size_t>()].str();
  }
  return result;
}

}  // namespace

TEST_SUITE_BEGIN("ci");

TEST_CASE("workflows call targets of the makefile and actions of GitHub or of this project") {
  const std::string makefile = test::source_text("Makefile");
  for (const char* path : {".github/workflows/ledger.yml", ".github/workflows/release.yml",
                           ".github/actions/taizhang/action.yml", ".gitlab-ci.yml"}) {
    CAPTURE(path);
    for (const std::string& text : texts(yaml_file(path))) {
      for (const std::string& target : found_in(text, "^make ([a-z-]+)$")) {
        CAPTURE(target);
        CHECK(makefile.find("\n" + target + ": ") != std::string::npos);
      }
    }
    for (const std::string& action : found_in(test::source_text(path), "uses: (.*)$")) {
      CAPTURE(action);
      CHECK((action == "./.github/actions/taizhang" ||
             std::regex_match(action,
                              std::regex("actions/(checkout|(up|down)load-artifact)@v[0-9]+"))));
    }
  }
}

TEST_CASE("make help lists every target") {
  const std::string makefile = test::source_text("Makefile");
  const std::set<std::string> targets = found_in(makefile, R"(^\.PHONY: (.*)$)");
  CHECK(targets.size() >= 20);
  CHECK(found_in(makefile, R"(^([a-z-]+):[^#]*## )") == targets);
  CHECK(found_in(makefile, R"(^([a-z-]+):)") == targets);
}

TEST_CASE("the hook that a ledger takes over is the one that the repository offers") {
  const YAML::Node offered = yaml_file(".pre-commit-hooks.yaml")[0];
  const YAML::Node taken = yaml_file(".pre-commit-config.yaml")["repos"][0]["hooks"][0];
  CHECK(texts(offered) == texts(taken));
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
