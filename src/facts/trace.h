// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/row.h"

namespace taizhang::facts {

/// One rule that a figure went by, as values.
struct Step {
  std::string_view figure;  ///< `completion`
  std::string_view rule;    ///< `completion.from_baseline`
  Value value;              ///< its origin is the field of the figure, where it is that
  std::vector<std::pair<std::string_view, Value>> operands;
  std::string row;  ///< the name of the kind of row that the figure is of: `indicators`
  std::string id;   ///< the address of that row

  /// The operand named `name`; null where the rule has none.
  const Value* operand(std::string_view name) const;
};

/// How the figures of a row came about, in the order in which they are computed: of a task with all
/// that lies in it, of an indicator, a milestone or an issue, of a plan, a section or a unit with
/// its own figures alone. What needs more than `most` is left out. The thing is measured once more
/// for it, and only that thing.
std::vector<Step> trace(const Row& row, Need most = Need::score);

/// Only the rules that gave one figure, of a task and of all that lies in it.
std::vector<Step> trace_of_figure(const Row& task, std::string_view figure);

}  // namespace taizhang::facts
