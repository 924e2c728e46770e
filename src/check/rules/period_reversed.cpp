// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_period_reversed(const model::Ledger& ledger, Collector& found) {
  const auto look = [&](const model::Given<base::Date>& start, const model::Given<base::Date>& end,
                        source::Span around) {
    if (!start || !end || *start <= *end) return;
    found.add(
        end.at_or(around),
        {{"截止日 {0} 早于起始日 {1}", "it ends on {0}, before it starts on {1}"},
         {base::iso(*end), base::iso(*start)}},
        {{"检查两个日期，是否写反或写错年份", "check both dates: swapped, or the wrong year?"}, {}},
        {{start.at, {{"起始日在这里", "it starts here"}, {}}}});
  };
  for (const model::RegistryFile& registry : ledger.registries) {
    for (const model::Unit& unit : registry.registry.units) {
      look(unit.valid.from, unit.valid.to, unit.valid.at_or(unit.at));
    }
  }
  for (const model::PlanFolder& plan : ledger.plans) {
    look(plan.plan.period.start, plan.plan.period.end, plan.plan.period.at_or(plan.plan.at));
    for (const model::TaskFile& task : plan.tasks) {
      for (const model::Indicator& indicator : task.task.indicators) {
        look(indicator.start, indicator.due, indicator.at);
      }
    }
  }
}

}  // namespace

const Rule period_reversed{
    "E28",
    "period-reversed",
    source::Severity::error,
    {"起始日晚于截止日", "a period that ends before it starts"},
    {"起止颠倒时，时间进度无从算起。", "With its ends swapped a period has no time progress."},
    R"yaml(period: {start: 2023-12-31, end: 2023-01-01}
)yaml",
    R"yaml(period: {start: 2023-01-01, end: 2023-12-31}
)yaml",
    find_period_reversed,
};

}  // namespace taizhang::check
