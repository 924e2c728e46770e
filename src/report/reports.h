// SPDX-License-Identifier: MIT
//
// Every document that can be asked for, each made in a file or folder of its own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace taizhang::report {

/// Which rows a list shows, and how.
struct ListAsked {
  facts::Kind kind = facts::Kind::tasks;
  std::vector<std::string> columns = {};  ///< empty for the usual ones of the kind
  std::vector<std::string> sort = {};     ///< fields; `-` before one turns it round
};

/// Rows of one kind in a table; for programs, whole rows, or these columns of them. Throws `Fatal`
/// (usage) for a column that the kind does not have.
Document list(const Asked& asked, const ListAsked& list);

/// The fields of kinds, one a row.
Document fields(const words::Words& words, const std::vector<facts::Kind>& kinds);

/// Everything about a task: its own fields, then all that lies in it. What the catalogue has and no
/// list here names is shown too, after what is named.
Document show(const Asked& asked, const facts::Row& task);

/// What is to be counted, and by what: one field, or two for a cross table.
struct StatsAsked {
  std::vector<std::string> by = {};  ///< fields; by section where there is none
  std::string count = {};            ///< tasks or indicators; by the fields where it is empty
};

/// A row a week or a month in place of one a value.
struct TrendAsked {
  std::string every;  ///< week or month
  std::optional<base::Date> from = {};
  std::optional<base::Date> to = {};
  std::string count = {};
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

/// The weekly report 周报: exceptions only, a chapter a plan. Last week is the same
/// ledger seven days earlier, by both clocks.
Document weekly(const Asked& asked);

/// A report that is sent out: `report NAME`.
struct Report {
  std::string_view name;
  base::Bilingual about;
  Document (*make)(const Asked&);
};

/// Every one of them, by name.
std::span<const Report> reports();

}  // namespace taizhang::report
