// SPDX-License-Identifier: MIT
#pragma once

#include "example/indicator.h"

namespace taizhang::example {

/// Whether `revision` suits the task: `main` is its first number, null where it has none.
bool suits(Revision revision, const Theme& theme, const Drawn* main);

/// Change the task by approval (RULES.md §4, change): entries are added to its `changes`, and the
/// first value stays where it was written. Of a number `main` then aims at the value in force.
void revise(const Frame& frame, Revision revision, Random& random, const Theme& theme, Drawn* main,
            model::Task& task);

}  // namespace taizhang::example
