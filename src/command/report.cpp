// SPDX-License-Identifier: MIT
#include "command/answer.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct ReportOptions : AnswerOptions {
  std::string name;
};

base::Exit run(const ReportOptions& options, const Context& context) {
  if (options.name.empty()) {
    base::refuse({{"要哪一种报表？", "which report?"}},
                 {{"如：taizhang report weekly", "such as: taizhang report weekly"}});
  }
  const report::Report& wanted =
      base::find_named(report::reports(), options.name, {"报表", "report"});
  ReportOptions asked = options;
  asked.selection.of_tasks = true;
  return answer(context, asked,
                {.document = wanted.make, .usual_format = "markdown", .in_language_of_plan = true});
}

void declare(Options& options, ReportOptions& report) {
  options.positional("REPORT", report.name, {"报表：weekly", "the report: weekly"});
  declare_selection(options, report);
  declare_output(options, report);
}

}  // namespace

const Command report_command{
    "report",
    Needs::figures,
    {"生成周报", "write the weekly report"},
    {R"(生成报表。weekly 是周报：只写例外——新报的数、临近和超过时限的任务、问题、未报送的单位、
下周重点。后面可以写条件，只写合乎条件的任务。报表语言随计划，可用 --lang 指定。网页版是单个文件，不用联网，可直接打印。

示例：
  taizhang report weekly                                   以今天为准，输出 Markdown
  taizhang report weekly --as-of 2023-12-31 -o weekly.html  写成网页
  taizhang report weekly --as-of 2023-09-30 --known-by 2023-10-10
                                                           补上晚报的数，重做九月末的周报
  taizhang report weekly section:2                         只写第二板块
)",
     R"(Write a report. weekly tells exceptions only: new figures, tasks near or past their due
date, issues, units that have not reported, and what comes next week; a filter narrows it to some tasks. It speaks the language of its
plan unless --lang is given. The web page is one file that needs no network and prints well.

Examples:
  taizhang report weekly                                   as of today, as Markdown
  taizhang report weekly --as-of 2023-12-31 -o weekly.html  as a web page
  taizhang report weekly --as-of 2023-09-30 --known-by 2023-10-10
                                                           that week again, with late reports
  taizhang report weekly section:2                         only section 2
)"},
    set_up<ReportOptions, declare, run>,
};

}  // namespace taizhang::command
