// SPDX-License-Identifier: MIT
//
// What a county office would object to if it were in a ledger (RULES.md §4, §7, §8), looked for in
// the ledgers of many seeds; and that each of the events occurs which such ledgers are to show.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "example/county.h"
#include "example_ledgers.h"
#include "measure/figures.h"
#include "measure/in_force.h"
#include "measure/readings.h"

namespace example_sense_test {

using namespace taizhang;
using base::Decimal;
using example::Options;

TEST_SUITE_BEGIN("example");

namespace {

constexpr std::uint64_t seeds = 8;

/// The ledgers of many seeds, two plans each.
const std::vector<model::Ledger>& ledgers() {
  static const std::vector<model::Ledger> all = [] {
    std::vector<model::Ledger> made;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
      Options options = test::with_seed(seed);
      options.plans = 2;
      made.push_back(test::example_ledger(options));
    }
    return made;
  }();
  return all;
}

/// Call `visit(plan, task)` for every task of them.
template <class Visit>
void for_each_task(Visit visit) {
  int seed = 0;
  for (const model::Ledger& ledger : ledgers()) {
    ++seed;
    for (const model::PlanFolder& folder : ledger.plans) {
      for (const model::TaskFile& file : folder.tasks) {
        CAPTURE(seed);
        CAPTURE(folder.id);
        CAPTURE(*file.task.item);
        visit(folder.plan, file.task);
      }
    }
  }
}

template <class Visit>
void for_each_indicator(Visit visit) {
  for_each_task([&](const model::Plan& plan, const model::Task& task) {
    for (const model::Indicator& indicator : task.indicators) {
      CAPTURE(*indicator.id);
      visit(plan, task, indicator);
    }
  });
}

/// The readings that count in the end, oldest first.
std::vector<measure::Effective> counting(const model::Plan& plan, const model::Indicator& i) {
  const base::Date after = *plan.period.end + std::chrono::days{45};
  return measure::effective_readings(i, {after, after});
}

Decimal size(Decimal value) { return value < Decimal() ? Decimal() - value : value; }

}  // namespace

TEST_CASE("A running total never falls, as it was reported and as it was corrected") {
  for_each_indicator([](const model::Plan& plan, const auto&, const model::Indicator& indicator) {
    if (*indicator.kind != model::Kind::cumulative) return;
    const auto readings = counting(plan, indicator);
    for (std::size_t i = 1; i < readings.size(); ++i) {
      CHECK(readings[i].value >= readings[i - 1].value);
    }
    for (const model::Reading& one : indicator.readings) {
      for (const model::Reading& other : indicator.readings) {
        if (!*one.value || !*other.value || one.extras->corrects || other.extras->corrects)
          continue;
        if (*one.date < *other.date) CHECK(**one.value <= **other.value);
      }
    }
  });
}

TEST_CASE(
    "Readings are reported after their date, within the settlement, in the order of the file") {
  for_each_indicator([](const model::Plan& plan, const auto&, const model::Indicator& indicator) {
    base::Date last = *plan.issued;
    for (const model::Reading& reading : indicator.readings) {
      CHECK(*reading.reported > *reading.date);
      CHECK(*reading.reported >= last);
      CHECK(*reading.reported <= *plan.period.end + std::chrono::days{45});
      last = *reading.reported;
    }
  });
}

TEST_CASE("A correction is of an earlier reading of its date, with a reason and an approval") {
  int corrections = 0;
  int withdrawals = 0;
  for_each_indicator([&](const auto&, const auto&, const model::Indicator& indicator) {
    std::map<std::string, const model::Reading*> earlier;
    for (const model::Reading& reading : indicator.readings) {
      if (reading.extras->corrects) {
        REQUIRE(earlier.contains(*reading.extras->corrects));
        CHECK(*earlier[*reading.extras->corrects]->date == *reading.date);
        CHECK(reading.extras->reason);
        CHECK(reading.extras->approved_by);
        ++corrections;
        withdrawals += reading.value && !*reading.value;
      } else {
        CHECK((!reading.value || *reading.value));
      }
      earlier[*reading.id] = &reading;
    }
  });
  CHECK(corrections > withdrawals);
  CHECK(withdrawals >= 8);
}

TEST_CASE("Two units that report the same date say the same") {
  int doubles = 0;
  for_each_indicator([&](const model::Plan& plan, const auto&, const model::Indicator& indicator) {
    const auto readings = counting(plan, indicator);
    for (std::size_t i = 1; i < readings.size(); ++i) {
      if (readings[i].date != readings[i - 1].date) continue;
      CHECK(readings[i].value == readings[i - 1].value);
      ++doubles;
    }
  });
  CHECK(doubles >= 8);
}

TEST_CASE("A jump has its reason") {
  for_each_indicator([](const model::Plan& plan, const model::Task& task,
                        const model::Indicator& indicator) {
    const Decimal target = *measure::target_in_force(task, indicator, *plan.period.end);
    const auto readings = counting(plan, indicator);
    for (std::size_t i = 1; i < readings.size(); ++i) {
      const Decimal before = readings[i - 1].value;
      const std::int64_t change = size(readings[i].value - before).micros();
      const bool jump = 10 * change > 3 * size(before).micros() && 10 * change > target.micros();
      if (jump) CHECK(readings[i].reading->extras->reason);
    }
  });
}

TEST_CASE("A trajectory goes one way and ends at the target, within the plan") {
  for_each_indicator([](const model::Plan& plan, const auto&, const model::Indicator& indicator) {
    const auto& points = indicator.trajectory.points;
    if (points.empty()) return;
    CHECK(points[points.size() - 1].value.value == indicator.target->number);
    CHECK(*points[points.size() - 1].date <= *plan.period.end);
    for (std::size_t i = 1; i < points.size(); ++i) {
      CHECK(*points[i].date > *points[i - 1].date);
      CHECK(*points[i].value >= *points[i - 1].value);
    }
  });
}

TEST_CASE("Parts weigh nothing, name their total and add up to it at every date") {
  int totals = 0;
  for_each_task([&](const model::Plan& plan, const model::Task& task) {
    for (std::size_t i = 0; i + 2 < task.indicators.size(); ++i) {
      const model::Indicator& total = task.indicators[i];
      const model::Indicator& one = task.indicators[i + 1];
      const model::Indicator& other = task.indicators[i + 2];
      if (!one.part_of) continue;
      if (one.part_of.value != total.id.value) continue;
      ++totals;
      CHECK(other.part_of.value == total.id.value);
      CHECK(*one.weight == Decimal());
      CHECK(*other.weight == Decimal());
      CHECK(*one.target->number + *other.target->number == *total.target->number);
      const auto sum = counting(plan, total);
      const auto first = counting(plan, one);
      const auto second = counting(plan, other);
      REQUIRE(first.size() == sum.size());
      REQUIRE(second.size() == sum.size());
      for (std::size_t k = 0; k < sum.size(); ++k) {
        CHECK(first[k].value + second[k].value == sum[k].value);
      }
    }
  });
  CHECK(totals == 2 * 2 * seeds);
}

TEST_CASE("What a share is made of gives the share, and parts of a reading add up to it") {
  int shares = 0;
  for_each_indicator([&](const auto&, const auto&, const model::Indicator& indicator) {
    for (const model::Reading& reading : indicator.readings) {
      if (reading.extras->parts.rows.empty() || !*reading.value) continue;
      REQUIRE(reading.extras->parts.rows.size() == 2);
      const Decimal one = *reading.extras->parts.rows[0].second;
      const Decimal other = *reading.extras->parts.rows[1].second;
      if (indicator.denominator) {
        ++shares;
        CHECK(*reading.extras->parts.rows[0].first == *indicator.numerator);
        CHECK(*reading.extras->parts.rows[1].first == *indicator.denominator);
        CHECK((**reading.value).micros() / 1'000'000 == 100 * one.micros() / other.micros());
      } else {
        CHECK(one + other == **reading.value);
      }
    }
  });
  CHECK(shares > 200);
}

TEST_CASE("A change starts from the value then in force and is approved after it was asked for") {
  std::set<std::string> fields;
  int chains = 0;
  for_each_task([&](const model::Plan& plan, const model::Task& task) {
    std::map<std::string, std::vector<std::string>> in_force;
    if (task.due->date) in_force["due"] = {base::iso(*task.due->date)};
    in_force["status"] = {std::string(model::name(*task.status))};
    for (const auto& lead : task.lead.items) in_force["lead"].push_back(lead->text);
    for (const model::Indicator& indicator : task.indicators) {
      const std::string path = "indicators." + *indicator.id + ".";
      if (indicator.target) {
        const auto& number = indicator.target->number;
        in_force[path + "target"] = {number ? number->text() : std::string("pending")};
      }
      for (const auto& [unit, target] : indicator.targets.rows) {
        in_force[path + "targets." + *unit] = {target->text()};
      }
      if (indicator.than.by) in_force[path + "than.by"] = {indicator.than.by->text()};
      if (indicator.due) in_force[path + "due"] = {base::iso(*indicator.due)};
    }
    for (const model::Change& change : task.changes) {
      REQUIRE(in_force.contains(*change.field));
      CHECK(change.from->texts == in_force[*change.field]);
      CHECK(change.from->texts != change.to->texts);
      CHECK(*change.requested > *plan.issued);
      if (!change.effective) continue;  // 待批
      in_force[*change.field] = change.to->texts;
      CHECK(change.approved_by);
      CHECK(*change.effective > *change.requested);
      // What a task comes to may be said once the year is over.
      if (*change.field != "status") CHECK(*change.effective <= *plan.period.end);
      fields.insert(change.field->substr(change.field->rfind('.') + 1));
    }
    chains += task.changes.size() == 2;
  });
  for (const char* field : {"due", "lead", "target", "status"}) CHECK(fields.contains(field));
  CHECK(chains >= 8);
}

TEST_CASE("An issue goes its way in order, and nobody closes his own") {
  using model::IssueState;
  const std::set<std::pair<IssueState, IssueState>> allowed{
      {IssueState::found, IssueState::assigned},
      {IssueState::assigned, IssueState::coordinating},
      {IssueState::assigned, IssueState::resolved},
      {IssueState::coordinating, IssueState::resolved},
      {IssueState::resolved, IssueState::closed},
      {IssueState::resolved, IssueState::assigned},
      {IssueState::closed, IssueState::found}};
  std::set<std::pair<IssueState, IssueState>> seen;
  std::set<IssueState> ends;
  for_each_task([&](const model::Plan& plan, const model::Task& task) {
    for (const model::Issue& issue : task.issues) {
      REQUIRE(!issue.log.empty());
      CHECK(*issue.log[0].state == IssueState::found);
      CHECK(*issue.log[0].date == *issue.found);
      CHECK(*issue.found >= *plan.issued);
      CHECK(issue.owner->text != issue.coordinator->text);
      for (std::size_t i = 0; i < issue.log.size(); ++i) {
        const model::IssueStep& step = issue.log[i];
        if (*step.state == IssueState::closed) {
          CHECK(step.by->text == plan.roles.closers.items[0]->text);
          CHECK(step.by->text != issue.owner->text);
        }
        if (i == 0) continue;
        const std::pair move(*issue.log[i - 1].state, *step.state);
        CHECK(allowed.contains(move));
        seen.insert(move);
        CHECK(*step.date > *issue.log[i - 1].date);
        CHECK(step.reopened.value_or(false) == (*step.state == IssueState::found));
      }
      ends.insert(*issue.log[issue.log.size() - 1].state);
    }
  });
  CHECK(seen == allowed);
  CHECK(ends.size() == 5);
}

TEST_CASE("A group takes part and never leads; nobody both leads and takes part") {
  for_each_task([](const auto&, const model::Task& task) {
    std::set<std::string> units;
    for (const auto& lead : task.lead.items) {
      CHECK(lead->text != example::all_towns);
      CHECK(units.insert(lead->text).second);
    }
    for (const auto& support : task.support.items) CHECK(units.insert(support->text).second);
  });
}

TEST_CASE("A unit reports under the name that it has on the day") {
  const Options options;
  const example::County county(options.period);
  std::set<std::string> names;
  for (const model::PlanFolder& folder : test::example_ledger(options).plans) {
    for (const model::TaskFile& file : folder.tasks) {
      for (const model::Indicator& indicator : file.task.indicators) {
        for (const model::Reading& reading : indicator.readings) {
          CHECK(county.name_on(reading.by->text, *reading.reported) == reading.by->text);
          names.insert(reading.by->text);
        }
      }
    }
  }
  CHECK(names.contains("县招商局"));
  CHECK(names.contains("县投资促进局"));
  CHECK(names.contains("县金融服务中心"));
}

TEST_CASE("What is closed is met and done in the end") {
  int closed = 0;
  for (const model::Ledger& ledger : ledgers()) {
    const base::Date after = *ledger.plans[0].plan.period.end + std::chrono::days{45};
    const measure::PlanFigures plan =
        measure::measure_plan(ledger.plans[0], ledger.registry_of(ledger.plans[0]), {after, after});
    for (const auto& task : plan.tasks) {
      if (task.status != model::Status::closed || task.grade || task.completion.all == 0) {
        continue;
      }
      CAPTURE(*task.task().item);
      CHECK(task.met);
      ++closed;
    }
  }
  CHECK(closed > 50);
}

TEST_CASE("Reports come in time, late, not at all, stop, and for the months before the plan") {
  int late = 0;
  int gaps = 0;
  int silent = 0;
  int stopped = 0;
  int backfilled = 0;
  for_each_indicator([&](const model::Plan& plan, const auto&, const model::Indicator& indicator) {
    silent += indicator.readings.empty();
    if (*indicator.frequency != model::Frequency::month || indicator.readings.empty()) return;
    std::set<base::Date> dates;
    for (const model::Reading& reading : indicator.readings) {
      dates.insert(*reading.date);
      const bool back = reading.extras->backfilled.value_or(false);
      backfilled += back;
      if (!back && !reading.extras->corrects)
        late += *reading.reported > *reading.date + std::chrono::days{6};
    }
    const auto months = [](base::Date day) { return std::chrono::ceil<std::chrono::months>(day); };
    const auto span = (months(*dates.rbegin()) - months(*dates.begin())).count() + 1;
    gaps += span > static_cast<long long>(dates.size());
    stopped += *dates.rbegin() < *plan.period.start + std::chrono::days{250};
  });
  for (const int times : {late, gaps, silent, stopped, backfilled}) CHECK(times >= 24);
}

TEST_SUITE_END();

}  // namespace example_sense_test
