// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

void find_conflicting_readings(const Told& told, Collector& found) {
  for (const auto& [before, after] : told.reported().conflicts) {
    found.add(
        after.reading->value.at_or(after.reading->at),
        {{"截至 {0} 的数，{1}报 {2}，{3}报 {4}", "as of {0}, {1} reports {2} and {3} reports {4}"},
         {base::iso(after.date), before.reading->by->text, before.value.text(),
          after.reading->by->text, after.value.text()}},
        {{"由牵头单位核定，写一条 corrects 更正",
          "let the lead settle it, and add a reading with corrects"},
         {}},
        {{before.reading->value.at, {{"另一个数在这里", "the other value is here"}, {}}}});
  }
}

}  // namespace

const Rule conflicting_readings{
    "E31",
    "conflicting-readings",
    source::Severity::error,
    {"两个单位对同一天报了不同的数", "two units with different values for one day"},
    {"同一天只能有一个数，两个都算数时，报表用哪个全凭上报先后。",
     "A day has one value; with two that count, the order of the reports decides which is used."},
    R"yaml(- {id: r1, date: 2023-06-30, value: 97, reported: 2023-07-04, by: 市发改局}
- {id: r2, date: 2023-06-30, value: 91, reported: 2023-07-05, by: 市工信局}
)yaml",
    R"yaml(- {id: r1, date: 2023-06-30, value: 97, reported: 2023-07-04, by: 市发改局}
- {id: r2, date: 2023-06-30, value: 91, reported: 2023-07-05, by: 市工信局, corrects: r1, reason: 核定数}
)yaml",
    nullptr,
    find_conflicting_readings,
};

}  // namespace taizhang::check
