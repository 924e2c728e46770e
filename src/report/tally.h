// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "query/groups.h"
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

/// What is counted of one plan.
struct Counted {
  Row plan;
  Rows rows;
  /// Tasks that organise the others, indicators that are parts of another; none of a kind of which
  /// all rows are counted.
  Rows left_out;
};

std::vector<Counted> counted_by_plan(const Asked& asked, const facts::World& world, Kind kind);

/// The column of how many there are.
document::Column count_column(const Asked& asked, Kind kind);

/// What is in no count, by why: 不计入：组织保障 3 项、暂停 4 项; absent where nothing is.
Value not_counted(const Asked& asked, const Rows& left_out);
/// Whether rows of the kind have classes and completions, so that means can be told.
bool has_means(Kind kind);

/// The field that a mean of rows of a kind is of.
std::string_view mean_field(Kind kind);

/// How much was not counted, and why; nothing where all was.
std::vector<Value> left_out_notes(const Asked& asked, const Rows& left_out);

/// That what has several of a field, called `name`, counts under each and once in the total.
Value joint_note(const Asked& asked, Kind kind, const Value& name);

/// What the mean completion stands on.
Value mean_note(const Asked& asked, Kind kind);

/// A line with its plan before it.
Value of_plan(const Asked& asked, const Counted& plan, Value line);

/// A value of a field that has a column of its own in a cross table. Plans share it where their
/// values read the same: section 1 of one plan is not section 1 of another.
struct Across {
  std::string label;
  std::string key;  ///< empty for what has no value
  document::Tone tone;
  bool occurs = false;
  /// What stands above its column: of a section its number, where only one plan has it.
  std::string head = {};

  document::Column column() const {
    return {key.empty() ? "none" : key, head, document::Align::right};
  }
};

/// The values of `field` that occur in what was counted, in the order of the field.
std::vector<Across> across(const Asked& asked, const std::vector<Counted>& all,
                           const facts::Asked& field);

/// How many of `rows` have each of those values.
void add_counts_across(const Asked& asked, const std::vector<Across>& values, const Rows& rows,
                       const facts::Asked& field, const Row& plan, std::vector<Value>& cells);

/// A group's name for people; what has no value stands apart.
Value label_of(const Asked& asked, const query::Group& group);

/// The field of rows of `kind` that `name` asks to count by. Throws `Fatal` (usage) where the kind
/// has none, or one whose values make no groups, such as amounts and days.
facts::Asked dimension_named(Kind kind, const std::string& name);

/// What can be said of many rows in the columns of a table: how many stand how, the mean of their
/// completions and how many of how many it stands on; nothing of a kind that has neither.
class Tally {
 public:
  /// The classes that have a column: all, but 不适用 only where something of `all` is.
  Tally(const Asked& asked, Kind kind, const std::vector<const Rows*>& all);

  /// Its columns: one a class, mean completion, n/N.
  void add_columns(std::vector<document::Column>& columns) const;

  /// The cells of `rows`.
  void add_cells(std::vector<Value>& cells, const Rows& rows) const;

 private:
  const Asked& asked_;
  Kind kind_;
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
