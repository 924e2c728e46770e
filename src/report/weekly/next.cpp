// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// One kind of thing that units have to do next week.
struct ToDo {
  words::Key<1> say;
  Rows rows;
  std::string_view unit;  ///< the field that has the unit, or the units
};

std::vector<ToDo> all_to_do(const Paper& paper) {
  const base::Date today = paper.today();
  const auto next_week = [&](std::string field) {
    return between(std::move(field), today + std::chrono::days{1}, today + one_week);
  };
  const Rows tasks = asked_for(paper.now(Kind::tasks));
  const Rows milestones = asked_for(paper.now(Kind::milestones));
  const Rows indicators = asked_for(paper.now(Kind::indicators));
  const Rows inspections = paper.now(Kind::inspections);
  return {
      {keys::weekly_to_report, indicators.where(next_week("awaited_by")), "awaited_from"},
      {keys::weekly_to_catch_up, missing_reports(indicators), "missing_from"},
      {keys::weekly_to_finish_tasks, due_within(tasks, one_week), "lead"},
      {keys::weekly_to_finish_milestones, due_within(milestones, one_week), "lead"},
      {keys::weekly_to_explain, overdue(tasks), "lead"},
      {keys::weekly_to_solve,
       paper.now(Kind::issues)
           .where({{"open", Test::equals, "true"},
                   {"state", Test::differs, "resolved"},
                   {"due", Test::at_most, base::iso(today + one_week)}}),
       "owner"},
      {keys::weekly_to_reply,
       paper.now(Kind::orders)
           .where({{"closed", Test::absent},
                   {"reply.date", Test::absent},
                   {"reply_by", Test::at_most, base::iso(today + one_week)}}),
       "to"},
      {keys::weekly_to_answer,
       inspections.where({{"feedback", Test::absent},
                          {"feedback_due", Test::at_most, base::iso(today + one_week)}}),
       "lead"},
  };
}

}  // namespace

void weekly_next(Paper& paper) {
  const std::vector<ToDo> all = all_to_do(paper);
  document::Bullets units{"next", {}};
  const auto leads = facts::find_field(Kind::tasks, "lead");
  for (const facts::Known& unit : leads->field->known(paper.plan())) {
    document::List things;
    for (const ToDo& one : all) {
      const Rows own =
          one.rows.where({{std::string(one.unit), Test::contains, query::plain(unit.value)}});
      if (!own.empty()) things.items.push_back(say(paper.asked(), one.say, own.count()));
    }
    if (things.items.empty()) continue;
    units.lines.push_back(
        say(paper.asked(), keys::weekly_unit_does, unit.label, std::move(things)));
  }
  if (!units.lines.empty()) paper.put(std::move(units));
}

}  // namespace taizhang::report
