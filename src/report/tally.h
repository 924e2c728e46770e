// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "query/rows.h"
#include "report/report.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using document::Align;
using facts::Kind;
using facts::Row;
using query::Rows;
using query::Test;

/// The kind that `--count` names. Throws `Fatal` (usage) for all but tasks and indicators.
Kind counted_kind(const std::string& name);

/// What is counted of one plan.
struct Counted {
  Row plan;
  Rows rows;
  Rows left_out;  ///< tasks that organise the others, or indicators that are parts of another
};

std::vector<Counted> counted_by_plan(const Asked& asked, const facts::World& world, Kind kind);

/// The column of how many there are.
document::Column count_column(const Asked& asked, Kind kind);

/// What is in no count, by why: 不计入：组织保障 3 项、暂停 4 项; absent where nothing is.
Value not_counted(const Asked& asked, const Rows& left_out);
/// The field that a mean of rows of a kind is of.
std::string_view mean_field(Kind kind);

/// How much was not counted, and why; nothing where all was.
std::vector<Value> left_out_notes(const Asked& asked, const Rows& left_out);

/// What the mean completion stands on.
Value mean_note(const Asked& asked, Kind kind);

/// A line with its plan before it.
Value of_plan(const Asked& asked, const Counted& plan, Value line);

/// What can be said of many tasks or of many indicators in the columns of a table: how many stand
/// how, the mean of their completions and how many of how many it stands on.
class Tally {
 public:
  /// The classes that have a column: all, but 不适用 only where something of `all` is.
  Tally(const Asked& asked, const std::vector<const Rows*>& all);

  /// Its columns: one a class, mean completion, n/N.
  void add_columns(std::vector<document::Column>& columns) const;

  /// The cells of `rows`.
  void add_cells(std::vector<Value>& cells, const Rows& rows) const;

 private:
  const Asked& asked_;
  std::vector<document::Word> classes_;
};

/// How many of `rows` a mean can stand on: of indicators not those that had nothing to measure.
Value measurable(const Rows& rows);

/// `n/N` of what has a completion.
Value known(const Rows& rows);

/// Whether a mean of `rows` stands on less than half of them: then it is no headline, and how many
/// are known is (RULES.md §6.11).
bool is_thin(const Rows& rows);

/// A count, in a colour where it is not zero.
Value toned_count(const Rows& rows, document::Tone tone);

}  // namespace taizhang::report
