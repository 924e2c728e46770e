// SPDX-License-Identifier: MIT
//
// Every document that can be asked for, each made in a file or folder of its own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/saved.h"
#include "query/sql/database.h"
#include "report/report.h"

namespace taizhang::report {

/// Which rows a list shows, and how.
struct ListAsked {
  facts::Kind kind = facts::Kind::tasks;
  std::vector<std::string> columns = {};  ///< empty for the usual ones of the kind
  std::vector<std::string> sort = {};     ///< fields; `-` before one turns it round
  std::string group = {};                 ///< a field: a heading with its count for each value
  std::optional<std::size_t> limit = {};  ///< only the first so many, in groups of each
  std::optional<query::SavedQuery> saved = {};  ///< with which the filter begins
};

/// Rows of one kind in a table; for programs, whole rows, or these columns of them. Throws `Fatal`
/// (usage) for a column that the kind does not have.
Document list(const Asked& asked, const ListAsked& list);

/// How many rows there are.
Value count(const Asked& asked, const ListAsked& list);

/// The addresses of the rows, without their plan where there is but one.
Value addresses(const Asked& asked, const ListAsked& list);

/// Saved queries, one a row, with where each comes from; of two with one name the first holds.
Document queries(const words::Words& words, const std::vector<query::SavedQuery>& queries);

/// The rows of a kind that the selection takes. Throws `Fatal` (usage) for one that it cannot be
/// asked of.
std::vector<facts::Row> selected(const Asked& asked, facts::Kind kind);

/// What a statement of SQL gives. Throws `Fatal` (usage) for one that is not sound or uses up more
/// than `limits`.
Document sql(const Asked& asked, const std::string& text, const query::sql::Cells& cells,
             const query::sql::Limits& limits);

/// The rows of each kind that are exported: of `only` those that the selection takes; of all kinds
/// what lies in the tasks that it takes, and what tasks lie in whole. It refers to `asked`.
query::sql::RowsOf exported_rows(const Asked& asked, std::optional<facts::Kind> only);

/// A kind of row as a table of its own columns, under their names in SQL.
Document exported(const Asked& asked, facts::Kind kind, const query::sql::RowsOf& rows,
                  const query::sql::Cells& cells);

/// The fields of kinds, one a row.
Document fields(const words::Words& words, const std::vector<facts::Kind>& kinds);

/// What the card of a task has beside what is asked for; by default whom to ask.
struct CardAsked {
  bool with_contact = true;
  /// Called after what is told of the task, an indicator, a milestone, an issue or an inspection.
  std::function<void(const facts::Row&, std::vector<document::Block>&)> after = nullptr;
  /// The last columns of the tables of records.
  std::vector<Shown> columns = {};
};

/// Everything about a task: its own fields, then all that lies in it. What the catalogue has and no
/// list here names is shown too, after what is named.
Document show(const Asked& asked, const facts::Row& task, const CardAsked& card = {});

/// What is to be counted, and by what: one field, or two for a cross table.
struct StatsAsked {
  std::vector<std::string> by = {};      ///< fields; by section where there is none
  std::optional<facts::Kind> kind = {};  ///< tasks, or indicators where only they have the fields
};

/// A row a week or a month in place of one a value.
struct TrendAsked {
  std::string every;  ///< week or month
  std::optional<base::Date> from = {};
  std::optional<base::Date> to = {};
  std::optional<facts::Kind> kind = {};  ///< tasks where none is given
  std::string by = {};                   ///< a field, each value in a column of its own
  /// Each day is told as it was known then, unless all are told as known on one.
  std::optional<base::Date> known_by = {};
};

/// Counts, shares, classes and mean completion (RULES.md §6.11). Throws `Fatal` (usage) for a
/// field by which nothing can be counted.
Document stats(const Asked& asked, const StatsAsked& stats);

/// The same of all that is counted, on the days of a span. Throws `Fatal` (usage) for a span that
/// cannot be, or of more than `most_days`.
Document trend(const Asked& asked, const TrendAsked& trend);

inline constexpr std::size_t most_days = 1000;

/// How the figures of a row came about: of a task, an indicator, a milestone, an issue, a unit, a
/// section or a plan.
Document explain(const Asked& asked, const facts::Row& subject);

/// What differs between the two days of `asked`, task by task; for programs the events as rows.
Document diff(const Asked& asked);

/// 周报, the weekly report: exceptions by name, the rest by unit, a chapter a plan. It is of the
/// day of `asked`, a Sunday, and tells what changed since the Sunday before, by both clocks.
Document weekly(const Asked& asked);

/// 月调度, the monthly report: nine parts and the annexes. It is of the day of `asked`, the end of
/// a month, and tells what changed since the end of the month before, by both clocks.
Document monthly(const Asked& asked);

/// 通报, the bulletin: totals, what is off schedule one by one, what is asked next.
Document bulletin(const Asked& asked);

/// 台账, the wide table in the order of offices.
Document ledger(const Asked& asked);

/// The targets of units, an indicator a row and a unit a column.
Document matrix(const Asked& asked);

/// A sheet a unit, or a leader: tasks, figures, what is owed, issues, orders, score. Throws `Fatal`
/// (usage) for a subject that there is not, and where no task names a leader.
Document unit_sheets(const Asked& asked);
Document leader_sheets(const Asked& asked);

/// A sheet for each open order 督办单, and a draft for each that is suggested. Throws `Fatal`
/// (usage) for a subject that there is not.
Document order_sheets(const Asked& asked);

/// On which day a report is, seen from the day that is asked for.
enum class ReportDay {
  as_asked,
  week_end,   ///< the last Sunday up to it
  month_end,  ///< the last end of a month up to it
};

/// A report that is sent out: `report NAME`.
struct Report {
  std::string_view name;
  base::Bilingual about;
  Document (*make)(const Asked&);
  ReportDay day = ReportDay::as_asked;
  /// What it can be of: a unit, a leader, an order; empty where it is of all that is in view.
  base::Bilingual subject = {};
};

/// Every one of them, by name.
std::span<const Report> reports();

}  // namespace taizhang::report
