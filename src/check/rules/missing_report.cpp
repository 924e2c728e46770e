// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/owed.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

/// The last days of the periods, at most a year of months of them.
std::vector<std::string> ends_of(const std::vector<measure::ReportPeriod>& periods) {
  constexpr std::size_t most = 12;
  std::vector<std::string> ends;
  for (const measure::ReportPeriod& period : periods) {
    if (ends.size() == most) {
      ends.push_back("…");
      break;
    }
    ends.push_back(base::iso(period.end));
  }
  return ends;
}

void find_missing_report(const Moment& moment, Collector& found) {
  for_each_owed(moment, [&](const auto&, const auto&, const measure::IndicatorFigures& figures) {
    const auto& missing = figures.reports.missing;
    if (missing.empty()) return;
    const model::Indicator& indicator = *figures.indicator;
    const std::vector<std::string> ends = ends_of(missing);
    found
        .add(place_of_readings(indicator),
             {{"“{0}”漏报 {1} 期：{2}", "“{0}” lacks {1} reports: {3}"},
              {indicator.name.value_or(indicator.id.value_or("")),
               static_cast<long long>(missing.size()), base::joined(ends, "、"),
               base::joined(ends, ", ")}},
             figures.reporter.empty()
                 ? base::Phrase{{"补报，写明数据截止日和实际上报日；补录以前的写 backfilled: true，"
                                 "不算迟报；建账以前不要求报的，在 plan.yaml 写 rules: "
                                 "{reporting_from: 日期}",
                                 "send them, each with its data date and the day it came in; "
                                 "write backfilled: true where it is entered afterwards, and "
                                 "rules: {reporting_from: the day} in plan.yaml where nothing was "
                                 "owed before"},
                                {}}
                 : base::Phrase{{"由“{0}”补报，写明数据截止日和实际上报日；补录以前的写 "
                                 "backfilled: true，不算迟报；建账以前不要求报的，在 plan.yaml 写 "
                                 "rules: {reporting_from: 日期}",
                                 "“{0}” is to send them, each with its data date and the day it "
                                 "came in; write backfilled: true where it is entered afterwards, "
                                 "and rules: {reporting_from: the day} in plan.yaml where nothing "
                                 "was owed before"},
                                {figures.reporter}})
        // Whoever knows of the reports that are missing does not know of the next one.
        .distinction = base::iso(missing.back().end);
  });
}

}  // namespace

const Rule missing_report{
    "W16",
    "missing-report",
    source::Severity::warning,
    {"有到期未报的报数", "reports that are owed"},
    {"期限已过还没有数，灯和完成率说的都是以前的情况，考核也要扣分；能补报的时候补上。",
     "With the deadline past and no figure, lights and completion tell of another day, and marks "
     "are taken off; it can still be sent."},
    R"yaml(# 今天是 2023-09-06
frequency: month
readings:
  - {id: r1, date: 2023-07-31, value: 126, reported: 2023-08-03}
)yaml",
    R"yaml(# 今天是 2023-09-06
frequency: month
readings:
  - {id: r1, date: 2023-07-31, value: 126, reported: 2023-08-03}
  - {id: r2, date: 2023-08-31, value: 131, reported: 2023-09-04}
)yaml",
    nullptr,
    nullptr,
    find_missing_report,
};

}  // namespace taizhang::check
