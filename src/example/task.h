// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "example/story.h"
#include "example/theme.h"
#include "model/task.h"

namespace taizhang::example {

/// What was left of a task at the end of its plan; the next plan's task has the same item.
struct Left {
  std::optional<base::Decimal> remaining;  ///< of the main number, where it has one
};

/// Task `item` of a plan. `from_before` is what the plan before left of it.
model::Task make_task(const Frame& frame, Decks& decks, Random& random, int item,
                      const Assigned& assigned, const std::optional<Left>& from_before);

/// What `task` leaves to the next plan; nothing where it is not carried over.
std::optional<Left> left_of(const model::Task& task);

/// Whether a task of that theme can be one that the year before left over: its main number is a
/// running total on a straight line, so that any remainder can be its target.
bool can_be_left(const Theme& theme);

}  // namespace taizhang::example
