// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_date(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::BadDate>(ledger, [&](const auto& fault, const auto& what) {
    found.add(
        fault.at,
        {{"“{0}”的值“{1}”不是日期：{2}", "“{1}”, the value of “{0}”, is no date: {2}"},
         {what.key, what.text, what.why}},
        help_of(
            fault,
            {{"按“年-月-日”写，如 2023-08-02", "write year-month-day, such as 2023-08-02"}, {}}),
        {}, fault.fix);
  });
}

}  // namespace

const Rule date{
    "E12",
    "date",
    source::Severity::error,
    {"不是日期，或没有这一天", "not a date, or no such day"},
    {"所有的时间进度、时限和陈旧天数都从日期算起。",
     "Time progress, deadlines and staleness are all counted from dates."},
    R"yaml(due: 2023-2-30
)yaml",
    R"yaml(due: 2023-02-28
)yaml",
    find_date,
};

}  // namespace taizhang::check
