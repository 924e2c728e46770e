// SPDX-License-Identifier: MIT
#include "report/paper/to_do.h"

#include <algorithm>
#include <iterator>

#include "report/paper/behind.h"
#include "report/paper/records.h"

namespace taizhang::report {

namespace {

/// Those of some red tasks of which nobody has said why they are behind, as the table above tells;
/// one that is overdue has to explain itself anyway.
Rows without_reason(Paper& paper, const Rows& red) {
  Behind& behind = paper.behind();
  std::vector<Row> rows;
  std::ranges::copy_if(red, std::back_inserter(rows), [&](const Row& row) {
    return text_of(row, "overdue") != "true" && behind.has_no_reason(row);
  });
  return red.narrowed({"light", Test::equals, "red"}, std::move(rows));
}

}  // namespace

std::vector<ToDo> all_to_do(Paper& paper, std::chrono::days ahead,
                            const std::function<Rows(const Rows&, std::string_view unit)>& whose) {
  const base::Date today = paper.today();
  const base::Date last = today + ahead;
  const auto in_time = [&](std::string field) {
    return between(std::move(field), today + std::chrono::days{1}, last);
  };
  // What is due today is told already.
  const auto due = [&](const Rows& rows) {
    return due_within(rows, ahead).where({{"days_left", Test::more, "0"}});
  };
  const auto until = [&](std::string field) {
    return query::Condition{std::move(field), Test::at_most, base::iso(last)};
  };
  const auto of = [&](const Rows& rows, std::string_view unit) {
    return whose ? whose(rows, unit) : rows;
  };
  const Rows tasks = asked_for(of(paper.now(Kind::tasks), "lead"));
  const Rows milestones = asked_for(of(paper.now(Kind::milestones), "lead"));
  const Rows all_indicators = paper.now(Kind::indicators);
  const Rows indicators = asked_for(of(all_indicators, "lead"));
  const Rows unsolved = issues_asked_for(of(paper.now(Kind::issues), "turn"))
                            .where({{"state", Test::differs, "resolved"}, until("due")});
  // Where only public results are recorded nobody owes a word, and no day that is past presses.
  if (paper.is_public()) {
    return {{keys::weekly_to_finish_tasks, due(tasks), "lead", "due"},
            {keys::weekly_to_finish_milestones, due(milestones), "lead", "due"},
            {keys::weekly_to_finish_indicators, due(indicators), "lead", "due"},
            {keys::weekly_to_solve, unsolved.where(in_time("due")), "turn", "due"}};
  }
  return {
      {keys::weekly_to_report,
       asked_for(of(all_indicators, "awaited_from")).where(in_time("awaited_by")), "awaited_from",
       "awaited_by"},
      {keys::weekly_to_catch_up,
       reports_to_catch_up(missing_reports(of(all_indicators, "missing_from"))), "missing_from"},
      {keys::weekly_to_finish_tasks, due(tasks), "lead", "due"},
      {keys::weekly_to_finish_milestones, due(milestones), "lead", "due"},
      {keys::weekly_to_finish_indicators, due(indicators), "lead", "due"},
      {keys::weekly_to_give_reasons,
       without_reason(paper, tasks.where({{"light", Test::equals, "red"}})),
       "lead",
       {},
       true},
      {keys::weekly_to_explain, overdue(tasks), "lead"},
      {keys::weekly_to_explain_milestones, overdue(milestones), "lead"},
      {keys::weekly_to_explain_indicators, overdue(indicators), "lead"},
      {keys::weekly_to_solve, unsolved, "turn", "due"},
      {keys::weekly_to_close,
       of(issues_asked_for(paper.now(Kind::issues)), "closers")
           .where({{"state", Test::equals, "resolved"}}),
       "closers"},
      {keys::weekly_to_reply, of(unanswered_orders(paper).where({until("reply_by")}), "sent_to"),
       "sent_to", "reply_by"},
      {keys::weekly_to_answer,
       of(paper.now(Kind::inspections), "lead")
           .where({{"status", Test::differs, "cancelled"},
                   {"feedback", Test::absent},
                   until("feedback_due")}),
       "lead", "feedback_due"},
  };
}

OwnDays::OwnDays(const Rows& tasks) {
  for (const Row& task : tasks) days_.insert(facts::address(task) + text_of(task, "due"));
}

std::vector<Row> OwnDays::told(const Rows& rows) const {
  std::vector<Row> some(rows.begin(), rows.end());
  std::erase_if(some, [&](const Row& row) {
    const Row task = facts::ancestor(row, Kind::tasks);
    return row.kind == Kind::milestones &&
           days_.contains(facts::address(task) + text_of(row, "due"));
  });
  return some;
}

}  // namespace taizhang::report
