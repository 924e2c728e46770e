// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

/// Where the target in force stands: in the newest change of it, else in the indicator.
source::Span target_place(const model::Task& task, const model::Indicator& indicator) {
  if (task.changes.empty()) return indicator.target.at_or(indicator.at);
  const auto changes =
      measure::changes_in_force(task, measure::field_of(indicator, "target"), end_of_days);
  if (changes.empty()) return indicator.target.at_or(indicator.at);
  return changes.back()->to.at_or(changes.back()->at);
}

void find_over_target(const Told& told, Collector& found) {
  const measure::Doubts& doubts = told.doubts();
  if (!doubts.over_target) return;
  const measure::Effective& newest = told.reported().readings.back();
  // With a baseline above the target it is the direction that is wrong.
  const auto& baseline = told.indicator.baseline.one;
  const auto first = measure::written_target(told.indicator);
  if (baseline && first && *baseline > *first) return;
  // A jump to here is doubted already.
  if (!doubts.jumps.empty() && doubts.jumps.back().after.reading == newest.reading) return;
  // So is one out of the scale of its unit.
  if (told.scale().target_is_off() || told.scale().of_value(newest.value)) return;
  const model::Task& task = told.file.task;
  const auto target = measure::target_in_force(task, told.indicator, end_of_days);
  found.add(newest.reading->value.at_or(newest.reading->at),
            {{"{0} 已超过目标 {1} 的 {2}%：目标偏低？",
              "{0} is over {2} % of the target, {1}: is the target too low?"},
             {newest.value.text(), target->text(),
              base::rounded(measure::limits_of(told.plan.plan.rules.doubt).over_target, 0)}},
            {{"核对这个数；属实的请复核目标，要调的写进 changes",
              "check the value; if it is right, review the target, and move it by changes only"},
             {}},
            {{target_place(task, told.indicator),
              {{"现行目标在这里", "the target in force is here"}, {}}}});
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
    nullptr,
    find_over_target,
};

}  // namespace taizhang::check
