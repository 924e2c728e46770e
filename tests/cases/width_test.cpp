// SPDX-License-Identifier: MIT
//
// At 80 columns no line is longer, whatever is asked; what goes into a pipe is not cut.
#include <doctest/doctest.h>

#include "base/text.h"
#include "command/command.h"
#include "example_ledgers.h"
#include "facts/catalogue.h"
#include "ledgers.h"
#include "run.h"

using namespace taizhang;

namespace width_test {

namespace {

constexpr int columns = 80;

struct Ledger {
  test::MemoryDisk disk;
  std::string as_of;
  std::string since;
};

example::Options example_of(std::uint64_t seed, int plans) {
  example::Options options = test::with_seed(seed);
  options.tasks = 24;
  options.plans = plans;
  return options;
}

std::vector<Ledger> ledgers() {
  return {{test::disk_with_ledger("qingzhou"), "2023-12-31", "2023-06-30"},
          {test::disk_with_example(example_of(1, 1)), "2024-10-08", "2024-09-08"},
          {test::disk_with_example(example_of(2, 2)), "2025-10-08", "2025-09-08"}};
}

/// Everything that answers in a table or a text about a ledger.
std::vector<std::string> questions(const Ledger& ledger) {
  std::vector<std::string> all;
  for (const facts::KindOfRow* kind : facts::kinds()) {
    all.push_back("list --rows " + std::string(kind->name) + " --since " + ledger.since);
  }
  for (const char* query : {"behind", "late", "miss", "over", "owed", "pending", "unmeasured"}) {
    all.push_back("list @" + std::string(query));
  }
  for (const char* more :
       {"list --group section", "list --columns item,title,summary,lead,support,due,light,class",
        "list --columns address,plan_title,section_title,title,lead,support,units,leader,status",
        "stats", "stats --by lead", "stats --by light", "stats --by section --by light",
        "stats --by lead --by section", "stats --by section --by lead",
        "stats --by class --by unit", "stats --rows indicators --by kind --by commitment",
        "stats --rows issues --by level", "stats --every month", "stats --every month --by light",
        "stats --every month --by section", "explain 市工信局", "explain E24"}) {
    all.emplace_back(more);
  }
  const std::string plan = ledger.disk.files.contains("tasks/2025/plan.yaml") ? "2025/" : "";
  for (const char* item : {"1", "6", "14"}) {
    all.push_back("show " + plan + item);
    all.push_back("explain " + plan + item);
  }
  all.push_back("diff " + ledger.since + " " + ledger.as_of);
  return all;
}

/// What needs no ledger.
std::vector<std::string> pages() {
  std::vector<std::string> all{"--help", "queries", "fields"};
  for (const command::Command* command : command::commands()) {
    all.push_back(std::string(command->name) + " --help");
  }
  return all;
}

test::World terminal() {
  return {.environment = {{"TERM", "dumb"}}, .terminal = true, .width = columns};
}

/// How many lines the answer has, each of them measured.
int measured(const std::string& question, const char* language, const Ledger& ledger) {
  const test::Outcome outcome =
      test::run(test::arguments_of(question + " --lang " + language + " --as-of " + ledger.as_of),
                ledger.disk, terminal());
  CAPTURE(question);
  CAPTURE(language);
  CAPTURE(outcome.err);
  // Not every ledger has every unit.
  CHECK((outcome.exit == 0 || question.starts_with("explain 市")));
  int lines = 0;
  for (const std::string_view line : base::split(outcome.out, '\n')) {
    CAPTURE(std::string(line));
    CHECK(base::display_width(line) <= columns);
    ++lines;
  }
  return lines;
}

}  // namespace

TEST_SUITE_BEGIN("width");

TEST_CASE("at 80 columns no line of any answer is longer") {
  int lines = 0;
  for (const Ledger& ledger : ledgers()) {
    for (const char* language : {"zh", "en"}) {
      for (const std::string& question : questions(ledger)) {
        lines += measured(question, language, ledger);
      }
    }
  }
  CHECK(lines > 10'000);
}

TEST_CASE("at 80 columns no line of a page of help is longer") {
  int lines = 0;
  for (const char* language : {"zh", "en"}) {
    for (const std::string& page : pages()) {
      lines += measured(page, language, {test::MemoryDisk(), "2023-12-31", ""});
    }
  }
  CHECK(lines > 1'500);
}

TEST_CASE("at 80 columns a title keeps ten 汉字, and a light stands with its class") {
  const test::MemoryDisk disk = test::disk_with_ledger("qingzhou");
  const auto titles = test::run(
      test::arguments_of("list --columns title --format json-lines --as-of 2023-12-31"), disk);
  for (const char* language : {"zh", "en"}) {
    const std::string shown =
        test::run({"list", "--as-of", "2023-12-31", "--lang", language}, disk, terminal()).out;
    const std::string heads = shown.substr(0, shown.find('\n'));
    CHECK(heads.find(*language == 'z' ? "灯 进度" : "Light") != heads.npos);
    int kept = 0;
    for (const std::string_view line : base::split(base::trimmed(titles.out), '\n')) {
      const std::string_view quoted = line.substr(
          line.find(": \"") == line.npos ? line.find(":\"") + 2 : line.find(": \"") + 3);
      std::string_view title = quoted.substr(0, quoted.find('"'));
      std::size_t size = 0;
      for (int i = 0; i < 10 && size < title.size(); ++i) size += base::character_size(title, size);
      kept += shown.find(title.substr(0, size)) != shown.npos;
    }
    CHECK(kept == 85);
  }
}

TEST_CASE("no line of the help of a command is longer than the terminal") {
  std::size_t lines = 0;
  const auto look_at = [&](const std::string& line) {
    for (const char* language : {"zh", "en"}) {
      CAPTURE(line);
      const test::Outcome outcome =
          test::run(test::arguments_of(line + " --lang " + language), test::MemoryDisk());
      for (const std::string_view one : base::split(outcome.out, '\n')) {
        INFO(std::string(one));
        CHECK(base::display_width(one) <= columns);
        ++lines;
      }
    }
  };
  look_at("--help");
  look_at("help");
  for (const command::Command* command : command::commands()) {
    look_at(std::string(command->name) + " --help");
  }
  // Of more than twenty commands, each with at least ten lines.
  CHECK(lines > 2 * 200);
}

TEST_CASE("nothing is cut or broken on its way into a pipe") {
  const test::MemoryDisk disk = test::disk_with_ledger("qingzhou");
  for (const char* question : {"list", "stats --by section --by lead", "list --rows units"}) {
    test::World pipe;
    pipe.width = 0;
    const test::Outcome piped =
        test::run(test::arguments_of(std::string(question) + " --as-of 2023-12-31"), disk, pipe);
    CHECK(piped.out.find("…") == piped.out.npos);
    int widest = 0;
    for (const std::string_view line : base::split(piped.out, '\n')) {
      widest = std::max(widest, base::display_width(line));
    }
    CHECK(widest > columns);
  }
}

TEST_SUITE_END();

}  // namespace width_test
