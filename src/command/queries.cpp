// SPDX-License-Identifier: MIT
#include <iostream>

#include "command/answer.h"
#include "pipeline.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

/// The ledger at hand with the user's settings; where there is none, these alone.
model::Ledger ledger_or_settings(const Context& context) {
  const base::Disk& disk = context.io.disk;
  const std::string& dir = context.options.dir;
  model::Ledger ledger;
  ledger.root = pipeline::ledger_root(disk, dir);
  if (dir != "." || pipeline::has_ledger(disk, dir))
    ledger = pipeline::read(disk, context.folder());
  if (auto wrong = pipeline::add_settings(context.io, ledger)) throw std::move(*wrong);
  return ledger;
}

base::Exit print_queries(const AnswerOptions& options, const Context& context) {
  const model::Ledger ledger = ledger_or_settings(context);
  const query::SavedQueries queries = query::saved_queries(ledger);
  write_document(context, options,
                 [&](const words::Words& words) { return report::queries(words, queries.sound); });
  for (const base::Fatal& fault : queries.faults) {
    context.io.err << complaint({"错误", "error"}, fault, context.language);
  }
  context.warn_of_faults(ledger);
  return queries.faults.empty() ? base::Exit::clean : base::Exit::usage;
}

void declare_queries(Options& options, AnswerOptions& answer) { declare_output(options, answer); }

}  // namespace

const Command queries_command{
    "queries",
    Needs::ledger,
    {"列出常用查询", "list the saved queries"},
    {R"(列出常用查询。list 后面写 @ 加名称（或中文名），就用它的条件、列、顺序和分组，也
可以再加条件；在 stats、report、check --where 里，它就是它的条件。

自己的查询写在 plan.yaml 的 queries 里；各人的写在台账上层文件夹的 taizhang.yaml
或 ~/.config/taizhang/taizhang.yaml（$XDG_CONFIG_HOME）里。写法见 taizhang help
query：

  queries:
    红灯: light:red counted:yes
    滞后指标: {rows: indicators, filter: class:behind, sort: ratio, group: lead}

重名的，计划的在先，其次离台账近的；表里写明各从哪里来。写错的不列，错在哪里
另外说明，退出码为 2。

示例：
  taizhang queries                     有哪些
  taizhang list @miss                  按预计完不成的约束性指标，差多少
  taizhang list @落后 section:2        第二板块红灯、黄灯的任务，按牵头单位
  taizhang stats @miss --by lead       各牵头单位有几项任务完不成
)",
     R"(List the saved queries. list takes the filter, columns, order and groups of one
that is written as @ and its name; more terms may follow. In stats, report and
check --where it stands for its filter.

Queries of your own stand under queries in plan.yaml; those of a person in a
taizhang.yaml in a folder above the ledger, or in
~/.config/taizhang/taizhang.yaml ($XDG_CONFIG_HOME); see taizhang help query:

  queries:
    red-ones: light:red counted:yes
    slow: {rows: indicators, filter: class:behind, sort: ratio, group: lead}

Of two with one name that of the plan holds, then the one nearest to the ledger;
the table tells where each comes from. One with a fault is left out and told
apart, with its place; the exit code is then 2.

Examples:
  taizhang queries                 which there are
  taizhang list @miss              binding indicators that will miss, by how much
  taizhang list @behind section:2  red and yellow tasks of section 2, by lead
  taizhang stats @miss --by lead   how many tasks will miss, by lead unit
)"},
    set_up<AnswerOptions, declare_queries, print_queries>,
};

}  // namespace taizhang::command
