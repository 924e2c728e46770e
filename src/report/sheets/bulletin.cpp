// SPDX-License-Identifier: MIT
//
// 通报: numbers first, those that are off schedule one by one; units and items are named, never
// persons.
#include <algorithm>

#include "report/paper/due.h"
#include "report/paper/records.h"
#include "report/reports.h"

namespace taizhang::report {

namespace {

/// The classes of what is on schedule, and of what is not.
constexpr const char* on_schedule[] = {"done", "ahead", "on_schedule"};
constexpr const char* off_schedule[] = {"behind", "far_behind"};

std::vector<Row> of_classes(const Rows& rows, std::span<const char* const> classes) {
  std::vector<Row> all;
  for (const Row& row : rows) {
    const std::string standing = text_of(row, "class");
    if (std::ranges::find(classes, standing) != classes.end()) all.push_back(row);
  }
  return all;
}

Value count_of(const Rows& rows, std::span<const char* const> classes) {
  std::vector<Value> counts;
  for (const char* one : classes) {
    counts.push_back(rows.where({{"class", Test::equals, one}}).count());
  }
  return query::sum(counts);
}

void bulletin_totals(Paper& paper) {
  const Asked& asked = paper.asked();
  const Rows all = paper.now(Kind::tasks);
  const Rows tasks = paper.counted(Kind::tasks);
  paper.line("basis", say(asked, keys::bulletin_basis,
                          cited(asked, facts::value(paper.plan(), "title")), paper.today()));
  paper.line("tasks", say(asked, keys::bulletin_tasks, all.count(), tasks.count(),
                          query::field(paper.plan(), "time")));
  const Value left_out = not_counted(asked, all.where({{"counted", Test::equals, "false"}}));
  if (!left_out.is_absent()) paper.line("not_counted", left_out);
  document::Table table{.id = "classes"};
  table.columns = {{"class", paper.word(keys::field_class)},
                   paper.number("tasks", keys::weekly_tasks),
                   paper.number("share", keys::weekly_share)};
  for (const facts::Known& standing :
       facts::find_field(Kind::tasks, "class")->field->known(paper.plan())) {
    const Rows some = tasks.where({{"class", Test::equals, query::plain(standing.value)}});
    if (some.empty()) continue;
    table.rows.push_back(
        {{standing.label, some.count(), query::share(some.count(), tasks.count())}});
  }
  paper.put_rows(std::move(table));
}

void bulletin_on_schedule(Paper& paper) {
  const Rows indicators = paper.counted(Kind::indicators);
  if (indicators.empty()) return;
  paper.line("indicators",
             say(paper.asked(), keys::bulletin_indicators, indicators.count(),
                 count_of(indicators, on_schedule), count_of(indicators, off_schedule)));
  document::List others;
  for (const facts::Known& standing :
       facts::find_field(Kind::indicators, "class")->field->known(paper.plan())) {
    const std::string name = query::plain(standing.value);
    if (std::ranges::find(on_schedule, name) != std::end(on_schedule) ||
        std::ranges::find(off_schedule, name) != std::end(off_schedule)) {
      continue;
    }
    const Rows some = indicators.where({{"class", Test::equals, name}});
    if (!some.empty()) {
      others.items.push_back(say(paper.asked(), keys::paper_of_unit, standing.label, some.count()));
    }
  }
  if (!others.items.empty()) {
    paper.line("others", say(paper.asked(), keys::bulletin_others, std::move(others)));
  }
  const char* const ahead[] = {"done", "ahead"};
  const std::vector<Row> rows = of_classes(indicators, ahead);
  document::Table table = table_of(
      paper.asked(), "ahead", Kind::indicators, rows,
      with_task(
          {{"name", &keys::paper_indicator}, {"promise"}, {"value"}, {"completion"}, {"class"}}));
  paper.table(keys::bulletin_ahead, std::move(table));
}

void bulletin_off_schedule(Paper& paper) {
  Behind& behind = paper.behind();
  const std::vector<Row> rows = of_classes(paper.counted(Kind::indicators), off_schedule);
  if (!rows.empty()) {
    paper.put(table_of(paper.asked(), "off_schedule", Kind::indicators, rows,
                       columns_of_shortfall(behind, "class")));
  }
  // Those that have no indicator to be told by.
  std::vector<Row> tasks = of_classes(paper.counted(Kind::tasks), off_schedule);
  std::erase_if(tasks, [](const Row& task) {
    return std::ranges::any_of(facts::rows_in(task, Kind::indicators), [](const Row& indicator) {
      return std::ranges::find(off_schedule, text_of(indicator, "class")) != std::end(off_schedule);
    });
  });
  std::vector<Shown> columns = with_task(behind.columns());
  columns[3] = {"class", nullptr, [](const Row& row) {
                  return with_remark(facts::find_field(Kind::tasks, "class")->shown(row),
                                     over_by(row));
                }};
  std::erase_if(columns, [](const Shown& column) { return column.field == "forecast"; });
  paper.table(keys::bulletin_off_tasks,
              table_of(paper.asked(), "off_schedule_tasks", Kind::tasks, tasks, columns));
  if (rows.empty() && tasks.empty()) paper.line("none", paper.word(keys::bulletin_none_off));
  put_lights_by_hand(paper, paper.counted(Kind::tasks), Above::none);
}

/// Whether the time of the plan is over.
bool is_over(const Paper& paper) {
  const auto& end = paper.plan().plan->plan->plan.period.end;
  return end && paper.today() >= *end;
}

void bulletin_problems(Paper& paper) {
  const Asked& asked = paper.asked();
  document::Bullets lines{"problems", {}};
  const auto add = [&](words::Key<2> key, const Rows& rows, Value who) {
    if (!rows.empty()) lines.lines.push_back(say(asked, key, rows.count(), std::move(who)));
  };
  const auto all = [](const Rows& rows) { return std::vector<Row>(rows.begin(), rows.end()); };
  const Rows tasks = paper.counted(Kind::tasks);
  const Rows red = tasks.where({{"light", Test::equals, "red"}});
  const Rows late = overdue(asked_for(paper.now(Kind::tasks)));
  const Rows missing = missing_reports(paper.now(Kind::indicators));
  const Rows issues = overdue(issues_asked_for(paper.now(Kind::issues)));
  const Rows yellow = tasks.where({{"light", Test::equals, "yellow"}});
  // Of those that are over nothing is asked below.
  const auto name = [&](const Row& row) {
    Value over = over_by(row);
    return over.is_absent()
               ? name_of(asked, row)
               : say(asked, keys::weekly_named_with, name_of(asked, row), std::move(over));
  };
  add(keys::bulletin_red, red, names_of(asked, all(red), name));
  add(keys::bulletin_yellow, yellow, names_of(asked, all(yellow), name));
  add(keys::bulletin_overdue, late, names_of(asked, all(late)));
  const std::vector<Row> overdue_things = DueThings(paper, overdue).all();
  const auto add_things = [&](words::Key<1> key, Kind kind) {
    std::vector<Row> some;
    std::ranges::copy_if(overdue_things, std::back_inserter(some),
                         [&](const Row& row) { return row.kind == kind; });
    if (!some.empty()) lines.lines.push_back(say(asked, key, one_by_one(some)));
  };
  add_things(keys::bulletin_overdue_milestones, Kind::milestones);
  add_things(keys::bulletin_overdue_indicators, Kind::indicators);
  add(keys::bulletin_missing, missing, paper.by_unit(all(missing), "missing_from"));
  add(keys::bulletin_issues, issues, paper.by_unit(all(issues), "turn"));
  if (!lines.lines.empty()) paper.put(std::move(lines));
  paper.table(keys::bulletin_overdue_title, table_of_due(paper, "overdue", overdue_things));
  paper.table(keys::bulletin_missing_title, table_of_missing(asked, all(missing)));
  if (Value line = no_longer_asked_for(asked, all(missing)); !line.is_absent()) {
    paper.line("no_longer_asked_for", std::move(line));
  }
  paper.table(keys::bulletin_issues_title, table_of_issues(paper, "issues", all(issues)));
  const Rows unknown = tasks.where({{"class", Test::equals, "not_reported"}});
  if (paper.is_public() && !unknown.empty()) {
    paper.line("unrecorded", say(asked, keys::bulletin_unrecorded, unknown.count()));
  }
}

void bulletin_demands(Paper& paper) {
  if (paper.is_public()) {
    paper.line("none", paper.word(keys::bulletin_public_demands));
    return;
  }
  const Asked& asked = paper.asked();
  document::Bullets lines{"demands", {}};
  const Rows tasks = asked_for(paper.now(Kind::tasks));
  // By which day, the office says when it sends it; of whom it asks, the line says.
  const auto add_line = [&](words::Key<3> key, Value count, const std::vector<Row>& rows,
                            std::string_view unit) {
    lines.lines.push_back(say(asked, key, std::move(count),
                              Value(asked.words[keys::order_blank_day]),
                              paper.by_unit(rows, unit)));
  };
  const auto add = [&](words::Key<3> key, const Rows& rows, std::string_view unit) {
    if (!rows.empty()) add_line(key, rows.count(), {rows.begin(), rows.end()}, unit);
  };
  add(keys::bulletin_catch_up, tasks.where({{"light", Test::equals, "red"}}), "lead");
  add(keys::bulletin_watch, tasks.where({{"light", Test::equals, "yellow"}}), "lead");
  if (const auto late = DueThings(paper, overdue).all(); !late.empty()) {
    add_line(keys::bulletin_explain, one_by_one(late), late, "lead");
  }
  add(keys::bulletin_report, reports_to_catch_up(missing_reports(paper.now(Kind::indicators))),
      "missing_from");
  add(keys::bulletin_solve, issues_asked_for(paper.now(Kind::issues)), "turn");
  if (!lines.lines.empty()) {
    paper.put(std::move(lines));
  } else {
    paper.line("none",
               paper.word(is_over(paper) ? keys::bulletin_over : keys::bulletin_no_demands));
  }
  std::vector<Row> over = red_then_yellow([&] {
    const Rows counted = paper.counted(Kind::tasks);
    return std::vector<Row>(counted.begin(), counted.end());
  }());
  std::erase_if(over, [](const Row& row) { return over_by(row).is_absent(); });
  if (!over.empty()) {
    paper.line("over",
               say(asked, keys::bulletin_not_asked, one_by_one(over), names_of(asked, over)));
  }
}

constexpr Part bulletin_parts[] = {
    {keys::bulletin_part_totals, bulletin_totals},
    {keys::bulletin_part_on, bulletin_on_schedule, &keys::bulletin_no_indicators},
    {keys::bulletin_part_off, bulletin_off_schedule},
    {keys::bulletin_part_problems, bulletin_problems, &keys::bulletin_no_problems},
    {keys::bulletin_part_demands, bulletin_demands}};

}  // namespace

Document bulletin(const Asked& asked) {
  return paper_of(asked, {.id = "bulletin", .title = keys::bulletin_title, .has_means = false},
                  asked.clocks.as_of, bulletin_parts);
}

}  // namespace taizhang::report
