// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "facts/row.h"

namespace taizhang::facts {

/// The row that an event speaks of, on its later day: the task whose light turned, the reading that
/// came in; of what is gone, as it was.
Row event_subject(const Row& event);

/// The same thing on the earlier day; nothing where it was not there.
std::optional<Row> event_before(const Row& event);

}  // namespace taizhang::facts
