// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report/charts.h"
#include "report/weekly/parts.h"

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

Pair pair_of(const Paper& paper, Kind kind) {
  return {paper.counted(kind), paper.before(kind).where({{"counted", Test::equals, "true"}})};
}

void summary(Paper& paper, const Pair& tasks) {
  const Asked& asked = paper.asked();
  const Rows all = paper.now(Kind::tasks);
  paper.line("summary", say(asked, keys::weekly_summary, paper.today(),
                            query::field(paper.plan(), "time"), all.count(), tasks.now.count()));
  const Value left_out = not_counted(asked, all.where({{"counted", Test::equals, "false"}}));
  if (!left_out.is_absent()) paper.line("not_counted", left_out);
}

/// How many indicators there are, and how many of them nobody has ever reported: some of these are
/// not in the row of what is not reported, for they are late enough to be behind.
Value without_reports(const Paper& paper, const Rows& indicators) {
  const Asked& asked = paper.asked();
  std::vector<Row> never;
  std::ranges::copy_if(indicators, std::back_inserter(never), [](const Row& row) {
    const Value known = facts::value(row, "known_units");
    const bool has_some =
        !known.is_absent() && query::plain(known) != "0" && !query::plain(known).starts_with("0/");
    return facts::value(row, "reading").is_absent() && !has_some;
  });
  std::vector<Row> behind;
  std::ranges::copy_if(never, std::back_inserter(behind), [](const Row& row) {
    const std::string light = text_of(row, "light");
    return light == "red" || light == "yellow";
  });
  if (paper.is_public() || behind.empty()) {
    return say(asked, keys::weekly_of_indicators, indicators.count());
  }
  return say(asked, keys::weekly_never_and_late, indicators.count(), one_by_one(never),
             one_by_one(behind));
}

void cards(Paper& paper, const Pair& tasks, const Pair& indicators) {
  const Asked& asked = paper.asked();
  document::Cards cards{{"figures", {}}};
  const auto add = [&](std::string key, words::Key<0> label, Value value, Value note) {
    cards.lines.push_back({std::move(key), paper.word(label), std::move(value), std::move(note)});
  };
  const Rows issues = paper.now(Kind::issues);
  add("time", keys::weekly_time, query::field(paper.plan(), "time"), "");
  cards.lines.back().bar = true;
  // Coverage comes before a mean, and in its place where few are known (RULES.md §6.11).
  const Value mean = tasks.now.mean("completion");
  if (mean.is_absent()) {
    add("known", keys::weekly_known, known(tasks.now), "");
  } else if (is_thin(tasks.now)) {
    add("known", keys::weekly_known, known(tasks.now), say(asked, keys::weekly_of_known, mean));
  } else {
    const Value last = tasks.before.mean("completion");
    const Value of_now = known(tasks.now);
    const Value of_last = known(tasks.before);
    // That of last week goes by the same rule.
    add("completion", keys::weekly_mean_completion, mean,
        last.is_absent() ? say(asked, keys::weekly_of_tasks, of_now)
        : is_thin(tasks.before)
            ? say(asked, keys::weekly_of_tasks_and_few_last, of_now, of_last)
            : say(asked, keys::weekly_of_tasks_and_last, of_now, last, of_last));
  }
  add("reported", paper.is_public() ? keys::weekly_recorded : keys::weekly_reported,
      indicators.now.where({{"reading", Test::exists}}).count(),
      without_reports(paper, indicators.now));
  add("issues", keys::weekly_issues_open, issues.where({{"open", Test::equals, "true"}}).count(),
      say(asked, keys::weekly_of_them_overdue, overdue(issues_asked_for(issues)).count()));
  paper.put(std::move(cards));
}

/// A row a class that stands for anything now or did a week ago: tasks and indicators, each with
/// its share and the change on last week.
document::Table classes(const Paper& paper, const Pair& tasks, const Pair& indicators) {
  document::Table table{.id = "classes"};
  table.columns = {{"class", paper.word(keys::field_class)},
                   paper.number("tasks", keys::weekly_tasks),
                   paper.number("tasks_share", keys::weekly_share),
                   paper.number("tasks_change", keys::weekly_change),
                   paper.number("indicators", keys::weekly_of_measures),
                   paper.number("indicators_share", keys::weekly_share),
                   paper.number("indicators_change", keys::weekly_change)};
  for (const facts::Known& standing :
       facts::find_field(Kind::tasks, "class")->field->known(paper.plan())) {
    const query::Condition is{"class", Test::equals, query::plain(standing.value)};
    const Pair some_tasks = tasks.where({is});
    const Pair some_indicators = indicators.where({is});
    if (some_tasks.empty() && some_indicators.empty()) continue;
    document::Row row{.cells = {standing.label}};
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

/// The same in a line: how many tasks and how many indicators each class has.
Value line_of_classes(const Asked& asked, const document::Table& table) {
  document::List counts;
  for (const document::Row& row : table.rows) {
    counts.items.push_back(
        say(asked, keys::weekly_class_counts, row.cells[0], row.cells[1], row.cells[4]));
  }
  return say(asked, keys::weekly_classes, Value(std::move(counts)));
}

}  // namespace

void weekly_counts(Paper& paper) {
  const Pair tasks = pair_of(paper, Kind::tasks);
  const Pair indicators = pair_of(paper, Kind::indicators);
  summary(paper, tasks);
  cards(paper, tasks, indicators);
  document::Table table = classes(paper, tasks, indicators);
  document::Paragraph line{"classes", line_of_classes(paper.asked(), table)};
  paper.put(std::move(table), std::move(line));
}

void weekly_overview(Paper& paper) {
  weekly_counts(paper);
  paper.picture(chart_of_sections(paper.asked(), paper.counted(Kind::tasks), paper.plan()));
}

}  // namespace taizhang::report
