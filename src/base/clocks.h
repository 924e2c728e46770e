// SPDX-License-Identifier: MIT
#pragma once

#include "base/date.h"

namespace taizhang::base {

/// The two clocks of every figure (RULES.md §5): the day whose state is told, and the day up to
/// which reports had come in.
struct Clocks {
  Date as_of;
  Date known_by;

  /// Whether what has one date is there: it has come to pass, and it was known.
  bool have_reached(Date date) const { return date <= as_of && date <= known_by; }

  friend auto operator<=>(const Clocks&, const Clocks&) = default;
};

}  // namespace taizhang::base
