// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "facts/row.h"

namespace taizhang::facts {

/// What was sent (原报) of a reading for which an inspection found another value: the value, or the
/// values by unit.
Value sent(const Row& reading);

/// The inspection that found another value; nothing where none did.
std::optional<Row> found_by(const Row& reading);

/// Whether a reading with `corrects` only brings what its value is compared with.
bool brings_benchmark(const Row& reading);

}  // namespace taizhang::facts
