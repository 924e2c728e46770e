// SPDX-License-Identifier: MIT
#include "command/answer.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

base::Exit print_queries(const AnswerOptions& options, const Context& context) {
  return write_document(context, options, report::queries);
}

void declare_queries(Options& options, AnswerOptions& answer) { declare_output(options, answer); }

}  // namespace

const Command queries_command{
    "queries",
    Needs::nothing,
    {"列出常用查询", "list the saved queries"},
    {R"(列出常用查询。list 后面写 @ 加名称（或中文名），就用它的条件、列、顺序和分组，也可以再加条件；
在 stats、report、check --where 里，它就是它的条件。

示例：
  taizhang queries                     有哪些
  taizhang list @miss                  按预计完不成的约束性指标，差多少
  taizhang list @落后 section:2        第二板块红灯、黄灯的任务，按牵头单位
  taizhang stats @miss --by lead       各牵头单位有几项任务完不成
)",
     R"(List the saved queries. list takes the filter, columns, order and groups of one that is written
as @ and its name; more terms may follow. In stats, report and check --where it stands for its
filter.

Examples:
  taizhang queries                     which there are
  taizhang list @miss                  binding indicators that will miss, and by how much
  taizhang list @behind section:2      red and yellow tasks of section 2, by lead unit
  taizhang stats @miss --by lead       how many tasks will miss, by lead unit
)"},
    set_up<AnswerOptions, declare_queries, print_queries>,
};

}  // namespace taizhang::command
