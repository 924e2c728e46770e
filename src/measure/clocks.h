// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"

namespace taizhang::measure {

/// The two clocks of every figure (domain.md §5): the day whose state is told, and the day up to
/// which reports had come in.
struct Clocks {
  base::Date as_of;
  base::Date known_by;
};

}  // namespace taizhang::measure
