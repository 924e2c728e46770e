// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "query/stats.h"

namespace taizhang::query {

/// That the ledger is synthetic, where it is: every table of it says so.
std::vector<std::string> synthetic_notes(const model::PlanFolder& plan, const base::Words& words);

/// What a reader of one plan's counts must know beside them: the day and the time progress, what a
/// joint task counts as, what was left out.
std::vector<std::string> plan_notes(const Stats& stats, const PlanStats& plan,
                                    const base::Words& words);

/// What holds for all plans: what the total is of, what shares and means are.
std::vector<std::string> common_notes(const Stats& stats, const base::Words& words);

/// How much was not counted, and why; nothing where all was.
std::vector<std::string> left_out_notes(const LeftOut& left_out, const base::Words& words);

/// That only a selection is in view; nothing where the whole plan is.
std::vector<std::string> selection_notes(const Selection& selection, const base::Words& words);

/// What the mean completion stands on.
std::string mean_note(Counting counting, const base::Words& words);

/// `more` below `notes`, each with the plan's id before it where several plans are in view.
void add_notes(std::vector<std::string>& notes, const std::vector<std::string>& more,
               const std::string& plan, const base::Words& words);

}  // namespace taizhang::query
