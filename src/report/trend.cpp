// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/suggest.h"
#include "report/reports.h"
#include "report/tally.h"

namespace taizhang::report {

namespace {

using Days = std::vector<base::Date>;

Days month_ends(base::Date from, base::Date to) {
  using std::chrono::last;
  const std::chrono::year_month_day first{from};
  Days days;
  for (auto month = first.year() / first.month();; month += std::chrono::months{1}) {
    const base::Date end{month / last};
    if (end >= to || days.size() == most_days) break;
    days.push_back(end);
  }
  days.push_back(to);
  return days;
}

Days weeks(base::Date from, base::Date to) {
  Days days;
  for (base::Date day = to; day >= from && days.size() <= most_days; day -= std::chrono::days{7}) {
    days.push_back(day);
  }
  std::reverse(days.begin(), days.end());
  return days;
}

/// A way to go from one day to another; the last day is always one of them.
struct Step {
  std::string_view name;
  Days (*days)(base::Date from, base::Date to);
};
constexpr Step steps[] = {{"month", month_ends}, {"week", weeks}};

base::Date first_day(const Row& plan, const TrendAsked& trend, base::Date to) {
  if (trend.from) return *trend.from;
  const Value period = facts::value(plan, "period.start");
  if (const auto* start = period.as<base::Date>()) return std::min(*start, to);
  base::refuse({{"计划 {0} 的起始日读不出来", "the first day of the plan {0} cannot be read"},
                {facts::address(plan)}},
               {{"用 --from 写明从哪一天起", "say with --from where to begin"}});
}

Days days_of(const Row& plan, const TrendAsked& trend, base::Date to) {
  const base::Date from = first_day(plan, trend, to);
  if (from > to) {
    base::refuse({{"起始日 {0} 晚于截止日 {1}", "the first day {0} is after the last day {1}"},
                  {base::iso(from), base::iso(to)}},
                 {{"--from 不能晚于 --to；不写 --to 就是 --as-of 那一天",
                   "--from must not be after --to, which is the day of --as-of unless given"}});
  }
  Days days =
      base::find_named(std::span<const Step>(steps), trend.every, {"间隔", "step"}).days(from, to);
  if (days.size() > most_days) {
    base::refuse({{"{0} 至 {1} 超过 {2} 个时点", "{0} to {1} is more than {2} days to count"},
                  {base::iso(from), base::iso(to), static_cast<long long>(most_days)}},
                 trend.every == "month" ? base::Phrase{{"缩短起止日期", "take a shorter span"}}
                                        : base::Phrase{{"缩短起止日期，或改用 --every month",
                                                        "take a shorter span, or --every month"}});
  }
  return days;
}

}  // namespace

Document trend(const Asked& asked, const TrendAsked& trend) {
  const Kind kind = trend.kind.value_or(Kind::tasks);
  const base::Date to = trend.to.value_or(asked.clocks.as_of);
  const std::vector<Row> plans = facts::rows(asked.world(), Kind::plans);
  const bool several = plans.size() > 1;
  base::Date first = to;
  // By plan and then by day, as a reader follows one plan through the year.
  std::vector<Counted> lines;
  std::vector<Value> notes;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    for (const base::Date day : days_of(plans[i], trend, to)) {
      const facts::World& world = asked.world_on({day, trend.known_by.value_or(day)}, {});
      lines.push_back(counted_by_plan(asked, world, kind)[i]);
      first = std::min(first, day);
    }
    const Counted& last = lines.back();
    for (Value& note : left_out_notes(asked, last.left_out)) {
      notes.push_back(several ? of_plan(asked, last, std::move(note)) : std::move(note));
    }
  }
  std::vector<const Rows*> all;
  for (const Counted& line : lines) all.push_back(&line.rows);
  const Tally tally(asked, kind, all);
  const auto by = trend.by.empty() ? std::nullopt : std::optional(dimension_named(kind, trend.by));
  const std::vector<Across> values = by ? across(asked, lines, *by) : std::vector<Across>();
  document::Table table{.id = "course"};
  if (several) table.columns.push_back({"plan", std::string(asked.words[keys::field_plan])});
  table.columns.push_back({"date", std::string(asked.words[keys::field_date])});
  table.columns.push_back({"time", std::string(asked.words[keys::field_time]), Align::right});
  table.columns.push_back(count_column(asked, kind));
  if (by) {
    for (const Across& value : values) table.columns.push_back(value.column());
  } else {
    tally.add_columns(table.columns);
  }
  for (const Counted& line : lines) {
    std::vector<Value>& cells = table.rows.emplace_back().cells;
    if (several) cells.push_back(facts::value(line.plan, "id"));
    cells.emplace_back(line.plan.world->clocks().as_of);
    cells.push_back(query::field(line.plan, "time"));
    cells.push_back(line.rows.count());
    if (by) {
      add_counts_across(asked, values, line.rows, *by, line.plan, cells);
    } else {
      tally.add_cells(cells, line.rows);
    }
  }
  notes.push_back(trend.known_by ? say(asked, keys::stats_known_by, *trend.known_by)
                                 : Value(asked.words[keys::stats_known_by_each]));
  if (!by && has_means(kind)) notes.push_back(mean_note(asked, kind));
  if (by ? shows_lights({*by}) : has_means(kind)) notes.push_back(legend(asked));
  Document document = started(asked, "trend", std::string(asked.words[keys::stats_trend_title]));
  document.head.back() = say(asked, keys::stats_span, first, to);
  document.foot.insert(document.foot.begin(), notes.begin(), notes.end());
  document.chapters.push_back({several ? "" : facts::address(plans.front()), {std::move(table)}});
  return document;
}

}  // namespace taizhang::report
