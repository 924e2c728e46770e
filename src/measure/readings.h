// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "measure/clocks.h"
#include "measure/trace.h"
#include "model/enums.h"
#include "model/indicator.h"

namespace taizhang::measure {

/// A reading that counts.
struct Effective {
  const model::Reading* reading;
  base::Decimal value;
  base::Date date;      ///< data date
  base::Date reported;  ///< the data date where the file gives none
  /// Not so where the denominator of a rate was zero (不适用): then `value` says nothing.
  bool applicable = true;
};

/// What becomes of a reading on a day.
enum class ReadingFate {
  newest,         ///< the figures stand on it
  counts,         ///< counts, but a newer one is there
  corrected,      ///< another reading corrects it
  withdraws,      ///< it takes another back and has no value of its own
  not_yet_data,   ///< its data date is after the day
  not_yet_known,  ///< it had not been reported by then
  unreadable,     ///< its date or value is a fault of its own
};

/// The day a reading came in: as written, else its data date.
base::Date reported_on(const model::Reading& reading);

/// Whether a reading is there to be seen: it can be read, its data date is not after `as_of`, and
/// it was reported by `known_by`. It may still have been corrected.
bool is_known(const model::Reading& reading, Clocks clocks);

/// Whether the reading says that there was nothing to measure (不适用): its part named like the
/// indicator's denominator is zero.
bool has_zero_denominator(const model::Indicator& indicator, const model::Reading& reading);

/// The readings that count on a day (domain.md §6.1), oldest first: data date not after `as_of`,
/// reported not after `known_by`, and not corrected by another such reading. A correction to null
/// withdraws a reading without putting another in its place. Readings of one date are ordered by
/// the day of their report, then by id, so that the order in the file does not matter.
std::vector<Effective> effective_readings(const model::Indicator& indicator, Clocks clocks,
                                          Trace* trace = nullptr);

/// What became of one reading.
struct Outcome {
  ReadingFate fate;
  const model::Reading* corrected_by = nullptr;  ///< where `fate` is `corrected`
};

/// What becomes of every reading of `indicator` on a day, in the order of the file.
std::vector<Outcome> outcomes(const model::Indicator& indicator, Clocks clocks);

}  // namespace taizhang::measure

namespace taizhang::model {

template <>
struct Names<measure::ReadingFate> {
  using enum measure::ReadingFate;
  static constexpr std::string_view key = "reading_fate";
  static constexpr auto table = std::to_array<Named<measure::ReadingFate>>({
      {newest, "newest", {"采用", "used"}},
      {counts, "counts", {"计入，已有更新的报数", "counts, a newer one is there"}},
      {corrected, "corrected", {"已被更正，不计入", "corrected, does not count"}},
      {withdraws, "withdraws", {"撤回另一条", "withdraws another"}},
      {not_yet_data, "not_yet_data", {"晚于所问日期，不计入", "after the day, does not count"}},
      {not_yet_known,
       "not_yet_known",
       {"当时尚未上报，不计入", "not yet reported, does not count"}},
      {unreadable, "unreadable", {"读不出来，不计入", "unreadable, does not count"}},
  });
};

}  // namespace taizhang::model
