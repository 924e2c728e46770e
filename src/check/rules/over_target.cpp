// SPDX-License-Identifier: MIT
#include "check/reported.h"
#include "check/rules.h"
#include "check/scale.h"
#include "measure/doubts.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

/// Where the target in force stands: in the newest change of it, else in the indicator.
source::Span target_place(const model::Task& task, const model::Indicator& indicator) {
  if (task.changes.empty()) return indicator.target.at;
  const auto changes =
      measure::changes_in_force(task, measure::field_of(indicator, "target"), end_of_days);
  return changes.empty() ? indicator.target.at : changes.back()->to.at;
}

void find_over_target(const model::Ledger& ledger, Collector& found) {
  for_each_indicator(ledger, [&](const auto& plan, const auto& file, const auto& indicator) {
    const Reported told = reported(ledger, plan, file, indicator);
    if (told.readings.empty() || !told.sound()) return;
    const auto terms = measure::terms_of(plan.plan, file.task, indicator, end_of_days);
    if (!terms) return;
    const measure::DoubtLimits limits = measure::limits_of(plan.plan.rules.doubt);
    const auto doubts = measure::doubts(*terms, limits, told.readings);
    if (!doubts.over_target) return;
    const measure::Effective& newest = told.readings.back();
    // A jump to here is doubted already.
    if (!doubts.jumps.empty() && doubts.jumps.back().after.reading == newest.reading) return;
    // So is one out of the scale of its unit.
    const Scale scale(ledger, plan, file, indicator);
    if (scale.target_is_off() || scale.of_value(newest.value)) return;
    const auto target = measure::target_in_force(file.task, indicator, end_of_days);
    found.add(newest.reading->value.at,
              {{"{0} 已超过目标 {1} 的 {2}%：目标偏低？",
                "{0} is over {2} % of the target, {1}: is the target too low?"},
               {newest.value.text(), target->text(), base::rounded(limits.over_target, 0)}},
              {{"核对这个数；属实的请复核目标，要调的写进 changes",
                "check the value; if it is right, review the target, and move it by changes only"},
               {}},
              {{target_place(file.task, indicator),
                {{"现行目标在这里", "the target in force is here"}, {}}}});
  });
}

}  // namespace

const Rule over_target{
    "W05",
    "over-target",
    source::Severity::warning,
    {"完成数远超目标", "a value far over its target"},
    {"超过目标的130%（计划可另定），不是数报错了，就是目标定低了，考核前应当复核。",
     "Over 130 % of the target (a plan may set another figure) either the value is wrong or the "
     "target was set too low; it is for review before any score."},
    R"yaml(target: 30
readings:
  - {id: r1, date: 2023-12-31, value: 42}
)yaml",
    R"yaml(target: 30
readings:
  - {id: r1, date: 2023-12-31, value: 32}
)yaml",
    find_over_target,
};

}  // namespace taizhang::check
