// SPDX-License-Identifier: MIT
#include "check/reported.h"
#include "check/rules.h"
#include "measure/completion.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

/// A running total that is to go down starts from its baseline, and from 0 without one.
void find_ceiling(const model::Ledger& ledger, Collector& found) {
  for_each_indicator(ledger, [&](const auto& plan, const auto& file, const auto& indicator) {
    if (!indicator.kind || *indicator.kind != model::Kind::cumulative) return;
    if (!indicator.direction || *indicator.direction != model::Direction::down) return;
    const auto target = measure::written_target(indicator);
    const model::Given<base::Decimal>& baseline = indicator.baseline.one;
    if (measure::is_ceiling(indicator) || !target || indicator.baseline.by.written()) return;
    // A baseline below the target is on the wrong side of it, which is an error of its own.
    if (baseline.written() && (!baseline || *baseline < *target)) return;
    const base::Decimal start = baseline.value_or(base::Decimal());
    const measure::AboutLimits about = measure::limits_of(plan.plan.rules.about);
    if (!measure::is_met(measure::gauge_of(indicator, plan.plan.rules, about),
                         base::to_ratio(*target), base::to_ratio(start))) {
      return;
    }
    if (!ledger.is_whole(file.file) || ledger.was_meant(file.file, "baseline")) return;
    found.add(
        indicator.direction.at_or(indicator.at),
        {baseline.written()
             ? base::Bilingual{"“{0}”越低越好，基数 {1} 已经达到目标 {2}：第一天就是已完成",
                               "“{0}” is to go down and its baseline, {1}, meets the target, {2}: "
                               "it is done on the first day"}
             : base::Bilingual{"“{0}”越低越好，没有基数就从 {1} 起算，已经达到目标 {2}："
                               "第一天就是已完成",
                               "“{0}” is to go down and without a baseline begins at {1}, which "
                               "meets the target, {2}: it is done on the first day"},
         {indicator.name.value_or(indicator.id.value_or("")), start.text(), target->text()}},
        {{"剩余量逐步减少的，写 baseline（年初的剩余量）；全年不超过多少的，写 qualifier: "
          "at_most，不写 direction",
          "for what remains to be done write baseline, what there was at the start; for a limit "
          "that is to be kept write qualifier: at_most and no direction"},
         {}},
        {{indicator.target.at, {{"目标在这里", "the target is here"}, {}}}});
  });
}

}  // namespace

const Rule ceiling{
    "W19",
    "ceiling",
    source::Severity::warning,
    {"越低越好的累计数，第一天就已完成",
     "a total that is to stay low and is met from the first day"},
    {"累计数从基数起算，没有基数就是0；0已经低于上限，全年都亮蓝灯，超了才变，什么也提醒不了。",
     "A running total begins at its baseline, or at 0. Already below its limit it is blue all year "
     "and warns of nothing until it is too late."},
    R"yaml(name: 尚未改造的管网
kind: cumulative
direction: down
target: 0
)yaml",
    R"yaml(name: 尚未改造的管网
kind: cumulative
direction: down
baseline: 27.34
target: 0
)yaml",
    find_ceiling,
};

}  // namespace taizhang::check
