// SPDX-License-Identifier: MIT
#include "check/walk.h"

#include <algorithm>

#include "check/ignores.h"
#include "measure/terms.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

/// The rules that look at each kind of thing, in their order.
class Audience {
 public:
  Audience(std::span<const Rule* const> rules, std::vector<source::Finding>& findings) {
    for (const Rule* rule : rules) {
      const Collector found(*rule, findings);
      std::apply([&](auto&... one) { (join(one, rule->looks, found), ...); }, seats_);
      for (std::size_t kind = 0; kind < at_fault_.size(); ++kind) {
        if (const auto look = rule->looks.at_fault(kind)) at_fault_[kind].push_back({look, found});
      }
    }
  }

  template <class At>
  bool has() const {
    return !std::get<Seats<At>>(seats_).empty();
  }

  template <class At>
  void show(const At& at) const {
    for (const auto& seat : std::get<Seats<At>>(seats_)) seat.show(at);
  }

  void show(const AtAnyFault& at) const {
    for (const auto& seat : at_fault_[at.fault.what.index()]) seat.show(at);
  }

 private:
  template <class At>
  struct Seat {
    Look<At> look;
    Collector found;

    void show(const At& at) const {
      Collector collector = found;
      look(at, collector);
    }
  };
  template <class At>
  using Seats = std::vector<Seat<At>>;

  template <class At>
  static void join(Seats<At>& seats, const Looks& looks, const Collector& found) {
    if (const auto look = looks.at<At>()) seats.push_back({look, found});
  }

  std::tuple<Seats<AtLedger>, Seats<AtRegistry>, Seats<AtPlan>, Seats<AtTask>, Seats<AtIndicator>,
             Seats<AtReading>, Seats<AtIssue>, Seats<AtChange>, Seats<OnDay>, Seats<AtOwed>,
             Seats<Ignore>>
      seats_;
  std::array<Seats<AtAnyFault>, std::variant_size_v<source::FaultKinds>> at_fault_;
};

bool owes(const OnDay& day, const measure::IndicatorFigures& figures) {
  if (!figures.counts() || !figures.terms) return false;
  // What is owed from when on is said by the plan.
  const AtPlan& plan = day.in;
  if (!plan.ledger.is_whole(plan.folder.file) || plan.meant({"issued", "period", "rules"}) ||
      plan.AtLedger::meant(plan.plan.rules, {"reporting_from"}))
    return false;
  const int days = day.plan.limits.deadlines.settlement;
  if (base::days_between(figures.terms->due, day.clocks.as_of) > days) return false;
  const model::Indicator& indicator = *figures.indicator;
  const auto& readings = indicator.readings;
  // Of a unit whose name is misspelt nobody knows who it is.
  const auto are_known = [&](const auto& table) {
    return !day.in.registry || std::ranges::all_of(table.rows, [&](const auto& row) {
      return row.first && day.in.unit(*row.first);
    });
  };
  // Of an entry that is empty or of a day to come, which another rule tells, it is not known
  // whether it is the one that is owed.
  const base::Date today = std::max(day.clocks.as_of, day.clocks.known_by);
  const auto is_told = [&](const model::Reading& reading) {
    const bool is_empty = reading.value && !*reading.value && !reading.extras->corrects.written() &&
                          !measure::has_zero_denominator(indicator, reading);
    return is_empty || *reading.date > today || (reading.reported && *reading.reported > today);
  };
  return !day.in.meant(indicator, {"readings", "frequency"}) && are_known(indicator.targets) &&
         std::all_of(readings.begin(), readings.end(), [&](const auto& reading) {
           const auto& values = reading.extras->values.rows;
           const bool by_unit =
               std::ranges::any_of(values, [](const auto& row) { return row.first && row.second; });
           return reading.date && !is_outside(plan.plan.period, *reading.date) &&
                  (reading.value || by_unit) && are_known(reading.extras->values) &&
                  bool(reading.reported) == reading.reported.written() && !is_told(reading);
         });
}

void walk_day(const OnDay& day, const Audience& audience) {
  audience.show(day);
  if (!day.figures.open() || !day.in.whole) return;
  for (const measure::IndicatorFigures& figures : day.figures.indicators) {
    if (!owes(day, figures)) continue;
    audience.show(AtOwed{day, day.in.of(*figures.indicator), figures});
  }
}

void walk_task(const AtTask& task, const Audience& audience) {
  audience.show(task);
  for (const AtIndicator& indicator : task.indicators()) {
    audience.show(indicator);
    for (const model::Reading& reading : indicator.indicator.readings) {
      audience.show(AtReading{indicator, reading});
    }
  }
  for (const model::Issue& issue : task.task.issues) audience.show(AtIssue{task, issue});
  if (!audience.has<AtChange>()) return;
  for (const model::Change& change : task.task.changes) {
    const auto field = task.fields().find(change.field.value_or(""));
    audience.show(AtChange{task, change, field == task.fields().end() ? nullptr : &field->second});
  }
}

void walk_plan(const AtPlan& plan, std::optional<measure::Clocks> clocks,
               const Audience& audience) {
  audience.show(plan);
  std::optional<measure::PlanFigures> figures;
  if (clocks && (audience.has<OnDay>() || audience.has<AtOwed>())) {
    figures = measure::measure_plan(plan.folder, plan.registry, *clocks);
  }
  for (std::size_t i = 0; i < plan.folder.tasks.size(); ++i) {
    const AtTask task(plan, plan.folder.tasks[i]);
    walk_task(task, audience);
    if (figures) walk_day({task, *clocks, *figures, figures->tasks[i]}, audience);
  }
}

}  // namespace

const model::Unit* AtPlan::unit(std::string_view name) const {
  if (!registry) return nullptr;
  const model::Unit* found = registry->find(name);
  return found ? found : registry->find_alias(name);
}

std::string AtPlan::main_name(std::string_view name) const {
  return measure::main_name(registry, std::string(name));
}

AtIndicator::AtIndicator(const AtTask& around, const model::Indicator& shown)
    : in(around), ledger(around.ledger), plan(around.plan), task(around.task), indicator(shown) {}

bool AtIndicator::whole() const { return in.whole; }

bool AtIndicator::meant(Keys wanted) const { return in.meant(indicator, wanted); }

const Reported& AtIndicator::reported() const {
  if (!reported_) reported_ = check::reported(*this);
  return *reported_;
}

const Scale& AtIndicator::scale() const {
  if (!scale_) scale_.emplace(*this);
  return *scale_;
}

const measure::Doubts& AtIndicator::doubts() const {
  if (doubts_) return *doubts_;
  doubts_.emplace();
  if (reported().readings.empty() || !reported().sound()) return *doubts_;
  const model::Period& period = plan.period;
  if (period.start && period.end && *period.end < *period.start) return *doubts_;
  if (const auto terms = measure::terms_of(plan, task, indicator, end_of_days)) {
    const measure::DoubtLimits limits = measure::limits_of(plan.rules.doubt);
    doubts_ = measure::doubts(*terms, limits, reported().readings);
  }
  return *doubts_;
}

std::optional<base::Date> AtIndicator::due() const {
  return measure::due_of(plan, task, indicator, end_of_days);
}

AtTask::AtTask(const AtPlan& around, const model::TaskFile& shown)
    : AtPlan(around), file(shown), task(shown.task), whole(ledger.is_whole(shown.file)) {
  for (const model::Indicator& indicator : task.indicators) {
    indicators_.emplace_back(*this, indicator);
  }
}

const ChangedFields& AtTask::fields() const {
  if (!fields_) fields_ = changed_fields(*this);
  return *fields_;
}

bool AtIssue::is_readable() const {
  return in.whole && !in.meant(issue, {"log"}) &&
         std::all_of(issue.log.begin(), issue.log.end(),
                     [](const model::IssueStep& step) { return step.date && step.state; });
}

bool AtIssue::can_follow() const {
  if (!is_readable()) return false;
  std::optional<base::Date> before = issue.found.value;
  for (const model::IssueStep& step : issue.log) {
    if (before && *step.date < *before) return false;
    before = step.date.value;
  }
  return true;
}

source::Span AtOwed::place() const {
  const model::Indicator& indicator = *figures.indicator;
  return indicator.readings.at_or(indicator.id.at_or(indicator.at));
}

void walk(const model::Ledger& ledger, std::optional<measure::Clocks> clocks,
          std::span<const Rule* const> rules, std::vector<source::Finding>& findings) {
  const Audience audience(rules, findings);
  const Meant keys(ledger);
  const AtLedger at{ledger, keys};
  audience.show(at);
  for (const source::Fault& fault : ledger.faults) audience.show(AtAnyFault{ledger, fault});
  for (const model::RegistryFile& file : ledger.registries) {
    audience.show(AtRegistry{at, file, file.registry});
  }
  for (const model::PlanFolder& folder : ledger.plans) {
    walk_plan({at, folder, folder.plan, ledger.registry_of(folder)}, clocks, audience);
  }
}

void walk(std::span<const Ignore> remarks, std::span<const Rule* const> rules,
          std::vector<source::Finding>& findings) {
  const Audience audience(rules, findings);
  for (const Ignore& remark : remarks) audience.show(remark);
}

}  // namespace taizhang::check
