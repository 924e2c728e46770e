// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

void add_lack(source::Span place, std::string_view key, base::Bilingual wrong,
              base::Bilingual instead, Collector& found) {
  found.add(place, {wrong, {}}, {instead, {}}).distinction = key;
}

void look_at_rank(const model::Indicator& indicator, Collector& found) {
  if (!indicator.of.written() || !indicator.kind) return;
  const auto target = measure::written_target(indicator);
  if (*indicator.kind != model::Kind::rank) {
    add_lack(
        indicator.of.at_or(indicator.at), "of",
        {"of（总数）只用于位次，这个指标不是位次", "of goes with ranks only, and this is none"},
        {"是位次的写 kind: rank；不是的，这个数写进 note",
         "for a rank write kind: rank; else put the number into note"},
        found);
  } else if (indicator.of && target && *target > base::Decimal::whole(*indicator.of)) {
    add_lack(indicator.of.at_or(indicator.at), "of",
             {"要争的位次比参加排名的总数还大", "the place is beyond the number of those ranked"},
             {"核对 target（第几位）和 of（在多少个里排）",
              "check target, the place, and of, the number"},
             found);
  }
}

}  // namespace

const Rule lacks_partner{
    "E55 lacks-partner",
    {"写了一半：少了和它配套的键", "a key without the one that it goes with"},
    {"位次才有总数，和谁比才有比较值，分单位的目标才有分单位的数；少了另一半，这个数不起作用。",
     "Only ranks have a number of those ranked, only comparisons a benchmark, only targets by unit "
     "values by unit; without the other half the number does nothing."},
    R"yaml(kind: ratio
target: 85
readings:
  - {id: r1, date: 2023-06-30, value: 84, benchmark: 83.2})yaml",
    R"yaml(kind: ratio
than: {name: 全省平均}
readings:
  - {id: r1, date: 2023-06-30, value: 84, benchmark: 83.2})yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!at.whole() || at.meant({"than", "targets"})) return;
      look_at_rank(indicator, found);
      if (indicator.than.written() && (indicator.target.written() || indicator.targets.written())) {
        add_lack(indicator.than.at_or(indicator.at), "than",
                 {"既写了目标数，又写了和谁比，只能有一个",
                  "a target and a comparison: there can be only one"},
                 {"和别处比的留 than，定了数的留 target，另一个写进 note",
                  "keep than for a comparison or target for a number, and put the other into note"},
                 found);
      }
      if (indicator.aggregate.written() && !indicator.targets.written()) {
        add_lack(indicator.aggregate.at_or(indicator.at), "aggregate",
                 {"写了汇总方式，却没有分单位的目标", "aggregate, but no targets by unit"},
                 {"写上 targets: {单位: 目标}", "write targets: {unit: target}"}, found);
      }
    },
    [](const AtReading& at, Collector& found) {
      const model::Indicator& indicator = at.in.indicator;
      const model::Reading& reading = at.reading;
      if (!at.in.whole() || at.in.meant({"than", "targets"})) return;
      if (reading.extras->benchmark.written() && !indicator.than.written()) {
        add_lack(reading.extras->benchmark.at_or(reading.at), "benchmark",
                 {"报数有比较值，指标却没有写和谁比", "a benchmark, but nothing to compare with"},
                 {"指标里写上 than: {name: 全省平均}", "write than: {name: …} in the indicator"},
                 found);
      }
      if (reading.extras->values.written() && !indicator.targets.written() &&
          !at.in.in.meant(reading, {"values"})) {
        add_lack(
            reading.extras->values.at_or(reading.at), "values",
            {"报数分了单位，指标却没有分单位的目标",
             "values by unit, but the indicator has no targets by unit"},
            {"指标里写上 targets: {单位: 目标}；只报总数的写 value",
             "write targets: {unit: target} in the indicator, or value where there is one number"},
            found);
      }
    },
};

}  // namespace taizhang::check
