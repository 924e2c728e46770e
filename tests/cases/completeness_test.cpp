// SPDX-License-Identifier: MIT
//
// Each kind of thing has one table; these tests hold the tables against the files, the cases and
// the words, so that nothing is added by half.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <utility>

#include "base/text.h"
#include "check/rules.h"
#include "command/command.h"
#include "facts/catalogue.h"
#include "model/enums.h"
#include "render/findings.h"
#include "render/format.h"
#include "render/template.h"
#include "report/reports.h"
#include "run.h"
#include "words/assets.h"

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
      for (const char* name : {"weekly.md", "weekly.html"}) {
        const std::string format = std::string(name).substr(7) == "md" ? "markdown" : "html";
        disk.files[name] = test::run({"report", "weekly", "--format", format}, disk, world).out;
      }
      if (example.find("import forms/") != example.npos) {
        // The forms that it takes in.
        test::run({"form", "--period", "2023-09", "--format", "csv", "forms"}, disk, world);
        for (const auto& [path, text] : disk.written) disk.files[path] = text;
        disk.written.clear();
      }
      if (example.find("office.docx") != example.npos) {
        // The office's own file whose look ours takes.
        test::run({"report", "weekly", "-o", "office.docx"}, disk, world);
        disk.files["office.docx"] = std::exchange(disk.written["office.docx"], {});
      }
      CHECK(test::run(test::arguments_of(std::string(example)), disk, world).exit == 0);
    }
  }
}

TEST_CASE("rules come by code, each with a name of its own, complete in both languages") {
  std::string_view last;
  std::set<std::string_view> names;
  for (const check::Rule* rule : check::rules()) {
    CAPTURE(std::string(rule->code));
    CHECK(last < rule->code);
    last = rule->code;
    CHECK(std::regex_match(std::string(rule->code), std::regex("[EW][0-9]{2}")));
    CHECK(names.insert(rule->name).second);
    for (const base::Bilingual text : {rule->summary, rule->why}) {
      CHECK(!text.zh.empty());
      CHECK(!text.en.empty());
    }
    CHECK(!rule->bad.empty());
    CHECK(!rule->good.empty());
  }
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
  for (const render::Format& format : render::document_formats()) {
    CAPTURE(std::string(format.name));
    const bool usual = format.name == "text";
    CHECK((usual || some_case_has(lines, "list --format " + std::string(format.name))));
    CHECK((usual || std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
             return line.starts_with("stats ") &&
                    line.find("--format " + std::string(format.name)) != line.npos;
           })));
    CHECK(!format.about.zh.empty());
    CHECK(!format.about.en.empty());
  }
  for (const report::Report& report : report::reports()) {
    CHECK(some_case_has(lines, "report " + std::string(report.name)));
    CHECK(!report.about.zh.empty());
    CHECK(!report.about.en.empty());
  }
}

TEST_CASE("every kind of row has a case") {
  const auto lines = commands_of_cases();
  for (const facts::KindOfRow* kind : facts::kinds()) {
    CAPTURE(std::string(kind->name));
    const bool usual = kind->kind == facts::Kind::tasks;
    CHECK((usual || some_case_has(lines, "list --rows " + std::string(kind->name))));
  }
}

TEST_CASE("every step of stats has a case, and its help names the usual fields to count by") {
  const auto lines = commands_of_cases();
  const base::Bilingual help = command::stats_command.help;
  for (const char* name :
       {"section", "lead", "unit", "light", "class", "status", "kind", "commitment", "frequency"}) {
    CAPTURE(std::string(name));
    CHECK(some_case_has(lines, "stats --by " + std::string(name)));
    CHECK(help.zh.find("  " + std::string(name) + " ") != help.zh.npos);
    CHECK(help.en.find("  " + std::string(name) + " ") != help.en.npos);
  }
  for (const char* step : {"month", "week"}) {
    CHECK(some_case_has(lines, "stats --every " + std::string(step)));
  }
}

TEST_CASE("every word that a template asks for exists, and every word that exists is asked for") {
  std::set<std::string> in_templates;
  for (const words::Asset& asset : words::assets()) {
    in_templates.merge(matches(std::string(asset.text), std::regex(R"(\{\{w\.([a-z0-9_.]+)\}\})")));
  }
  // A handle that does not exist does not compile, so that only the other direction is left.
  const std::set<std::string> handles = matches(all_sources(), std::regex("keys::([a-z0-9_]+)"));
  for (const words::WordRow& row : words::word_rows()) {
    // Those with names are asked for by the name of a rule; the tests of explain see to them.
    if (row.named) continue;
    const std::string key(row.key);
    std::string handle = key;
    std::replace(handle.begin(), handle.end(), '.', '_');
    CAPTURE(key);
    CHECK((handles.contains(handle) || in_templates.contains(key)));
    in_templates.erase(key);
  }
  CHECK(in_templates == std::set<std::string>{});
}

/// The values of `E` have names and words that no other of its values has.
template <class E>
void check_words() {
  std::set<std::string_view> names, zh, en;
  for (const auto& [value, name, label, others] : model::Names<E>::table) {
    CAPTURE(std::string(name));
    CHECK(names.insert(name).second);
    CHECK(zh.insert(label.zh).second);
    CHECK(model::from_name<E>(label.zh) == value);
    for (std::string_view other : others) {
      if (other.empty()) continue;
      CHECK(zh.insert(other).second);
      CHECK(model::from_name<E>(other) == value);
    }
    CHECK(en.insert(label.en).second);
    CHECK_FALSE(label.zh.empty());
    CHECK_FALSE(label.en.empty());
    CHECK(model::from_name<E>(name) == value);
    CHECK(model::label(base::Language::zh, value) == label.zh);
  }
}

TEST_CASE("every value of an enumeration has a word of its own in both languages") {
  std::apply([]<class... E>(E...) { (check_words<E>(), ...); }, model::Enumerations());
}

TEST_SUITE_END();
