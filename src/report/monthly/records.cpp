// SPDX-License-Identifier: MIT
//
// What happened: issues, inspections, changes and corrections, and what is advised.
#include <algorithm>
#include <set>

#include "facts/readings.h"
#include "report/monthly/parts.h"
#include "report/paper/records.h"
#include "report/sheets/sheet.h"

namespace taizhang::report {

void monthly_issues(Paper& paper) {
  const Rows all = paper.now(Kind::issues);
  if (all.empty()) return;
  const auto days = between("found", paper.first_day(), paper.today());
  const Rows open = all.where({{"open", Test::equals, "true"}});
  const Rows closed = all.where({{"open", Test::equals, "false"}})
                          .where(between("since", paper.first_day(), paper.today()));
  const Rows fresh = all.where(days);
  const Value found = fresh.count();
  const Rows gone = closed.where(days);
  paper.line("issues", say(paper.asked(), keys::monthly_issues,
                           gone.empty() ? say(paper.asked(), keys::monthly_found, found)
                                        : say(paper.asked(), keys::monthly_found_and_closed, found,
                                              gone.count()),
                           closed.count(), open.count(), overdue(issues_asked_for(open)).count()));
  const Value mean = closed.mean("days_open");
  if (!mean.is_absent()) paper.line("mean_days", say(paper.asked(), keys::monthly_mean_days, mean));
  std::vector<Row> rows(open.begin(), open.end());
  std::ranges::copy(closed, std::back_inserter(rows));
  if (!rows.empty()) paper.put(table_of_issues(paper, "issues", rows));
}

/// Those that the paper tells, then the others whose findings its figures stand on, whenever they
/// were made.
void monthly_inspections(Paper& paper) {
  std::vector<Row> rows = inspections_told(paper);
  std::set<std::string> taken;
  for (const Row& row : rows) taken.insert(facts::address(row));
  for (const Row& reading : paper.now(Kind::readings).where({{"fate", Test::equals, "newest"}})) {
    std::optional<Row> inspection = facts::found_by(reading);
    if (inspection && taken.insert(facts::address(*inspection)).second) {
      rows.push_back(std::move(*inspection));
    }
  }
  paper.put_rows(table_of_inspections(paper.asked(), rows));
}

/// The changes of the month, and every loosening before it that is still in force; then what was
/// reported and has been put right.
void monthly_changes(Paper& paper) {
  const Rows approved = changes_of_promise(paper);
  std::vector<Row> rows(approved.begin(), approved.end());
  const std::string first = base::iso(paper.first_day());
  std::set<std::string> still;
  for (const Row& row : loosened(rows)) still.insert(facts::address(row));
  std::erase_if(rows, [&](const Row& row) {
    const Value effective = facts::value(row, "effective");
    const bool is_new = !effective.is_absent() && query::plain(effective) >= first;
    return !is_new && !still.contains(facts::address(row));
  });
  paper.table(keys::monthly_targets,
              table_of(paper.asked(), "targets", Kind::changes, rows, columns_of_changes()));
  const Rows duties =
      other_changes(paper).where(between("effective", paper.first_day(), paper.today()));
  paper.table(keys::monthly_duties,
              table_of(paper.asked(), "duties", duties, columns_of_other_changes()));
  paper.table(keys::monthly_pending,
              table_of(paper.asked(), "pending", pending_changes(paper), columns_of_requests()));
  // The figures are of all that was known when it was sent, and so are their corrections.
  const base::Date known_by = std::max(paper.today(), paper.asked().clocks.known_by);
  const Rows reported = paper.now(Kind::readings)
                            .where({{"corrects", Test::exists}})
                            .where(between("reported", paper.first_day(), known_by));
  std::vector<Row> corrections(reported.begin(), reported.end());
  std::erase_if(corrections, facts::brings_benchmark);
  std::vector<Shown> columns = columns_of_corrections(paper.asked());
  columns.insert(std::ranges::find(columns, "no", &Shown::field), {{"reported"}, {"approved_by"}});
  paper.table(keys::monthly_corrections,
              table_of(paper.asked(), "corrections", Kind::readings, corrections, columns));
}

/// Which steps of the ladder the months suggest and no open order has taken; people decide.
void monthly_advice(Paper& paper) {
  std::vector<Row> rows;
  for (const Row& task : paper.counted(Kind::tasks)) {
    if (!order_suggested(task).is_absent()) rows.push_back(task);
  }
  const Asked& asked = paper.asked();
  document::Bullets left_out{"advice_left_out",
                             suggestions_left_out(asked, paper.now(Kind::tasks))};
  if (rows.empty() && left_out.lines.empty()) return;
  paper.line("advice", paper.word(rows.empty() ? keys::monthly_no_advice : keys::order_draft_note));
  if (!left_out.lines.empty()) paper.put(std::move(left_out));
  if (rows.empty()) return;
  paper.put(table_of(
      paper.asked(), "advice", Kind::tasks, rows,
      with_task({{"suggested_order"}, {"light"}, {"why", &keys::paper_why, [&](const Row& row) {
                                                    return reason_of_draft(paper.behind(), row);
                                                  }}})));
}

}  // namespace taizhang::report
