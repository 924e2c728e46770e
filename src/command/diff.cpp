// SPDX-License-Identifier: MIT
#include "command/answer.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct DiffOptions : AnswerOptions {
  std::string from;
  std::string to;
};

/// The two pairs of days: of the clock that is given neither moves, else both do.
std::pair<base::Clocks, base::Clocks> moved(const DiffOptions& diff, const Context& context) {
  if (diff.from.empty() || diff.to.empty()) {
    base::refuse({{"要写两天：从哪一天到哪一天", "which two days?"}},
                 {{"如：taizhang diff 2023-08-31 2023-09-30",
                   "such as: taizhang diff 2023-08-31 2023-09-30"}});
  }
  const bool one_day = !context.options.as_of.empty();
  const bool one_knowledge = !context.options.known_by.empty();
  if (one_day && one_knowledge) {
    base::refuse({{"--as-of 和 --known-by 都定了，就没有变化可看",
                   "with both --as-of and --known-by nothing is left to differ"}},
                 {{"去掉其中一个：--as-of 看同一天前后所知之差，--known-by 看同样所知下两天之差",
                   "leave one out: --as-of tells one day as known on two, --known-by two days as "
                   "known on one"}});
  }
  const base::Date today = context.clocks.as_of;
  const base::Date from = span_option(diff.from, "FROM", today).to;
  const base::Date to = span_option(diff.to, "TO", today).to;
  require_order(from, to);
  const auto clocks = [&](base::Date day) {
    return base::Clocks{one_day ? today : day, one_knowledge ? context.clocks.known_by : day};
  };
  return {clocks(from), clocks(to)};
}

base::Exit run(const DiffOptions& diff, const Context& context) {
  const auto [from, to] = moved(diff, context);
  Context on_later = context;
  on_later.clocks = to;
  on_later.options.as_of = base::iso(to.as_of);
  return answer(on_later, diff, {.document = report::diff, .is_table = true, .since = from});
}

void declare(Options& options, DiffOptions& diff) {
  options.positional("FROM", diff.from, {"前一天", "the first day"});
  options.positional("TO", diff.to, {"后一天", "the second day"});
  declare_selection(options, diff);
  declare_output(options, diff);
}

}  // namespace

const Command diff_command{
    "diff",
    Needs::figures,
    {"两天之间有什么变化", "what differs between two days"},
    {R"(列出从前一天到后一天的变化，按任务排：报数（新报、更正、撤回）、灯和进度及其依据的规则、
完成率、目标、时限、状态、单位、节点、问题、督查、督办、调整、进展。两天各按当天所知；
日期可写 2023-08-31、2023-08（到月底）、2023-W39、2023Q3、今天、-7d、上月底。
加 --known-by，两天都按那一天所知；加 --as-of，两天是所知的日期：同一天的情况，前后所知差在哪里。
后面可写条件，按后一天的情况选，如 section:3、灯:红、event:light；同样的行用
taizhang list --rows events --since 日期 列出。

示例：
  taizhang diff 2023-08-31 2023-09-30                  九月的变化
  taizhang diff 上月底 今天 section:3                  第三板块本月的变化
  taizhang diff 7天前 今天 "event:light after:red"     一周里转成红灯的
  taizhang diff 2023-12-31 2024-01-31 --as-of 2023-12-31
                                                       年底的情况，一月里又知道了什么
  taizhang diff 2023-08 2023-09 --format json          供程序读取
)",
     R"(Tell what differs between two days, task by task: readings (new, corrected, withdrawn), lights
and classes with the rule that turned them, completion, targets, due dates, statuses, units,
milestones, issues, inspections, orders, changes and progress. Each day is told as it was known on
that day; days are written 2023-08-31, 2023-08 (its end), 2023-W39, 2023Q3, today, -7d or last-month-end.
With --known-by both are told as known by that day; with --as-of the two days are those of the
knowledge: what was known of one day, first and later. A filter chooses by how things stand on the
second day: section:3, light:red, event:light. taizhang list --rows events --since DAY lists the
same rows.

Examples:
  taizhang diff 2023-08-31 2023-09-30                  what changed in September
  taizhang diff last-month-end today section:3         in section 3, this month
  taizhang diff -7d today "event:light after:red"      what turned red within a week
  taizhang diff 2023-12-31 2024-01-31 --as-of 2023-12-31
                                                       what January told of the year's end
  taizhang diff 2023-08 2023-09 --format json          for programs
)"},
    set_up<DiffOptions, declare, run>,
};

}  // namespace taizhang::command
