// SPDX-License-Identifier: MIT
#include "command/table_options.h"

namespace taizhang::command {

void declare_selection(Options& options, query::Selection& selection) {
  options.option("--plan", selection.plan, "ID", {"只看这个计划", "only this plan"});
  options.option("--section", selection.section, "NO",
                 {"只看这个板块（序号或名称）", "only this section, by number or title"});
  options.option("--unit", selection.unit, "NAME",
                 {"只看这个单位牵头或参与的任务", "only tasks that this unit leads or supports"});
  options.option(
      "--status", selection.status, "STATUS",
      {"只看这个状态，如 in_progress 或 推进中", "only this status, such as in_progress"});
}

void declare_table_output(Options& options, std::string& format, std::string& output) {
  options.option(
      "--format", format, "FORMAT",
      {"输出格式：text、json、markdown、csv、html", "text, json, markdown, csv or html"});
  options.option("-o,--output", output, "FILE",
                 {"写入文件，扩展名决定格式", "write to a file; its ending tells the format"});
}

}  // namespace taizhang::command
