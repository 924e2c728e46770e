// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

using Day = model::Given<base::Date>;

/// A day that cannot come before the first of its entry.
struct LaterDay {
  const Day& day;
  base::Bilingual what;
};

/// Look for days before `first`. Where there are several and all of them are, it is `first` that is
/// wrong, and one mistake is one finding. All stand in `entry`, or in what it is held against.
void look_at_days(const model::Entry& entry, const Day& first, base::Bilingual what_first,
                  const std::vector<LaterDay>& later, Collector& found) {
  if (!first) return;
  std::vector<const LaterDay*> before;
  std::size_t known = 0;
  for (const LaterDay& one : later) {
    known += bool(one.day);
    if (one.day && *one.day < *first) before.push_back(&one);
  }
  const Words help{"检查两个日期，是否写反或写错年份",
                   "check both dates: swapped, or the wrong year?"};
  if (before.size() > 1 && before.size() == known) {
    std::vector<Nearby> others;
    for (const LaterDay* one : before) others.push_back({one->day.at, {"{0}", "{0}", one->what}});
    found.add(first.at_or(entry.at),
              {"{0} {1} 比后面的日期都晚", "{0}, {1}, is later than all the days that follow it",
               what_first, *first},
              help, std::move(others));
    return;
  }
  for (const LaterDay* one : before) {
    found.add(one->day.at_or(entry.at),
              {"{0} {1} 早于{2} {3}", "{0}, {1}, is before {2}, {3}", one->what, *one->day,
               what_first, *first},
              help, {{first.at, {"{0}在这里", "{0} is here", what_first}}});
  }
}

/// The first step of the log says another day, which is a finding of the log.
bool log_disagrees(const model::Issue& issue) {
  return !issue.log.empty() && issue.log[0].date && issue.found &&
         *issue.log[0].date != *issue.found;
}

}  // namespace

const Rule dates_order{
    "E49 dates-order",
    {"日期的先后不对", "dates in the wrong order"},
    {"整改、反馈不会早于督查，回复、办结不会早于督办，时限不会早于发现，生效不会早于申请，节点不会"
     "在计划开始前完成；先后不对，必有一个日期写错，超期天数就会算错。",
     "Nothing is put right before its inspection, answered before its order, due before it was "
     "found, in effect before it was requested or done before the plan began; one of the dates is "
     "wrong, and so are the days counted from it."},
    R"yaml(- {id: i1, date: 2023-09-15, result: minor_gap, rectify_by: 2023-08-30})yaml",
    R"yaml(- {id: i1, date: 2023-09-15, result: minor_gap, rectify_by: 2023-09-30})yaml",
    [](const AtTask& at, Collector& found) {
      const model::Period& period = at.plan.period;
      const bool reversed = period.start && period.end && *period.end < *period.start;
      for (const model::Milestone& milestone : at.task.milestones) {
        if (reversed) break;
        look_at_days(milestone, period.start, {"计划起始日", "the start of the plan"},
                     {{milestone.done, {"完成日期", "the day it was done"}}}, found);
      }
      for (const model::Inspection& inspection : at.task.inspections) {
        look_at_days(inspection, inspection.date, {"督查日期", "the day of the inspection"},
                     {{inspection.rectify_by, {"整改期限", "rectify_by"}},
                      {inspection.feedback, {"反馈日期", "the day of the feedback"}},
                      {inspection.objection.date, {"异议日期", "the day of the objection"}}},
                     found);
      }
      for (const model::Order& order : at.task.orders) {
        look_at_days(order, order.date, {"督办日期", "the day of the order"},
                     {{order.reply_by, {"回复期限", "reply_by"}},
                      {order.reply.date, {"回复日期", "the day of the reply"}},
                      {order.closed, {"办结日期", "the day it was closed"}}},
                     found);
      }
    },
    [](const AtIssue& at, Collector& found) {
      if (log_disagrees(at.issue)) return;
      look_at_days(at.issue, at.issue.found, {"发现日期", "the day it was found"},
                   {{at.issue.due, {"办理时限", "its due date"}}}, found);
    },
    [](const AtChange& at, Collector& found) {
      look_at_days(at.change, at.change.requested, {"申请日期", "the day of the request"},
                   {{at.change.effective, {"生效日期", "the day it takes effect"}}}, found);
    },
};

}  // namespace taizhang::check
