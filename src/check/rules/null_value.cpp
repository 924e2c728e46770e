// SPDX-License-Identifier: MIT
#include "check/reported.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

/// Whether a reading without a value says that there was nothing to measure (不适用), or may say so
/// in a way that could not be read.
bool may_be_inapplicable(const model::Indicator& indicator, const model::Reading& reading) {
  const auto& rows = reading.parts.rows;
  return measure::has_zero_denominator(indicator, reading) ||
         (indicator.denominator.written() && !indicator.denominator) ||
         std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.second; });
}

void find_null_value(const model::Ledger& ledger, Collector& found) {
  for_each_indicator(ledger, [&](const auto&, const auto& file, const auto& indicator) {
    for (const model::Reading& reading : indicator.readings) {
      if (!reading.value || *reading.value || reading.corrects.written()) continue;
      if (may_be_inapplicable(indicator, reading)) continue;
      const auto meant = [&](std::string_view key) { return ledger.was_meant(file.file, key); };
      if (!ledger.is_whole(file.file) || meant("corrects") || meant("denominator")) return;
      found.add(reading.value.at_or(reading.at),
                {{"value: null 是撤回，却没有写撤回哪一条",
                  "value: null withdraws a reading, but none is named"},
                 {}},
                {{"撤回的写 corrects: 编号；还没有数的，这一条不用写",
                  "to withdraw one write corrects: and its id; where there is no figure yet, leave "
                  "the reading out"},
                 {}});
    }
  });
}

}  // namespace

const Rule null_value{
    "E40",
    "null-value",
    source::Severity::error,
    {"没有数值，也没有撤回什么", "a reading without a value that withdraws nothing"},
    {"value: null 只用来撤回前面报的数。还没有数就是没有报，写成一条空的报数会让人以为报过了。",
     "value: null only withdraws an earlier reading. Without a figure nothing has been reported, "
     "and an empty reading looks like a report."},
    R"yaml(- {id: r1, date: 2023-06-30, value: 97}
- {id: r2, date: 2023-07-31, value: null}
)yaml",
    R"yaml(- {id: r1, date: 2023-06-30, value: 97}
- {id: r2, date: 2023-06-30, value: null, corrects: r1, reason: 误报}
)yaml",
    find_null_value,
};

}  // namespace taizhang::check
