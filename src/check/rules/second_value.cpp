// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"
#include "measure/by_unit.h"

namespace taizhang::check {

namespace {

void add(const measure::Effective& before, const measure::Effective& after, const std::string& unit,
         Collector& found) {
  const auto place = [](const model::Reading& reading) {
    return reading.value.written() ? reading.value.at : reading.values.at;
  };
  const model::Reading& later = *after.reading;
  const std::string id = before.reading->id.value_or("");
  const base::Bilingual message =
      unit.empty() ? base::Bilingual{"截至 {0} 已有一个数 {1}（{2}），又报了 {3}",
                                     "as of {0} there is a value, {1} ({2}), and now {3} as well"}
                   : base::Bilingual{"“{4}”截至 {0} 已有一个数 {1}（{2}），又报了 {3}",
                                     "“{4}” has a value as of {0}, {1} ({2}), and now {3} as well"};
  found
      .add(place(later).value_or(later.at),
           {message, {base::iso(after.date), before.value.text(), id, after.value.text(), unit}},
           {{"后一条是更正的，写上 corrects: {0} 和 reason；不是同一天的数，改日期",
             "where the later one puts the earlier right write corrects: {0} and the reason; where "
             "it is of another day correct the date"},
            {id}},
           {{place(*before.reading), {{"前一个数在这里", "the value before is here"}, {}}}})
      .distinction = unit;
}

void look_at_units(const Told& told, Collector& found) {
  const model::RegistryFile* registry = told.ledger.registry_of(told.plan);
  const measure::Limits limits = measure::limits_of(told.plan.plan.rules);
  const measure::Frame frame{told.plan.plan, registry, limits};
  const measure::Clocks clocks{end_of_days, end_of_days};
  const measure::Evidence evidence{told.indicator};
  for (const auto& promise :
       measure::unit_promises(frame, told.file.task, told.indicator, end_of_days)) {
    const auto readings =
        measure::readings_of_unit(frame, evidence, promise.unit, clocks).effective;
    for (std::size_t i = 1; i < readings.size(); ++i) {
      if (readings[i - 1].date != readings[i].date) continue;
      add(readings[i - 1], readings[i], promise.unit, found);
    }
  }
}

void find_second_value(const Told& told, Collector& found) {
  for (const auto& [before, after] : told.reported().seconds) add(before, after, "", found);
  const bool by_unit = told.indicator.targets.written() && !told.indicator.readings.empty();
  if (by_unit && told.all_read()) look_at_units(told, found);
}

}  // namespace

const Rule second_value{
    "E51",
    "second-value",
    source::Severity::error,
    {"同一天报了第二个数，没有写更正", "a second value for one day that corrects nothing"},
    {"报数只增不改：同一天再报，就是更正前一条。不写 corrects，两条都算数，用哪个全凭先后。",
     "Readings are only added to: another value of one day corrects the one before. Without "
     "corrects both count, and their order decides which is used."},
    R"yaml(- {id: r9, date: 2023-09-30, value: 90, reported: 2023-10-03}
- {id: r10, date: 2023-09-30, value: 110, reported: 2023-10-08}
)yaml",
    R"yaml(- {id: r9, date: 2023-09-30, value: 90, reported: 2023-10-03}
- {id: r10, date: 2023-09-30, value: 110, reported: 2023-10-08, corrects: r9, reason: 漏计20家}
)yaml",
    nullptr,
    find_second_value,
};

}  // namespace taizhang::check
