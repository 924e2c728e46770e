// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

std::vector<Row> with_all(const Rows& rows, const std::vector<query::Condition>& conditions) {
  const Rows some = rows.where(conditions);
  return {some.begin(), some.end()};
}

/// Those that are open, the most urgent first, then those closed this week.
void issues(Paper& paper) {
  const Asked& asked = paper.asked();
  const Rows all = paper.now(Kind::issues);
  const Rows open = all.where({{"open", Test::equals, "true"}});
  const std::string first = base::iso(paper.first_day());
  const Rows fresh = all.where({{"found", Test::at_least, first}});
  const Rows running = open.where({{"found", Test::less, first}});
  const Rows closed =
      all.where({{"open", Test::equals, "false"}, {"since", Test::at_least, first}});
  if (open.empty() && closed.empty()) {
    paper.line("no_issues", paper.word(keys::weekly_no_issues));
    return;
  }
  const Rows gone = fresh.where({{"open", Test::equals, "false"}});
  paper.line("issues_summary",
             say(asked, keys::weekly_issues,
                 gone.empty() ? say(asked, keys::weekly_issues_found, fresh.count())
                              : say(asked, keys::weekly_issues_found_and_closed, fresh.count(),
                                    gone.count()),
                 running.count(), overdue(issues_asked_for(open)).count(), closed.count()));
  const auto line_of_back = [&](const char* id, words::Key<2> key,
                                bool (*is_so)(const Paper&, const Row&)) {
    std::vector<Row> some = with_all(all, {});
    std::erase_if(some, [&](const Row& row) { return !is_so(paper, row); });
    if (!some.empty()) {
      paper.line(id, say(asked, key, one_by_one(some), names_of(asked, some)));
    }
  };
  line_of_back("issues_sent_back", keys::weekly_issues_sent_back, was_sent_back);
  line_of_back("issues_back", keys::weekly_issues_back, came_back);
  std::vector<Row> rows = with_all(open, {});
  most_urgent_first(rows);
  std::ranges::copy(with_all(closed, {}), std::back_inserter(rows));
  const Rows critical = issues_asked_for(open).where(
      {{"overdue", Test::equals, "true"}, {"level", Test::equals, "critical"}});
  Exceptions exceptions = exceptions_of(rows, "turn", "issues_rest");
  exceptions.pressing =
      static_cast<std::size_t>(std::ranges::distance(critical.begin(), critical.end()));
  paper.put(table_of_issues(paper, "issues", paper.that_may_stand(rows)), std::move(exceptions));
}

void inspections(Paper& paper) {
  const std::vector<Row> rows = inspections_told(paper);
  paper.table_or(table_of_inspections(paper.asked(), paper.that_may_stand(rows)),
                 exceptions_of(rows, "lead", "inspections_rest"), keys::weekly_no_inspections);
}

/// Issued, replied to or closed this week, or a reply is late or due within the next.
void orders(Paper& paper) {
  const Rows all = paper.now(Kind::orders);
  std::vector<Row> rows = with_all(all, {});
  const std::string first = base::iso(paper.first_day());
  const std::string ahead = base::iso(paper.today() + one_week);
  std::erase_if(rows, [&](const Row& row) {
    const auto is_fresh = [&](std::string_view field) {
      const Value day = facts::find_field(Kind::orders, field)->get(row);
      return !day.is_absent() && query::plain(day) >= first;
    };
    const bool is_new = is_fresh("date") || is_fresh("reply.date") || is_fresh("closed");
    const auto replied = facts::find_field(Kind::orders, "reply.date")->get(row);
    const Value due = facts::value(row, "reply_by");
    const bool is_due = !due.is_absent() && query::plain(due) <= ahead &&
                        query::plain(due) > base::iso(paper.today()) && replied.is_absent() &&
                        facts::value(row, "closed").is_absent();
    return !is_new && !is_due && text_of(row, "overdue") != "true";
  });
  most_urgent_first(rows);
  Exceptions exceptions = exceptions_of(rows, "lead", "orders_rest");
  paper.table_or(table_of_orders(paper.asked(), paper.that_may_stand(rows)), std::move(exceptions),
                 keys::weekly_no_orders);
}

}  // namespace

void weekly_open(Paper& paper) {
  const bool nothing = paper.now(Kind::issues).empty() && paper.now(Kind::inspections).empty() &&
                       paper.now(Kind::orders).empty();
  if (nothing) return;
  paper.heading(paper.word(keys::weekly_issues_title), 1);
  issues(paper);
  paper.heading(paper.word(keys::weekly_inspections_title), 1);
  inspections(paper);
  paper.heading(paper.word(keys::weekly_orders_title), 1);
  orders(paper);
}

}  // namespace taizhang::report
