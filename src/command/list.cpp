// SPDX-License-Identifier: MIT
#include <memory>
#include <nlohmann/json.hpp>

#include "command/command.h"
#include "command/output.h"
#include "command/table_options.h"
#include "pipeline.h"
#include "query/select.h"
#include "query/task_table.h"
#include "render/json_text.h"
#include "render/table.h"
#include "render/table_page.h"
#include "report/task_view.h"

namespace taizhang::command {

namespace {

struct ListChoice : query::Selection {
  std::string format;
  std::string output;
};

struct ListShown {
  const std::vector<query::TaskInPlan>& tasks;
  bool several_plans;
  const Context& context;

  query::Table table() const { return query::task_table(tasks, several_plans, context.words()); }
};

std::string as_text(const ListShown& shown) {
  return render::table_text(shown.table(), shown.context.io.out_terminal.width,
                            shown.context.out_style());
}

std::string as_html(const ListShown& shown) {
  const base::Words words = shown.context.words();
  return render::table_page(shown.table(), std::string(words["text.task_list"]),
                            query::clocks_text(shown.context.clocks, words),
                            templates(shown.context), words);
}

std::string as_json(const ListShown& shown) {
  return render::json_text(report::task_list_view(shown.tasks));
}

struct ListFormat {
  std::string_view name;
  std::string (*render)(const ListShown&);
};

constexpr ListFormat list_formats[] = {
    {"csv", [](const ListShown& shown) { return render::table_csv(shown.table()); }},
    {"html", as_html},
    {"json", as_json},
    {"markdown", [](const ListShown& shown) { return render::table_markdown(shown.table()); }},
    {"text", as_text},
};

base::Exit run(const ListChoice& choice, const Context& context) {
  const ListFormat& format = chosen_format(std::span<const ListFormat>(list_formats), choice.format,
                                           choice.output, "text");
  require_writable(context, choice.output);
  const model::Ledger ledger = pipeline::read(context.io.disk, context.options.dir);
  const auto plans = pipeline::measure(ledger, context.clocks, choice.plan);
  const auto tasks = query::select_tasks(ledger, plans, choice);
  context.warn_of_faults(ledger);
  write_result(context, choice.output, format.render({tasks, plans.size() > 1, context}));
  return base::Exit::clean;
}

Runner set_up_list(Options& options) {
  auto choice = std::make_shared<ListChoice>();
  declare_selection(options, *choice);
  declare_table_output(options, choice->format, choice->output);
  return [choice](const Context& context) { return run(*choice, context); };
}

}  // namespace

const Command list_command{
    "list",
    {"列出任务", "list the tasks"},
    {R"(列出任务：序号、名称、牵头单位、完成时限、状态、灯和进度、有数据的指标和节点数、完成率。
完成率只按有数据的指标和节点计算，旁边的“有数据”写明 n/N；没有数据写作 —，不当作零。

示例：
  taizhang list                              全部任务
  taizhang list --as-of 2023-09-30           那一天的情况
  taizhang list --unit 市科技局              市科技局牵头或参与的任务
  taizhang list --section 4 --format json    第四板块，供程序读取
  taizhang list -o list.html                 写成网页
)",
     R"(List the tasks: item, title, lead units, due date, status, light and class, how many measures
have data, and completion. Completion stands on the measures that have data only, n of N; a figure
that is not there is — and never zero.

Examples:
  taizhang list                              all tasks
  taizhang list --as-of 2023-09-30           as they stood on that day
  taizhang list --unit 市科技局              tasks that this unit leads or supports
  taizhang list --section 4 --format json    section 4, for programs
  taizhang list -o list.html                 as a web page
)"},
    set_up_list,
};

}  // namespace taizhang::command
