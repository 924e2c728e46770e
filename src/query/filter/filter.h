// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facts/catalogue.h"

namespace taizhang::query::filter {

/// The answer of a term: where a value is not there nobody can say, and neither the term nor its
/// negation lists the row.
enum class Truth { no, unknown, yes };

/// Answer `@late`: the filter that is saved under a name, or nothing. `known` gets all names.
using Saved = std::function<std::optional<std::string>(const std::string& name,
                                                       std::vector<std::string>& known)>;

/// Where no queries are saved.
inline const Saved no_saved;

/// What of a filter holds for a row.
using Test = std::function<Truth(const facts::Row&)>;

/// Give a filter its meaning for rows of `kind` in `world`. A field belongs to the row that is
/// asked, else to the nearest thing that it lies in; `indicator.light:red` asks whether one of its
/// parts has it; words without a field search titles, summaries, indicators and progress. Throws
/// `Fatal` (usage), with a caret, for a field, value, unit, date or saved query that is not known.
Test meaning(const facts::World& world, facts::Kind kind, const std::string& text,
             const Saved& saved);

}  // namespace taizhang::query::filter
