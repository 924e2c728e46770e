// SPDX-License-Identifier: MIT
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

/// What takes marks off a score, and where how often and how many stand.
struct Cause {
  document::Word word;
  int measure::Deductions::*times;
  base::Ratio measure::ScoreLimits::*each;
};

constexpr Cause causes[] = {
    {{"late", {"迟报", "late report"}}, &measure::Deductions::late, &measure::ScoreLimits::late},
    {{"missing", {"漏报", "missing report"}},
     &measure::Deductions::missing,
     &measure::ScoreLimits::missing},
    {{"issue_overdue", {"问题超期", "overdue issue"}},
     &measure::Deductions::issues_overdue,
     &measure::ScoreLimits::issue_overdue},
    {{"false_report", {"虚报", "false report"}},
     &measure::Deductions::false_reports,
     &measure::ScoreLimits::false_report},
    {{"red", {"月度红灯", "red month"}},
     &measure::Deductions::red_months,
     &measure::ScoreLimits::red},
    {{"second_yellow", {"连续黄灯", "second yellow month"}},
     &measure::Deductions::second_yellows,
     &measure::ScoreLimits::second_yellow},
};

int times_of(const Row& row) {
  return row.world->score(*row.plan, *row.task).deductions.*row.as<Cause>().times;
}

/// Those that have happened.
void each_deduction(const Row& task, const Visit& visit) {
  if (!measure::is_scored(*task.task)) return;
  std::size_t index = 0;
  for (const Cause& cause : causes) {
    const Row row = inside(task, Kind::deductions, cause, index++);
    if (times_of(row) > 0) visit(row);
  }
}

std::vector<Known> all_causes(const Row&) {
  std::vector<Known> all;
  for (const Cause& cause : causes) all.push_back({cause.word, cause.word});
  return all;
}

std::vector<Field> deduction_fields() {
  return {scored("cause", {"扣分原因", "Cause"}, Type::word,
                 {"迟报、漏报、问题超期……", "late, missing, issue overdue ..."},
                 [](const Row& row) { return row.as<Cause>().word; }, {.known = all_causes}),
          scored("times", {"次数", "Times"}, Type::whole, {"发生几次", "how often"}, times_of),
          scored("each", {"每次扣分", "Each"}, Type::score,
                 {"每次扣几分；一项任务最多扣的分数另有上限",
                  "marks each time; a task loses no more than a limit"},
                 [](const Row& row) { return row.plan->limits.score.*row.as<Cause>().each; })};
}

std::string deduction_name(const Row& row) {
  return "deductions/" + std::string(row.as<Cause>().word.name);
}

}  // namespace

const KindOfRow deductions_kind{
    Kind::deductions, "deductions",   {"扣分", "deductions"}, Kind::tasks, "",
    each_deduction,   deduction_name, once<deduction_fields>};

}  // namespace taizhang::facts
