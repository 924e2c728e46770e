// SPDX-License-Identifier: MIT
#pragma once

#include "intake/new_tasks.h"
#include "model/ledger.h"

namespace taizhang::command {

/// A task of the plan that a task of a table is, though its words may be others; null where it is
/// none. One with the same title, words and leads comes before one with only some of them.
const model::TaskFile* known_as(const model::PlanFolder& plan, const model::Task& read);

/// Whether the words and leads of both are the same.
bool says_the_same(const model::Task& there, const model::Task& read);

/// The cells of `read` that do not say what the ledger has, each with what to use instead.
std::vector<intake::NotUnderstood> changed_cells(const model::PlanFolder& plan,
                                                 const model::TaskFile& there,
                                                 const model::Task& read,
                                                 const intake::TaskOrigin& origin);

}  // namespace taizhang::command
