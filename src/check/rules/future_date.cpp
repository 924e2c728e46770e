// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

/// Looks at the dates of entries that tell what has happened.
class Today {
 public:
  /// What had been reported by the later clock has happened by then.
  Today(measure::Clocks clocks, Collector& found)
      : day_(std::max(clocks.as_of, clocks.known_by)), found_(found) {}

  /// Look at the dates of one entry; the first that is still to come is told. Whether there is one.
  bool look(const model::Entry& entry,
            std::initializer_list<const model::Given<base::Date>*> dates) {
    for (const auto* date : dates) {
      if (!*date || **date <= day_) continue;
      found_.add(date->at_or(entry.at),
                 {"{0} 还没有到（以 {1} 为准）", "{0} is still to come (as of {1})", **date, day_},
                 {"检查年、月；还没有发生的事不要先记",
                  "check year and month; write down what has happened, not what is to come"});
      return true;
    }
    return false;
  }

 private:
  base::Date day_;
  Collector& found_;
};

void look_at_readings(const model::Period& period, const model::Indicator& indicator,
                      Today& today) {
  const std::set<std::string_view> corrected = corrected_ids(indicator);
  for (const model::Reading& reading : indicator.readings) {
    // What was withdrawn has been put right, by a reading of the same date.
    if (reading.id && corrected.contains(*reading.id)) continue;
    const bool withdraws = reading.extras->corrects && reading.value && !*reading.value;
    // Of a date of another year, and of a report from before its data, other rules tell.
    const bool told = reading.date && (is_outside(period, *reading.date) ||
                                       (reading.reported && *reading.reported < *reading.date));
    if (told) continue;
    if (withdraws) {
      today.look(reading, {&reading.reported});
    } else {
      today.look(reading, {&reading.date, &reading.reported});
    }
  }
}

void look_at_task(const model::Plan& plan, const model::Task& task, Today& today) {
  for (const model::Indicator& indicator : task.indicators) {
    look_at_readings(plan.period, indicator, today);
  }
  for (const model::Milestone& milestone : task.milestones)
    today.look(milestone, {&milestone.done});
  today.look(task, {&task.qualitative.date});
  for (const model::Progress& progress : task.progress) today.look(progress, {&progress.date});
  for (const model::Issue& issue : task.issues) {
    // Where it was found in the future, so was all that followed.
    if (today.look(issue, {&issue.found})) continue;
    for (const model::IssueStep& step : issue.log) today.look(step, {&step.date});
  }
  for (const model::Inspection& inspection : task.inspections) {
    today.look(inspection, {&inspection.date, &inspection.feedback, &inspection.objection.date});
  }
  for (const model::SelfAssessment& assessment : task.self_assessments) {
    today.look(assessment, {&assessment.date});
  }
  for (const model::Order& order : task.orders) {
    today.look(order, {&order.date, &order.reply.date, &order.closed});
  }
  // A change may take effect later, but not be asked for.
  for (const model::Change& change : task.changes) today.look(change, {&change.requested});
}

}  // namespace

const Rule future_date{
    "E46 future-date",
    {"记的事情还没有发生", "an entry from the future"},
    {"报数、办结、流转、督查都是已经发生的事，日期在今天之后，不是年月写错，就是先记了账。时限和调"
     "整的生效日可以在以后。看旧台账的，用 --known-by 写明数据已收到哪一天。",
     "Readings, steps and inspections have happened; a date after today is misspelt or was entered "
     "in advance. Due dates and the day on which a change takes effect may lie ahead. To look at "
     "an earlier day, say with --known-by up to when reports are in."},
    R"yaml(# 今天是 2023-08-10
readings:
  - {id: r1, date: 2023-07-31, value: 126, reported: 2023-09-08})yaml",
    R"yaml(# 今天是 2023-08-10
readings:
  - {id: r1, date: 2023-07-31, value: 126, reported: 2023-08-09})yaml",
    [](const OnDay& at, Collector& found) {
      Today today(at.clocks, found);
      look_at_task(at.in.plan, at.in.task, today);
    },
};

}  // namespace taizhang::check
