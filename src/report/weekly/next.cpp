// SPDX-License-Identifier: MIT
#include "report/weekly/week.h"

namespace taizhang::report {

namespace {

/// The reports that must be in within a week, by deadline and period.
void reports(const Week& week, std::vector<Value>& lines) {
  const Rows rows = asked_for(week.now(Kind::indicators))
                        .where(between("awaited_by", week.today() + std::chrono::days{1},
                                       week.today() + one_week));
  for (const query::Group& deadline : week.grouped(rows, "awaited_by")) {
    for (const query::Group& period : week.grouped(deadline.rows, "awaited")) {
      lines.push_back(say(week.asked(), keys::weekly_next_deadline, deadline.label, period.label,
                          period.rows.count()));
    }
  }
}

void tasks(const Week& week, std::vector<Value>& lines) {
  const Rows rows = asked_for(week.now(Kind::tasks));
  const auto add = [&](words::Key<2> key, const Rows& some) {
    if (!some.empty()) lines.push_back(say(week.asked(), key, some.count(), items(some)));
  };
  add(keys::weekly_next_due, due_within(rows, one_week));
  add(keys::weekly_next_overdue, overdue(rows));
}

void issues(const Week& week, std::vector<Value>& lines) {
  const std::string ahead = base::iso(week.today() + one_week);
  const Rows rows = week.now(Kind::issues)
                        .where({{"open", Test::equals, "true"},
                                {"state", Test::differs, "resolved"},
                                {"due", Test::at_most, ahead}});
  for (const facts::Row& row : rows) {
    if (text_of(facts::ancestor(row, Kind::tasks), "open") != "true") continue;
    const auto key = text_of(row, "overdue") == "true" ? keys::weekly_next_issue_overdue
                                                       : keys::weekly_next_issue;
    lines.push_back(say(week.asked(), key, text_of(row, "item"), facts::value(row, "text"),
                        facts::value(row, "due")));
  }
}

void plans(const Week& week, std::vector<Value>& lines) {
  const Rows rows = week.now(Kind::progress)
                        .where(between("date", week.first_day(), week.today()))
                        .where({{"next", Test::exists}, {"open", Test::equals, "true"}});
  for (const facts::Row& row : rows) {
    lines.push_back(say(week.asked(), keys::weekly_next_plan, text_of(row, "item"),
                        facts::value(row, "title"), facts::value(row, "next")));
  }
}

}  // namespace

void weekly_next(Week& week) {
  document::Bullets bullets{"next", {}};
  reports(week, bullets.lines);
  tasks(week, bullets.lines);
  issues(week, bullets.lines);
  plans(week, bullets.lines);
  if (!bullets.lines.empty()) week.put(std::move(bullets));
}

}  // namespace taizhang::report
