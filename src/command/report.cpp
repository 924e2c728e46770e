// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "command/command.h"
#include "command/output.h"
#include "pipeline.h"
#include "query/select.h"
#include "render/report_formats.h"
#include "report/weekly.h"

namespace taizhang::command {

namespace {

struct ReportChoice {
  std::string name;
  std::string format;
  std::string output;
  std::string plan;
};

/// One report: its name is also that of its templates, `weekly.md.mustache`.
struct Report {
  std::string_view name;
  report::Json (*view)(const Context&, const model::Ledger&, const ReportChoice&,
                       const base::Words&);
};

report::Json weekly_view(const Context& context, const model::Ledger& ledger,
                         const ReportChoice& choice, const base::Words& words) {
  const std::chrono::days week{7};
  const measure::Clocks before{context.clocks.as_of - week, context.clocks.known_by - week};
  auto now = pipeline::measure(ledger, context.clocks, choice.plan);
  auto then = pipeline::measure(ledger, before, choice.plan);
  std::vector<report::Week> weeks;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const model::PlanFolder* plan = now[i].plan;
    weeks.push_back({plan, ledger.registry_of(*plan), std::move(now[i]), std::move(then[i])});
  }
  return report::weekly(weeks, ledger.faulty_files(), words);
}

constexpr Report reports[] = {
    {"weekly", weekly_view},
};

/// The language of the first plan in view, unless the user chose one.
base::Language report_language(const Context& context, const model::Ledger& ledger,
                               const ReportChoice& choice) {
  if (context.language_is_chosen) return context.language;
  const model::PlanFolder* plan = query::select_plans(ledger, choice.plan).front();
  if (!plan->plan.language) return context.language;
  return *plan->plan.language == model::PlanLanguage::zh ? base::Language::zh : base::Language::en;
}

base::Exit run(const ReportChoice& choice, const Context& context) {
  if (choice.name.empty()) {
    throw base::Fatal(base::Exit::usage, {{"要哪一种报表？", "which report?"}, {}},
                      {{"如：taizhang report weekly", "such as: taizhang report weekly"}, {}});
  }
  const Report& wanted =
      find_named(std::span<const Report>(reports), choice.name, {"报表", "report"});
  const render::ReportFormat& format =
      chosen_format(render::report_formats(), choice.format, choice.output, "md");
  require_writable(context, choice.output);
  const model::Ledger ledger = pipeline::read(context.io.disk, context.options.dir);
  const base::Words words = context.words_in(report_language(context, ledger, choice));
  const report::Json view = wanted.view(context, ledger, choice, words);
  const std::string name = std::string(wanted.name) + "." + std::string(format.name) + ".mustache";
  const std::string text =
      format.finish(render::fill_template(templates(context), name, view, words, format.escape));
  context.warn_of_faults(ledger);
  write_result(context, choice.output, text);
  return base::Exit::clean;
}

Runner set_up_report(Options& options) {
  auto choice = std::make_shared<ReportChoice>();
  options.positional("REPORT", choice->name, {"报表：weekly", "the report: weekly"});
  options.option("--format", choice->format, "FORMAT", {"输出格式：md、html", "md or html"});
  options.option("-o,--output", choice->output, "FILE",
                 {"写入文件，扩展名决定格式", "write to a file; its ending tells the format"});
  options.option("--plan", choice->plan, "ID", {"只报这个计划", "only this plan"});
  return [choice](const Context& context) { return run(*choice, context); };
}

}  // namespace

const Command report_command{
    "report",
    {"生成周报", "write the weekly report"},
    {R"(生成报表。weekly 是周报：只写例外——新报的数、临近和超过时限的任务、问题、未报送的单位、
下周重点。报表语言随计划，可用 --lang 指定。网页版是单个文件，不用联网，可直接打印。

示例：
  taizhang report weekly                                   以今天为准，输出 Markdown
  taizhang report weekly --as-of 2023-12-31 -o weekly.html  写成网页
  taizhang report weekly --as-of 2023-09-30 --known-by 2023-10-10
                                                           补上晚报的数，重做九月末的周报
)",
     R"(Write a report. weekly tells exceptions only: new figures, tasks near or past their due
date, issues, units that have not reported, and what comes next week. It speaks the language of its
plan unless --lang is given. The web page is one file that needs no network and prints well.

Examples:
  taizhang report weekly                                   as of today, as Markdown
  taizhang report weekly --as-of 2023-12-31 -o weekly.html  as a web page
  taizhang report weekly --as-of 2023-09-30 --known-by 2023-10-10
                                                           that week again, with late reports
)"},
    set_up_report,
};

}  // namespace taizhang::command
