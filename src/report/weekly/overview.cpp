// SPDX-License-Identifier: MIT
#include "report/tally.h"
#include "report/weekly/week.h"

namespace taizhang::report {

namespace {

/// The counted rows of a kind on the two days.
struct Pair {
  Rows now;
  Rows before;

  Pair where(const std::vector<query::Condition>& conditions) const {
    return {now.where(conditions), before.where(conditions)};
  }
  bool empty() const { return now.empty() && before.empty(); }
  Value change() const { return query::difference(now.count(), before.count()); }
};

Pair counted(const Week& week, Kind kind) {
  const query::Condition is_counted{"counted", Test::equals, "true"};
  return {week.now(kind).where({is_counted}), week.before(kind).where({is_counted})};
}

/// Coverage comes before a mean, and in its place where few are known (RULES.md §6.11).
Value completion_line(const Asked& asked, const Pair& tasks) {
  const Value mean = tasks.now.mean("completion");
  const Value of = known(tasks.now);
  if (mean.is_absent()) return say(asked, keys::weekly_completion_none, of);
  if (is_thin(tasks.now)) return say(asked, keys::weekly_completion_thin, of, mean);
  return say(asked, keys::weekly_completion, of, mean, tasks.before.mean("completion"),
             known(tasks.before));
}

void summary(Week& week, const Pair& tasks) {
  const Asked& asked = week.asked();
  const Rows all = week.now(Kind::tasks);
  week.line("summary", say(asked, keys::weekly_summary, week.today(),
                           query::field(week.plan(), "time"), all.count(), tasks.now.count(),
                           tasks.now.where({{"class", Test::equals, "not_measured"}}).count()));
  const Value left_out = not_counted(asked, all.where({{"counted", Test::equals, "false"}}));
  if (!left_out.is_absent()) week.line("not_counted", left_out);
  week.line("completion", completion_line(asked, tasks));
}

void cards(Week& week, const Pair& tasks, const Pair& indicators) {
  const Asked& asked = week.asked();
  document::Cards cards{{"figures", {}}};
  const auto add = [&](std::string key, words::Key<0> label, Value value, Value note) {
    cards.lines.push_back({std::move(key), week.word(label), std::move(value), std::move(note)});
  };
  const Rows issues = week.now(Kind::issues);
  add("time", keys::weekly_time, query::field(week.plan(), "time"), "");
  cards.lines.back().bar = true;
  const Value mean = tasks.now.mean("completion");
  if (mean.is_absent()) {
    add("known", keys::weekly_known, known(tasks.now), "");
  } else if (is_thin(tasks.now)) {
    add("known", keys::weekly_known, known(tasks.now), say(asked, keys::weekly_of_known, mean));
  } else {
    add("completion", keys::weekly_mean_completion, mean,
        say(asked, keys::weekly_of_tasks, known(tasks.now)));
  }
  add("reported", keys::weekly_reported, indicators.now.where({{"reading", Test::exists}}).count(),
      say(asked, keys::weekly_of_indicators, indicators.now.count()));
  add("issues", keys::weekly_issues_open, issues.where({{"open", Test::equals, "true"}}).count(),
      say(asked, keys::weekly_of_them_overdue, overdue(issues).count()));
  week.put(std::move(cards));
}

/// A row a class that stands for anything now or did a week ago: tasks and indicators, each with
/// its share and the change on last week.
document::Table classes(const Week& week, const Pair& tasks, const Pair& indicators) {
  document::Table table{.id = "classes"};
  table.columns = {week.text("class", keys::field_class),
                   week.number("tasks", keys::weekly_tasks),
                   week.number("tasks_share", keys::weekly_share),
                   week.number("tasks_change", keys::weekly_change),
                   week.number("indicators", keys::weekly_of_measures),
                   week.number("indicators_share", keys::weekly_share),
                   week.number("indicators_change", keys::weekly_change)};
  for (const facts::Known& standing : facts::find_field(Kind::tasks, "class")->field->known({})) {
    const query::Condition is{"class", Test::equals, query::plain(standing.value)};
    const Pair some_tasks = tasks.where({is});
    const Pair some_indicators = indicators.where({is});
    if (some_tasks.empty() && some_indicators.empty()) continue;
    document::Row row{.cells = {standing.value}};
    for (const auto& [some, all] :
         {std::pair(&some_tasks, &tasks), std::pair(&some_indicators, &indicators)}) {
      row.cells.push_back(some->now.count());
      row.cells.push_back(query::share(some->now.count(), all->now.count()));
      row.cells.push_back(some->change());
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

document::Table measures(const Week& week, const Pair& indicators) {
  document::Table table{.id = "measures"};
  table.columns = {week.text("measure", keys::weekly_measure), week.number("all", keys::weekly_all),
                   week.number("count", keys::weekly_now), week.number("share", keys::weekly_share),
                   week.number("change", keys::weekly_change)};
  const auto add = [&](words::Key<0> label, const Pair& all, const Pair& some) {
    if (all.now.empty()) return;
    table.rows.push_back({{week.word(label), all.now.count(), some.now.count(),
                           query::share(some.now.count(), all.now.count()), some.change()}});
  };
  const Pair milestones = counted(week, Kind::milestones);
  add(keys::weekly_row_reported, indicators, indicators.where({{"reading", Test::exists}}));
  add(keys::weekly_row_met, indicators, indicators.where({{"met", Test::equals, "true"}}));
  add(keys::weekly_row_milestones_done, milestones, milestones.where({{"done", Test::exists}}));
  add(keys::weekly_row_milestones_overdue, milestones,
      {overdue(asked_for(week.now(Kind::milestones))),
       overdue(asked_for(week.before(Kind::milestones)))});
  return table;
}

}  // namespace

void weekly_overview(Week& week) {
  const Pair tasks = counted(week, Kind::tasks);
  const Pair indicators = counted(week, Kind::indicators);
  summary(week, tasks);
  cards(week, tasks, indicators);
  week.put(classes(week, tasks, indicators));
  document::Table table = measures(week, indicators);
  if (!table.rows.empty()) week.put(std::move(table));
}

}  // namespace taizhang::report
