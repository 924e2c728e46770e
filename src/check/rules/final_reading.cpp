// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"
#include "measure/terms.h"

namespace taizhang::check {

namespace {

void find_final_reading(const Told& told, Collector& found) {
  const auto& readings = told.reported().readings;
  const auto due = measure::due_of(told.plan.plan, told.file.task, told.indicator, end_of_days);
  const model::Reading* last = nullptr;  // the final one of the last period
  for (const measure::Effective& one : readings) {
    const model::Reading& reading = *one.reading;
    if (last && *last->date < one.date) {
      found.add(reading.date.at_or(reading.at),
                {{"期末数（{0}，截至 {1}）已经是最终数，后面又报了截至 {2} 的数",
                  "the last figure ({0}, as of {1}) is final, and there is one as of {2}"},
                 {last->id.value_or(""), base::iso(*last->date), base::iso(one.date)}},
                {{"改动期末数的，写同一个日期和 corrects；还会变的，前一条不写 final",
                  "to change the last figure write its date and corrects; where it may still move "
                  "it is not final"},
                 {}},
                {{last->final.at, {{"最终数在这里", "the final one is here"}, {}}}});
    }
    if (!reading.final.value_or(false)) continue;
    if (reading.provisional.value_or(false)) {
      found.add(
          reading.provisional.at_or(reading.at),
          {{"既是初步数又是最终数，只能是一样", "it is provisional and final: one of the two"}, {}},
          {{"还会变的写 provisional: true，定了的写 final: true",
            "write provisional: true while it may move, and final: true once it does not"},
           {}},
          {{reading.final.at, {{"另一个在这里", "the other is here"}, {}}}});
    }
    if (due && one.date >= *due) last = &reading;
  }
}

}  // namespace

const Rule final_reading{
    "W35",
    "final-reading",
    source::Severity::warning,
    {"最终数还在变", "a final figure that is not the last"},
    {"最终数一报，红灯蓝灯就定了；同一条又是初步数，或者后面还有新数，就不知道按哪个定。",
     "With the final figure the light is settled; where it is provisional too, or another comes "
     "after it, nobody knows by which."},
    R"yaml(- {id: r1, date: 2023-12-31, value: 190, reported: 2024-01-05, final: true, provisional: true}
)yaml",
    R"yaml(- {id: r1, date: 2023-12-31, value: 190, reported: 2024-01-05, provisional: true}
)yaml",
    nullptr,
    find_final_reading,
};

}  // namespace taizhang::check
