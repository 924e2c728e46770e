// SPDX-License-Identifier: MIT
//
// What must hold on any ledger, tried on synthetic ones of many seeds.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "example_ledgers.h"
#include "measured.h"
#include "run.h"

namespace measure_properties_test {

using namespace taizhang;
using measure::Clocks;
using measure::IndicatorFigures;
using measure::TaskFigures;
using model::TaskFile;
using test::day;

namespace {

constexpr std::uint64_t seeds = 12;

/// Days within and around the plan's year, the second mostly the later.
std::vector<Clocks> clock_pairs() {
  return {{day("2024-03-31"), day("2024-03-31")}, {day("2024-06-30"), day("2024-07-10")},
          {day("2024-09-15"), day("2024-09-10")}, {day("2024-12-10"), day("2024-12-10")},
          {day("2024-12-31"), day("2025-01-31")}, {day("2025-03-01"), day("2025-03-01")}};
}

/// The ledgers of the seeds 1, 2 …; made once.
const std::vector<model::Ledger>& ledgers() {
  static const std::vector<model::Ledger> all = [] {
    std::vector<model::Ledger> made;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
      made.push_back(test::example_ledger(test::with_seed(seed)));
    }
    return made;
  }();
  return all;
}

TaskFigures figures_of(const model::Plan& plan, const TaskFile& file, Clocks clocks) {
  return measure::measure_task(plan, nullptr, file, clocks);
}

/// Call `visit(plan, file)` for every task of the ledgers of many seeds.
template <class Visit>
void for_each_task(Visit visit) {
  std::uint64_t seed = 0;
  for (const model::Ledger& ledger : ledgers()) {
    CAPTURE(++seed);
    for (const model::PlanFolder& folder : ledger.plans) {
      for (const TaskFile& file : folder.tasks) {
        CAPTURE(*file.item());
        visit(folder.plan, file);
      }
    }
  }
}

std::string periods(const std::vector<measure::ReportPeriod>& list) {
  std::string result;
  for (const auto& period : list) result += base::iso(period.end) + " ";
  return result;
}

std::optional<base::Ratio> gap_of(const IndicatorFigures& is) {
  return is.gap ? std::optional(is.gap->value) : std::nullopt;
}

/// Every figure that the readings alone decide; `with_day` adds those that age with the day.
std::string digest(const IndicatorFigures& is, bool with_day = true) {
  std::string result =
      is.newest() ? is.newest()->value.text() + "@" + base::iso(is.newest()->date) : "none";
  for (const auto& value : {is.expected.exact, is.expected.used, is.completion, is.ratio,
                            gap_of(is), is.forecast.ratio, is.forecast.recent, is.forecast.last}) {
    result += " " + test::exact(value);
  }
  result += is.met ? " met" : "";
  if (!with_day) return result;
  return result + " " + test::story(is.light_story) + " " + std::string(model::name(is.standing)) +
         " late " + periods(is.reports.late) + "missing " + periods(is.reports.missing) +
         std::to_string(is.stale) + test::exact(is.forecast.value) +
         (is.overdue ? " overdue" : "") + (is.pending_final ? " pending" : "");
}

std::string digest(const TaskFigures& task) {
  std::string result =
      test::story(task.light_story) + " " + std::string(model::name(task.standing)) + " " +
      test::exact(task.completion.value) + " " + std::to_string(task.completion.known) + "/" +
      std::to_string(task.completion.all);
  for (const IndicatorFigures& indicator : task.indicators) result += "\n" + digest(indicator);
  return result;
}

/// What the object itself must not be changed for: a copy to change.
template <class Change>
TaskFile changed(const TaskFile& file, Change change) {
  TaskFile copy = file;
  for (model::Indicator& indicator : copy.task.indicators.items) change(indicator);
  return copy;
}

/// The constant that a mirror image is taken around.
const base::Decimal mirror = base::Decimal::whole(100'000);

base::Decimal mirrored(base::Decimal value) { return mirror - value; }

/// The same indicator with every value on the other side, where lower is as good as higher was.
void turn_over(model::Indicator& indicator) {
  using model::Direction;
  const bool down = indicator.direction && *indicator.direction == Direction::down;
  indicator.direction = test::given(down ? Direction::up : Direction::down);
  if (!indicator.target || !indicator.target->number) return;
  indicator.baseline.one = test::given(mirrored(indicator.baseline.one.value_or(base::Decimal())));
  indicator.target.value = model::Target{mirrored(*indicator.target->number)};
  for (auto& point : indicator.trajectory.points.items) point.value.value = mirrored(*point.value);
  for (auto& reading : indicator.readings.items) {
    if (reading.value && *reading.value) reading.value.value = mirrored(**reading.value);
  }
}

/// Whether a mirror image means the same: 左右 and shares of a target are of the number itself.
bool can_be_turned_over(const model::Task& task, const model::Indicator& indicator,
                        const IndicatorFigures& figures) {
  return task.changes.empty() && task.self_assessments.empty() && task.inspections.empty() &&
         figures.terms && indicator.target && indicator.target->number && !figures.ceiling &&
         *indicator.kind != model::Kind::rank && figures.terms->baseline &&
         !figures.terms->hold() && indicator.qualifier &&
         *indicator.qualifier != model::Qualifier::about &&
         *indicator.kind != model::Kind::growth && *indicator.kind != model::Kind::ratio;
}

}  // namespace

TEST_SUITE_BEGIN("properties");

TEST_CASE("A day later than all readings sees the newest state") {
  for_each_task([](const model::Plan& plan, const TaskFile& file) {
    if (!file.task.changes.empty()) return;  // they may still be to come
    const Clocks late{day("2026-01-01"), day("2026-01-01")};
    const Clocks later{day("2027-06-30"), day("2027-06-30")};
    const TaskFigures is = figures_of(plan, file, late);
    const TaskFigures then = figures_of(plan, file, later);
    for (std::size_t i = 0; i < is.indicators.size(); ++i) {
      CHECK(digest(is.indicators[i], false) == digest(then.indicators[i], false));
    }
    CHECK(is.completion.known <= then.completion.known);
  });
}

TEST_CASE("What is reported after the day of knowledge changes nothing") {
  int hidden = 0;
  for_each_task([&](const model::Plan& plan, const TaskFile& file) {
    for (const Clocks& clocks : clock_pairs()) {
      const TaskFile known = changed(file, [&](model::Indicator& indicator) {
        indicator.readings.items.change([&](std::vector<model::Reading>& all) {
          hidden += static_cast<int>(std::erase_if(all, [&](const model::Reading& reading) {
            return measure::reported_on(reading) > clocks.known_by || *reading.date > clocks.as_of;
          }));
        });
      });
      CHECK(digest(figures_of(plan, known, clocks)) == digest(figures_of(plan, file, clocks)));
    }
  });
  CHECK(hidden > 1000);
}

TEST_CASE("A correction is the same as having reported right") {
  int corrections = 0;
  for_each_task([&](const model::Plan& plan, const TaskFile& file) {
    // A figure that an inspection found false stays as verified, whatever the unit says later.
    const auto& inspections = file.task.inspections.items;
    if (std::any_of(inspections.begin(), inspections.end(), [](const model::Inspection& one) {
          return one.result && *one.result == model::InspectionResult::inconsistent;
        })) {
      return;
    }
    const Clocks clocks{day("2024-12-31"), day("2025-12-31")};
    const TaskFile right = changed(file, [&](model::Indicator& indicator) {
      auto& all = indicator.readings.items;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].extras->corrects) continue;
        const auto wrong = std::find_if(all.begin(), all.end(), [&](const model::Reading& other) {
          return *other.id == *all[i].extras->corrects;
        });
        REQUIRE(wrong != all.end());
        if (!all[i].value || !*all[i].value) continue;
        // The right value from the first: reported when the wrong one was.
        wrong->value = all[i].value;
        wrong->extras.change().final = all[i].extras->final;
        wrong->extras.change().values = all[i].extras->values;
        wrong->extras.change().benchmark = all[i].extras->benchmark;
        all[i].date.value = day("2026-12-31");  // out of sight
        ++corrections;
      }
    });
    CHECK(digest(figures_of(plan, right, clocks)) == digest(figures_of(plan, file, clocks)));
  });
  CHECK(corrections > 20);
}

TEST_CASE("The order of the readings in the file does not matter") {
  std::mt19937 random(7);
  for_each_task([&](const model::Plan& plan, const TaskFile& file) {
    const TaskFile shuffled = changed(file, [&](model::Indicator& indicator) {
      std::shuffle(indicator.readings.items.begin(), indicator.readings.items.end(), random);
    });
    for (const Clocks& clocks : clock_pairs()) {
      CHECK(digest(figures_of(plan, shuffled, clocks)) == digest(figures_of(plan, file, clocks)));
    }
  });
}

TEST_CASE("Lower is better is the mirror image of higher is better") {
  int turned = 0;
  for_each_task([&](const model::Plan& plan, const TaskFile& file) {
    for (const Clocks& clocks : clock_pairs()) {
      const TaskFigures is = figures_of(plan, file, clocks);
      const TaskFile over = changed(file, turn_over);
      const TaskFigures image = figures_of(plan, over, clocks);
      for (std::size_t i = 0; i < is.indicators.size(); ++i) {
        const IndicatorFigures& one = is.indicators[i];
        const IndicatorFigures& other = image.indicators[i];
        if (!can_be_turned_over(file.task, *one.indicator, one)) continue;
        ++turned;
        CHECK(test::exact(one.completion) == test::exact(other.completion));
        CHECK(test::exact(one.ratio) == test::exact(other.ratio));
        CHECK(test::exact(gap_of(one)) == test::exact(gap_of(other)));
        CHECK(one.met == other.met);
        CHECK(test::story(one.light_story) == test::story(other.light_story));
        CHECK(one.standing == other.standing);
        REQUIRE(one.forecast.value.has_value() == other.forecast.value.has_value());
        if (!one.forecast.value) continue;
        CHECK(test::exact(*one.forecast.value + *other.forecast.value) ==
              test::exact(base::to_ratio(mirror)));
      }
    }
  });
  CHECK(turned > 500);
}

TEST_CASE("What is not reported is nowhere zero") {
  int silent = 0;
  for_each_task([&](const model::Plan& plan, const TaskFile& file) {
    const TaskFile empty =
        changed(file, [](model::Indicator& indicator) { indicator.readings.items.cut(0); });
    for (const Clocks& clocks : clock_pairs()) {
      const TaskFigures task = figures_of(plan, empty, clocks);
      for (const IndicatorFigures& indicator : task.indicators) {
        ++silent;
        CHECK_FALSE(indicator.completion);
        CHECK_FALSE(indicator.ratio);
        CHECK_FALSE(indicator.forecast.value);
        // Silence is grey until it is old, and never good.
        CHECK(indicator.light() >= model::Light::grey);
      }
      // Without a known measure there is no completion, and the mean of the others is not moved.
      CHECK(task.completion.value.has_value() == (task.completion.known > 0));
    }
  });
  CHECK(silent > 1000);
}

TEST_CASE("A mean lies between its parts, and n never exceeds N") {
  for_each_task([](const model::Plan& plan, const TaskFile& file) {
    for (const Clocks& clocks : clock_pairs()) {
      const measure::Mean mean = figures_of(plan, file, clocks).completion;
      CHECK(mean.known <= mean.all);
      if (!mean.value) continue;
      CHECK(*mean.value >= 0);
      CHECK(*mean.value <= 1);
    }
  });
}

TEST_CASE("The parts of every table add up to its total") {
  using Json = nlohmann::json;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const test::MemoryDisk disk = test::disk_with_example(test::with_seed(seed));
    const auto stats = [&](const std::string& by) {
      const test::Outcome outcome =
          test::run(test::arguments_of("stats --as-of 2024-09-30 --format json --by " + by), disk);
      REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
      return Json::parse(outcome.out)["plans"][0]["tables"]["counts"];
    };
    const auto part = [](const Json& row, std::size_t i) {
      const std::string known = row["known"];
      const std::size_t slash = known.find('/');
      return std::stoi(i == 0 ? known.substr(0, slash) : known.substr(slash + 1));
    };
    CHECK(stats("section").back()["count"] > 40);
    for (const char* by :
         {"section", "status", "light", "class", "kind", "commitment", "frequency"}) {
      CAPTURE(by);
      const Json rows = stats(by);
      std::map<std::string, int> sums;
      for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        int of_classes = 0;
        for (const auto& standing : model::Names<model::Class>::table) {
          const std::string name(standing.name);
          if (!rows[i].contains(name)) continue;
          sums[name] += rows[i][name].get<int>();
          of_classes += rows[i][name].get<int>();
        }
        CHECK(of_classes == rows[i]["count"].get<int>());
        sums["count"] += rows[i]["count"].get<int>();
        sums["known"] += part(rows[i], 0);
        sums["all"] += part(rows[i], 1);
      }
      const Json& total = rows.back();
      for (const auto& [name, sum] : sums) {
        CAPTURE(name);
        const int whole = name == "known" ? part(total, 0)
                          : name == "all" ? part(total, 1)
                                          : total[name].get<int>();
        CHECK(sum == whole);
      }
    }
    // A joint task stands under each of its leads, and once in the total.
    const Json leads = stats("lead");
    int under_leads = 0;
    for (std::size_t i = 0; i + 1 < leads.size(); ++i) under_leads += leads[i]["count"].get<int>();
    CHECK(under_leads > leads.back()["count"].get<int>());
  }
}

TEST_SUITE_END();

}  // namespace measure_properties_test
