// SPDX-License-Identifier: MIT
#include "check/walk.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "check/check.h"
#include "check/ignores.h"
#include "check/rules.h"
#include "ledgers.h"
#include "load/load.h"

namespace check_walk_test {

using namespace taizhang;

TEST_SUITE_BEGIN("check");

namespace {

/// What was shown to the rules that count, in order: the kind, the thing, and what it was shown
/// with. Rules hold nothing, so it stands here.
struct Visit {
  std::string kind;
  const void* thing;
  const void* shown;

  friend bool operator==(const Visit&, const Visit&) = default;
};
std::vector<Visit> first_visits;
std::vector<Visit> second_visits;
std::string order;

template <std::vector<Visit>& visits>
void note(const char* kind, const void* thing, const void* shown) {
  visits.push_back({kind, thing, shown});
  order += &visits == &first_visits ? '1' : '2';
}

/// A rule that looks at everything.
template <std::vector<Visit>& visits>
constexpr check::Rule counting() {
  using check::Collector;
  return {
      "E00 counting",
      {"数", "counts"},
      {"数", "counts"},
      "",
      "",
      [](const check::AtLedger& at, Collector&) { note<visits>("ledger", &at.ledger, &at); },
      [](const check::AtRegistry& at, Collector&) { note<visits>("registry", &at.file, &at); },
      [](const check::AtPlan& at, Collector&) { note<visits>("plan", &at.plan, &at); },
      [](const check::AtTask& at, Collector&) { note<visits>("task", &at.task, &at); },
      [](const check::AtIndicator& at, Collector&) {
        note<visits>("indicator", &at.indicator, &at.reported());
      },
      [](const check::AtReading& at, Collector&) { note<visits>("reading", &at.reading, &at); },
      [](const check::AtIssue& at, Collector&) { note<visits>("issue", &at.issue, &at); },
      [](const check::AtChange& at, Collector&) { note<visits>("change", &at.change, &at); },
      [](const check::OnDay& at, Collector&) { note<visits>("day", &at.in.task, &at.figures); },
      [](const check::AtFault<source::Blanks>& at, Collector&) {
        note<visits>("fault", &at.fault, &at.fault);
      },
      [](const check::Ignore& at, Collector&) { note<visits>("remark", &at, &at); },
  };
}
constexpr check::Rule first = counting<first_visits>();
constexpr check::Rule second = counting<second_visits>();

model::Ledger ledger_with_a_fault_and_a_remark() {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at("tasks/2024/002-kindergartens.yaml");
  text += "support: [发改局]  # taizhang: ignore[W01] 照文件原文\nnote: 一句话 \n";
  return load::load(disk, "tasks");
}

/// How many things of each kind the ledger has.
std::map<std::string, std::size_t> things_of(const model::Ledger& ledger) {
  std::map<std::string, std::size_t> count{{"ledger", 1},
                                           {"registry", ledger.registries.size()},
                                           {"plan", ledger.plans.size()},
                                           {"remark", ledger.remarks.size()}};
  for (const source::Fault& fault : ledger.faults) count["fault"] += fault.is<source::Blanks>();
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      ++count["task"];
      ++count["day"];
      count["indicator"] += file.task.indicators.size();
      for (const auto& one : file.task.indicators) count["reading"] += one.readings.size();
      count["issue"] += file.task.issues.size();
      count["change"] += file.task.changes.size();
    }
  }
  return count;
}

void walk_with(const model::Ledger& ledger, const std::vector<const check::Rule*>& rules) {
  first_visits.clear();
  second_visits.clear();
  order.clear();
  std::vector<source::Finding> findings;
  const base::Date day = base::parse_date("2024-10-31").date.value();
  check::walk(ledger, measure::Clocks{day, day}, rules, findings);
  const std::vector<check::Ignore> remarks = check::ignores(ledger);
  check::walk(remarks, rules, findings);
}

}  // namespace

TEST_CASE("The walk shows each thing once, however many rules there are") {
  const model::Ledger ledger = ledger_with_a_fault_and_a_remark();
  std::vector<const check::Rule*> all{&first};
  all.insert(all.end(), check::rules().begin(), check::rules().end());
  all.push_back(&second);
  walk_with(ledger, all);

  std::map<std::string, std::size_t> seen;
  std::set<std::pair<std::string, const void*>> things;
  for (const Visit& visit : first_visits) {
    ++seen[visit.kind];
    CHECK_MESSAGE(things.emplace(visit.kind, visit.thing).second, visit.kind << " twice");
  }
  CHECK(seen == things_of(ledger));
  for (const auto& [kind, count] : seen) CHECK_MESSAGE(count > 0, kind);

  // It is one walk: the last rule sees a thing before the first sees the next, and both are handed
  // the same, what was worked out for it included.
  CHECK(first_visits == second_visits);
  std::string turns;
  for (std::size_t i = 0; i < first_visits.size(); ++i) turns += "12";
  CHECK(order == turns);
}

TEST_CASE("What a rule does not ask for is not shown to it") {
  constexpr check::Rule plans{
      "E00 plans",
      {"数", "counts"},
      {"数", "counts"},
      "",
      "",
      [](const check::AtPlan& at, check::Collector&) { note<first_visits>("plan", &at.plan, &at); },
  };
  const model::Ledger ledger = ledger_with_a_fault_and_a_remark();
  walk_with(ledger, {&plans});
  CHECK(first_visits.size() == ledger.plans.size());
  CHECK(plans.severity() == source::Severity::error);
  CHECK_FALSE(plans.looks.on_day());
  CHECK(first.looks.on_day());
}

TEST_SUITE_END();

}  // namespace check_walk_test
