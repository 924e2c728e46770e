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

  /// A line with counts for each day that most tasks of the plan share, the end of the year as a
  /// rule, where more things than a few fall due on it.
  void add_shared(words::Key<2> words, std::vector<Value>& lines) const;

  /// The others, one by one.
  std::vector<Row> named() const;
  std::vector<Row> all() const;

 private:
  using Day = std::pair<const std::string, std::vector<Row>>;
  bool is_shared(const Day& day) const;

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
