// SPDX-License-Identifier: MIT
#include "query/trend.h"

#include <algorithm>
#include <set>

#include "base/fatal.h"

namespace taizhang::query {

using base::Date;
using base::Exit;
using base::Fatal;

namespace {

std::vector<Date> month_ends(Date from, Date to, std::size_t limit) {
  using std::chrono::last;
  const std::chrono::year_month_day first{from};
  std::vector<Date> days;
  for (auto month = first.year() / first.month();; month += std::chrono::months{1}) {
    const Date end{month / last};
    if (end >= to || days.size() == limit) break;
    days.push_back(end);
  }
  days.push_back(to);
  return days;
}

std::vector<Date> weeks(Date from, Date to, std::size_t limit) {
  std::vector<Date> days;
  for (Date day = to; day >= from && days.size() <= limit; day -= std::chrono::days{7}) {
    days.push_back(day);
  }
  std::reverse(days.begin(), days.end());
  return days;
}

constexpr Step step_table[] = {{"month", month_ends}, {"week", weeks}};

Date first_day(const model::PlanFolder& plan, const TrendRequest& request) {
  if (request.from) return *request.from;
  if (plan.plan.period.start) return std::min(*plan.plan.period.start, request.to);
  throw Fatal(
      Exit::usage,
      {{"计划 {0} 的起始日读不出来", "the first day of the plan {0} cannot be read"}, {plan.id}},
      {{"用 --from 写明从哪一天起", "say with --from where to begin"}, {}});
}

std::vector<Date> days_of(const model::PlanFolder& plan, const TrendRequest& request) {
  const Date from = first_day(plan, request);
  if (from > request.to) {
    throw Fatal(Exit::usage,
                {{"起始日 {0} 晚于截止日 {1}", "the first day {0} is after the last day {1}"},
                 {base::iso(from), base::iso(request.to)}},
                {{"--from 不能晚于 --to；不写 --to 就是 --as-of 那一天",
                  "--from must not be after --to, which is the day of --as-of unless given"},
                 {}});
  }
  const std::vector<Date> days = request.step->days(from, request.to, most_days);
  if (days.size() > most_days) {
    throw Fatal(
        Exit::usage,
        {{"{0} 至 {1} 超过 {2} 个时点", "{0} to {1} is more than {2} days to count"},
         {base::iso(from), base::iso(request.to), static_cast<long long>(most_days)}},
        {{"缩短起止日期，或改用 --every month", "take a shorter span, or --every month"}, {}});
  }
  return days;
}

/// Count what one plan has of `tasks`.
TrendPoint point(const measure::PlanFigures& plan, const std::vector<TaskInPlan>& tasks,
                 Counting counting, LeftOut& left_out) {
  TrendPoint result{plan.clocks, plan.time, {}};
  left_out = for_each_counted(tasks, plan, counting,
                              [&](const measure::Counted& counted) { result.tally.add(counted); });
  return result;
}

}  // namespace

std::span<const Step> steps() { return step_table; }

Trend trend(const model::Ledger& ledger, TrendRequest request) {
  Trend result{std::move(request), {}};
  const TrendRequest& asked = result.request;
  std::vector<std::vector<Date>> days;
  std::set<Date> all_days;
  for (const model::PlanFolder* plan : select_plans(ledger, asked.selection.plan)) {
    result.plans.push_back({plan, {}, {}});
    days.push_back(days_of(*plan, asked));
    all_days.insert(days.back().begin(), days.back().end());
  }
  for (const Date day : all_days) {
    // All plans on each day: a section or a unit may be known to only one of them.
    std::vector<measure::PlanFigures> figures;
    for (const PlanTrend& one : result.plans) {
      figures.push_back(measure::measure_plan(*one.plan, ledger.registry_of(*one.plan),
                                              {day, asked.known_by.value_or(day)}));
    }
    const std::vector<TaskInPlan> tasks = select_tasks(ledger, figures, asked.selection);
    for (std::size_t p = 0; p < figures.size(); ++p) {
      if (!std::ranges::binary_search(days[p], day)) continue;
      PlanTrend& one = result.plans[p];
      one.points.push_back(point(figures[p], tasks, asked.counting, one.left_out));
    }
  }
  return result;
}

}  // namespace taizhang::query
