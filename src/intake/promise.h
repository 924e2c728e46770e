// SPDX-License-Identifier: MIT
#pragma once

#include "intake/number_found.h"
#include "model/task.h"

namespace taizhang::intake {

/// Whether what stands at `at` is striven for: 力争 and 争取 govern what follows in their clause,
/// up to 确保, and what `goes_on` with it; 力争年内 at the head of a sentence governs all of it.
model::Commitment commitment_at(Text text, std::size_t at, bool goes_on);

/// Whether a rate of that name is one of growth.
bool is_growth(Text name);

/// What the number promises, without an id; its name out of the words from `begin` on. Its name is
/// empty where they have none, and its target is not set where it has too many digits.
model::Indicator promised(Text text, const Found& found, std::size_t begin);

}  // namespace taizhang::intake
