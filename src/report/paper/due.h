// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/paper/paper.h"

namespace taizhang::report {

/// What is due of what is asked for, by its day: tasks, their milestones, indicators with a day of
/// their own. What falls due with its task is told with it.
class DueThings {
 public:
  /// `of` takes those of the rows of a kind: `overdue`, or those that fall due soon.
  DueThings(const Paper& paper, Rows (*of)(const Rows&));

  /// More things than that on one day are a line with their counts.
  static constexpr std::size_t many_on_a_day = 8;

  /// A line for each day on which so much falls due that only counts are told.
  void add_shared(words::Key<2> words, std::vector<Value>& lines) const;

  /// The others, one by one.
  std::vector<Row> named() const { return with(many_on_a_day); }
  std::vector<Row> all() const { return with(static_cast<std::size_t>(-1)); }

 private:
  /// Those of the days that have no more than so many.
  std::vector<Row> with(std::size_t most) const;

  const Paper& paper_;
  std::vector<Rows> kinds_;
  std::map<std::string, std::vector<Row>> days_;
};

/// What is due, by name: its day, how many days are left or over, what it is.
document::Table table_of_due(const Paper& paper, std::string id, const std::vector<Row>& rows);

/// How many days are left of a row, or over; nothing where its day has passed and it is not
/// overdue.
Value days_to_go(const Asked& asked, const Row& row);

}  // namespace taizhang::report
