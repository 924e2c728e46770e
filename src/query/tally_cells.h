// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "measure/aggregate.h"
#include "query/stats.h"
#include "query/table.h"

namespace taizhang::query {

/// The classes that have a column: all, but 不适用 only where it occurs in one of `tallies`.
std::vector<model::Class> shown_classes(const std::vector<const measure::Tally*>& tallies);

/// A share for people: `33.3%`, or `—` where there is no whole.
std::string share_text(int part, int whole);

/// A count, in a colour where it is not zero.
Cell count_cell(int count, Tone tone);

/// The column of how many tasks or indicators there are.
Column count_column(Counting counting, const base::Words& words);

/// The columns that show a tally beside its count: one a class, mean completion, n/N.
void add_tally_columns(std::vector<Column>& columns, const std::vector<model::Class>& classes,
                       const base::Words& words);

/// Their cells.
void add_tally_cells(std::vector<Cell>& row, const std::vector<model::Class>& classes,
                     const measure::Tally& tally);

}  // namespace taizhang::query
