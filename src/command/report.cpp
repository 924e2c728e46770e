// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "command/command.h"
#include "pipeline.h"
#include "query/select.h"
#include "render/report_formats.h"
#include "report/weekly.h"

namespace taizhang::command {

namespace {

struct Choice {
  std::string name;
  std::string format;
  std::string output;
  std::string plan;
};

/// One report: its name is also that of its templates, `weekly.md.mustache`.
struct Report {
  std::string_view name;
  report::Json (*view)(const Context&, const model::Ledger&, const Choice&, const base::Words&);
};

report::Json weekly_view(const Context& context, const model::Ledger& ledger, const Choice& choice,
                         const base::Words& words) {
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

/// `--format`, else the ending of `--output`, else Markdown.
const render::ReportFormat& chosen_format(const Choice& choice) {
  const auto formats = render::report_formats();
  if (!choice.format.empty()) return find_named(formats, choice.format, {"格式", "format"});
  if (choice.output.empty()) return find_named(formats, "md", {"格式", "format"});
  const std::size_t dot = choice.output.rfind('.');
  if (dot == std::string::npos || choice.output.find('/', dot) != std::string::npos) {
    throw base::Fatal(base::Exit::usage,
                      {{"“{0}”没有扩展名", "“{0}” has no ending"}, {choice.output}},
                      {{"文件名以 .html 或 .md 结尾，或用 --format 指明格式",
                        "let the name end in .html or .md, or give a --format"},
                       {}});
  }
  return find_named(formats, choice.output.substr(dot + 1), {"输出格式", "output format"});
}

[[noreturn]] void fail_to_write(const std::string& path, const base::Written& written) {
  throw base::Fatal(
      base::Exit::internal,
      {{"写不了 {0}：{1}", "{0} cannot be written: {1}"},
       {path, base::words_for(written.fault, written.reason)}},
      {{"检查文件夹是否存在、是否有写入权限", "check that its folder exists and may be written"},
       {}});
}

/// The language of the first plan in view, unless the user chose one.
base::Language report_language(const Context& context, const model::Ledger& ledger,
                               const Choice& choice) {
  if (context.language_is_chosen) return context.language;
  const model::PlanFolder* plan = query::select_plans(ledger, choice.plan).front();
  if (!plan->plan.language) return context.language;
  return *plan->plan.language == model::PlanLanguage::zh ? base::Language::zh : base::Language::en;
}

/// The built-in templates, with those of `--templates` in their place.
render::Templates templates(const Context& context) {
  render::Templates all = render::embedded_templates();
  const std::string& folder = context.options.templates;
  if (folder.empty()) return all;
  const base::Listing listing = context.io.disk.list(folder);
  if (listing.fault != base::DiskFault::none) {
    throw base::Fatal(base::Exit::usage,
                      {{"打不开模板文件夹 {0}：{1}", "the templates in {0} cannot be opened: {1}"},
                       {folder, base::words_for(listing.fault, listing.reason)}},
                      {{"用 --templates 指明一个文件夹", "name a folder with --templates"}, {}});
  }
  constexpr std::size_t largest_template = 1 << 20;
  // What the folder has beyond the built-in names can be included by the others.
  for (const base::Entry& entry : listing.entries) {
    if (entry.name.ends_with(".mustache")) all.try_emplace(entry.name);
  }
  for (auto& [name, text] : all) {
    base::Content own = context.io.disk.read(base::join_path(folder, name), largest_template);
    if (own.fault == base::DiskFault::none)
      text = std::move(own.text);
    else if (own.fault != base::DiskFault::missing) {
      throw base::Fatal(base::Exit::usage,
                        {{"读不出模板 {0}：{1}", "the template {0} cannot be read: {1}"},
                         {base::join_path(folder, name), base::words_for(own.fault, own.reason)}},
                        {{"检查它的权限", "check its permissions"}, {}});
    }
  }
  return all;
}

base::Exit run(const Choice& choice, const Context& context) {
  if (choice.name.empty()) {
    throw base::Fatal(base::Exit::usage, {{"要哪一种报表？", "which report?"}, {}},
                      {{"如：taizhang report weekly", "such as: taizhang report weekly"}, {}});
  }
  const Report& wanted =
      find_named(std::span<const Report>(reports), choice.name, {"报表", "report"});
  const render::ReportFormat& format = chosen_format(choice);
  if (!choice.output.empty()) {
    const base::Written able = context.io.disk.writable(choice.output);
    if (able.fault != base::DiskFault::none) fail_to_write(choice.output, able);
  }
  const model::Ledger ledger = pipeline::read(context.io.disk, context.options.dir);
  const base::Words words = context.words_in(report_language(context, ledger, choice));
  const report::Json view = wanted.view(context, ledger, choice, words);
  const std::string name = std::string(wanted.name) + "." + std::string(format.name) + ".mustache";
  const std::string text =
      format.finish(render::fill_template(templates(context), name, view, words, format.escape));
  context.warn_of_faults(ledger);
  if (choice.output.empty()) {
    context.io.out << text;
    return base::Exit::clean;
  }
  const base::Written written = context.io.disk.write(choice.output, text);
  if (written.fault != base::DiskFault::none) fail_to_write(choice.output, written);
  return base::Exit::clean;
}

Runner set_up(Options& options) {
  auto choice = std::make_shared<Choice>();
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
    set_up,
};

}  // namespace taizhang::command
