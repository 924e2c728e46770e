// SPDX-License-Identifier: MIT
#include "command/answer.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct StatsOptions : AnswerOptions {
  std::vector<std::string> by;
  std::string rows;
  std::string every;
  std::string from;
  std::string to;
};

/// Refuse options that would say nothing.
void refuse_idle_options(const StatsOptions& stats) {
  if (stats.every.empty()) {
    if (stats.from.empty() && stats.to.empty()) return;
    base::refuse({{"{0} 要和 --every 一起用", "{0} goes with --every"},
                  {stats.from.empty() ? "--to" : "--from"}},
                 {{"加上 --every week 或 --every month；某一天的情况用 --as-of",
                   "add --every week or --every month; a single day is --as-of"}});
  }
  if (stats.by.size() < 2) return;
  base::refuse({{"--every 只能和一个 --by 一起用", "--every goes with one --by only"}},
               {{"去掉一个；看一个板块或单位的变化，加上条件，如 section:4",
                 "leave one of them out; for the trend of a section or a unit add a condition, "
                 "such as section:4"}});
}

base::Exit run(const StatsOptions& stats, const Context& context) {
  refuse_idle_options(stats);
  std::optional<facts::Kind> kind;
  if (!stats.rows.empty()) kind = kind_named(stats.rows);
  const base::Date today = context.clocks.as_of;
  report::TrendAsked trend{.every = stats.every, .kind = kind};
  if (!stats.from.empty()) trend.from = span_option(stats.from, "--from", today).from;
  if (!stats.to.empty()) trend.to = span_option(stats.to, "--to", today).to;
  if (!stats.by.empty()) trend.by = stats.by.front();
  if (!context.options.known_by.empty()) trend.known_by = context.clocks.known_by;
  const auto document = [&](const report::Asked& asked) {
    return stats.every.empty() ? report::stats(asked, {stats.by, kind})
                               : report::trend(asked, trend);
  };
  return answer(context, stats, {.document = document, .is_table = true});
}

void declare(Options& options, StatsOptions& stats) {
  options.repeated("--by", stats.by, "FIELD",
                   {"按什么统计（见上），默认 section，计划、板块、单位默认 plan；写两次是交叉表",
                    "by what, see above; section by default, plan for what is of no section; twice "
                    "for a cross table"});
  options.option("--rows,--count", stats.rows, "KIND",
                 {"统计什么：tasks、indicators、issues……，见 taizhang fields",
                  "what to count: tasks, indicators, issues ...; see taizhang fields"});
  options.option("--every", stats.every, "STEP",
                 {"看变化：每周或每月一行（week、month）", "a trend: a row a week or a month"});
  options.option("--from", stats.from, "DATE",
                 {"变化从哪一天起，默认计划起始日", "its first day; that of the plan by default"});
  options.option(
      "--to", stats.to, "DATE",
      {"变化到哪一天止，默认 --as-of 那一天", "its last day; that of --as-of by default"});
  declare_selection(options, stats);
  declare_since(options, stats);
  declare_output(options, stats);
}

}  // namespace

const Command stats_command{
    "stats",
    Needs::figures,
    {"统计任务和指标", "count tasks and indicators"},
    {R"(统计各有多少、占比；任务、指标、分单位目标还有各进度各几项、平均完成率（旁注 n/N）和时间进度。
只数项数，不把计量单位不同的数量相加；组织保障任务和权重为 0 的分项指标不计。

按什么统计（--by）：任何一个值不多的字段，见 taizhang fields。常用的：
  section      板块                     light        灯
  lead         牵头单位                 class        进度：已完成、超序时、达序时……
  unit         单位（牵头、有目标的）   status       状态
  kind         指标类型                 commitment   承诺力度：约束性、力争
  frequency    报送频率
只参与的任务不计入单位，list unit:… 列得出；按参与单位统计用 --by support。
不写 --rows 就统计任务；只有指标才有的字段（如后三个），统计的是指标。
--rows 改为统计指标、节点、报数、问题、督查等。联合牵头的任务在每个牵头单位下各计一次，合计只计一次。
单位合并或更名的，有效期满后计入承接单位。

加 --every 看一段时间的变化：month 是各月末，week 是从截止日往前每七天，最后一行都是截止日；
再加一个 --by，每个值一列。各日按当日已上报的数据计算；加 --known-by 则各日都按那一天所知重算。

示例：
  taizhang stats                                      各板块
  taizhang stats --by lead --as-of 2023-09-30         各牵头单位，那一天的情况
  taizhang stats --by section --by light              板块和灯的交叉表
  taizhang stats --by light unit:市科技局             一个单位的任务
  taizhang stats --rows issues --by level             问题，按等级
  taizhang stats --every month --as-of 2023-12-31     年初以来逐月
  taizhang stats --every month --by light             各月末几项是什么灯
  taizhang stats --by kind --format json              各类指标，供程序读取
  taizhang stats -o stats.html                        写成网页
)",
     R"(Count how many there are, and shares; of tasks, indicators and targets by unit also how many
stand how, mean completion with n/N, and time progress. Only things are counted: amounts of
different units of measure are never added. Tasks that organise the others and indicators with
weight 0 are not counted.

By what (--by): any field of few values, see taizhang fields. Often used:
  section    sections of the plan          light       lights
  lead       lead units                    class       done, ahead, on schedule ...
  unit       units that lead, or have a    status      states of tasks
             target of their own
  kind       kinds of indicators           commitment  binding or strive
  frequency  how often is reported
What a unit only takes part in is not counted for it, though list unit:... lists it; --by support
counts by those units.
Tasks are counted where --rows says nothing, indicators where only they have the field, such as the
last three. --rows counts indicators, milestones, readings, issues, inspections and others instead.
A joint task counts once under each of its lead units and once in the total. A merged or renamed
unit counts under its successor once its own time is over.

With --every: a trend. Month takes the ends of months, week every seventh day back from the last
day, and the last day is always a row; with one --by each value has a column. Each day is told as it
was known on that day; --known-by tells all of them as known on one.

Examples:
  taizhang stats                                      by section
  taizhang stats --by lead --as-of 2023-09-30         by lead unit, as it stood on that day
  taizhang stats --by section --by light              a cross table of sections and lights
  taizhang stats --by light unit:市科技局             the tasks of one unit
  taizhang stats --rows issues --by level             issues by level
  taizhang stats --every month --as-of 2023-12-31     month by month
  taizhang stats --every month --by light             how many had which light at ends of months
  taizhang stats --by kind --format json              kinds of indicators, for programs
  taizhang stats -o stats.html                        as a web page
)"},
    set_up<StatsOptions, declare, run>,
};

}  // namespace taizhang::command
