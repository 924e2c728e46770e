// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

base::Bilingual level_of(const model::Issue& issue) {
  if (issue.level.value == model::IssueLevel::major) return {"较大问题", "major issue"};
  if (issue.level.value == model::IssueLevel::critical) return {"重大问题", "critical issue"};
  return {"一般问题", "general issue"};
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
