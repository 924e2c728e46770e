// SPDX-License-Identifier: MIT
//
// Each kind of thing has one table; these tests hold the tables against the files, the cases and
// the words, so that nothing is added by half.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "base/assets.h"
#include "base/text.h"
#include "check/rules.h"
#include "command/command.h"
#include "measure/light.h"
#include "measure/readings.h"
#include "measure/trace_rules.h"
#include "model/enums.h"
#include "query/dimensions.h"
#include "query/trend.h"
#include "render/findings.h"
#include "render/report_formats.h"
#include "render/template.h"
#include "run.h"

namespace fs = std::filesystem;
using namespace taizhang;

TEST_SUITE_BEGIN("completeness");

namespace {

std::set<std::string> commands_of_cases() {
  std::set<std::string> lines;
  for (const auto& entry : fs::recursive_directory_iterator(test::cases_folder())) {
    if (entry.path().filename() == "cmd") lines.insert(test::read_file(entry.path().string()));
  }
  return lines;
}

bool some_case_has(const std::set<std::string>& lines, const std::string& part) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(part) != line.npos; });
}

std::string all_sources() {
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(test::source_folder() + "/src")) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".cpp" || ending == ".h") text += test::read_file(entry.path().string());
  }
  return text;
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
    found.insert((*at)[1]);
  }
  return found;
}

/// The keys of the words that an enumeration needs: `status.closed` ….
template <class E>
void add_labels(std::set<std::string>& keys) {
  for (std::string_view name : model::names<E>()) {
    keys.insert(std::string(model::Names<E>::words) + "." + std::string(name));
  }
}

}  // namespace

TEST_CASE("commands come by name, speak both languages and have cases") {
  const auto lines = commands_of_cases();
  std::string_view last;
  for (const command::Command* command : command::commands()) {
    CAPTURE(std::string(command->name));
    CHECK(last < command->name);
    last = command->name;
    for (const base::Bilingual text : {command->summary, command->help}) {
      CHECK(!text.zh.empty());
      CHECK(!text.en.empty());
    }
    CHECK(command->help.en.find("Examples:") != std::string_view::npos);
    CHECK(some_case_has(lines, std::string(command->name) + " "));
    CHECK(some_case_has(lines, std::string(command->name) + " --help"));
  }
}

TEST_CASE("every example in a command's help is a command line that the program takes") {
  for (const command::Command* command : command::commands()) {
    for (std::string_view line : base::split(command->help.en, '\n')) {
      const std::size_t start = line.find("taizhang ");
      if (!line.starts_with("  taizhang")) continue;
      // The example ends where two blanks begin its remark.
      const std::string_view example = line.substr(start + 9, line.find("  ", start) - start - 9);
      CAPTURE(std::string(example));
      test::MemoryDisk disk;
      disk.mount(test::source_folder() + "/tasks", "tasks");
      disk.mount(test::source_folder() + "/tasks", "~/ledger/tasks");
      test::World world;
      world.today = "2024-12-31";
      CHECK(test::run(test::arguments_of(std::string(example)), disk, world).exit == 0);
    }
  }
}

TEST_CASE("rules come by code, one to a file, complete in both languages") {
  std::string_view last;
  std::set<std::string> files;
  for (const check::Rule* rule : check::rules()) {
    CAPTURE(std::string(rule->code));
    CHECK(last < rule->code);
    last = rule->code;
    CHECK(rule->code.substr(0, 1) == (rule->severity == source::Severity::error ? "E" : "W"));
    for (const base::Bilingual text : {rule->summary, rule->why}) {
      CHECK(!text.zh.empty());
      CHECK(!text.en.empty());
    }
    CHECK(!rule->bad.empty());
    CHECK(!rule->good.empty());
    std::string file(rule->name);
    std::replace(file.begin(), file.end(), '-', '_');
    CHECK(files.insert(file).second);
    CHECK(fs::exists(test::source_folder() + "/src/check/rules/" + file + ".cpp"));
  }
  const auto is_file = [](const auto& entry) { return entry.is_regular_file(); };
  const fs::directory_iterator folder(test::source_folder() + "/src/check/rules");
  CHECK(static_cast<std::size_t>(std::count_if(begin(folder), end(folder), is_file)) ==
        files.size());
}

TEST_CASE("every format has a case, every report a template in every format") {
  const auto lines = commands_of_cases();
  const std::string zh = test::run({"check", "--help"}, {}).out;
  const std::string en = test::run({"check", "--help", "--lang", "en"}, {}).out;
  for (const render::FindingFormat& format : render::finding_formats()) {
    CAPTURE(std::string(format.name));
    const std::string name(format.name);
    // `json` is the beginning of `json-lines`, so the name must end where it ends.
    const std::regex in_case("check --format " + name + "\\s");
    const std::regex in_help("[^a-z-]" + name + "[^a-z-]");
    const bool usual = format.name == "full";
    CHECK((usual || std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
             return std::regex_search(line, in_case);
           })));
    CHECK(std::regex_search(zh, in_help));
    CHECK(std::regex_search(en, in_help));
    CHECK(!format.about.zh.empty());
    CHECK(!format.about.en.empty());
  }
  for (const char* format : {"csv", "json", "markdown"}) {
    CHECK(some_case_has(lines, std::string("list --format ") + format));
  }
  for (const char* format : {"csv", "html", "json", "markdown"}) {
    CHECK(std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.starts_with("stats ") &&
             line.find(std::string("--format ") + format) != line.npos;
    }));
  }
  const render::Templates templates = render::embedded_templates();
  for (const render::ReportFormat& format : render::report_formats()) {
    CHECK(templates.contains("weekly." + std::string(format.name) + ".mustache"));
  }
}

TEST_CASE("every dimension and every step of stats has a case and a word in its help") {
  const auto lines = commands_of_cases();
  const auto in_help = [](std::string_view name) {
    const base::Bilingual help = command::stats_command.help;
    return help.zh.find(name) != help.zh.npos && help.en.find(name) != help.en.npos;
  };
  for (const query::Dimension& dimension : query::dimensions()) {
    CAPTURE(std::string(dimension.name));
    CHECK(some_case_has(lines, "stats --by " + std::string(dimension.name)));
    CHECK(in_help("  " + std::string(dimension.name) + " "));
    CHECK(!dimension.title.zh.empty());
    CHECK(!dimension.title.en.empty());
  }
  for (const query::Step& step : query::steps()) {
    CAPTURE(std::string(step.name));
    CHECK(some_case_has(lines, "stats --every " + std::string(step.name)));
  }
}

TEST_CASE("every word that is asked for exists, and every word that exists is asked for") {
  std::set<std::string> known;
  for (const base::WordRow& row : base::word_rows()) known.insert(std::string(row.key));

  // In the source a word is named in full; in a template as {{w.key}}. The words of an
  // enumeration are put together from its table.
  std::set<std::string> groups;
  for (const std::string& key : known) groups.insert(key.substr(0, key.find('.')));
  std::set<std::string> asked;
  const std::string sources = all_sources();
  for (const std::string& key : matches(sources, std::regex(R"re("([a-z_]+(?:\.[a-z_]+)+)")re"))) {
    // The rules of a trace are called alike and are no words.
    if (measure::rule_index(key) < measure::trace_rules.size()) continue;
    if (groups.contains(key.substr(0, key.find('.')))) asked.insert(key);
  }
  for (const auto& [name, text] : render::embedded_templates()) {
    for (const std::string& key : matches(text, std::regex(R"(\{\{w\.([a-z_.]+)\}\})"))) {
      asked.insert(key);
    }
  }
  add_labels<model::Kind>(asked);
  add_labels<model::Commitment>(asked);
  add_labels<model::Qualifier>(asked);
  add_labels<model::Direction>(asked);
  add_labels<model::TrajectoryType>(asked);
  add_labels<model::UnitType>(asked);
  add_labels<model::UnitStatus>(asked);
  add_labels<model::PlanLanguage>(asked);
  add_labels<model::LightRule>(asked);
  add_labels<model::RuleLevel>(asked);
  add_labels<model::ForecastMethod>(asked);
  add_labels<model::Light>(asked);
  add_labels<model::Class>(asked);
  add_labels<model::Frequency>(asked);
  add_labels<model::Status>(asked);
  add_labels<model::Grade>(asked);
  add_labels<model::IssueLevel>(asked);
  add_labels<model::IssueState>(asked);
  add_labels<model::InspectionMethod>(asked);
  add_labels<model::InspectionResult>(asked);
  add_labels<model::OrderLevel>(asked);
  add_labels<model::ForecastMethod>(asked);
  add_labels<measure::LightReason>(asked);
  add_labels<measure::ReadingFate>(asked);
  for (std::string_view name : model::names<model::Qualifier>()) {
    asked.insert("target." + std::string(name));
  }

  for (const std::string& key : asked) {
    CAPTURE(key);
    CHECK(known.contains(key));
  }
  for (const std::string& key : known) {
    CAPTURE(key);
    CHECK(asked.contains(key));
  }
}

TEST_SUITE_END();
