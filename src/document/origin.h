// SPDX-License-Identifier: MIT
//
// Where a number comes from, so that anybody can compute it again: from a field of a row, or from
// many rows by a count, a sum, a mean, a share or a difference. `list --rows KIND --format json` of
// the same days has all that is needed.
#pragma once

#include <string>
#include <vector>

#include "base/clocks.h"

namespace taizhang::document {

enum class Test {
  equals,
  differs,
  less,
  at_most,
  more,
  at_least,
  exists,
  absent,
  contains,
  several,
  meets  ///< the row meets the filter that is the value, or the row of the kind `field` around it
};

/// One thing that is asked of a row; `value` is as the machine output has it, dates in ISO form.
/// What is not there passes `absent` and `differs` only.
struct Condition {
  std::string field;
  Test test = Test::exists;
  std::string value = {};

  friend bool operator==(const Condition&, const Condition&) = default;
};

struct Origin {
  enum class How {
    field,       ///< `field` of the row at `address`
    count,       ///< the rows that meet `where`
    sum,         ///< of all of `of`
    mean,        ///< of `field` over those that have it, each held between 0 and 1
    share,       ///< of[0] divided by of[1]
    difference,  ///< of[0] less of[1]
    operand,     ///< `field` is an operand of the rule `rule` in the story of the row at `address`
  };

  How how = How::field;
  std::string kind = {};  ///< of the rows: tasks, indicators …
  base::Clocks clocks = {};
  std::string address = {};
  std::string field = {};
  std::string rule = {};
  std::vector<Condition> where = {};
  std::vector<Origin> of = {};
};

}  // namespace taizhang::document
