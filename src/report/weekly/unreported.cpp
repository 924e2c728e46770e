// SPDX-License-Identifier: MIT
#include "query/groups.h"
#include "report/weekly/week.h"

namespace taizhang::report {

namespace {

Rows with(const Rows& rows, std::string reporting) {
  return rows.where({{"reporting", Test::equals, std::move(reporting)}});
}

}  // namespace

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
