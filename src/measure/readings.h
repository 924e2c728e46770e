// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/clocks.h"
#include "model/indicator.h"

namespace taizhang::measure {

/// A reading that counts.
struct Effective {
  const model::Reading* reading;
  base::Decimal value;
  base::Date date;      ///< data date
  base::Date reported;  ///< the data date where the file gives none
};

/// The readings that count on a day (domain.md §6.1), oldest first: data date not after `as_of`,
/// reported not after `known_by`, and not corrected by another such reading. A correction to null
/// withdraws a reading without putting another in its place. Readings of one date are ordered by
/// the day of their report, then by id, so that the order in the file does not matter.
std::vector<Effective> effective_readings(const model::Indicator& indicator, Clocks clocks);

}  // namespace taizhang::measure
