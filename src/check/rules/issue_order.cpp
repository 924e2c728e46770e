// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

using model::IssueState;
using model::IssueStep;

/// The word of a state in the language of the message.
base::Bilingual written(IssueState state) { return model::label(state); }

/// The state that has to come between `before` and `after`, or nothing where they may follow each
/// other (RULES.md §4). A state may be noted again: work goes on in it.
std::optional<IssueState> missing_between(IssueState before, IssueState after) {
  if (before == after) return std::nullopt;
  switch (after) {
    case IssueState::found:
      return before == IssueState::closed ? std::nullopt : std::optional(IssueState::closed);
    case IssueState::assigned:
      return before == IssueState::coordinating || before == IssueState::closed
                 ? std::optional(IssueState::resolved)
                 : std::nullopt;
    case IssueState::coordinating:
      return before == IssueState::found || before == IssueState::resolved
                 ? std::optional(IssueState::assigned)
                 : std::nullopt;
    case IssueState::resolved:
      return before == IssueState::found ? std::optional(IssueState::assigned) : std::nullopt;
    case IssueState::closed:
      break;
  }
  return before == IssueState::resolved ? std::nullopt : std::optional(IssueState::resolved);
}

Words usual_order() {
  return {
      "顺序是 found 发现、assigned 交办、coordinating 协调（可略）、resolved 解决、closed "
      "销号；resolved 之后退回写 assigned，closed 之后反弹写 found 和 reopened: true",
      "the order is found, assigned, coordinating (may be skipped), resolved, closed; after "
      "resolved it is sent back with assigned, after closed it starts again with found and "
      "reopened: true"};
}

/// Days that go back, or that contradict the day the issue was found on. True where there are any:
/// then nothing is said of the order of the states.
bool look_at_days(const model::Issue& issue, Collector& found) {
  bool any = false;
  const auto add = [&](const IssueStep& step, Words message, Nearby other) {
    any = true;
    found.add(step.date.at_or(step.at), std::move(message),
              {"按先后记，一步一行；日期写错的改正日期",
               "write the steps in the order in which they happened, or correct the date"},
              {std::move(other)});
  };
  const IssueStep* before = nullptr;
  for (const IssueStep& step : issue.log) {
    if (before && *step.date < *before->date) {
      add(step,
          {"这一步是 {0}，比前一步的 {1} 还早", "this step is of {0}, before the last one of {1}",
           *step.date, *before->date},
          {before->date.at, {"前一步在这里", "the step before is here"}});
    }
    before = &step;
  }
  const IssueStep& first = issue.log[0];
  if (!any && issue.found && *first.state == IssueState::found && *first.date != *issue.found) {
    add(first,
        {"发现日期这里是 {0}，问题的 found 是 {1}",
         "it was found on {0} here, and on {1} by its own date", *first.date, *issue.found},
        {issue.found.at, {"问题的发现日期在这里", "the issue’s date is here"}});
  }
  return any;
}

void look_at_first(const IssueStep& first, Collector& found) {
  if (*first.state != IssueState::found) {
    found.add(first.state.at_or(first.at),
              {"第一步是“{0}”，应当从 found（发现）记起",
               "the first step is “{0}”; a log begins with found", written(*first.state)},
              {"前面补上 {date: 发现日期, state: found}",
               "put {date: the day it was found, state: found} in front"});
  } else if (first.reopened.value_or(false)) {
    found.add(first.reopened.at_or(first.at),
              {"还没有销过号，谈不上反弹", "nothing had been closed before"},
              {"第一次发现，删去 reopened", "for the first time of all drop reopened"});
  }
}

void look_at_step(const IssueStep& before, const IssueStep& step, bool reopened_was_meant,
                  Collector& found) {
  const Nearby last{before.state.at_or(before.at), {"前一步在这里", "the step before is here"}};
  const bool reopens = *before.state == IssueState::closed && *step.state == IssueState::found;
  const auto missing = missing_between(*before.state, *step.state);
  if (*before.state == IssueState::closed && !reopens) {
    found.add(
        step.state.at_or(step.at),
        {"已经销号，后面又写了“{0}”", "it was closed, and then comes “{0}”", written(*step.state)},
        {"问题反弹的，先写一步 found，加 reopened: true",
         "where the problem came back, first write a step found with reopened: true"},
        {last});
  } else if (missing) {
    found.add(step.state.at_or(step.at),
              {"“{0}”之后写了“{1}”，中间缺“{2}”", "“{1}” comes after “{0}”, without “{2}”",
               written(*before.state), written(*step.state), written(*missing)},
              usual_order(), {last});
  } else if (reopens && !step.reopened.value_or(false) && !step.reopened.written() &&
             !reopened_was_meant) {
    found.add(
        step.state.at_or(step.at),
        {"销号之后重新发现，没有写 reopened", "it comes up again after closing, without reopened"},
        {"问题反弹写 reopened: true；是另一个问题的，另立一条",
         "write reopened: true, or a new issue where it is another problem"},
        {last});
  } else if (!reopens && step.reopened.value_or(false)) {
    found.add(step.reopened.at_or(step.at),
              {"前一步是“{0}”，没有销号，谈不上反弹",
               "the step before is “{0}”: nothing was closed", written(*before.state)},
              {"退回重办写 state: assigned；reopened 只跟在 closed 之后的 found 上",
               "what is sent back is assigned; reopened goes with found after closed"},
              {last});
  }
}

}  // namespace

const Rule issue_order{
    "E44 issue-order",
    {"问题流转的先后不对", "the steps of an issue out of order"},
    {"问题要走完发现、交办、协调、解决、销号的闭环；缺一步、颠倒一步，就说不清卡在哪里，超期从哪天"
     "算。",
     "An issue is found, assigned, coordinated, resolved and closed; with a step left out or out "
     "of order nobody can say where it hangs and since when it is overdue."},
    R"yaml(found: 2023-08-21
log:
  - {date: 2023-08-21, state: found}
  - {date: 2023-09-26, state: closed, by: 市政府办公室})yaml",
    R"yaml(found: 2023-08-21
log:
  - {date: 2023-08-21, state: found}
  - {date: 2023-08-23, state: assigned, by: 市政府办公室}
  - {date: 2023-09-20, state: resolved, by: 市供电公司}
  - {date: 2023-09-26, state: closed, by: 市政府办公室})yaml",
    [](const AtIssue& at, Collector& found) {
      const auto& log = at.issue.log;
      if (log.empty() || !at.is_readable() || look_at_days(at.issue, found)) return;
      look_at_first(log[0], found);
      for (std::size_t i = 1; i < log.size(); ++i) {
        look_at_step(log[i - 1], log[i], at.in.meant(log[i], {"reopened"}), found);
      }
    },
};

}  // namespace taizhang::check
