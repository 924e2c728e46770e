// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "command/command.h"
#include "command/output.h"
#include "command/table_options.h"
#include "pipeline.h"
#include "query/stats_table.h"
#include "query/task_table.h"
#include "query/trend_table.h"
#include "render/json_text.h"
#include "render/table.h"
#include "render/table_page.h"
#include "report/stats_view.h"

namespace taizhang::command {

namespace {

using query::Counting;
using query::Dimension;

struct StatsChoice : query::Selection {
  std::vector<std::string> by;
  std::string count;
  std::string every;
  std::string from;
  std::string to;
  std::string format;
  std::string output;
};

/// What was counted, for people and for programs.
struct Answer {
  query::Table table;
  report::Json view;
  std::string title;
  std::string days;
};

struct StatsFormat {
  std::string_view name;
  std::string (*render)(const Answer&, const Context&);
};

constexpr StatsFormat stats_formats[] = {
    {"csv", [](const Answer& answer, const Context&) { return render::table_csv(answer.table); }},
    {"html",
     [](const Answer& answer, const Context& context) {
       return render::table_page(answer.table, answer.title, answer.days, templates(context),
                                 context.words());
     }},
    {"json", [](const Answer& answer, const Context&) { return render::json_text(answer.view); }},
    {"markdown",
     [](const Answer& answer, const Context&) { return render::table_markdown(answer.table); }},
    {"text",
     [](const Answer& answer, const Context& context) {
       return render::table_text(answer.table, context.io.out_terminal.width, context.out_style());
     }},
};

struct CountingName {
  std::string_view name;
  Counting value;
};

constexpr CountingName countings[] = {
    {"indicators", Counting::indicators},
    {"tasks", Counting::tasks},
};

std::vector<const Dimension*> dimensions_of(const StatsChoice& choice) {
  std::vector<const Dimension*> by;
  for (const std::string& name : choice.by) {
    by.push_back(&find_named(query::dimensions(), name, {"统计维度", "dimension"}));
  }
  if (by.empty()) by.push_back(&find_named(query::dimensions(), "section", {}));
  if (by.size() > 2 || (by.size() == 2 && by.front() == by.back())) {
    throw base::Fatal(
        base::Exit::usage,
        {{"--by 最多写两次，两次要不同", "--by is given at most twice, with two dimensions"}, {}},
        {{"如：taizhang stats --by section --by light",
          "such as: taizhang stats --by section --by light"},
         {}});
  }
  return by;
}

/// As `--count` says; else indicators where a dimension is theirs alone.
Counting counting_of(const StatsChoice& choice, const std::vector<const Dimension*>& by) {
  const auto of_indicators = std::find_if(
      by.begin(), by.end(), [](const Dimension* dimension) { return dimension->of_indicators; });
  if (choice.count.empty()) {
    return of_indicators == by.end() ? Counting::tasks : Counting::indicators;
  }
  const Counting counting = find_named(std::span<const CountingName>(countings), choice.count,
                                       {"计数对象", "thing to count"})
                                .value;
  if (counting == Counting::tasks && of_indicators != by.end()) {
    throw base::Fatal(
        base::Exit::usage,
        {{"按 {0} 只能统计指标，不能统计任务", "by {0} only indicators can be counted"},
         {(*of_indicators)->name}},
        {{"去掉 --count，或写 --count indicators",
          "leave --count out, or write --count indicators"},
         {}});
  }
  return counting;
}

Answer counts(const StatsChoice& choice, const Context& context, const model::Ledger& ledger) {
  query::StatsRequest request{dimensions_of(choice), Counting::tasks, choice};
  request.counting = counting_of(choice, request.by);
  const auto plans = pipeline::measure(ledger, context.clocks, choice.plan);
  const query::Stats stats = query::stats(ledger, plans, std::move(request));
  const base::Words words = context.words();
  return {query::stats_table(stats, words), report::stats_view(stats, context.clocks, words),
          query::stats_title(stats, words), query::clocks_text(context.clocks, words)};
}

Answer course(const StatsChoice& choice, const Context& context, const model::Ledger& ledger) {
  query::TrendRequest request{&find_named(query::steps(), choice.every, {"间隔", "step"}),
                              {},
                              context.clocks.as_of,
                              {},
                              counting_of(choice, {}),
                              choice};
  if (!choice.from.empty()) request.from = date_option(choice.from, "--from");
  if (!choice.to.empty()) request.to = date_option(choice.to, "--to");
  if (!context.options.known_by.empty()) request.known_by = context.clocks.known_by;
  const query::Trend trend = query::trend(ledger, std::move(request));
  const base::Words words = context.words();
  return {query::trend_table(trend, words), report::trend_view(trend, words),
          std::string(words["stats.trend_title"]), query::span_text(trend, words)};
}

/// Refuse options that would say nothing.
void refuse_idle_options(const StatsChoice& choice) {
  if (choice.every.empty()) {
    for (const auto& [name, value] : {std::pair("--from", choice.from), {"--to", choice.to}}) {
      if (value.empty()) continue;
      throw base::Fatal(base::Exit::usage,
                        {{"{0} 要和 --every 一起用", "{0} goes with --every"}, {name}},
                        {{"加上 --every week 或 --every month；某一天的情况用 --as-of",
                          "add --every week or --every month; a single day is --as-of"},
                         {}});
    }
  } else if (!choice.by.empty()) {
    throw base::Fatal(base::Exit::usage,
                      {{"--every 不能和 --by 一起用", "--every does not go with --by"}, {}},
                      {{"去掉其中一个；看一个板块或单位的变化，用 --section 或 --unit",
                        "leave one of them out; for the trend of a section or a unit use --section "
                        "or --unit"},
                       {}});
  }
}

base::Exit run(const StatsChoice& choice, const Context& context) {
  const StatsFormat& format = chosen_format(std::span<const StatsFormat>(stats_formats),
                                            choice.format, choice.output, "text");
  refuse_idle_options(choice);
  require_writable(context, choice.output);
  const model::Ledger ledger = pipeline::read(context.io.disk, context.options.dir);
  const Answer answer =
      choice.every.empty() ? counts(choice, context, ledger) : course(choice, context, ledger);
  context.warn_of_faults(ledger);
  write_result(context, choice.output, format.render(answer, context));
  return base::Exit::clean;
}

Runner set_up_stats(Options& options) {
  auto choice = std::make_shared<StatsChoice>();
  options.repeated("--by", choice->by, "WHAT",
                   {"按什么统计（见上），默认 section；写两次是交叉表",
                    "by what, see above; section by default, twice for a cross table"});
  options.option("--count", choice->count, "WHAT",
                 {"统计任务还是指标：tasks、indicators", "count tasks or indicators"});
  options.option("--every", choice->every, "STEP",
                 {"看变化：每周或每月一行（week、month）", "a trend: a row a week or a month"});
  options.option("--from", choice->from, "DATE",
                 {"变化从哪一天起，默认计划起始日", "its first day; that of the plan by default"});
  options.option(
      "--to", choice->to, "DATE",
      {"变化到哪一天止，默认 --as-of 那一天", "its last day; that of --as-of by default"});
  declare_selection(options, *choice);
  declare_table_output(options, choice->format, choice->output);
  return [choice](const Context& context) { return run(*choice, context); };
}

}  // namespace

const Command stats_command{
    "stats",
    {"统计任务和指标", "count tasks and indicators"},
    {R"(统计任务或指标：各有多少、占比、各进度各有几项、平均完成率（旁注 n/N）和时间进度。
只数项数，不把计量单位不同的数量相加；组织保障任务和权重为 0 的分项指标不计。

按什么统计（--by）：
  section      板块                     light        灯
  lead         牵头单位                 class        进度：已完成、超序时、达序时……
  unit         单位（牵头或参与）       status       状态
  kind         指标类型                 commitment   承诺力度：约束性、力争
  frequency    报送频率
后三种 kind、commitment、frequency 是指标的属性，统计的是指标；其余默认统计任务，
加 --count indicators 改为统计指标。联合牵头的任务在每个牵头单位下各计一次，合计只计一次。
单位合并或更名的，有效期满后计入承接单位。

加 --every 看一段时间的变化：month 是各月末，week 是从截止日往前每七天，最后一行都是截止日。
各日按当日已上报的数据计算；加 --known-by 则各日都按那一天所知重算。

示例：
  taizhang stats                                      各板块
  taizhang stats --by lead --as-of 2023-09-30         各牵头单位，那一天的情况
  taizhang stats --by section --by light              板块和灯的交叉表
  taizhang stats --by light --unit 市科技局           一个单位的任务
  taizhang stats --every month --as-of 2023-12-31     年初以来逐月
  taizhang stats --by kind --format json              各类指标，供程序读取
  taizhang stats -o stats.html                        写成网页
)",
     R"(Count tasks or indicators: how many, shares, how many stand how, mean completion with n/N, and
time progress. Only things are counted: amounts of different units of measure are never added.
Tasks that organise the others and indicators with weight 0 are not counted.

By what (--by):
  section    sections of the plan          light       lights
  lead       lead units                    class       done, ahead, on schedule ...
  unit       units that lead or support    status      states of tasks
  kind       kinds of indicators           commitment  binding or strive
  frequency  how often is reported
Kind, commitment and frequency are those of indicators, so indicators are counted; all others count
tasks unless --count indicators says otherwise. A joint task counts once under each of its lead
units and once in the total. A merged or renamed unit counts under its successor once its own time
is over.

With --every: a trend. Month takes the ends of months, week every seventh day back from the last
day, and the last day is always a row. Each day is told as it was known on that day; --known-by
tells all of them as known on one.

Examples:
  taizhang stats                                      by section
  taizhang stats --by lead --as-of 2023-09-30         by lead unit, as it stood on that day
  taizhang stats --by section --by light              a cross table of sections and lights
  taizhang stats --by light --unit 市科技局           the tasks of one unit
  taizhang stats --every month --as-of 2023-12-31     month by month
  taizhang stats --by kind --format json              kinds of indicators, for programs
  taizhang stats -o stats.html                        as a web page
)"},
    set_up_stats,
};

}  // namespace taizhang::command
