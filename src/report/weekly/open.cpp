// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

std::vector<Row> with_all(const Rows& rows, const std::vector<query::Condition>& conditions) {
  const Rows some = rows.where(conditions);
  return {some.begin(), some.end()};
}

/// New ones, those that press, the others under way, those closed this week.
void issues(Paper& paper) {
  const Asked& asked = paper.asked();
  const Rows all = paper.now(Kind::issues);
  const Rows open = all.where({{"open", Test::equals, "true"}});
  const std::string first = base::iso(paper.first_day());
  const Rows fresh = open.where({{"found", Test::at_least, first}});
  const Rows running = open.where({{"found", Test::less, first}});
  const Rows closed =
      all.where({{"open", Test::equals, "false"}, {"since", Test::at_least, first}});
  if (open.empty() && closed.empty()) {
    paper.line("no_issues", paper.word(keys::weekly_no_issues));
    return;
  }
  paper.line("issues_summary", say(asked, keys::weekly_issues, fresh.count(), running.count(),
                                   overdue(open).count(), closed.count()));
  std::vector<Row> rows(fresh.begin(), fresh.end());
  const auto add = [&](const std::vector<Row>& some) {
    std::ranges::copy(some, std::back_inserter(rows));
  };
  std::vector<Row> under_way = with_all(running, {});
  // Those over their time come first, the gravest before the others, the one longest over first.
  std::ranges::stable_sort(under_way, [](const Row& a, const Row& b) {
    const auto rank = [](const Row& row) {
      const std::string level = text_of(row, "level");
      return std::tuple(text_of(row, "overdue") != "true",
                        level == "critical" ? 0
                        : level == "major"  ? 1
                                            : 2,
                        text_of(row, "due"));
    };
    return rank(a) < rank(b);
  });
  add(under_way);
  add(with_all(closed, {}));
  paper.put(table_of_issues(paper, "issues", paper.that_may_stand(rows)),
            exceptions_of(rows, "turn", "issues_rest"));
}

void inspections(Paper& paper) {
  const Rows all =
      paper.now(Kind::inspections).where(between("date", paper.first_day(), paper.today()));
  const std::vector<Row> rows = with_all(all, {});
  paper.table_or(table_of_inspections(paper.asked(), paper.that_may_stand(rows)),
                 exceptions_of(rows, "lead", "inspections_rest"), keys::weekly_no_inspections);
}

/// Issued or replied to this week, or a reply is late or due within the next.
void orders(Paper& paper) {
  const Rows all = paper.now(Kind::orders);
  std::vector<Row> rows = with_all(all, {});
  const std::string first = base::iso(paper.first_day());
  const std::string ahead = base::iso(paper.today() + one_week);
  std::erase_if(rows, [&](const Row& row) {
    const auto replied = facts::find_field(Kind::orders, "reply.date")->get(row);
    const bool is_new =
        text_of(row, "date") >= first || (!replied.is_absent() && query::plain(replied) >= first);
    const Value due = facts::value(row, "reply_by");
    const bool is_due = !due.is_absent() && query::plain(due) <= ahead &&
                        query::plain(due) > base::iso(paper.today()) && replied.is_absent() &&
                        facts::value(row, "closed").is_absent();
    return !is_new && !is_due && text_of(row, "overdue") != "true";
  });
  paper.table_or(table_of_orders(paper.asked(), paper.that_may_stand(rows)),
                 exceptions_of(rows, "lead", "orders_rest"), keys::weekly_no_orders);
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
