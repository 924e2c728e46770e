// SPDX-License-Identifier: MIT
#include "measure/by_unit.h"

#include <algorithm>
#include <set>

#include "measure/completion.h"
#include "measure/merged.h"
#include "measure/units.h"

namespace taizhang::measure {

using base::Date;
using base::Decimal;
using base::to_ratio;

namespace {

/// The sum of what `table` says of those whom `names` takes; nothing where it has none of them.
template <class Names>
std::optional<base::Ratio> amount_for(const model::Table<Decimal>& table, Names names) {
  std::optional<base::Ratio> sum;
  for (const auto& [name, amount] : table.rows) {
    if (!name || !amount || !names(*name)) continue;
    sum = sum.value_or(base::Ratio(0)) + to_ratio(*amount);
  }
  return sum;
}

}  // namespace

void merge(std::vector<Outcome>& all, const std::vector<Outcome>& of_unit) {
  if (all.empty()) {
    all = of_unit;
    return;
  }
  const auto rank = [](const Outcome& one) {
    return one.fate == ReadingFate::newest       ? 0
           : one.fate == ReadingFate::counts     ? 1
           : one.fate == ReadingFate::unreadable ? 9
                                                 : 2;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (rank(of_unit[i]) < rank(all[i])) all[i] = of_unit[i];
  }
}

model::Aggregate aggregate_of(const model::Indicator& indicator) {
  if (indicator.aggregate) return *indicator.aggregate;
  const bool adds_up =
      indicator.kind.value == model::Kind::cumulative || indicator.kind.value == model::Kind::level;
  return adds_up ? model::Aggregate::sum : model::Aggregate::each;
}

bool adds_up(const model::Indicator& indicator) {
  const bool is_amount =
      indicator.kind.value == model::Kind::cumulative || indicator.kind.value == model::Kind::level;
  const bool is_share = indicator.unit.value == "%" || indicator.unit.value == "‰";
  return (is_amount && !is_share) || aggregate_of(indicator) == model::Aggregate::sum;
}

std::vector<UnitPromise> unit_promises(const Frame& frame, const model::Task& task,
                                       const model::Indicator& indicator, When when,
                                       Date named_on) {
  std::set<std::string> named;  // main names with a row of their own
  for (const auto& [name, number] : indicator.targets.rows) {
    if (name && !group_named(frame.registry, *name)) {
      named.insert(main_name(frame.registry, *name));
    }
  }
  std::vector<UnitPromise> all;
  const bool sums = aggregate_of(indicator) == model::Aggregate::sum;
  const bool adds = adds_up(indicator);
  std::set<std::string> with_own;  // who has a number under its own name
  const auto base_of = [&](const std::string& written, const std::string& unit) {
    auto baseline = amount_for(indicator.baseline.by, [&](const std::string& name) {
      return adds ? unit_on(frame.registry, name, named_on) == unit
                  : main_name(frame.registry, name) == main_name(frame.registry, written);
    });
    if (!baseline && !sums && indicator.baseline.one) {
      baseline = to_ratio(*indicator.baseline.one);
    }
    return baseline;
  };
  const auto add = [&](const std::string& written, const base::Ratio& target) {
    const std::string unit = unit_on(frame.registry, written, named_on);
    const bool own = !adds && is_itself(frame.registry, written, unit, named_on);
    const auto found = std::ranges::find(all, unit, &UnitPromise::unit);
    if (found == all.end()) {
      all.push_back({unit, target, base_of(written, unit)});
    } else if (adds) {
      found->target += target;
    } else {
      const bool harder = is_down(indicator) ? target < found->target : target > found->target;
      if (!own && (with_own.contains(unit) || !harder)) return;
      found->target = target;
      found->baseline = base_of(written, unit);
    }
    if (own) with_own.insert(unit);
  };
  for (const auto& [name, number] : indicator.targets.rows) {
    if (!name) continue;
    const auto target = target_in_force(task, indicator, *name, number.value, when);
    if (!target) continue;
    const model::Unit* group = group_named(frame.registry, *name);
    if (!group) {
      add(*name, to_ratio(*target));
      continue;
    }
    for (const auto& member : group->members.items) {
      if (member && !named.contains(main_name(frame.registry, member->text))) {
        add(member->text, to_ratio(*target));
      }
    }
  }
  if (!frame.registry) return all;
  const auto& places = frame.registry->by_name;
  std::ranges::stable_sort(all, {}, [&](const UnitPromise& one) {
    const auto found = places.find(one.unit);
    return found == places.end() ? places.size() : found->second;
  });
  return all;
}

std::vector<Readings> readings_of_parts(const Frame& frame, const Evidence& evidence,
                                        const std::string& unit, Clocks clocks) {
  std::vector<Readings> all;
  for (PartOfUnit& part : heard_parts(frame, evidence, unit, clocks)) {
    all.push_back(std::move(part.readings));
  }
  return all;
}

Readings readings_of_unit(const Frame& frame, const Evidence& evidence, const std::string& unit,
                          Clocks clocks) {
  return of_all_parts(frame, evidence, heard_parts(frame, evidence, unit, clocks), clocks);
}

Readings reports_of_unit(const Frame& frame, const Evidence& evidence, const std::string& unit,
                         Clocks clocks) {
  return judged(evidence, clocks, [&](const std::string& written) {
    return unit_on(frame.registry, written, clocks.as_of) == unit;
  });
}

std::vector<Effective> totals(const std::vector<Readings>& units) {
  std::set<Date> days;
  for (const Readings& unit : units) {
    for (const Effective& one : unit.effective) days.insert(one.date);
  }
  std::vector<Effective> all;
  for (const Date day : days) {
    std::optional<Effective> total;
    bool complete = !units.empty();
    for (const Readings& unit : units) {
      const Effective* newest = nullptr;
      for (const Effective& one : unit.effective) {
        if (one.date <= day && one.applicable) newest = &one;
      }
      if (!newest) {
        complete = false;
        break;
      }
      if (!total) {
        total = *newest;
        continue;
      }
      total->value = total->value + newest->value;
      if (newest->date < total->date) {
        total->date = newest->date;
        total->reading = newest->reading;
      }
      total->reported = std::max(total->reported, newest->reported);
      total->final = total->final && newest->final;
      total->verified = total->verified || newest->verified;
    }
    if (!complete) continue;
    if (!all.empty() && all.back().date == total->date) all.pop_back();
    all.push_back(*total);
  }
  return all;
}

}  // namespace taizhang::measure
