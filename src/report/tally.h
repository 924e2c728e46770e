// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/report.h"

namespace taizhang::report {

/// What can be said of many tasks or of many indicators in the columns of a table: how many stand
/// how, the mean of their completions and how many of how many it stands on.
class Tally {
 public:
  /// The classes that have a column: all, but 不适用 only where something of `all` is.
  Tally(const Asked& asked, const std::vector<const query::Rows*>& all);

  /// Its columns: one a class, mean completion, n/N.
  void add_columns(std::vector<document::Column>& columns) const;

  /// The cells of `rows`.
  void add_cells(std::vector<Value>& cells, const query::Rows& rows) const;

 private:
  const Asked& asked_;
  std::vector<document::Word> classes_;
};

/// How many of `rows` a mean can stand on: of indicators not those that had nothing to measure.
Value measurable(const query::Rows& rows);

/// `n/N` of what has a completion.
Value known(const query::Rows& rows);

/// A count, in a colour where it is not zero.
Value toned_count(const query::Rows& rows, document::Tone tone);

}  // namespace taizhang::report
