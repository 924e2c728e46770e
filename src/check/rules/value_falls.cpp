// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

constexpr base::Bilingual total_typed{
    "是不是把当月新增数当成了年初以来累计数？填累计数；前一个数有误的，写 corrects 更正",
    "is it the month’s addition instead of the total since the start of the year? write the total; "
    "if the earlier value is wrong, add a reading that corrects it"};
constexpr base::Bilingual remainder_typed{
    "direction: down 的累计数只减不增，是不是填成了当月数？前一个数有误的，写 corrects 更正",
    "with direction: down a total only goes down: is it the month’s figure? if the earlier value "
    "is wrong, add a reading that corrects it"};

void find_value_falls(const Told& told, Collector& found) {
  for (const auto& [before, after] : told.reported().falls) {
    const bool fell = after.value < before.value;
    found.add(
        after.reading->value.at_or(after.reading->at),
        {fell ? base::Bilingual{"截至 {0} 累计 {1}，比截至 {2} 的 {3} 还少",
                                "a total of {1} as of {0} is less than {3} as of {2}"}
              : base::Bilingual{"截至 {0} 累计 {1}，比截至 {2} 的 {3} 还多",
                                "a total of {1} as of {0} is more than {3} as of {2}"},
         {base::iso(after.date), after.value.text(), base::iso(before.date), before.value.text()}},
        {fell ? total_typed : remainder_typed, {}},
        {{before.reading->value.at, {{"前一个数在这里", "the earlier value is here"}, {}}}});
  }
}

}  // namespace

const Rule value_falls{
    "E32",
    "value-falls",
    source::Severity::error,
    {"累计数倒退", "a running total that goes back"},
    {"年初以来的累计数只会增加；变少了，多半是把当月新增数当成了年初以来累计数，完成率会因此少算。",
     "A total since the start of the year only grows. Where it falls, the month’s addition was "
     "most likely typed instead of the total, and completion comes out too low."},
    R"yaml(kind: cumulative
readings:
  - {id: r1, date: 2023-06-30, value: 97}
  - {id: r2, date: 2023-07-31, value: 21}   # 7月新增21个
)yaml",
    R"yaml(kind: cumulative
readings:
  - {id: r1, date: 2023-06-30, value: 97}
  - {id: r2, date: 2023-07-31, value: 118}
)yaml",
    nullptr,
    find_value_falls,
};

}  // namespace taizhang::check
