// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"
#include "measure/in_force.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

/// Whether `unit` is certainly none of those that may close the issues of the plan, by whatever
/// name the registry has for it that day; not so where they cannot be known.
bool may_not_close(const AtPlan& at, const std::string& unit, base::Date day) {
  const auto& closers = at.plan.roles.closers.items;
  const auto known = [&](const auto& closer) { return closer && at.unit(closer->text); };
  return at.registry && at.ledger.can_tell(*at.registry) && at.ledger.is_whole(at.folder.file) &&
         !at.meant({"roles"}) && !at.meant(at.plan.roles, {"closers"}) && !closers.empty() &&
         std::all_of(closers.begin(), closers.end(), known) && at.unit(unit) &&
         std::none_of(closers.begin(), closers.end(), [&](const auto& closer) {
           return measure::unit_on(at.registry, closer->text, day) ==
                  measure::unit_on(at.registry, unit, day);
         });
}

void add_outsider(const AtPlan& at, const std::string& unit, source::Span place, const Words& help,
                  Collector& found) {
  const auto& closers = at.plan.roles.closers;
  std::string names;
  for (const auto& closer : closers.items) names += (names.empty() ? "" : "、") + closer->text;
  found.add(place,
            {"“{0}”无权销号；有权的是：{1}", "“{0}” may not close; who may: {1}", unit, names},
            help, {{closers.at, {"有权销号的单位在这里", "who may close is said here"}}});
}

void look_at_closing(const AtTask& at, const model::Issue& issue, const model::IssueStep& step,
                     Collector& found) {
  const Words ask{"由有权销号的单位核实后销号，by 写这个单位",
                  "let a unit of roles.closers verify and close it, and name that unit as by"};
  if (!step.by) {
    if (step.by.written() || at.meant(step, {"by"}) || !at.whole) return;
    found.add(step.state.at_or(step.at), {"没有写是谁销的号", "it does not say who closed it"},
              ask);
    return;
  }
  const std::string& by = step.by->text;
  // Of a step without a date the units of today are asked.
  const base::Date day = step.date.value_or(base::Date::max());
  if (issue.owner && measure::unit_on(at.registry, issue.owner->text, day) ==
                         measure::unit_on(at.registry, by, day)) {
    found.add(step.by.at_or(step.at),
              {"“{0}”是责任单位，不能给自己销号", "“{0}” owns this issue and cannot close it", by},
              ask, {{issue.owner.at, {"责任单位在这里", "the owner is here"}}});
  } else if (may_not_close(at, by, day)) {
    add_outsider(at, by, step.by.at_or(step.at), ask, found);
  }
}

/// Whether `unit` is a closer of the plan, by whatever name the registry has for it that day.
bool is_closer(const AtPlan& at, const std::string& unit, base::Date day) {
  const auto& closers = at.plan.roles.closers.items;
  return std::any_of(closers.begin(), closers.end(), [&](const auto& closer) {
    return closer && measure::unit_on(at.registry, closer->text, day) ==
                         measure::unit_on(at.registry, unit, day);
  });
}

/// The lead of the task on `day` that `unit` is; null where it is none.
const model::Given<model::UnitName>* lead_that_is(const AtTask& at, const std::string& unit,
                                                  base::Date day) {
  for (const auto& lead : at.task.lead.items) {
    const bool same = lead && measure::unit_on(at.registry, lead->text, day) ==
                                  measure::unit_on(at.registry, unit, day);
    if (same) return &lead;
  }
  return nullptr;
}

}  // namespace

const Rule issue_closer{
    "E45 issue-closer",
    {"问题由无权的单位销号", "an issue closed by a unit that may not"},
    {"谁办理谁不能销号：问题由计划的 roles.closers 核实后销号，责任单位自己销的不算闭环。",
     "Who did the work does not close its own item: a unit of the plan’s roles.closers verifies it "
     "and closes it; otherwise the loop is not closed."},
    R"yaml(owner: 市供电公司
log:
  - {date: 2023-10-08, state: closed, by: 市供电公司})yaml",
    R"yaml(owner: 市供电公司
log:
  - {date: 2023-10-08, state: closed, by: 市政府办公室})yaml",
    [](const AtIssue& at, Collector& found) {
      for (const model::IssueStep& step : at.issue.log) {
        if (step.state.value == model::IssueState::closed)
          look_at_closing(at.in, at.issue, step, found);
      }
    },
};

const Rule task_closer{
    "E61 task-closer",
    {"任务由无权的单位销号", "a task closed by a unit that may not"},
    {"谁办理谁不能销号：任务由计划的 roles.closers 批准销号，牵头单位或旁的单位自己销的不算闭环。",
     "Who did the work does not close its own item: a unit of the plan’s roles.closers approves "
     "it; "
     "closed by the lead or another unit the loop is not closed."},
    R"yaml(lead: [市商务局]
changes:
  - {id: c1, effective: 2023-11-20, field: status, from: in_progress, to: closed, approved_by: 市商务局})yaml",
    R"yaml(lead: [市商务局]
changes:
  - {id: c1, effective: 2023-11-20, field: status, from: in_progress, to: closed, approved_by: 市政府办公室})yaml",
    [](const AtChange& at, Collector& found) {
      const model::Change& change = at.change;
      const bool is_status = change.field.value == "status" && change.to && change.approved_by;
      if (!is_status || change.to->texts.size() != 1) return;
      if (model::from_name<model::Status>(change.to->texts.front()) != model::Status::closed)
        return;
      const std::string& by = *change.approved_by;
      // Of a change without a date the units of today are asked.
      const base::Date day = measure::takes_effect(change).value_or(base::Date::max());
      if (is_closer(at.in, by, day)) return;
      const Words ask{"由有权销号的单位批准，approved_by 写这个单位；还没有批的先不写 approved_by",
                      "let a unit of roles.closers approve it, and name that unit as approved_by; "
                      "leave approved_by out until then"};
      const source::Span place = change.approved_by.at_or(change.at);
      if (may_not_close(at.in, by, day)) {
        add_outsider(at.in, by, place, ask, found);
      } else if (const auto* lead = lead_that_is(at.in, by, day)) {
        if (at.in.meant(at.in.plan.roles, {"closers"}) || at.in.AtPlan::meant({"roles"})) return;
        found.add(
            place,
            {"“{0}”是牵头单位，不能给自己销号", "“{0}” leads this task and cannot close it", by},
            ask, {{lead->at, {"牵头单位在这里", "the lead is here"}}});
      }
    },
};

}  // namespace taizhang::check
