// SPDX-License-Identifier: MIT
#include <algorithm>

#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

bool is_odd(base::Decimal number) {
  return number < base::Decimal() || number > base::Decimal::whole(100);
}

void add(const model::Indicator& indicator, base::Decimal number, source::Span at,
         base::Bilingual what, Collector& found) {
  found.add(
      at,
      {{"“{0}”是比率，{1} {2}% 不在 0 至 100 之间",
        "“{0}” is a rate, and {1}, {2} %, is not from 0 to 100"},
       {indicator.name.value_or(indicator.id.value_or("")), what, number.text()}},
      {{"核对小数点、正负号和类型；增长多少的写 kind: growth；本来就会超出的写 reason 或 note",
        "check the point, the sign and the kind; growth is kind: growth; where it may be so "
        "give a reason or a note"},
       {}});
}

/// Numbers that no share of a whole can have; where the name says that it is one that is an error.
void find_ratio_range(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  if (indicator.kind.value != model::Kind::ratio || indicator.unit.value != "%") return;
  // Somebody has said why.
  if (indicator.note || told.ledger.was_meant(told.file.file, "unit")) return;
  bool odd = false;
  base::Decimal highest = base::Decimal::whole(100);
  for_each_target(told.file.task, indicator, [&](base::Decimal target, source::Span at) {
    if (!is_odd(target)) return;
    odd = true;
    highest = std::max(highest, target);
    if (!told.scale().of_target(target)) add(indicator, target, at, {"目标", "the target"}, found);
  });
  const auto& baseline = indicator.baseline.one;
  if (!odd && baseline && is_odd(*baseline)) {
    odd = true;
    highest = std::max(highest, *baseline);
    add(indicator, *baseline, baseline.at_or(indicator.at), {"基数", "the baseline"}, found);
  }
  for (const measure::Effective& reading : told.reported().readings) {
    if (!is_odd(reading.value) || reading.reading->reason) continue;
    if (told.scale().of_value(reading.value)) continue;
    // With such a target or baseline, values up to it are no news.
    if (odd && reading.value <= highest) continue;
    add(indicator, reading.value, reading.reading->value.at_or(reading.reading->at),
        {"报数", "the value"}, found);
  }
}

}  // namespace

const Rule ratio_range{
    "W30",
    "ratio-range",
    source::Severity::warning,
    {"比率不在 0 至 100 之间", "a rate outside 0 to 100"},
    {"比率多半是部分占全部的百分数；190% 或 −90% 往往是小数点错了，或者把增速当成了比率。",
     "A rate is mostly a part of a whole in per cent; 190 % or −90 % are often a point in the "
     "wrong "
     "place, or growth that was taken for a rate."},
    R"yaml(kind: ratio
unit: "%"
target: 95
readings:
  - {id: r1, date: 2023-09-30, value: 190}
)yaml",
    R"yaml(kind: ratio
unit: "%"
target: 95
readings:
  - {id: r1, date: 2023-09-30, value: 90}
)yaml",
    nullptr,
    find_ratio_range,
};

}  // namespace taizhang::check
