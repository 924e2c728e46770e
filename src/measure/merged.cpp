// SPDX-License-Identifier: MIT
#include "measure/merged.h"

#include <algorithm>
#include <set>

#include "measure/by_unit.h"
#include "measure/units.h"

namespace taizhang::measure {

using base::Date;

namespace {

/// A unit and those that have merged into it and that the indicator names; the unit first.
std::vector<PartOfUnit> parts_of_unit(const Frame& frame, const model::Indicator& indicator,
                                      const std::string& unit, Date day) {
  std::vector<PartOfUnit> parts{{unit}};
  if (!frame.registry) return parts;
  for (const model::Unit& one : frame.registry->registry.units) {
    if (!one.name || !one.successor || unit_on(frame.registry, *one.name, day) != unit) continue;
    const std::string name = renamed_on(frame.registry, *one.name, day);
    if (std::ranges::find(parts, name, &PartOfUnit::name) == parts.end()) parts.push_back({name});
  }
  if (parts.size() == 1) return parts;
  std::set<std::string> said;
  const auto find = [&](const std::string& written) {
    return std::ranges::find(parts, renamed_on(frame.registry, written, day), &PartOfUnit::name);
  };
  const auto promise = [&](const std::string& written) {
    const auto part = find(written);
    if (part != parts.end()) part->promised = true;
  };
  for (const auto& [name, number] : indicator.targets.rows) {
    if (!name) continue;
    const model::Unit* group = group_named(frame.registry, *name);
    if (!group) promise(*name);
    for (std::size_t i = 0; group && i < group->members.items.size(); ++i) {
      if (group->members.items[i]) promise(group->members.items[i]->text);
    }
  }
  for (const model::Reading& reading : indicator.readings) {
    for (const auto& [name, value] : reading.extras->values.rows) {
      const auto part = name ? find(*name) : parts.end();
      if (part != parts.end()) said.insert(part->name);
    }
  }
  std::erase_if(parts, [&](const PartOfUnit& part) {
    return part.name != unit && !part.promised && !said.contains(part.name);
  });
  return parts;
}

/// What the parts of a unit make together.
class Merged {
 public:
  Merged(const Frame& frame, const std::vector<PartOfUnit>& parts, Date day)
      : frame_(frame), parts_(parts), day_(day) {}

  /// One value a day, oldest first; the readings that the newest stands on go into `used`.
  std::vector<Effective> values(std::set<const model::Reading*>& used, Dated dated) const {
    std::set<Date> days;
    for (const PartOfUnit& part : parts_) {
      for (const Effective& one : part.readings.effective) days.insert(one.date);
    }
    std::vector<Effective> all;
    for (const Date day : days) {
      const std::vector<const Effective*> those = standing(day);
      if (those.empty()) continue;
      Effective total = *those.front();
      used = {total.reading};
      for (std::size_t i = 1; i < those.size(); ++i) {
        add(total, *those[i]);
        used.insert(those[i]->reading);
      }
      if (dated == Dated::by_newest) total.date = day;
      if (!all.empty() && all.back().date == total.date) all.pop_back();
      all.push_back(total);
    }
    return all;
  }

 private:
  /// Whether `part` has become `other` by `day`.
  bool is_one_with(const PartOfUnit& part, const PartOfUnit& other, Date day) const {
    return &part != &other && renamed_on(frame_.registry, unit_on(frame_.registry, part.name, day),
                                         day_) == other.name;
  }

  /// The newest value of a part by `day`; of one without a target only what it reports for others.
  const Effective* newest(const PartOfUnit& part, Date day) const {
    const Effective* newest = nullptr;
    for (const Effective& one : part.readings.effective) {
      if (one.date > day || !one.applicable) continue;
      const bool counts =
          part.promised || std::ranges::any_of(parts_, [&](const PartOfUnit& other) {
            return is_one_with(other, part, one.date);
          });
      if (counts) newest = &one;
    }
    return newest;
  }

  /// The values that are added on `day`; none while a part with a target has none.
  std::vector<const Effective*> standing(Date day) const {
    std::vector<const Effective*> those;
    for (const PartOfUnit& part : parts_) {
      const Effective* const own = newest(part, day);
      const bool covered = std::ranges::any_of(parts_, [&](const PartOfUnit& other) {
        const Effective* const whole = newest(other, day);
        return whole && is_one_with(part, other, whole->date) &&
               !(own && is_one_with(part, other, own->date));
      });
      if (covered) continue;
      if (own) {
        those.push_back(own);
      } else if (part.promised) {
        return {};
      }
    }
    return those;
  }

  static void add(Effective& total, const Effective& one) {
    total.value = total.value + one.value;
    if (one.date < total.date) {
      total.date = one.date;
      total.reading = one.reading;
    }
    total.reported = std::max(total.reported, one.reported);
    total.first_reported = std::max(total.first_reported, one.first_reported);
    total.final = total.final && one.final;
    total.verified = total.verified || one.verified;
    total.backfilled = total.backfilled && one.backfilled;
  }

  const Frame& frame_;
  const std::vector<PartOfUnit>& parts_;
  Date day_;
};

}  // namespace

const model::Unit* group_named(const model::RegistryFile* registry, const std::string& name) {
  const model::Unit* unit = registry ? registry->find(name) : nullptr;
  if (!unit && registry) unit = registry->find_alias(name);
  const bool is_group = unit && unit->type && *unit->type == model::UnitType::group;
  return is_group ? unit : nullptr;
}

std::vector<std::string> merged_into(const Frame& frame, const model::Indicator& indicator,
                                     const std::string& unit, Date day) {
  std::vector<std::string> names;
  for (const PartOfUnit& part : parts_of_unit(frame, indicator, unit, day)) {
    if (part.name != unit) names.push_back(part.name);
  }
  return names;
}

std::vector<PartOfUnit> heard_parts(const Frame& frame, const Evidence& evidence,
                                    const std::string& unit, Clocks clocks) {
  std::vector<PartOfUnit> parts{{unit}};
  if (adds_up(evidence.indicator)) {
    parts = parts_of_unit(frame, evidence.indicator, unit, clocks.as_of);
  }
  for (PartOfUnit& part : parts) {
    part.readings = judged(evidence, clocks, [&](const std::string& written) {
      return renamed_on(frame.registry, written, clocks.as_of) == part.name;
    });
  }
  return parts;
}

Readings of_all_parts(const Frame& frame, const Evidence& evidence, std::vector<PartOfUnit> parts,
                      Clocks clocks, Dated dated) {
  if (parts.size() == 1) return std::move(parts.front().readings);
  Readings all;
  std::set<const model::Reading*> used;
  all.effective = Merged(frame, parts, clocks.as_of).values(used, dated);
  for (const PartOfUnit& part : parts) {
    merge(all.outcomes, part.readings.outcomes);
    std::ranges::copy(part.readings.found_false, std::back_inserter(all.found_false));
  }
  for (std::size_t i = 0; i < all.outcomes.size(); ++i) {
    Outcome& outcome = all.outcomes[i];
    if (used.empty() || used.contains(&evidence.indicator.readings.items[i])) continue;
    if (outcome.fate == ReadingFate::newest) outcome.fate = ReadingFate::counts;
  }
  return all;
}

}  // namespace taizhang::measure
