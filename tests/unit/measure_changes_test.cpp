// SPDX-License-Identifier: MIT
#include "measure/changes.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "base/date.h"
#include "example_ledgers.h"
#include "facts/catalogue.h"
#include "facts/events.h"
#include "facts/values.h"
#include "facts/world.h"
#include "ledgers.h"
#include "load/load.h"
#include "pipeline.h"
#include "query/rows.h"
#include "values.h"

namespace measure_changes_test {

using namespace taizhang;
using base::Clocks;
using facts::Kind;
using facts::Row;
using test::day;

namespace {

Clocks on(const char* as_of, const char* known_by = nullptr) {
  return {day(as_of), day(known_by ? known_by : as_of)};
}

std::string told(const Row& row, std::string_view field) {
  return document::text(facts::value(row, field), base::Language::zh);
}

std::string said(const Row& event, std::string_view field) {
  return document::text(facts::find_field(Kind::events, field)->shown(event), base::Language::zh);
}

/// A ledger measured on the days that are asked for.
class Changing {
 public:
  explicit Changing(const test::MemoryDisk& disk)
      : ledger_(load::load(disk, "tasks")), measured_(ledger_, "") {}

  const facts::World& on(Clocks clocks) { return measured_.on(clocks); }
  std::vector<Row> events(Clocks from, Clocks to) {
    return facts::rows(measured_.on(to, from), Kind::events);
  }
  /// The events of a task, a line each: 新报数 新增充电桩 70 个 → 95 个.
  std::string lines(int item, Clocks from, Clocks to) {
    std::string lines;
    for (const Row& event : events(from, to)) {
      if (told(event, "item") != std::to_string(item)) continue;
      lines += said(event, "event") + " " + said(event, "subject") + " " + said(event, "before") +
               " → " + said(event, "after") + "\n";
    }
    return lines;
  }
  const model::Ledger& ledger() const { return ledger_; }

 private:
  model::Ledger ledger_;
  pipeline::Measured measured_;
};

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("Changes: a new reading, its correction and a withdrawal") {
  Changing ledger(test::disk_with_ledger("bianhua"));
  // 95 of 120 where 87 are due on August 31; 70 were 58.33 % of them, and too few for July.
  CHECK(ledger.lines(1, on("2023-09-03"), on("2023-09-04")) ==
        "灯 任务 黄灯（滞后） → 绿灯（达序时）\n"
        "完成率 任务 58.33% → 79.17%\n"
        "新报数 新增充电桩 70 个 → 95 个\n"
        "灯 新增充电桩 黄灯（滞后） → 绿灯（达序时）\n"
        "新报数 充电量 — → 20 万度\n");
  CHECK(ledger.lines(1, on("2023-09-07"), on("2023-09-08")) ==
        "完成率 任务 79.17% → 70.83%\n"
        "更正 新增充电桩 95 个 → 85 个\n");
}

TEST_CASE("Changes: what is known later of one day differs, and nothing where nobody moves") {
  Changing ledger(test::disk_with_ledger("bianhua"));
  CHECK(ledger.lines(1, on("2023-08-31", "2023-09-04"), on("2023-08-31", "2023-09-08")) ==
        "完成率 任务 79.17% → 70.83%\n"
        "更正 新增充电桩 95 个 → 85 个\n");
  CHECK(ledger.events(on("2023-09-08"), on("2023-09-08")).empty());
}

TEST_CASE("Changes: every kind of event happens in the ledger of the cases") {
  Changing ledger(test::disk_with_ledger("bianhua"));
  std::set<std::string> seen;
  for (base::Date day = test::day("2023-08-30"); day < test::day("2023-12-31");
       day += std::chrono::days(1)) {
    const base::Date next = day + std::chrono::days(1);
    for (const Row& event : ledger.events({day, day}, {next, next})) {
      seen.insert(query::plain(facts::value(event, "event")));
    }
  }
  for (const auto& named : model::Names<measure::EventKind>::table) {
    CHECK_MESSAGE(seen.contains(std::string(named.name)), named.name);
  }
}

TEST_SUITE_END();

// -- on any ledger ------------------------------------------------------------------------------

namespace {

/// A field of a row that a list shows, and the events of its row that say why it is another.
struct Explained {
  Kind kind;
  const char* field;
  std::set<std::string> by;
};

const std::vector<Explained>& explained() {
  static const std::set<std::string> readings{"reading", "reading_corrected", "reading_withdrawn",
                                              "reading_restored", "reading_dropped"};
  const auto with = [](std::set<std::string> more) {
    more.insert(readings.begin(), readings.end());
    return more;
  };
  static const std::vector<Explained> all{
      // What is suspended or cancelled has no light.
      {Kind::tasks, "light", {"light", "light_by_hand", "status"}},
      {Kind::tasks, "class", {"light", "class", "status"}},
      {Kind::tasks, "completion", {"completion"}},
      {Kind::tasks, "due", {"due"}},
      {Kind::tasks, "status", {"status"}},
      {Kind::tasks, "lead", {"lead"}},
      {Kind::tasks, "support", {"support"}},
      {Kind::tasks, "leader", {"leader"}},
      {Kind::tasks, "light_by_hand", {"light_by_hand"}},
      {Kind::indicators, "light", {"light"}},
      {Kind::indicators, "class", {"light", "class"}},
      {Kind::indicators, "target", {"target"}},
      {Kind::indicators, "than", {"target"}},
      {Kind::indicators, "due", {"due"}},
      {Kind::indicators, "reporter", {"reporter"}},
      {Kind::indicators, "value", with({"value"})},
      {Kind::indicators, "completion", with({"value", "completion", "target"})},
      {Kind::milestones, "light", {"light"}},
      {Kind::milestones, "due", {"due"}},
      {Kind::milestones, "done", {"milestone_done"}},
  };
  return all;
}

/// The names of the events by the row that they speak of; a reading speaks of its indicator.
using Told = std::map<std::string, std::set<std::string>>;

void add(Told& told_of, const std::vector<Row>& events) {
  for (const Row& event : events) {
    Row subject = facts::event_subject(event);
    if (subject.kind == Kind::readings) subject = facts::ancestor(subject, Kind::indicators);
    told_of[facts::address(subject)].insert(query::plain(facts::value(event, "event")));
  }
}

bool says(const Told& told_of, const std::string& address, const std::set<std::string>& names) {
  const auto found = told_of.find(address);
  if (found == told_of.end()) return false;
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return found->second.contains(name); });
}

/// How many events of a name there are.
std::map<std::string, int> counts(const std::vector<Row>& events) {
  std::map<std::string, int> all;
  for (const Row& event : events) ++all[query::plain(facts::value(event, "event"))];
  return all;
}

/// Records that come one by one and never go, with their event.
constexpr std::pair<Kind, const char*> records[] = {
    {Kind::issues, "issue_opened"}, {Kind::inspections, "inspection"}, {Kind::orders, "order"},
    {Kind::progress, "progress"},   {Kind::assessments, "assessment"},
};

struct Held {
  int differences = 0, silent = 0, records = 0;
};

/// Every difference between the lists of two days is told by `told_of`; of what it does not speak
/// nothing differs.
void hold(Changing& ledger, Clocks a, Clocks c, const Told& told_of, Held& held) {
  for (const Kind kind : {Kind::tasks, Kind::indicators, Kind::milestones}) {
    const std::vector<Row> before = facts::rows(ledger.on(a), kind);
    const std::vector<Row> after = facts::rows(ledger.on(c), kind);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
      const std::string address = facts::address(after[i]);
      held.silent += !told_of.contains(address);
      for (const Explained& one : explained()) {
        if (one.kind != kind || told(before[i], one.field) == told(after[i], one.field)) continue;
        ++held.differences;
        // A task that is not counted any more has its parts in no class and without a light, and a
        // changed status says so.
        const Row task = facts::ancestor(after[i], Kind::tasks);
        const bool by_status =
            kind != Kind::tasks &&
            (one.field == std::string("light") || one.field == std::string("class")) &&
            says(told_of, facts::address(task), {"status"});
        // Who reports may follow from who leads.
        const bool by_lead =
            one.field == std::string("reporter") && says(told_of, facts::address(task), {"lead"});
        CHECK_MESSAGE((by_status || by_lead || says(told_of, address, one.by)), address, " ",
                      one.field, ": ", told(before[i], one.field), " → ",
                      told(after[i], one.field));
      }
    }
  }
}

}  // namespace

TEST_SUITE_BEGIN("properties");

TEST_CASE("Changes: what differs is told, and two stretches tell what the whole of them does") {
  Held held;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    example::Options options = test::with_seed(seed);
    options.tasks = 20;
    Changing ledger(test::disk_with_example(options));
    std::mt19937_64 random(seed);
    for (int turn = 0; turn < 3; ++turn) {
      const auto days = [&](unsigned most) {
        return std::chrono::days(static_cast<int>(random() % most));
      };
      // Three days with what was known on them, or one day as known on three.
      const base::Date first = test::day("2024-02-01") + days(250);
      const base::Date second = first + days(60);
      const base::Date third = second + days(60);
      const bool known = turn == 2;
      const Clocks a{known ? third : first, first};
      const Clocks b{known ? third : second, second};
      const Clocks c{third, third};
      CAPTURE(base::iso(a.as_of));
      CAPTURE(base::iso(b.as_of));
      CAPTURE(base::iso(c.as_of));
      const std::vector<Row> whole = ledger.events(a, c);
      const std::vector<Row> early = ledger.events(a, b);
      const std::vector<Row> late = ledger.events(b, c);
      Told told_of;
      add(told_of, whole);
      hold(ledger, a, c, told_of, held);
      Told of_both;
      add(of_both, early);
      add(of_both, late);
      hold(ledger, a, c, of_both, held);
      auto in_all = counts(whole);
      auto in_early = counts(early);
      auto in_late = counts(late);
      for (const auto& [kind, name] : records) {
        const auto rows = [&](Clocks clocks) {
          return static_cast<int>(facts::rows(ledger.on(clocks), kind).size());
        };
        CHECK(in_all[name] == rows(c) - rows(a));
        CHECK(in_all[name] == in_early[name] + in_late[name]);
        held.records += in_all[name];
      }
    }
  }
  CHECK(held.differences > 2000);
  CHECK(held.silent > 500);
  CHECK(held.records > 200);
}

TEST_SUITE_END();

}  // namespace measure_changes_test
