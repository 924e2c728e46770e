// SPDX-License-Identifier: MIT
#include "query/groups.h"
#include "report/weekly/week.h"

namespace taizhang::report {

namespace {

Rows with(const Rows& rows, std::string reporting) {
  return rows.where({{"reporting", Test::equals, std::move(reporting)}});
}

}  // namespace

void weekly_issues(Week& week) {
  const Rows all = week.now(Kind::issues);
  const Rows open = all.where({{"open", Test::equals, "true"}});
  const std::string first = base::iso(week.first_day());
  const auto put = [&](words::Key<0> title, std::string id, const Rows& rows) {
    week.table(title, table_of(week.asked(), std::move(id), rows,
                               {{"item"},
                                {"text", &keys::weekly_issue},
                                {"level"},
                                {"owner"},
                                {"state"},
                                {"since"},
                                {"due"},
                                {"overdue"}}));
  };
  put(keys::weekly_issues_new, "issues_new", open.where({{"found", Test::at_least, first}}));
  put(keys::weekly_issues_running, "issues_open", open.where({{"found", Test::less, first}}));
  put(keys::weekly_issues_closed, "issues_closed",
      all.where({{"open", Test::equals, "false"}, {"since", Test::at_least, first}}));
}

void weekly_unreported(Week& week) {
  const Rows out =
      asked_for(week.now(Kind::indicators)).where({{"reporting", Test::differs, "reported"}});
  if (out.empty()) return;
  week.line("summary",
            say(week.asked(), keys::weekly_unreported_summary, with(out, "never").count(),
                with(out, "missing").count(), with(out, "awaited").count()));
  document::Table table{.id = "unreported"};
  table.columns = {week.text("unit", keys::weekly_unit), week.number("never", keys::weekly_never),
                   week.number("missing", keys::weekly_behind),
                   week.number("awaited", keys::weekly_awaited),
                   week.text("items", keys::weekly_items)};
  for (const query::Group& unit : week.grouped(out, "reporter")) {
    table.rows.push_back(
        {{unit.label, with(unit.rows, "never").count(), with(unit.rows, "missing").count(),
          with(unit.rows, "awaited").count(), items(unit.rows)}});
  }
  week.put(std::move(table));
}

}  // namespace taizhang::report
