// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "command/answer.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct ListOptions : AnswerOptions {
  std::string rows = "tasks";
  std::vector<std::string> columns;
  std::vector<std::string> sort;
};

/// The parts of each text between commas, all in one list.
std::vector<std::string> parted(const std::vector<std::string>& texts) {
  std::vector<std::string> parts;
  for (std::string text : texts) {
    // The comma of a Chinese keyboard parts as well.
    for (std::size_t at; (at = text.find("，")) != text.npos;) text.replace(at, 3, ",");
    for (const std::string_view part : base::split(text, ',')) {
      parts.emplace_back(base::trimmed(part));
    }
  }
  return parts;
}

base::Exit run(const ListOptions& list, const Context& context) {
  const report::ListAsked wanted{kind_named(list.rows), parted(list.columns), parted(list.sort)};
  return answer(
      context, list,
      {.document = [&](const report::Asked& asked) { return report::list(asked, wanted); },
       .is_table = true});
}

void declare(Options& options, ListOptions& list) {
  options.option("--rows", list.rows, "KIND",
                 {"列什么：tasks、indicators、issues……，见 taizhang fields",
                  "what to list: tasks, indicators, issues ...; see taizhang fields"});
  options.repeated("--columns", list.columns, "FIELDS",
                   {"要哪几列，用逗号隔开，如 item,title,score.value",
                    "which columns, with commas, such as item,title,score.value"});
  options.repeated("--sort", list.sort, "FIELDS",
                   {"按哪几列排序，前面加 - 为倒序", "the order; - before a field turns it round"});
  declare_selection(options, list);
  declare_output(options, list);
}

}  // namespace

const Command list_command{
    "list",
    Needs::figures,
    {"列出任务", "list the tasks"},
    {R"(列出任务：序号、名称、牵头单位、完成时限、状态、灯和进度、有数据的指标和节点数、完成率。
完成率只按有数据的指标和节点计算，旁边的“有数据”写明 n/N；没有数据写作 —，不当作零。
--rows 换成列指标、节点、报数、问题、督查等；--columns 选列，任何一种行都可以带上它所在任务的字段。

示例：
  taizhang list                              全部任务
  taizhang list --as-of 2023-09-30           那一天的情况
  taizhang list --unit 市科技局              市科技局牵头或参与的任务
  taizhang list "lead:市工信局 light:red,yellow"
                                             市工信局牵头、红灯和黄灯的
  taizhang list "completion<50 or 充电"      完成率不到一半的，或说到充电的
  taizhang list --section 4 --format json    第四板块，供程序读取
  taizhang list -o list.html                 写成网页
  taizhang list --rows indicators --sort -ratio
                                             各指标，序时比高的在前
  taizhang list --columns item,title,completion,score.value -o scores.csv
)",
     R"(List the tasks: item, title, lead units, due date, status, light and class, how many measures
have data, and completion. Completion stands on the measures that have data only, n of N; a figure
that is not there is — and never zero. --rows lists indicators, milestones, readings, issues,
inspections and others instead; --columns chooses columns, those of what a row lies in included.

Examples:
  taizhang list                              all tasks
  taizhang list --as-of 2023-09-30           as they stood on that day
  taizhang list --unit 市科技局              tasks that this unit leads or supports
  taizhang list "lead:市工信局 light:red,yellow"
                                             led by this unit, red or yellow
  taizhang list "completion<50 or 充电"      less than half done, or about 充电
  taizhang list --section 4 --format json    section 4, for programs
  taizhang list -o list.html                 as a web page
  taizhang list --rows indicators --sort -ratio
                                             indicators, those farthest ahead first
  taizhang list --columns item,title,completion,score.value -o scores.csv
)"},
    set_up<ListOptions, declare, run>,
};

}  // namespace taizhang::command
