// SPDX-License-Identifier: MIT
//
// Issues and the steps of their logs.
#include <algorithm>

#include "facts/kinds.h"
#include "measure/units.h"

namespace taizhang::facts {

namespace {

using measure::IssueFigures;

Value days_open(const Row& row) {
  const IssueFigures& issue = row.as<IssueFigures>();
  const base::Date today = row.world->clocks().as_of;
  return base::days_between(issue.found, issue.open ? today : issue.since.value_or(today));
}

/// Whether nobody has to do anything about it but to look at it and close it.
bool is_done(const IssueFigures& issue) {
  return issue.state == model::IssueState::closed || issue.state == model::IssueState::resolved;
}

/// Whose turn it is until it is resolved: of what is being coordinated the coordinator, else who
/// has to solve it.
Value turn(const Row& row) {
  const IssueFigures& issue = row.as<IssueFigures>();
  if (is_done(issue)) return {};
  const bool coordinates =
      issue.state == model::IssueState::coordinating && !issue.coordinator.empty();
  return value_of(coordinates ? issue.coordinator : issue.owner);
}

/// Who may close it, once it is resolved and waits for that: those that the plan names, else its
/// office.
Value closers(const Row& row) {
  if (row.as<IssueFigures>().state != model::IssueState::resolved) return {};
  const model::Roles& roles = row.plan->plan->plan.roles;
  std::vector<std::string> units;
  const auto add = [&](const auto& name) {
    if (!name) return;
    std::string unit = measure::unit_on(row.plan->registry, name->text, row.world->clocks().as_of);
    if (std::ranges::find(units, unit) == units.end()) units.push_back(std::move(unit));
  };
  for (const auto& name : roles.closers.items) add(name);
  if (units.empty()) add(roles.office);
  return value_of(units);
}

std::vector<Field> issue_fields() {
  std::vector<Field> fields = fields_of<model::Issue>(
      {
          from_file("id"),
          from_file("found"),
          from_file("level"),
          from_file("text"),
          figure("owner", {"责任单位", "Owner"}, Type::text,
                 {"当日的责任单位", "the unit that has to solve it, on the day"},
                 &IssueFigures::owner, {.known = all_units}),
          figure("coordinator", {"协调单位", "Coordinator"}, Type::text,
                 {"当日的协调单位", "the unit that coordinates, on the day"},
                 &IssueFigures::coordinator),
          figure("state", {"状态", "State"}, Type::word,
                 {"到所问日期办到哪一步", "where it stands on the day"}, &IssueFigures::state,
                 {.known = all_words<model::IssueState>}),
          figure("turn", {"轮到", "Turn"}, Type::text,
                 {"下一步由谁办：协调中的是协调单位，其余是责任单位；已解决和已销号的没有",
                  "whose turn it is: who coordinates it, else who has to solve it; of what is "
                  "resolved or closed nobody"},
                 turn, {.known = all_units}),
          figure("closers", {"待销号单位", "Closed by"}, Type::list,
                 {"已解决、等待销号的，由哪些单位销号",
                  "who may close it, of what is resolved and waits for that"},
                 closers, {.known = all_units}),
          figure("since", {"何时起", "Since"}, Type::date,
                 {"进入这一步的日期", "the day of the step into that state"}, &IssueFigures::since),
          due_field(&IssueFigures::due, {"办理时限", "Due"},
                    {"写明的时限，没有写的按等级推算", "as written, else by its level"}),
          days_left_field(
              [](const Row& row) {
                const IssueFigures& issue = row.as<IssueFigures>();
                return is_done(issue) ? std::optional<base::Date>() : issue.due;
              },
              {"距办理时限的天数，超期为负；已解决和已销号的没有",
               "days until it is due, negative when that is past; none of what is resolved or "
               "closed"}),
          figure("days_open", {"用时（天）", "Days open"}, Type::whole,
                 {"从发现到销号的天数；没有销号的到所问日期",
                  "days from when it was found until it was closed, else until the day asked for"},
                 days_open),
          figure("open", {"未销号", "Open"}, Type::yes_no, {"没有销号", "not closed"},
                 &IssueFigures::open),
          figure("overdue", {"超期", "Overdue"}, Type::yes_no,
                 {"已过时限而没有解决", "past its due date and not resolved"},
                 &IssueFigures::overdue),
          figure("urge_on", {"催办日", "Urge on"}, Type::date,
                 {"过了时限的次日", "the day after it is due"}, &IssueFigures::urge_on),
          figure("escalate_on", {"升级日", "Escalate on"}, Type::date,
                 {"催办后仍未解决，升级的日期", "the day on which it goes to the next level"},
                 &IssueFigures::escalate_on),
      },
      {"log"});
  mark_unit_names(fields, {"found_by"});
  return fields;
}

}  // namespace

const KindOfRow issues_kind = entries<model::Issue, Kind::issues, &measure::TaskFigures::issues>(
    "issues", {"问题", "issues"}, Kind::tasks, "issues", once<issue_fields>);
const KindOfRow steps_kind = entries<model::IssueStep, Kind::steps, &model::Issue::log>(
    "steps", {"问题流转", "steps of issues"}, Kind::issues, "log");

}  // namespace taizhang::facts
