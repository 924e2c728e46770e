// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "measure/clocks.h"
#include "measure/trace.h"
#include "model/enums.h"
#include "model/task.h"

namespace taizhang::measure {

/// A reading that counts.
struct Effective {
  const model::Reading* reading;
  base::Decimal value;  ///< as verified, where an inspection found another
  base::Date date;      ///< data date
  base::Date reported;  ///< the data date where the file gives none
  /// Not so where the denominator of a rate was zero (不适用): then `value` says nothing.
  bool applicable = true;
  bool verified = false;  ///< 核定: an inspection found it, or what it corrects, not to hold
  bool final = false;     ///< of a sum: of each of its parts
  std::optional<base::Decimal> benchmark = {};  ///< what it is compared with
  base::Date first_reported{};  ///< when the first figure of its data date came, and whether that
  bool backfilled = false;      ///< was a back-fill: it is never late
};

/// What becomes of a reading on a day.
enum class ReadingFate {
  newest,         ///< the figures stand on it
  counts,         ///< counts, but a newer one is there
  corrected,      ///< another reading corrects it
  superseded,     ///< a later correction of the same reading stands
  withdraws,      ///< it takes another back and has no value of its own
  found_false,    ///< an inspection found it not to hold, and gave no value
  not_yet_data,   ///< its data date is after the day
  not_yet_known,  ///< it had not been reported by then
  too_late,       ///< reported after the settlement without approval
  after_plan,     ///< its data date is after the plan's end
  unreadable,     ///< its date or value is a fault of its own
};

/// What readings are judged with beside themselves.
struct Evidence {
  const model::Indicator& indicator;
  const model::Task* task = nullptr;          ///< for its inspections
  std::optional<base::Date> last_data = {};   ///< a later data date does not count
  std::optional<base::Date> settled_on = {};  ///< what is reported later needs approval
};

/// The day a reading came in: as written, else its data date.
base::Date reported_on(const model::Reading& reading);

/// Whether a reading is there to be seen: it can be read, its data date is not after `as_of`, and
/// it was reported by `known_by`. It may still have been corrected.
bool is_known(const model::Reading& reading, Clocks clocks);

/// Whether the reading says that there was nothing to measure (不适用): its part named like the
/// indicator's denominator is zero.
bool has_zero_denominator(const model::Indicator& indicator, const model::Reading& reading);

/// Whether a reading with `corrects` corrects nothing, and only brings what its value is compared
/// with (RULES.md §4, indicator): such a number comes out later than the value itself.
bool brings_benchmark(const model::Indicator& indicator, const model::Reading& reading);

/// What became of one reading.
struct Outcome {
  ReadingFate fate;
  const model::Reading* corrected_by = nullptr;   ///< where `fate` is `corrected` or `superseded`
  const model::Inspection* inspection = nullptr;  ///< that found it not to hold
  std::optional<base::Decimal> verified = {};     ///< the value that it counts with
};

/// The readings of one indicator, or of one unit of it, on a day.
struct Readings {
  std::vector<Effective> effective;  ///< oldest first
  /// They count not at all, but their period was reported; also those taken back or put right.
  std::vector<Effective> found_false;
  std::vector<Outcome> outcomes;  ///< of every reading, in the order of the file
};

/// Says by which name in `values` a reading speaks of a unit.
using NamesUnit = std::function<bool(const std::string& written)>;

/// What becomes of the readings on a day (RULES.md §6.1). Known ones have a data date not after
/// `as_of` and were reported not after `known_by`. A withdrawal (value null) takes back what it
/// corrects; of several corrections the newest stands, and where a correction is itself withdrawn
/// what was before it stands again. A reading found `inconsistent`, and later corrections of it
/// that are not approved, count with the verified value. Of one date the newest reported is the
/// newest, then the later in the file. With `names` only what is said of that unit is looked at.
Readings judged(const Evidence& evidence, Clocks clocks, const NamesUnit& names = {},
                Trace* trace = nullptr);

/// Those that count by themselves, without inspections and settlement; oldest first.
std::vector<Effective> effective_readings(const model::Indicator& indicator, Clocks clocks);

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
      {superseded, "superseded", {"另有更新的更正，不计入", "a later correction stands"}},
      {withdraws, "withdraws", {"撤回另一条", "withdraws another"}},
      {not_yet_data, "not_yet_data", {"晚于所问日期，不计入", "after the day, does not count"}},
      {not_yet_known,
       "not_yet_known",
       {"当时尚未上报，不计入", "not yet reported, does not count"}},
      {found_false, "found_false", {"督查不符，不计入", "found not to hold, does not count"}},
      {too_late, "too_late", {"结算后上报未经批准，不计入", "after the settlement, not approved"}},
      {after_plan, "after_plan", {"数据晚于计划期，不计入", "data after the plan's end"}},
      {unreadable, "unreadable", {"读不出来，不计入", "unreadable, does not count"}},
  });
};

}  // namespace taizhang::model
