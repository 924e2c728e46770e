// SPDX-License-Identifier: MIT
//
// Whatever a file lacks, the program answers. Every sound file of the tests stands for itself once
// without each of its lines, once with each of its keys misspelt, and once without any one and any
// two keys of each entity; what is found then stands at a place that exists, and every command ends
// as its manual says. The suite takes each key of each kind of entity once and a slice of the rest;
// `make soak` takes them all (SLICE=1).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>

#include "around.h"
#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"
#include "render/findings.h"
#include "run.h"
#include "yaml/parse.h"

namespace fs = std::filesystem;
using namespace taizhang;

TEST_SUITE_BEGIN("rules");

namespace {

using Cut = std::pair<std::size_t, std::size_t>;  ///< from, to

/// The bytes to take out so that a map lacks its pair `i`: up to the next key, or from the end of
/// the pair before it.
Cut cut_of(const yaml::Node& map, std::size_t i) {
  const auto& pairs = map.pairs;
  if (i + 1 < pairs.size()) return {pairs[i].key.at.begin, pairs[i + 1].key.at.begin};
  const std::size_t end = std::max(pairs[i].key.end, pairs[i].value.end);
  if (i == 0) return {pairs[i].key.at.begin, end};
  return {std::max(pairs[i - 1].key.end, pairs[i - 1].value.end), end};
}

std::string without(const std::string& text, const std::vector<Cut>& cuts) {
  std::string result;
  std::size_t from = 0;
  for (const Cut& cut : cuts) {
    if (cut.first > from) result += text.substr(from, cut.first - from);
    from = std::max(from, cut.second);
  }
  return result + text.substr(from);
}

/// Takes a text that lacks something. `kind` names what it lacks wherever that stands
/// (`indicators.readings.value`); empty where it is one of many.
using Visit = std::function<void(const std::string& kind, std::string text)>;

void lacking_keys(const std::string& text, const yaml::Node& node, const std::string& entity,
                  const Visit& visit) {
  for (std::size_t i = 0; i < node.pairs.size(); ++i) {
    const yaml::Pair& pair = node.pairs[i];
    const std::string kind = entity + "." + std::string(pair.key.text);
    visit(kind, without(text, {cut_of(node, i)}));
    visit(kind + " misspelt", std::string(text).insert(pair.key.at.begin + 1, "q"));
    for (std::size_t j = i + 1; j < node.pairs.size(); ++j) {
      visit("", without(text, {cut_of(node, i), cut_of(node, j)}));
    }
    lacking_keys(text, pair.value, kind, visit);
  }
  for (const yaml::Node& item : node.items) lacking_keys(text, item, entity, visit);
}

void lacking_lines(const std::string& text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    visit("", without(text, {{at, end}}));
    at = end;
  }
}

constexpr const char* day = "2024-10-08";

void expect_findings_in_their_places(const test::MemoryDisk& disk) {
  const base::Date date = base::parse_date(day).date.value();
  const model::Ledger ledger = load::load(disk, "tasks");
  const auto findings = check::check(ledger, measure::Clocks{date, date});
  for (const source::Finding& finding : findings) {
    REQUIRE(finding.at.file < ledger.sources.size());
    REQUIRE(finding.at.end <= ledger.sources[finding.at.file].text.size());
    REQUIRE(finding.fingerprint.size() == 16);
  }
  const render::FindingsView view{findings, ledger, base::Language::en, render::Style(false), ""};
  REQUIRE(render::findings_full(view).empty() == findings.empty());
}

/// A command and the highest exit code that it may end with: 1 where it judges, 2 where there may
/// be nothing left to show.
struct Command {
  const char* line;
  int highest;
};

constexpr Command commands[] = {
    {"check", 1},
    {"check --fix", 1},
    {"list", 2},
    {"list --rows indicators", 2},
    {"stats", 2},
    {"show 1", 2},
    {"show 2", 2},
    {"report weekly", 2},
    {"check --format json", 1},
    {"explain 1", 2},
    {"stats --by lead", 2},
    {"list --format json", 2},
};

void expect_an_exit(const Command& command, const test::MemoryDisk& disk) {
  const std::string line = std::string(command.line) + " --as-of " + day;
  CAPTURE(line);
  const test::Outcome outcome = test::run(test::arguments_of(line), disk);
  CAPTURE(outcome.err);
  REQUIRE(outcome.exit >= 0);
  REQUIRE(outcome.exit <= command.highest);
}

/// Goes through the sound files and counts what was tried.
class Lacking {
 public:
  explicit Lacking(std::size_t slice) : slice_(slice) {}

  std::size_t tried = 0;
  std::size_t kinds() const { return met_.size(); }

  void look_at(test::MemoryDisk disk, const std::string& path) {
    CAPTURE(path);
    const std::string text = disk.files.at(path);
    const yaml::Document document = yaml::parse(text, 0);
    REQUIRE(document.whole);
    const Visit visit = [&](const std::string& kind, std::string lacking) {
      const bool first = !kind.empty() && met_.insert(kind).second;
      if (!first && ++others_ % slice_ != 0) return;
      std::string& file = disk.files.at(path);
      file = std::move(lacking);
      INFO(file);
      expect_findings_in_their_places(disk);
      if (tried++ % 16 == 0) expect_an_exit(commands[tried / 16 % std::size(commands)], disk);
    };
    lacking_keys(text, document.root, "", visit);
    lacking_lines(text, visit);
  }

 private:
  std::size_t slice_;
  std::size_t others_ = 0;
  std::set<std::string> met_;
};

void look_at_ledger(const std::string& name, Lacking& lacking) {
  CAPTURE(name);
  const test::MemoryDisk disk = test::disk_with_ledger(name);
  for (const auto& [path, text] : disk.files) lacking.look_at(test::around(path, disk), path);
}

/// The files that the rules have as their good cases, in the sound ledger.
void look_at_good_cases(Lacking& lacking) {
  std::set<std::string> known;
  std::vector<fs::path> cases;
  for (const auto& rule : fs::directory_iterator(test::cases_folder() + "/rules")) {
    for (const auto& one : fs::directory_iterator(rule)) {
      if (one.path().filename().string().starts_with("good")) cases.push_back(one.path());
    }
  }
  std::sort(cases.begin(), cases.end());
  const test::MemoryDisk sound = test::disk_with_ledger("linshui");
  for (const fs::path& folder : cases) {
    CAPTURE(folder.string());
    test::MemoryDisk files;
    if (fs::exists(folder / "tasks")) files.mount((folder / "tasks").string(), "tasks");
    test::MemoryDisk disk = sound;
    for (const auto& [path, text] : files.files) disk.files[path] = text;
    for (const auto& [path, text] : files.files) {
      // A draft in a hidden folder need not be readable.
      const bool sound_file = yaml::parse(text, 0).whole;
      if (sound_file && known.insert(text).second) lacking.look_at(test::around(path, disk), path);
    }
  }
}

}  // namespace

TEST_CASE("the program answers whatever lines and keys its files lack") {
  const char* given = std::getenv("SLICE");
  const std::size_t slice = given ? std::strtoull(given, nullptr, 10) : 500;
  Lacking lacking(slice);
  for (const char* name : {"linshui", "shili", "anquan/tasks", "jindu/tasks", "kaohe/tasks",
                           "minsheng/tasks", "first-edition/chengxi"}) {
    look_at_ledger(name, lacking);
  }
  look_at_good_cases(lacking);
  if (slice == 1) look_at_ledger("qingzhou", lacking);
  MESSAGE(lacking.tried << " files, " << lacking.kinds() << " kinds");
  CHECK(lacking.kinds() > 300);
  CHECK(lacking.tried > lacking.kinds() + 100);
}

TEST_SUITE_END();
