// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

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

constexpr base::Bilingual total_typed{
    "是不是把当月新增数当成了年初以来累计数？填累计数；前一个数有误的，写 corrects 更正",
    "is it the month’s addition instead of the total since the start of the year? write the total; "
    "if the earlier value is wrong, add a reading that corrects it"};
constexpr base::Bilingual remainder_typed{
    "direction: down 的累计数只减不增，是不是填成了当月数？前一个数有误的，写 corrects 更正",
    "with direction: down a total only goes down: is it the month’s figure? if the earlier value "
    "is wrong, add a reading that corrects it"};

}  // namespace

const Rule value_falls{
    "E32 value-falls",
    {"累计数倒退", "a running total that goes back"},
    {"年初以来的累计数只会增加；变少了，多半是把当月新增数当成了年初以来累计数，完成率会因此少算。",
     "A total since the start of the year only grows. Where it falls, the month’s addition was "
     "most likely typed instead of the total, and completion comes out too low."},
    R"yaml(kind: cumulative
readings:
  - {id: r1, date: 2023-06-30, value: 97}
  - {id: r2, date: 2023-07-31, value: 21}   # 7月新增21个)yaml",
    R"yaml(kind: cumulative
readings:
  - {id: r1, date: 2023-06-30, value: 97}
  - {id: r2, date: 2023-07-31, value: 118})yaml",
    [](const AtIndicator& at, Collector& found) {
      for (const auto& [before, after] : at.reported().falls) {
        const bool fell = after.value < before.value;
        found.add(after.reading->value.at_or(after.reading->at),
                  {fell ? base::Bilingual{"截至 {0} 累计 {1}，比截至 {2} 的 {3} 还少",
                                          "a total of {1} as of {0} is less than {3} as of {2}"}
                        : base::Bilingual{"截至 {0} 累计 {1}，比截至 {2} 的 {3} 还多",
                                          "a total of {1} as of {0} is more than {3} as of {2}"},
                   {base::iso(after.date), after.value.text(), base::iso(before.date),
                    before.value.text()}},
                  {fell ? total_typed : remainder_typed, {}},
                  {{before.reading->value.at, {"前一个数在这里", "the earlier value is here"}}});
      }
    },
};

const Rule jump{
    "W04 jump",
    {"数据突变，没有说明原因", "a value that jumps without a reason"},
    {"累计数比上期变动超过30%、超过目标的10%"
     "、又超过序时应走步子的3倍（计划可另定），多半是多打了一位数、换了口径，或者攒着一起报。按件数"
     "计的，增减1不算突变。",
     "A change of a running total by more than 30 % of the last value, 10 % of the target and "
     "three times the step that was expected (a plan may set others) is often a digit too many, "
     "another way of counting, or reports saved up. Of whole things one more or one fewer is no "
     "jump."},
    R"yaml(target: 221
readings:
  - {id: r1, date: 2023-08-31, value: 31}
  - {id: r2, date: 2023-09-30, value: 150})yaml",
    R"yaml(target: 221
readings:
  - {id: r1, date: 2023-08-31, value: 31}
  - {id: r2, date: 2023-09-30, value: 150, reason: 三处停车场集中投用})yaml",
    [](const AtIndicator& at, Collector& found) {
      // Values out of the scale of their unit are errors of their own, and jump because of that.
      const Scale& scale = at.scale();
      if (scale.target_is_off()) return;
      for (const auto& [before, after] : at.doubts().jumps) {
        if (scale.of_value(before.value) || scale.of_value(after.value)) continue;
        if (at.in.meant(*after.reading, {"reason"})) continue;
        found.add(after.reading->value.at_or(after.reading->at),
                  {"从截至 {0} 的 {1} 一下变到 {2}，没有说明原因",
                   "it jumps from {1} as of {0} to {2}, and no reason is given", before.date,
                   before.value.text(), after.value.text()},
                  {"核对这个数；属实的写上 reason，说明为什么变动这么大",
                   "check the value; if it is right, write the reason for so large a change"},
                  {{before.reading->value.at, {"前一个数在这里", "the value before is here"}}});
      }
    },
};

const Rule like_monthly{
    "W25 like-monthly",
    {"像是把当月数当累计数报了", "monthly figures typed as totals"},
    {"累计数应当一期比一期多；几期差不多又远远不到，多半是每期只报了当月新增，全年的账就少了。",
     "A running total grows; several that are nearly equal and far too low are mostly the month's "
     "own additions, and the year comes out short."},
    R"yaml(target: 240
readings:
  - {id: r1, date: 2023-04-30, value: 20}
  - {id: r2, date: 2023-05-31, value: 21}
  - {id: r3, date: 2023-06-30, value: 21.5})yaml",
    R"yaml(target: 240
readings:
  - {id: r1, date: 2023-04-30, value: 78}
  - {id: r2, date: 2023-05-31, value: 99}
  - {id: r3, date: 2023-06-30, value: 120.5})yaml",
    [](const AtIndicator& at, Collector& found) {
      if (!at.doubts().like_monthly) return;
      const auto& readings = at.reported().readings;
      const measure::Effective& last = readings.back();
      const std::size_t count = readings.size();
      found.add(
          last.reading->value.at_or(last.reading->at),
          {"连着三期差不多：{0}、{1}、{2}，离应完成数还远：报的是当期数，不是累计数？",
           "three in a row are nearly equal, {0}, {1}, {2}, and far below what is expected: is "
           "it each period’s addition and not the total?",
           readings[count - 3].value.text(), readings[count - 2].value.text(), last.value.text()},
          {"累计数从年初加起；报成当期数的，逐条写 corrects 更正",
           "a running total counts from the start; put each that is wrong right with corrects"});
    },
};

const Rule over_target{
    "W05 over-target",
    {"完成数远超目标", "a value far over its target"},
    {"超过目标的130%（计划可另定），不是数报错了，就是目标定低了，考核前应当复核。",
     "Over 130 % of the target (a plan may set another figure) either the value is wrong or the "
     "target was set too low; it is for review before any score."},
    R"yaml(target: 30
readings:
  - {id: r1, date: 2023-12-31, value: 42})yaml",
    R"yaml(target: 30
readings:
  - {id: r1, date: 2023-12-31, value: 32})yaml",
    [](const AtIndicator& at, Collector& found) {
      const measure::Doubts& doubts = at.doubts();
      if (!doubts.over_target) return;
      const measure::Effective& newest = at.reported().readings.back();
      // With a baseline above the target it is the direction that is wrong.
      const auto& baseline = at.indicator.baseline.one;
      const auto first = measure::written_target(at.indicator);
      if (baseline && first && *baseline > *first) return;
      // A jump to here is doubted already.
      if (!doubts.jumps.empty() && doubts.jumps.back().after.reading == newest.reading) return;
      // So is one out of the scale of its unit.
      if (at.scale().target_is_off() || at.scale().of_value(newest.value)) return;
      const auto target = measure::target_in_force(at.task, at.indicator, end_of_days);
      found.add(
          newest.reading->value.at_or(newest.reading->at),
          {"{0} 已超过目标 {1} 的 {2}%：目标偏低？",
           "{0} is over {2} % of the target, {1}: is the target too low?", newest.value.text(),
           target->text(), base::rounded(measure::limits_of(at.plan.rules.doubt).over_target, 0)},
          {"核对这个数；属实的请复核目标，要调的写进 changes",
           "check the value; if it is right, review the target, and move it by changes only"},
          {{target_place(at.task, at.indicator),
            {"现行目标在这里", "the target in force is here"}}});
    },
};

}  // namespace taizhang::check
