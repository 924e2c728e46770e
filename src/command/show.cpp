// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "command/answer.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct ShowOptions : AnswerOptions {
  std::vector<std::string> task;  ///< an item, or words of a title
};

base::Exit run(const ShowOptions& show, const Context& context) {
  if (show.task.empty()) {
    base::refuse({{"要看哪一项任务？", "which task?"}},
                 {{"写上序号：taizhang show 14", "name an item: taizhang show 14"}});
  }
  const std::string task = base::joined(show.task, " ");
  const auto document = [&](const report::Asked& asked) {
    return report::show(asked, query::find_task(asked.world(), task));
  };
  return answer(context, show, {.document = document, .task = task});
}

void declare(Options& options, ShowOptions& show) {
  options.rest("TASK", show.task,
               {"任务序号，如 14；有几个计划时写 2023/14；也可以写标题里的词",
                "an item such as 14, with several plans 2023/14; or words of its title"});
  declare_plan(options, show);
  declare_output(options, show);
}

}  // namespace

const Command show_command{
    "show",
    Needs::figures,
    {"显示一项任务的全部内容", "show everything about a task"},
    {R"(显示一项任务：责任单位、指标与每次报数、节点、进展、问题、督查、督办和调整。
不计入的报数（晚于所问日期、尚未上报、已被更正）也列出，并注明。

示例：
  taizhang show 14                                            第 14 项
  taizhang show 2023/14                                       有几个计划时
  taizhang show 汽车 转型                                     标题里有这些词的那一项
  taizhang show 14 --as-of 2023-08-31 --known-by 2023-09-05   当时所知的情况
  taizhang show 14 --format json                              供程序读取
)",
     R"(Show a task: its units, indicators with every reading, milestones, progress, issues,
inspections, orders and changes. Readings that do not count (later than the day asked for, not yet
reported, corrected) are listed too, and marked.

Examples:
  taizhang show 14                                            item 14
  taizhang show 2023/14                                       with several plans
  taizhang show 汽车 转型                                     the one with these words in its title
  taizhang show 14 --as-of 2023-08-31 --known-by 2023-09-05   as it was known then
  taizhang show 14 --format json                              for programs
)"},
    set_up<ShowOptions, declare, run>,
};

}  // namespace taizhang::command
