// SPDX-License-Identifier: MIT
#include "check/moment.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

void look_at_inspection(const measure::InspectionFigures& figures, base::Date as_of,
                        Collector& found) {
  if (!figures.overdue) return;
  const model::Inspection& inspection = *figures.inspection;
  const base::Date last = *figures.feedback_due;
  const bool own = inspection.rectify_by.written();
  found.add(
      own ? inspection.rectify_by.at_or(inspection.at) : inspection.date.at_or(inspection.at),
      {own ? base::Bilingual{"应于 {0} 前整改反馈，已超 {1} 天还没有反馈",
                             "it was to be put right by {0} (days overdue: {1}), and there is no "
                             "feedback"}
           : base::
                 Bilingual{"督查后应于 {0} 前反馈整改情况，已超 {1} 天还没有反馈",
                           "feedback on it was due by {0} (days overdue: {1}), and there is none"},
       {base::iso(last), base::days_between(last, as_of)}},
      {{"催要整改情况；已反馈的写上 feedback: 反馈日期",
        "ask for it; where it has come, write feedback: the day it came"},
       {}},
      {{inspection.result.at, {{"督查结论在这里", "the result is here"}, {}}}});
}

void find_no_feedback(const Moment& moment, Collector& found) {
  for (const measure::PlanFigures& plan : moment.plans) {
    for (const measure::TaskFigures& task : plan.tasks) {
      if (task.inspections.empty() || task.status == model::Status::cancelled) continue;
      const std::uint32_t file = task.file->file;
      const model::Ledger& ledger = moment.ledger;
      if (!ledger.is_whole(file) || ledger.was_meant(file, "feedback")) continue;
      if (ledger.was_meant(file, "rectify_by")) continue;
      for (const measure::InspectionFigures& inspection : task.inspections) {
        look_at_inspection(inspection, moment.clocks.as_of, found);
      }
    }
  }
}

}  // namespace

const Rule no_feedback{
    "W17",
    "no-feedback",
    source::Severity::warning,
    {"督查后没有反馈整改", "an inspection without feedback"},
    {"督查发现出入的，要在整改期限前反馈；没写整改期限的，30天内反馈（计划可另定）。没有反馈，督查"
     "就没有闭环。",
     "Where an inspection finds a gap, feedback is due by rectify_by, or within 30 days where no "
     "day was set (a plan may set another number); without it the loop stays open."},
    R"yaml(# 截至 2023-10-20
- {id: i1, date: 2023-09-15, result: minor_gap, rectify_by: 2023-09-30}
)yaml",
    R"yaml(# 截至 2023-10-20
- {id: i1, date: 2023-09-15, result: minor_gap, rectify_by: 2023-09-30, feedback: 2023-09-28}
)yaml",
    nullptr,
    nullptr,
    find_no_feedback,
};

}  // namespace taizhang::check
