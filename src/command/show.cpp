// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "command/command.h"
#include "pipeline.h"
#include "query/select.h"
#include "render/document_text.h"
#include "render/json_text.h"
#include "report/task_card.h"
#include "report/task_view.h"

namespace taizhang::command {

namespace {

struct ShowChoice {
  std::string task;
  std::string format = "text";
};

struct ShowFormat {
  std::string_view name;
  std::string (*render)(const query::TaskInPlan&, bool several_plans, const Context&);
};

constexpr ShowFormat show_formats[] = {
    {"json", [](const query::TaskInPlan& task, bool,
                const Context&) { return render::json_text(report::task_view_in_full(task)); }},
    {"text",
     [](const query::TaskInPlan& task, bool several_plans, const Context& context) {
       return render::document_text(report::task_card(task, several_plans, context.words()),
                                    context.io.out_terminal.width, context.out_style());
     }},
};

base::Exit run(const ShowChoice& choice, const Context& context) {
  const ShowFormat& format =
      find_named(std::span<const ShowFormat>(show_formats), choice.format, {"格式", "format"});
  if (choice.task.empty()) {
    throw base::Fatal(base::Exit::usage, {{"要看哪一项任务？", "which task?"}, {}},
                      {{"写上序号：taizhang show 14", "name an item: taizhang show 14"}, {}});
  }
  const model::Ledger ledger = pipeline::read(context.io.disk, context.options.dir);
  const auto plans = pipeline::measure(ledger, context.clocks, "");
  const query::TaskInPlan task = query::find_task(plans, choice.task);
  context.warn_of_faults(ledger);
  context.io.out << format.render(task, plans.size() > 1, context);
  return base::Exit::clean;
}

Runner set_up_show(Options& options) {
  auto choice = std::make_shared<ShowChoice>();
  options.positional("TASK", choice->task,
                     {"任务序号，如 14；有几个计划时写 2023/14",
                      "an item such as 14; with several plans 2023/14"});
  options.option("--format", choice->format, "FORMAT", {"输出格式：text、json", "text or json"});
  return [choice](const Context& context) { return run(*choice, context); };
}

}  // namespace

const Command show_command{
    "show",
    {"显示一项任务的全部内容", "show everything about a task"},
    {R"(显示一项任务：责任单位、指标与每次报数、节点、进展、问题、督查、督办和调整。
不计入的报数（晚于所问日期、尚未上报、已被更正）也列出，并注明。

示例：
  taizhang show 14                                            第 14 项
  taizhang show 2023/14                                       有几个计划时
  taizhang show 14 --as-of 2023-08-31 --known-by 2023-09-05   当时所知的情况
  taizhang show 14 --format json                              供程序读取
)",
     R"(Show a task: its units, indicators with every reading, milestones, progress, issues,
inspections, orders and changes. Readings that do not count (later than the day asked for, not yet
reported, corrected) are listed too, and marked.

Examples:
  taizhang show 14                                            item 14
  taizhang show 2023/14                                       with several plans
  taizhang show 14 --as-of 2023-08-31 --known-by 2023-09-05   as it was known then
  taizhang show 14 --format json                              for programs
)"},
    set_up_show,
};

}  // namespace taizhang::command
