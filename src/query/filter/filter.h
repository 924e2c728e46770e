// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "facts/catalogue.h"

namespace taizhang::query::filter {

/// The answer of a term: where a value is not there nobody can say, and neither the term nor its
/// negation lists the row.
enum class Truth { no, unknown, yes };

/// What of a filter holds for a row.
using Test = std::function<Truth(const facts::Row&)>;

/// Give a filter its meaning for rows of `kind` in `world`. A field belongs to the row that is
/// asked, else to the nearest thing that it lies in; `indicator.light:red` asks whether one of its
/// parts has it, and so does a field that only one kind of its parts has; words without a field
/// search titles, summaries, indicators and progress. Throws `Fatal` (usage), with a caret, for a
/// field, value, unit or date that is not known.
Test meaning(const facts::World& world, facts::Kind kind, const std::string& text);

/// `text` as a filter has it that means it to the letter.
std::string quoted(const std::string& text);

}  // namespace taizhang::query::filter
