// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "base/date.h"

namespace taizhang::base {

/// The two clocks of every figure (RULES.md §5): the day whose state is told, and the day up to
/// which reports had come in.
struct Clocks {
  Date as_of;
  Date known_by;

  /// Whether what has one date is there: it has come to pass, and it was known.
  bool have_reached(Date date) const { return date <= as_of && date <= known_by; }
  /// The same of a date that may not be given: then nothing has come to pass.
  bool have_reached(const std::optional<Date>& date) const { return date && have_reached(*date); }

  friend auto operator<=>(const Clocks&, const Clocks&) = default;
};

}  // namespace taizhang::base
