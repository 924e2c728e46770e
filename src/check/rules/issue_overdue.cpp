// SPDX-License-Identifier: MIT
#include "check/issue_log.h"
#include "check/moment.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

base::Bilingual level_of(const model::Issue& issue) {
  switch (issue.level.value_or(model::IssueLevel::general)) {
    case model::IssueLevel::major:
      return {"较大问题", "major issue"};
    case model::IssueLevel::critical:
      return {"重大问题", "critical issue"};
    case model::IssueLevel::general:
      break;
  }
  return {"一般问题", "general issue"};
}

base::Phrase help_for(const model::Issue& issue, bool escalated) {
  const std::string owner = issue.owner ? issue.owner->text : "—";
  if (escalated) {
    return {{"升级督办，由协调单位或分管领导牵头解决；已解决的在 log 里补记 resolved",
             "take it to the next level; if it is solved, add the step resolved to the log"},
            {}};
  }
  return {{"催办责任单位（{0}）；已解决的在 log 里补记 resolved",
           "urge the owner ({0}); if it is solved, add the step resolved to the log"},
          {owner}};
}

void find_issue_overdue(const Moment& moment, Collector& found) {
  for (const measure::PlanFigures& plan : moment.plans) {
    for (const measure::TaskFigures& task : plan.tasks) {
      if (!task.open() || task.issues.empty() || !has_its_logs(moment.ledger, *task.file)) continue;
      const bool due_was_meant = moment.ledger.was_meant(task.file->file, "due");
      for (const measure::IssueFigures& figures : task.issues) {
        const model::Issue& issue = *figures.issue;
        if (!figures.overdue || !can_follow(issue)) continue;
        // A limit that cannot be read is not the usual one, and it was found fault with already.
        if (!issue.due && (issue.due.written() || due_was_meant)) continue;
        const bool escalated = figures.escalated(moment.clocks.as_of);
        found.add(
            issue.due.at_or(issue.found.at_or(issue.at)),
            {escalated
                 ? base::Bilingual{"{0}应于 {1} 前解决，已超期 {2} 天，{3} 起应当升级督办",
                                   "this {0} was due on {1} (days overdue: {2}) and should have "
                                   "gone to the next level on {3}"}
                 : base::
                       Bilingual{"{0}应于 {1} 前解决，已超期 {2} 天，应当催办",
                                 "this {0} was due on {1} (days overdue: {2}) and has to be urged"},
             {level_of(issue), base::iso(*figures.due),
              base::days_between(*figures.due, moment.clocks.as_of),
              base::iso(*figures.escalate_on)}},
            help_for(issue, escalated),
            {{issue.log.empty() ? std::nullopt : issue.log[issue.log.size() - 1].state.at,
              {{"最近一步在这里", "the last step is here"}, {}}}});
      }
    }
  }
}

}  // namespace

const Rule issue_overdue{
    "W13",
    "issue-overdue",
    source::Severity::warning,
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
    - {date: 2023-08-21, state: found}
)yaml",
    R"yaml(# 截至 2023-10-20
- id: q1
  found: 2023-08-21
  level: major
  due: 2023-09-20
  log:
    - {date: 2023-08-21, state: found}
    - {date: 2023-08-23, state: assigned, by: 市政府办公室}
    - {date: 2023-09-18, state: resolved, by: 市供电公司}
)yaml",
    nullptr,
    nullptr,
    find_issue_overdue,
};

}  // namespace taizhang::check
