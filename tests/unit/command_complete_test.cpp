// SPDX-License-Identifier: MIT
//
// What the shells are told, and what the help tells.
#include "command/complete/complete.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/date_span.h"
#include "base/text.h"
#include "command/topics.h"
#include "facts/catalogue.h"
#include "ledgers.h"
#include "load/entities.h"
#include "run.h"

namespace command_complete_test {

using namespace taizhang;

TEST_SUITE_BEGIN("command");

namespace {

/// What is offered at the end of `line`, by its texts.
std::vector<std::string> offered(const std::string& line,
                                 const test::MemoryDisk& disk = test::disk_with_ledger("linshui"),
                                 const std::vector<std::string>& more = {}) {
  test::World world;
  world.input = line + "\n";
  world.today = "2024-07-12";
  std::vector<std::string> arguments{"completion", "words"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const test::Outcome outcome = test::run(arguments, disk, world);
  CHECK(outcome.exit == 0);
  CHECK(outcome.err == "");
  std::vector<std::string> texts;
  for (const std::string_view row : base::split(outcome.out, '\n')) {
    if (!row.empty()) texts.emplace_back(row.substr(0, row.find('\t')));
  }
  return texts;
}

bool offers(const std::string& line, const std::string& text) {
  const auto texts = offered(line);
  return std::ranges::find(texts, text) != texts.end();
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A line is parted as a shell parts it") {
  const command::ShellLine line =
      command::parted_line("taizhang  list a\\ b 'c d'\"e\" \"x\\\"y\" 'lead:市 li");
  CHECK(line.words == Texts{"taizhang", "list", "a b", "c de", "x\"y"});
  CHECK(line.current == "lead:市 li");
  CHECK(line.quote == '\'');
  CHECK(command::parted_line("taizhang list ").current == "");
  CHECK(command::parted_line("taizhang list ").words.size() == 2);
  CHECK(command::parted_line("taizhang list ''").words.size() == 2);
}

TEST_CASE("Commands, options and the values of options are offered") {
  CHECK(offered("taizhang li") == Texts{"list"});
  CHECK(offered("taizhang ").size() == command::commands().size());
  CHECK(offered("taizhang list --col") == Texts{"--columns", "--color"});
  CHECK(offered("taizhang --lang en list --gr") == Texts{"--group"});
  CHECK(offered("taizhang list --format j") == Texts{"json", "json-lines"});
  CHECK(offered("taizhang list --format=x") == Texts{"--format=xlsx"});
  CHECK(offered("taizhang check --format sa") == Texts{"sarif"});
  CHECK(offered("taizhang export x --format sq") == Texts{"sqlite"});
  CHECK(offered("taizhang stats --rows ind") == Texts{"indicators"});
  CHECK(offered("taizhang schema u") == Texts{"units"});
  CHECK(offered("taizhang report w") == Texts{"weekly"});
  CHECK(offered("taizhang list --as-of 2024-07-1") == Texts{"2024-07-12"});
  CHECK(offered("taizhang list --columns item,titl") == Texts{"item,title"});
  CHECK(offered("taizhang list --sort item,-titl") == Texts{"item,-title"});
  CHECK(offered("taizhang completion z") == Texts{"zsh"});
  CHECK(offered("taizhang --color n") == Texts{"never"});
  CHECK(offered("taizhang help indicator.tar").front() == "indicator.target");
  CHECK(offered("taizhang help 指标.目").front() == "指标.目标");
  CHECK(offers("taizhang check --select W0", "W04"));
}

TEST_CASE("Fields of filters and their values come from the ledger at hand") {
  CHECK(offers("taizhang list ligh", "light:"));
  // The only field of that name gives its values at once.
  CHECK(offers("taizhang list commi", "commitment:binding") ==
        offers("taizhang list commitment:", "commitment:binding"));
  CHECK(offered("taizhang list light:ye") == Texts{"light:yellow"});
  CHECK(offered("taizhang list light:red,ye") == Texts{"light:red,yellow"});
  CHECK(offered("taizhang list light:黄") == Texts{"light:黄灯"});
  CHECK(offers("taizhang list le", "lead:"));
  CHECK(offers("taizhang list lead:", "lead:县水务局"));
  CHECK(offers("taizhang list 牵头:县水", "牵头:县水务局"));
  CHECK(offers("taizhang list 'item:1 lead:县水", "item:1 lead:县水务局"));
  CHECK(offers("taizhang list 'item:1 -lead:县水", "item:1 -lead:县水务局"));
  CHECK(offers("taizhang check --where lead:县水", "lead:县水务局"));
  CHECK(offers("taizhang list section:", "section:2"));
  CHECK(offers("taizhang list counted:", "counted:yes"));
  CHECK(offers("taizhang list 'due<=2024-0", "due<=2024-07"));
  CHECK(offers("taizhang list has:iss", "has:issues"));
  CHECK(offers("taizhang list --rows indicators rat", "ratio:"));
  CHECK(offered("taizhang list @mi") == Texts{"@miss"});
  CHECK(offers("taizhang list item:", "item:2"));
}

TEST_CASE("A name that is typed in full stays, and what stands behind a dot is offered") {
  CHECK(offered("taizhang list due") == Texts{"due:", "due_text:"});
  CHECK(offers("taizhang list indicators.", "indicators.light:"));
  CHECK(offers("taizhang list indicator.li", "indicator.light:red"));
  CHECK(offers("taizhang list indicators.light:r", "indicators.light:red"));
  CHECK(offers("taizhang list score.", "score.grade:"));
  CHECK(offers("taizhang list score.grade:", "score.grade:良"));
  CHECK(offers("taizhang list --rows indicators --columns forecast.", "forecast.will_meet"));
  CHECK(offers("taizhang list --rows indicators --columns item,forecast.v", "item,forecast.value"));
  CHECK(offered("taizhang sql --schema ta") == Texts{"tasks"});
  CHECK(offered("taizhang sql sel").empty());
}

TEST_CASE("Units, sections, plans, items and indicators are offered where they are asked for") {
  CHECK(offers("taizhang list --unit 县", "县水务局"));
  CHECK(offers("taizhang list --section ", "2"));
  CHECK(offers("taizhang list --plan ", "linshui-2024"));
  CHECK(offers("taizhang list --status 推", "推进中"));
  CHECK(offers("taizhang show ", "2"));
  CHECK(offers("taizhang explain W0", "W04"));
  const auto indicators = offered("taizhang explain 1/");
  CHECK(indicators.size() > 0);
  CHECK(std::ranges::all_of(indicators, [](const auto& one) { return one.starts_with("1/"); }));
}

TEST_CASE("Saved queries of settings are offered, and nothing is said of what is wrong") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["taizhang.yaml"] = "queries: {mine: light:red}\n";
  CHECK(offered("taizhang list @mi", disk) == Texts{"@miss", "@mine"});
  disk.files["taizhang.yaml"] = "queries: [";
  CHECK(offered("taizhang list lead:", disk) == offered("taizhang list lead:"));
  CHECK(offered("taizhang list light:", {}).empty());
  CHECK(offered("taizhang nothing ", {}).size() == command::commands().size());
  CHECK(offered("", {}).size() == command::commands().size());
}

TEST_CASE("bash gets what stands behind the last character at which it parts words") {
  const std::string breaks = " \t\n\"'@><=;|&(:";
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  CHECK(offered("taizhang list light:ye", disk, {breaks}) == Texts{"yellow"});
  CHECK(offered("taizhang list @mis", disk, {breaks}) == Texts{"@miss"});
  CHECK(offered("taizhang list 'item:1 light:ye", disk, {breaks}) == Texts{"item:1 light:yellow"});
  CHECK(offered("taizhang list --format=x", disk, {breaks}) == Texts{"xlsx"});
}

TEST_CASE(
    "Every option's value and every word of every command has a row in the table of sources") {
  int rows = 0;
  for (const command::Command* one : command::commands()) {
    command::DeclaredOptions own(base::Language::zh);
    one->set_up(own);
    for (const auto* table : {&own.options, &own.words}) {
      for (const command::DeclaredOptions::One& option : *table) {
        if (option.type.empty()) continue;
        ++rows;
        INFO(std::string(one->name), " ", option.type);
        CHECK(command::knows_values_of(one->name, option.type));
      }
    }
  }
  CHECK(rows > 50);
}

TEST_CASE("Every entity, key, kind and field has a page of the help in eighty columns") {
  std::size_t pages = 0;
  const auto page = [&](const std::string& name, base::Language language) {
    CAPTURE(name);
    const std::string text = command::topic_page(name, language);
    CHECK(text.size() > 20);
    for (const std::string_view line : base::split(text, '\n')) {
      INFO(std::string(line));
      CHECK(base::display_width(line) <= 80);
    }
    ++pages;
    return text;
  };
  for (const base::Language language : {base::Language::zh, base::Language::en}) {
    page("", language);
    for (const command::Topic& topic : command::topics()) {
      CHECK(page(std::string(topic.name), language) == page(std::string(topic.title.zh), language));
    }
    for (const load::EntityKeys* entity : load::entities()) {
      const std::string text = page(entity->name, language);
      for (const load::KeyAbout& about : entity->keys) {
        const std::string key(about.key->key);
        CHECK(text.find("  " + key + "（" + std::string(about.key->zh) + "）") != text.npos);
        CHECK(page(entity->name + "." + key, language) ==
              page(std::string(entity->title.zh) + "." + std::string(about.key->zh), language));
      }
    }
    for (const facts::KindOfRow* kind : facts::kinds()) {
      page(std::string(kind->name), language);
      for (const facts::Field* field : facts::own_fields(kind->kind)) {
        page(std::string(kind->name) + "." + field->name, language);
      }
    }
  }
  CHECK(pages > 1000);
}

TEST_CASE("Names of entities are unique, and those of commands are none of theirs") {
  std::set<std::string> names;
  for (const load::EntityKeys* entity : load::entities()) {
    CHECK(names.insert(entity->name).second);
    CHECK(names.insert(std::string(entity->title.zh)).second);
  }
  for (const command::Topic& topic : command::topics()) {
    CHECK(names.insert(std::string(topic.name)).second);
    CHECK(names.insert(std::string(topic.title.zh)).second);
    for (const std::string_view other : base::split(topic.also, ' ')) {
      CAPTURE(other);
      CHECK(names.insert(std::string(other)).second);
      CHECK(test::run({"help", std::string(other)}, {}).out ==
            test::run({"help", std::string(topic.name)}, {}).out);
    }
  }
  for (const command::Command* one : command::commands()) {
    CHECK(names.insert(std::string(one->name)).second);
    CHECK(test::run({"help", std::string(one->name)}, {}).out ==
          test::run({std::string(one->name), "--help"}, {}).out);
  }
}

TEST_CASE("A topic has other names in both languages, and a field needs no kind before it") {
  const auto page = [](const char* name) {
    const test::Outcome outcome = test::run({"help", name}, {});
    CHECK(outcome.exit == 0);
    return outcome.out;
  };
  const std::pair<const char*, const char*> same[] = {
      {"筛选", "filter"}, {"条件", "filter"}, {"日期", "dates"}, {"文件夹", "files"}};
  for (const auto& [name, topic] : same) {
    CAPTURE(name);
    CHECK(page(name) == page(topic));
  }
  const std::string dates = page("日期");
  for (const base::DayWord& day : base::day_words()) {
    CHECK(dates.find("  " + std::string(day.word.zh) + " ") != std::string::npos);
    CHECK(dates.find(" " + std::string(day.word.en) + "\n") != std::string::npos);
  }
  // Several kinds have it.
  CHECK(page("完成率").find("tasks.completion") != std::string::npos);
  CHECK(page("完成率").find("indicators.completion") != std::string::npos);
  CHECK(page("suggested_order") == page("tasks.suggested_order"));
}

TEST_CASE("Days are offered in the language that was begun") {
  CHECK(offered("taizhang list --as-of yes") == Texts{"yesterday"});
  CHECK(offered("taizhang list --as-of 上月") == Texts{"上月底"});
  CHECK(offers("taizhang list due:上周", "due:上周日"));
}

TEST_SUITE_END();

}  // namespace command_complete_test
