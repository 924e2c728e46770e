// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "example/fill.h"
#include "example/story.h"
#include "example/theme.h"
#include "model/task.h"

namespace taizhang::example {

/// Which part of the whole way is due by a date.
struct Bend {
  Date date;
  int permille;
};

/// An indicator without its readings, and what they are drawn from. Figures are whole numbers in
/// the last place of the sketch.
struct Drawn {
  const Sketch* sketch;
  model::Indicator indicator{unwritten};
  Period span;              ///< of the work
  std::int64_t base = 0;    ///< where the way begins, which the file need not say
  std::int64_t target = 0;  ///< as first written
  std::int64_t aim = 0;     ///< the target in force at the end
  std::vector<Bend> bends;  ///< of a trajectory with points, else empty

  bool down() const { return aim < base; }
  /// Whether smaller is better without its saying so (不超过).
  bool is_ceiling() const {
    return sketch->qualifier == model::Qualifier::at_most ||
           sketch->qualifier == model::Qualifier::below;
  }
  bool is_total() const { return !sketch->part_ids[0].empty(); }
  bool is_share_of_the_month() const { return !sketch->denominator.empty(); }
};

/// Draw target, baseline and trajectory. `remaining` is the target of work carried over from the
/// year before.
Drawn draw_indicator(const Frame& frame, const Sketch& sketch, Random& random,
                     std::optional<base::Decimal> remaining);

/// The two indicators that `total` is the sum of, with readings that add up to its own.
std::vector<model::Indicator> parts_of(const Drawn& total);

/// `figure` in the last place of the sketch as a number.
base::Decimal decimal(const Sketch& sketch, std::int64_t figure);

}  // namespace taizhang::example
