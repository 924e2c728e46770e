// SPDX-License-Identifier: MIT
#include "check/reported.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

void look_at_days(const model::Period& period, const model::Override& own, Collector& found) {
  const bool reversed = own.from && own.until && *own.until < *own.from;
  const bool before_plan = own.until && period.start && *own.until < *period.start;
  const bool after_plan = own.from && period.end && own.until.written() && *own.from > *period.end;
  if (!reversed && !before_plan && !after_plan) return;
  const auto& day = after_plan && !reversed ? own.from : own.until;
  found.add(
      day.at_or(own.at),
      {reversed ? base::Bilingual{"有效至 {0}，比开始的一天还早：哪一天都不起作用",
                                  "until {0} is before its first day: it holds on no day"}
                : base::Bilingual{"{0} 不在计划周期之内：哪一天都不起作用",
                                  "{0} is outside the plan’s period: it holds on no day"},
       {base::iso(*day)}},
      {{"核对 from（从哪天起）和 until（到哪天止）", "check from and until, its two days"}, {}},
      {{reversed ? own.from.at : period.start.at,
        {{"对照这里的日期", "compare the day here"}, {}}}});
}

void find_override_range(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      for (const model::Override& own : file.task.override_) {
        look_at_days(plan.plan.period, own, found);
        if (!own.score) continue;
        if (*own.score >= base::Decimal() && *own.score <= base::Decimal::whole(100)) continue;
        found.add(own.score.at_or(own.at),
                  {{"得分 {0} 不在 0 至 100 之间", "a score of {0} is not from 0 to 100"},
                   {own.score->text()}},
                  {{"写 0 至 100 的得分", "write a score from 0 to 100"}, {}});
      }
    }
  }
}

}  // namespace

const Rule override_range{
    "E57",
    "override-range",
    source::Severity::error,
    {"人工定灯的日期或得分不成立", "an override on no day, or with an impossible score"},
    {"人工定灯从 from 那天到 until 那天有效；日期写反、写错年份，就哪一天都不起作用。得分满分100。",
     "An override holds from one day to another; with the days swapped or of another year it holds "
     "on none. The best score is 100."},
    R"yaml(override: {score: 150, reason: 超额完成, by: 市政府办公室, from: 2023-10-01, until: 2022-12-31}
)yaml",
    R"yaml(override: {score: 100, reason: 超额完成, by: 市政府办公室, from: 2023-10-01, until: 2023-12-31}
)yaml",
    find_override_range,
};

}  // namespace taizhang::check
