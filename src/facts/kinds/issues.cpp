// SPDX-License-Identifier: MIT
//
// Issues and the steps of their logs.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

const model::Issue& issue_of(const Row& row) { return *row.issue->issue; }
const model::IssueStep& step_of(const Row& row) { return row.as<model::IssueStep>(); }

void each_issue(const Row& task, const Visit& visit) {
  std::size_t index = 0;
  for (const measure::IssueFigures& figures : task.task->issues) {
    Row row = inside(task, Kind::issues, nullptr, index++);
    row.issue = &figures;
    visit(row);
  }
}

void each_step(const Row& issue, const Visit& visit) {
  std::size_t index = 0;
  for (const model::IssueStep& step : issue_of(issue).log) {
    visit(inside(issue, Kind::steps, &step, index++));
  }
}

std::string issue_name(const Row& row) { return id_or_place(row, issue_of(row)); }

Value unit_or_absent(const std::string& unit) { return unit.empty() ? Value() : Value(unit); }

const std::vector<Field>& issue_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("id"),
          from_file("found"),
          from_file("level"),
          from_file("text"),
          with_known({"owner",
                      {"责任单位", "Owner"},
                      Type::text,
                      Need::figures,
                      {"当日的责任单位", "the unit that has to solve it, on the day"},
                      "",
                      [](const Row& row) { return unit_or_absent(row.issue->owner); }},
                     all_units),
          {"coordinator",
           {"协调单位", "Coordinator"},
           Type::text,
           Need::figures,
           {"当日的协调单位", "the unit that coordinates, on the day"},
           "",
           [](const Row& row) { return unit_or_absent(row.issue->coordinator); }},
          with_known({"state",
                      {"状态", "State"},
                      Type::word,
                      Need::figures,
                      {"到所问日期办到哪一步", "where it stands on the day"},
                      "",
                      [](const Row& row) { return Value(word(row.issue->state)); }},
                     all_words<model::IssueState>),
          {"since",
           {"何时起", "Since"},
           Type::date,
           Need::figures,
           {"进入这一步的日期", "the day of the step into that state"},
           "",
           [](const Row& row) { return or_absent(row.issue->since); }},
          {"due",
           {"办理时限", "Due"},
           Type::date,
           Need::figures,
           {"写明的时限，没有写的按等级推算", "as written, else by its level"},
           "时限",
           [](const Row& row) { return or_absent(row.issue->due); }},
          {"days_left",
           {"剩余天数", "Days left"},
           Type::whole,
           Need::figures,
           {"距办理时限的天数，超期为负", "days until it is due; negative when that is past"},
           "",
           [](const Row& row) { return days_until(row, row.issue->due); }},
          {"open",
           {"未销号", "Open"},
           Type::yes_no,
           Need::figures,
           {"没有销号", "not closed"},
           "",
           [](const Row& row) { return Value(row.issue->open); }},
          {"overdue",
           {"超期", "Overdue"},
           Type::yes_no,
           Need::figures,
           {"已过时限而没有解决", "past its due date and not resolved"},
           "",
           [](const Row& row) { return Value(row.issue->overdue); }},
          {"urge_on",
           {"催办日", "Urge on"},
           Type::date,
           Need::figures,
           {"过了时限的次日", "the day after it is due"},
           "",
           [](const Row& row) { return or_absent(row.issue->urge_on); }},
          {"escalate_on",
           {"升级日", "Escalate on"},
           Type::date,
           Need::figures,
           {"催办后仍未解决，升级的日期", "the day on which it goes to the next level"},
           "",
           [](const Row& row) { return or_absent(row.issue->escalate_on); }},
      },
      stored_fields<model::Issue, issue_of>(), {"log"});
  return all;
}

const std::vector<Field>& step_fields() {
  static const std::vector<Field> all = arranged({}, stored_fields<model::IssueStep, step_of>());
  return all;
}

}  // namespace

const KindOfRow issues_kind{Kind::issues, "issues",   {"问题", "issues"}, Kind::tasks,
                            "issues",     each_issue, issue_name,         issue_fields};
const KindOfRow steps_kind{Kind::steps,  "steps",    {"问题流转", "steps of issues"},
                           Kind::issues, "log",      each_step,
                           by_place,     step_fields};

}  // namespace taizhang::facts
