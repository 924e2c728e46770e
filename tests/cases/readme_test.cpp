// SPDX-License-Identifier: MIT
//
// README.md is executed: each line `$ taizhang …` in a console block is run on the project's own
// ledger and must give what stands below it; the tables between `<!-- generated: NAME -->` and
// `<!-- end -->` must be those that the program's own tables give. `ACCEPT=1 make test` rewrites
// both.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/text.h"
#include "check/rules.h"
#include "command/command.h"
#include "facts/catalogue.h"
#include "load/entities.h"
#include "model/enums.h"
#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"
#include "render/escape.h"
#include "render/findings.h"
#include "render/format.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("readme");

namespace {

std::string zh(base::Bilingual text) { return std::string(text.zh); }

std::string command_table() {
  std::string table = "| 命令 | 作用 |\n| --- | --- |\n";
  for (const command::Command* command : command::commands()) {
    table += "| `taizhang " + std::string(command->name) + "` | " + zh(command->summary) + " |\n";
  }
  return table;
}

std::string rule_table() {
  std::string table = "| 编号 | 级别 | 查什么 |\n| --- | --- | --- |\n";
  for (const check::Rule* rule : check::rules()) {
    table += "| " + std::string(rule->code) + " | " + zh(render::severity_word(rule->severity())) +
             " | " + render::escape_markdown(rule->summary.zh) + " |\n";
  }
  return table;
}

std::string format_table() {
  std::string table = "| `--format` | 给谁 |\n| --- | --- |\n";
  for (const render::FindingFormat& format : render::finding_formats()) {
    table += "| `" + std::string(format.name) + "` | " + zh(format.about) + " |\n";
  }
  return table;
}

std::string document_format_table() {
  std::string table = "| `--format` | 文件名结尾 | 给谁 |\n| --- | --- | --- |\n";
  for (const render::Format& format : render::document_formats()) {
    table += "| `" + std::string(format.name) + "` | ";
    for (const std::string_view ending : format.endings) {
      if (!ending.empty())
        table += (ending == format.endings[0] ? "." : "、.") + std::string(ending);
    }
    table += " | " + zh(format.about) + " |\n";
  }
  return table;
}

/// What holds without the key: a value as code, or words.
std::string otherwise(const model::Otherwise& otherwise) {
  if (otherwise.value.empty()) return zh(otherwise.rule);
  return "`" + std::string(otherwise.value) + "`";
}

template <class E>
std::string field_table() {
  std::string table = "| 键 | 含义 | 必填 | 默认 |\n| --- | --- | --- | --- |\n";
  const auto row = [&](const model::Key& field) {
    const bool required = field.need == model::Need::required;
    table += "| `" + std::string(field.key) + "` | " + zh(field.about) + " | " +
             (required ? "是" : "") + " | " + otherwise(field.otherwise) + " |\n";
  };
  model::Fields<E>::table.each(row);
  return table;
}

/// The rules of a plan, those in a group of rules by the name of the group.
std::string rules_table() {
  std::string table = "| 键 | 含义 | 默认 |\n| --- | --- | --- |\n";
  const auto add = [&](const std::string& key, const model::Key& field) {
    table += "| `" + key + "` | " + zh(field.about) + " | " + otherwise(field.otherwise) + " |\n";
  };
  const auto group = [&]<class T>(const model::Field<model::Rules, T>& field) {
    const std::string key(field.key);
    if constexpr (std::is_base_of_v<model::Entity, T>) {
      model::Fields<T>::table.each(
          [&](const model::Key& one) { add(key + "." + std::string(one.key), one); });
    } else {
      add(key, field);
    }
  };
  model::Fields<model::Rules>::table.each(group);
  return table;
}

/// Every entity that has no table of its own, with its keys.
std::string other_keys() {
  const std::set<std::string> own{"plan",    "unit",      "task", "indicator",
                                  "reading", "milestone", "issue"};
  std::string text;
  for (const load::EntityKeys* entity : load::entities()) {
    if (own.contains(entity->name)) continue;
    text += (text.empty() ? "" : "\n") + std::string("`") + entity->name + "` " +
            zh(entity->title) + "：\n\n| 键 | 中文 | 含义 | 写什么 | 必填 | 默认 |\n" +
            "| --- | --- | --- | --- | --- | --- |\n";
    for (const load::KeyAbout& about : entity->keys) {
      std::string value;
      for (const load::KnownWord& word : about.words) {
        value += (value.empty() ? "" : "、") + std::string(word.name) + " " + zh(word.label);
      }
      if (value.empty()) value = zh(about.value);
      const bool required = about.key->need == model::Need::required;
      text += "| `" + std::string(about.key->key) + "` | " + std::string(about.key->zh) + " | " +
              render::escape_markdown(about.key->about.zh) + " | " +
              render::escape_markdown(value + zh(load::form_word(about.form))) + " | " +
              (required ? "是" : "") + " | " + otherwise(about.key->otherwise) + " |\n";
    }
  }
  return text;
}

/// Every kind of row with its fields.
std::string fields_table() {
  std::string table = "| 行 | 字段 |\n| --- | --- |\n";
  for (const facts::KindOfRow* kind : facts::kinds()) {
    table += "| `" + std::string(kind->name) + "` " + zh(kind->title) + " | ";
    std::string fields;
    for (const facts::Field& field : kind->fields()) {
      if (field.name.starts_with("written.")) continue;
      fields += (fields.empty() ? "`" : "、`") + field.name + "` " +
                render::escape_markdown(field.title.zh);
    }
    table += fields + " |\n";
  }
  return table;
}

std::string generated(const std::string& name) {
  static const std::map<std::string, std::string (*)()> sections{
      {"commands", command_table},
      {"fields", fields_table},
      {"rules", rule_table},
      {"formats", format_table},
      {"document-formats", document_format_table},
      {"other-keys", other_keys},
      {"plan", field_table<model::Plan>},
      {"plan-rules", rules_table},
      {"unit", field_table<model::Unit>},
      {"task", field_table<model::Task>},
      {"indicator", field_table<model::Indicator>},
      {"reading", field_table<model::Reading>},
      {"milestone", field_table<model::Milestone>},
      {"issue", field_table<model::Issue>},
  };
  REQUIRE_MESSAGE(sections.contains(name), name);
  return "\n" + sections.at(name)() + "\n";
}

class Readme {
 public:
  std::string rewrite(const std::string& text) {
    std::string result;
    std::vector<std::string_view> lines = base::split(text, '\n');
    lines.pop_back();
    for (std::size_t i = 0; i < lines.size();) {
      result += std::string(lines[i]) + "\n";
      const std::string line(lines[i++]);
      if (line == "```console") {
        i = console(lines, i, result);
      } else if (line.starts_with("<!-- generated: ")) {
        result += generated(line.substr(16, line.find(" -->") - 16));
        while (lines[i] != "<!-- end -->") ++i;
      }
    }
    return result;
  }

  int examples = 0;

 private:
  /// Copy the commands of a console block and put what they print below each.
  std::size_t console(const std::vector<std::string_view>& lines, std::size_t i,
                      std::string& result) {
    test::MemoryDisk disk;
    disk.mount(test::source_folder() + "/tasks", "tasks");
    disk.mount(test::cases_folder() + "/readme", "草稿");
    test::World world;
    world.today = "2024-04-30";
    for (; lines[i] != "```"; ++i) {
      if (!lines[i].starts_with("$ taizhang ")) continue;
      ++examples;
      const test::Outcome outcome =
          test::run(test::arguments_of(std::string(lines[i].substr(11))), disk, world);
      result += std::string(lines[i]) + "\n" + outcome.out + outcome.err;
    }
    return i;
  }
};

}  // namespace

TEST_CASE("the examples and tables of the README are what the program gives") {
  const std::string text = test::source_text("README.md");
  Readme readme;
  const std::string now = readme.rewrite(text);
  CHECK(readme.examples >= 3);
  if (now == text) return;
  if (test::accepting()) {
    test::write_file(test::source_folder() + "/README.md", now);
  } else {
    INFO("README.md is stale; ACCEPT=1 make test rewrites it");
    CHECK(now == text);
  }
}

TEST_SUITE_END();
