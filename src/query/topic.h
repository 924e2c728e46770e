// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/select.h"

namespace taizhang::query {

/// What the user means by a word: a task (`14`, `2023/14`), an indicator, milestone or issue of one
/// (`14/piles`), a unit, a section or a plan by its name, in this order. The row is of one of these
/// kinds. Throws `Fatal` (usage) where there is none or several; `also_known` are words that the
/// caller knows beside these, for "did you mean".
facts::Row find_topic(const facts::World& world, const std::string& word,
                      const std::vector<std::string_view>& also_known);

/// The section by number or title, the unit by name or alias, in the only plan that has it. Throws
/// `Fatal` (usage) where there is none or several.
facts::Row find_section(const facts::World& world, const std::string& given);
facts::Row find_unit(const facts::World& world, const std::string& given);

}  // namespace taizhang::query
