// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"
#include "measure/by_unit.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

void add_sum_of_units(const model::Given<base::Decimal>& written, source::Span around,
                      const base::Ratio& sum, base::Bilingual message,
                      std::optional<source::Span> parts, Collector& found) {
  std::string is = base::rounded(sum, 6);
  is.erase(is.find_last_not_of('0') + 1);
  if (is.ends_with('.')) is.pop_back();
  found.add(
      written.at_or(around), {message, {written->text(), is}},
      {"核对各单位的数；总数要等于合计 {0}，也可以不写，由各单位的数合计",
       "check the numbers of the units; the total has to be their sum, {0}, or is left to it", is},
      {{parts, {"各单位的数在这里", "the numbers of the units are here"}}});
}

bool all_there(const model::Table<base::Decimal>& table) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [](const auto& row) { return row.first && row.second; });
}

void look_at_values(const AtIndicator& at, std::size_t units, Collector& found) {
  const auto corrected = corrected_ids(at.indicator);
  for (const model::Reading& reading : at.indicator.readings) {
    const auto& rows = reading.extras->values.rows;
    // Of what not every unit has reported the total is not the sum.
    if (!reading.value || !*reading.value || rows.size() < units ||
        !all_there(reading.extras->values)) {
      continue;
    }
    if (reading.id && corrected.contains(*reading.id)) continue;
    base::Ratio sum = 0;
    for (const auto& row : rows) sum += base::to_ratio(*row.second);
    if (base::to_ratio(**reading.value) == sum) continue;
    add_sum_of_units(
        {*reading.value, reading.value.at}, reading.at, sum,
        {"各单位合计 {1}，总数写的是 {0}", "the units come to {1}, but the total says {0}"},
        reading.extras->values.at, found);
  }
}

}  // namespace

const Rule units_sum{
    "E52 units-sum",
    {"各单位之和与总数对不上", "units that do not add up to the total"},
    {"分解到单位的目标和完成数合计计算；另写一个对不上的总数，报表用哪个都有人说错。",
     "Targets and values by unit are added up; with another total beside them either is wrong to "
     "somebody."},
    R"yaml(target: 12000
targets: {东坡区: 7200, 彭山区: 4000})yaml",
    R"yaml(target: 11200
targets: {东坡区: 7200, 彭山区: 4000})yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!indicator.targets.written() ||
          measure::aggregate_of(indicator) != model::Aggregate::sum) {
        return;
      }
      const bool sound =
          at.whole() && !at.meant({"aggregate", "targets"}) && all_there(indicator.targets);
      if (!sound) return;
      const measure::Limits limits = measure::limits_of(at.plan.rules);
      const measure::Frame frame{at.plan, at.in.registry, limits};
      // As written, before any change or merger.
      const auto promises =
          measure::unit_promises(frame, at.task, indicator, base::Date::min(), base::Date::min());
      base::Ratio sum = 0;
      for (const auto& promise : promises) sum += promise.target;
      const auto target = measure::written_target(indicator);
      if (target && base::to_ratio(*target) != sum) {
        add_sum_of_units({target, indicator.target.at}, indicator.at, sum,
                         {"各单位目标合计 {1}，总目标写的是 {0}",
                          "the targets of the units come to {1}, but the target says {0}"},
                         indicator.targets.at, found);
      }
      look_at_values(at, promises.size(), found);
    },
};

}  // namespace taizhang::check
