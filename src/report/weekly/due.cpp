// SPDX-License-Identifier: MIT
#include <map>

#include "report/weekly/week.h"

namespace taizhang::report {

namespace {

constexpr std::chrono::days month_ahead{30};

Rows with_own_date(const Rows& rows) {
  if (rows.kind() != Kind::indicators) return rows;
  return rows.where({{"due_apart", Test::equals, "true"}});
}

/// What falls due on one day is a row: many share a due date.
document::Table by_day(const Week& week, std::string id, words::Key<0> days,
                       const std::vector<Rows>& kinds) {
  document::Table table{.id = std::move(id)};
  table.columns = {week.text("date", keys::weekly_date),
                   week.number("days", days),
                   week.number("tasks", keys::weekly_due_tasks),
                   week.text("task_items", keys::weekly_items),
                   week.number("milestones", keys::weekly_due_milestones),
                   week.text("milestone_items", keys::weekly_items),
                   week.number("indicators", keys::weekly_due_indicators),
                   week.text("indicator_items", keys::weekly_items)};
  std::map<std::string, facts::Row> dates;  // the first row of each
  for (const Rows& rows : kinds) {
    for (const facts::Row& row : rows) dates.emplace(text_of(row, "due"), row);
  }
  for (const auto& [date, row] : dates) {
    Value left = query::field(row, "days_left");
    const bool is_past = *left.as<long long>() < 0;
    document::Row cells;
    cells.cells = {facts::value(row, "due"),
                   is_past ? query::difference(query::sum({}), left, false) : std::move(left)};
    for (const Rows& rows : kinds) {
      const Rows some = rows.where({{"due", Test::equals, date}});
      cells.cells.push_back(some.count());
      cells.cells.push_back(items(some));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

Rows overdue(const Rows& rows) {
  return with_own_date(rows).where({{"overdue", Test::equals, "true"}});
}

Rows due_within(const Rows& rows, std::chrono::days days) {
  const query::Condition is_ahead = rows.kind() == Kind::milestones
                                        ? query::Condition{"done", Test::absent}
                                        : query::Condition{"met", Test::differs, "true"};
  return with_own_date(rows).where({is_ahead,
                                    {"days_left", Test::at_least, "0"},
                                    {"days_left", Test::at_most, std::to_string(days.count())}});
}

void weekly_due(Week& week) {
  std::vector<Rows> late;
  std::vector<Rows> soon;
  for (const Kind kind : {Kind::tasks, Kind::milestones, Kind::indicators}) {
    const Rows rows = asked_for(week.now(kind));
    late.push_back(overdue(rows));
    soon.push_back(due_within(rows, month_ahead));
  }
  week.table(keys::weekly_overdue, by_day(week, "overdue", keys::weekly_days_over, late));
  week.table(keys::weekly_soon, by_day(week, "soon", keys::weekly_days_left, soon));
}

}  // namespace taizhang::report
