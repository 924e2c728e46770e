// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/words.h"
#include "query/stats.h"
#include "query/table.h"

namespace taizhang::query {

/// The counts for people: one row a key, the total of each plan below its rows, and what a reader
/// must know in the notes. Of one dimension: count, share, counts by class, mean completion. Of
/// two: a cross table of counts, with the totals of both.
Table stats_table(const Stats& stats, const base::Words& words);

/// A key for people: `1 城乡建设`, `县水务局`, `蓝灯`.
std::string shown_key(const Dimension& dimension, const std::string& key,
                      const model::PlanFolder& plan, const base::Words& words);

/// What the table is of: `按板块统计`.
std::string stats_title(const Stats& stats, const base::Words& words);

}  // namespace taizhang::query
