// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/paper/paper.h"

namespace taizhang::report {

/// One kind of thing that units have to do in the days to come.
struct ToDo {
  words::Key<1> say;
  Rows rows;
  std::string_view unit;      ///< the field that has the unit, or the units
  std::string_view day = {};  ///< that which has the day until which; empty where there is none
  bool by_row = false;        ///< no condition tells them apart
};

/// What is to be done in so many days after the day of the paper, and what is late already. `whose`
/// takes those of some rows that are to be told, by the field that has their unit.
std::vector<ToDo> all_to_do(
    Paper& paper, std::chrono::days ahead,
    const std::function<Rows(const Rows&, std::string_view unit)>& whose = nullptr);

/// The milestones that do not fall due with their task: such a task says so once, here as among
/// what is due.
class OwnDays {
 public:
  explicit OwnDays(const Rows& tasks);

  /// Those of some rows that are told.
  std::vector<Row> told(const Rows& rows) const;

 private:
  std::set<std::string> days_;
};

}  // namespace taizhang::report
