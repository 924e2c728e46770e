// SPDX-License-Identifier: MIT
//
// What is later than the clocks is not in the answer: a ledger answers as if it had been cut there.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>

#include "base/text.h"
#include "cut.h"
#include "example_ledgers.h"
#include "facts/catalogue.h"
#include "load/load.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("two_clocks");

namespace {

namespace two_clocks {

using std::chrono::days;

/// Every question whose answer speaks of the ledger and of the day.
std::vector<std::vector<std::string>> questions(const model::Ledger& ledger) {
  std::vector<std::vector<std::string>> all;
  std::set<std::string> dimensions;
  for (const facts::KindOfRow* kind : facts::kinds()) {
    all.push_back({"list", "--rows", std::string(kind->name), "--format", "json"});
    if (kind->kind == facts::Kind::events) all.back().insert(all.back().end(), {"--since", "-30d"});
    const bool counted = kind->kind == facts::Kind::tasks || kind->kind == facts::Kind::indicators;
    for (const facts::Field& field : kind->fields()) {
      if (counted && field.known && dimensions.insert(std::string(field.name)).second) {
        all.push_back({"stats", "--by", std::string(field.name), "--format", "csv"});
      }
    }
  }
  all.push_back({"report", "weekly", "--format", "md"});
  for (const model::TaskFile& task : ledger.plans.back().tasks) {
    all.push_back({"explain", ledger.plans.back().id + "/" + std::to_string(*task.item())});
  }
  return all;
}

struct Held {
  int answers = 0;
  int listed = 0;
  test::Cut cut;
};

constexpr std::string_view later_heading = "### 晚于所问日期\n";

/// Take the section of what is later out of what `show` says as Markdown; empty where it has none.
std::string cut_out_later(std::string& shown) {
  const std::size_t at = shown.find(later_heading);
  if (at == shown.npos) return {};
  // A table, then the blank line after it.
  const std::size_t table = shown.find("\n|", at);
  const std::size_t end = shown.find("\n\n", table) + 2;
  std::string section = shown.substr(at, end - at);
  shown.erase(at, end - at);
  return section;
}

/// The rows of that section.
std::vector<test::Gone> listed_in(const std::string& section) {
  std::vector<test::Gone> all;
  std::istringstream lines(section);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| 2")) continue;
    std::vector<std::string> cells;
    for (const std::string_view cell : base::split(line, '|')) {
      if (cell.size() > 2) cells.emplace_back(cell.substr(1, cell.size() - 2));
    }
    REQUIRE(cells.size() == 3);
    all.push_back({cells[0], cells[1], cells[2]});
  }
  return all;
}

/// What runs on two ledgers that ought to answer alike.
class Pair {
 public:
  Pair(const test::MemoryDisk& whole, base::Clocks clocks, Held& held)
      : whole_(whole), cut_(test::cut(whole, clocks, held.cut)), clocks_(clocks), held_(held) {}

  void answer_alike(const std::vector<std::string>& question) {
    CAPTURE(asked(question));
    const test::Outcome of_whole = run(question, whole_);
    const test::Outcome of_cut = run(question, cut_);
    CHECK(of_whole.out == of_cut.out);
    CHECK(of_whole.exit == of_cut.exit);
    ++held_.answers;
  }

  /// `show` says the same, and lists below it exactly what was cut.
  void show_alike(const std::string& task) {
    const std::vector<std::string> question{"show", task, "--format", "md", "--lang", "zh"};
    CAPTURE(asked(question));
    std::string of_whole = run(question, whole_).out;
    const std::string of_cut = run(question, cut_).out;
    const std::string section = cut_out_later(of_whole);
    CHECK(of_whole == of_cut);
    std::vector<test::Gone> listed = listed_in(section);
    std::vector<test::Gone> gone = held_.cut.of_task.at(task);
    std::sort(listed.begin(), listed.end());
    std::sort(gone.begin(), gone.end());
    const auto lines = [](const std::vector<test::Gone>& all) {
      std::string text;
      for (const test::Gone& one : all) text += one.date + " " + one.what + " " + one.name + "\n";
      return text;
    };
    CHECK(lines(listed) == lines(gone));
    held_.listed += static_cast<int>(listed.size());
    ++held_.answers;
  }

 private:
  static std::string asked(const std::vector<std::string>& question) {
    std::string all;
    for (const std::string& word : question) all += word + " ";
    return all;
  }

  test::Outcome run(std::vector<std::string> question, const test::MemoryDisk& disk) const {
    question.insert(question.end(), {"--as-of", base::iso(clocks_.as_of), "--known-by",
                                     base::iso(clocks_.known_by)});
    return test::run(question, disk);
  }

  const test::MemoryDisk& whole_;
  const test::MemoryDisk cut_;
  const base::Clocks clocks_;
  Held& held_;
};

/// Ask everything of the whole ledger and of the cut one on `turns` random days, as known on the
/// day, ten days later and at the last.
void hold(std::uint64_t seed, int tasks, int turns, Held& held) {
  example::Options options = test::with_seed(seed);
  options.tasks = tasks;
  const test::MemoryDisk whole = test::disk_with_example(options);
  const model::Ledger ledger = load::load(whole, "tasks");
  const model::PlanFolder& folder = ledger.plans.back();
  const model::Period& period = folder.plan.period;
  std::mt19937_64 random(seed);
  const auto length = static_cast<unsigned>((*period.end - *period.start).count());
  for (int turn = 0; turn < turns; ++turn) {
    const base::Date day = *period.start + days(20 + static_cast<int>(random() % (length + 60)));
    for (const days later : {days(0), days(10), days(400)}) {
      const base::Clocks clocks{day, day + later};
      CAPTURE(seed);
      CAPTURE(base::iso(clocks.as_of));
      CAPTURE(base::iso(clocks.known_by));
      Pair pair(whole, clocks, held);
      for (const std::vector<std::string>& question : questions(ledger)) {
        pair.answer_alike(question);
      }
      for (const model::TaskFile& task : folder.tasks) {
        pair.show_alike(folder.id + "/" + std::to_string(*task.item()));
      }
    }
  }
}

int number(const char* variable, int otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::atoi(text) : otherwise;
}

}  // namespace two_clocks

}  // namespace

TEST_CASE("a ledger answers as if it had been cut at the clocks") {
  const int seed = two_clocks::number("SEED", 1);
  const int ledgers = two_clocks::number("N", 1);
  const bool soak = std::getenv("N") != nullptr;
  two_clocks::Held held;
  for (int i = 0; i < ledgers; ++i) {
    two_clocks::hold(static_cast<std::uint64_t>(seed + i), soak ? 12 : 5, soak ? 20 : 1, held);
  }
  CHECK(held.answers > 50 * ledgers);
  const int clocks = ledgers * (soak ? 60 : 3);
  CHECK(held.cut.records > 5 * clocks);
  CHECK(held.cut.parts > clocks / 3);
  CHECK(held.listed > 5 * clocks);
}

TEST_SUITE_END();
