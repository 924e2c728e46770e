// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

base::Bilingual level_of(const model::Issue& issue) {
  if (issue.level.value == model::IssueLevel::major) return {"较大问题", "major issue"};
  if (issue.level.value == model::IssueLevel::critical) return {"重大问题", "critical issue"};
  return {"一般问题", "general issue"};
}

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
    const auto& closers = at.plan.roles.closers;
    std::string names;
    for (const auto& closer : closers.items) names += (names.empty() ? "" : "、") + closer->text;
    found.add(step.by.at_or(step.at),
              {"“{0}”无权销号；有权的是：{1}", "“{0}” may not close; who may: {1}", by, names}, ask,
              {{closers.at, {"有权销号的单位在这里", "who may close is said here"}}});
  }
}

/// Where the limit that ran out counts from: the step that found the issue again, else the due date
/// as written, else the day it was found first.
source::Span start_of_round(const model::Issue& issue, base::Date day) {
  source::Span start = issue.due.at_or(issue.found.at_or(issue.at));
  bool settled = false;
  for (const model::IssueStep& step : issue.log) {
    if (!step.date || !step.state || *step.date > day) continue;
    if (settled && *step.state == model::IssueState::found) start = step.date.at_or(start);
    settled =
        *step.state == model::IssueState::resolved || *step.state == model::IssueState::closed;
  }
  return start;
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

const Rule issue_overdue{
    "W13 issue-overdue",
    {"问题超期未解决", "an issue past its time limit"},
    {"一般问题15天、较大问题30天、重大问题5天内解决（计划可另定）；超期次日催办，再过5个工作日升级"
     "。重大问题超期，任务至少亮黄灯；每个超期问题考核扣分。",
     "A general issue has 15 days, a major one 30, a critical one 5 (a plan may set others); the "
     "day after it is urged, five working days later it goes to the next level. An overdue issue "
     "costs marks, and a critical one makes the task at least yellow."},
    R"yaml(# 截至 2023-10-20
- id: q1
  found: 2023-08-21
  level: major
  due: 2023-09-20
  log:
    - {date: 2023-08-21, state: found})yaml",
    R"yaml(# 截至 2023-10-20
- id: q1
  found: 2023-08-21
  level: major
  due: 2023-09-20
  log:
    - {date: 2023-08-21, state: found}
    - {date: 2023-08-23, state: assigned, by: 市政府办公室}
    - {date: 2023-09-18, state: resolved, by: 市供电公司})yaml",
    [](const OnDay& at, Collector& found) {
      if (!at.figures.open()) return;
      for (const measure::IssueFigures& figures : at.figures.issues) {
        const model::Issue& issue = *figures.issue;
        if (!figures.overdue || !AtIssue{at.in, issue}.can_follow()) continue;
        // A limit that cannot be read is not the usual one, and it was found fault with already.
        if (!issue.due && (issue.due.written() || at.in.meant(issue, {"due"}))) continue;
        const bool escalated = figures.escalated(at.clocks.as_of);
        const base::Bilingual message =
            escalated ? base::Bilingual{"{0}应于 {1} 前解决，已超期 {2} 天，{3} 起应当升级督办",
                                        "this {0} was due on {1} (days overdue: {2}) and should "
                                        "have gone to the next level on {3}"}
                      : base::Bilingual{
                            "{0}应于 {1} 前解决，已超期 {2} 天，应当催办",
                            "this {0} was due on {1} (days overdue: {2}) and has to be urged"};
        found.add(
            start_of_round(issue, at.clocks.as_of),
            {message,
             {level_of(issue), base::iso(*figures.due),
              base::days_between(*figures.due, at.clocks.as_of), base::iso(*figures.escalate_on)}},
            escalated
                ? Words{"升级督办，由协调单位或分管领导牵头解决；已解决的在 log 里补记 resolved",
                        "take it to the next level; if it is solved, add the step resolved to the "
                        "log"}
                : Words{"催办责任单位（{0}）；已解决的在 log 里补记 resolved",
                        "urge the owner ({0}); if it is solved, add the step resolved to the log",
                        issue.owner ? issue.owner->text : "—"},
            {{issue.log.empty() ? std::nullopt : issue.log.items.back().state.at,
              {"最近一步在这里", "the last step is here"}}});
      }
    },
};

}  // namespace taizhang::check
