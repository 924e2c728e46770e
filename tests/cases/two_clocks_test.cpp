// SPDX-License-Identifier: MIT
//
// What is later than the clocks is not in the answer: a ledger answers as if it had been cut there.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <set>

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
  test::Cut cut;
};

/// Ask everything of the whole ledger and of the cut one on `turns` random clocks.
void hold(std::uint64_t seed, int turns, Held& held) {
  example::Options options = test::with_seed(seed);
  options.tasks = 12;
  const test::MemoryDisk whole = test::disk_with_example(options);
  const model::Ledger ledger = load::load(whole, "tasks");
  const model::Plan& plan = ledger.plans.back().plan;
  std::mt19937_64 random(seed);
  const auto length = static_cast<unsigned>((*plan.period.end - *plan.period.start).count());
  for (int turn = 0; turn < turns; ++turn) {
    const base::Date day =
        *plan.period.start + days(20 + static_cast<int>(random() % (length + 60)));
    const days later[] = {days(0), days(10), days(400)};
    const base::Clocks clocks{day, day + later[turn % 3]};
    const test::MemoryDisk cut = test::cut(whole, clocks, held.cut);
    for (std::vector<std::string> question : questions(ledger)) {
      CAPTURE(seed);
      CAPTURE(base::iso(clocks.as_of));
      CAPTURE(base::iso(clocks.known_by));
      std::string asked;
      for (const std::string& word : question) asked += word + " ";
      CAPTURE(asked);
      question.insert(question.end(), {"--as-of", base::iso(clocks.as_of), "--known-by",
                                       base::iso(clocks.known_by)});
      const test::Outcome of_whole = test::run(question, whole);
      const test::Outcome of_cut = test::run(question, cut);
      CHECK(of_whole.out == of_cut.out);
      CHECK(of_whole.exit == of_cut.exit);
      ++held.answers;
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
  two_clocks::Held held;
  for (int i = 0; i < ledgers; ++i) {
    two_clocks::hold(static_cast<std::uint64_t>(seed + i), ledgers > 1 ? 20 : 3, held);
  }
  CHECK(held.answers > 50 * ledgers);
  CHECK(held.cut.records > 30 * ledgers);
  CHECK(held.cut.parts > 5 * ledgers);
}

TEST_SUITE_END();
