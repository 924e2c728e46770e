// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "facts/catalogue.h"

namespace taizhang::query {

/// Put rows of `kind` into the order of fields, the first of which decides first; `-` before one
/// turns it round. Numbers and days go by size, all else by its text, and what is not there comes
/// last either way. Throws `Fatal` (usage) for a field that the kind does not have.
void sort(std::vector<facts::Row>& rows, facts::Kind kind, const std::vector<std::string>& by);

}  // namespace taizhang::query
