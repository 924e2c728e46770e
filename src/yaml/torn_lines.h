// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "yaml/diagnose.h"

namespace taizhang::yaml {

/// Find lines that do not fit those around them: two that became one, a key that went into a block
/// of text or to the left margin, a text that left its block, an item without its dash, a row of a
/// spreadsheet. Each is told once, however many lines it has, and `reads` as it was meant.
std::vector<Diagnosis> torn_lines(std::string_view text, const Vocabulary& keys);

}  // namespace taizhang::yaml
