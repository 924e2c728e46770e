// SPDX-License-Identifier: MIT
#include "check/owed.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_stale(const Moment& moment, Collector& found) {
  for_each_owed(moment, [&](const measure::PlanFigures& plan, const auto&,
                            const measure::IndicatorFigures& figures) {
    // A missing report says it already; of what is done or final no more is to come.
    if (figures.stale == 0 || !figures.reports.missing.empty() || figures.met) return;
    const measure::Effective& newest = *figures.newest();
    if (newest.reading->final.value_or(false)) return;
    const auto limits = plan.limits.stale.of(figures.frequency);
    if (!limits) return;
    const bool very = figures.stale > 1;
    found
        .add(
            place_of_readings(*figures.indicator),
            {very
                 ? base::Bilingual{"“{0}”的数据截至 {1}，已有 {2} 天，超过 {3} 天：严重陈旧",
                                   "the data of “{0}” is of {1}, {2} days old; over {3} it is very "
                                   "stale"}
                 : base::
                       Bilingual{"“{0}”的数据截至 {1}，已有 {2} 天，超过 {3} 天：陈旧",
                                 "the data of “{0}” is of {1}, {2} days old; over {3} it is stale"},
             {figures.indicator->name.value_or(figures.indicator->id.value_or("")),
              base::iso(newest.date), *figures.age,
              static_cast<long long>(very ? limits->very_stale : limits->stale)}},
            {{"报一次新数；本来就报得少的，把 frequency 写对",
              "report a new figure; where it is reported less often, write its frequency"},
             {}},
            {{newest.reading->date.at, {{"最新的数在这里", "the newest figure is here"}, {}}}})
        .distinction = base::iso(newest.date);
  });
}

}  // namespace

const Rule stale{
    "W15",
    "stale",
    source::Severity::warning,
    {"数据陈旧", "stale data"},
    {"很久没有新数，灯至少是黄灯，再久就是红灯。每月报的45天、每季报的120天、按农时报的200天、每周"
     "报的"
     "12天（计划可另定）。",
     "With no new figure for long a light is at least yellow, and later red: 45 days for monthly "
     "data, 120 for quarterly, 200 for seasonal, 12 for weekly (a plan may set others)."},
    R"yaml(# 今天是 2023-09-20，8月只报了月初的数
frequency: month
readings:
  - {id: r1, date: 2023-08-02, value: 126, reported: 2023-08-03}
)yaml",
    R"yaml(# 今天是 2023-09-20
frequency: month
readings:
  - {id: r1, date: 2023-08-02, value: 126, reported: 2023-08-03}
  - {id: r2, date: 2023-08-31, value: 131, reported: 2023-09-04}
)yaml",
    nullptr,
    nullptr,
    find_stale,
};

}  // namespace taizhang::check
