// SPDX-License-Identifier: MIT
#include "command/answer.h"

#include <iostream>

#include "base/text.h"
#include "command/output.h"
#include "command/timings.h"
#include "pipeline.h"
#include "render/json_text.h"

namespace taizhang::command {

void declare_output(Options& options, AnswerOptions& answer) {
  options.option("--format", answer.format, "FORMAT",
                 {"输出格式：text、json、json-lines、markdown、csv、html、xlsx、docx",
                  "text, json, json-lines, markdown, csv, html, xlsx or docx"});
  options.option("-o,--output", answer.output, "FILE",
                 {"写入文件，扩展名决定格式", "write to a file; its ending tells the format"});
  options.flag("--no-bom", answer.no_bom,
               {"CSV 开头不写 UTF-8 标记（Excel、WPS 靠它认出汉字）",
                "CSV without the mark by which Excel and WPS know UTF-8"});
}

void declare_plan(Options& options, AnswerOptions& answer) {
  options.option("--plan", answer.plan, "ID", {"只看这个计划", "only this plan"});
}

void declare_selection(Options& options, AnswerOptions& answer) {
  declare_plan(options, answer);
  options.rest("FILTER", answer.filter,
               {"条件，如 'lead:市工信局 light:red completion<50'，见 taizhang help filter",
                "which rows, such as 'lead:市工信局 light:red'; see taizhang help filter"});
  query::Selection& selection = answer.selection;
  options.option("--section", selection.section, "NO",
                 {"只看这个板块（序号或名称）", "only this section, by number or title"});
  options.option("--unit", selection.unit, "NAME",
                 {"只看这个单位牵头或参与的任务", "only tasks that this unit leads or supports"});
  options.option(
      "--status", selection.status, "STATUS",
      {"只看这个状态，如 in_progress 或 推进中", "only this status, such as in_progress"});
}

void declare_since(Options& options, AnswerOptions& answer) {
  options.option("--since", answer.since, "DATE",
                 {"变化（events）从哪一天算起，如 2023-08-31、-7d、上月底",
                  "the day since which events are told, such as 2023-08-31 or -7d"});
}

namespace {

/// The docx whose look ours takes.
std::optional<render::Given> reference_of(const Context& context, const AnswerOptions& options) {
  if (options.reference.empty()) return std::nullopt;
  constexpr std::size_t largest_reference = std::size_t{64} << 20;
  base::Content content = context.io.disk.read(options.reference, largest_reference);
  if (content.fault != base::DiskFault::none) {
    base::refuse({{"读不了 {0}：{1}", "{0} cannot be read: {1}"},
                  {options.reference, base::words_for(content.fault, content.reason)}},
                 {{"用 --reference 指明一个 docx", "name a docx with --reference"}});
  }
  return render::Given{std::move(content.text), options.reference};
}

render::Look look_of(const Context& context, const AnswerOptions& options) {
  return {.width = options.output.empty() ? context.io.out_terminal.width : 0,
          .style = context.style_for(options.output),
          .marks_utf8 = !options.no_bom,
          .templates = templates(context),
          .words = context.words(),
          .reference = reference_of(context, options),
          .spread = options.spread};
}

/// The language of the first plan in view, where it has one.
base::Language language_of(const facts::World& world, base::Language otherwise) {
  const auto& given = world.plans().front().plan->plan.language;
  if (!given) return otherwise;
  return *given == model::PlanLanguage::zh ? base::Language::zh : base::Language::en;
}

/// Say on stderr that the day is one on which no plan runs: its figures are those of a plan that is
/// over, or has not begun.
void warn_of_day(const Context& context, const facts::World& world) {
  const base::Date day = context.clocks.as_of;
  std::string periods;
  for (const measure::PlanFigures& plan : world.plans()) {
    const model::Period& period = plan.plan->plan.period;
    if (!period.start || !period.end) return;
    const std::chrono::days settlement{plan.limits.deadlines.settlement};
    if (day >= *period.start && day <= *period.end + settlement) return;
    if (!periods.empty()) periods += ", ";
    periods += base::iso(*period.start) + "/" + base::iso(*period.end);
  }
  const bool asked = !context.options.as_of.empty();
  // The day of a weekly or monthly report is another one.
  const bool is_today = day == context.io.today;
  context.say(
      {asked ? base::Bilingual{"{0} 不在任何计划的周期内（{1}）",
                               "{0} lies in the period of no plan ({1})"}
       : !is_today
           ? base::Bilingual{"{0} 不在任何计划的周期内（{1}）；要看别的日子用 --as-of",
                             "{0} lies in the period of no plan ({1}); --as-of tells "
                             "another day"}
           : base::Bilingual{"今天 {0} 不在任何计划的周期内（{1}）；要看当时的情况用 --as-of",
                             "today, {0}, lies in the period of no plan ({1}); --as-of "
                             "tells another day"},
       {base::iso(day), periods}});
}

/// Only CSV begins with a mark.
void refuse_idle_mark(const AnswerOptions& options, const render::Format& format) {
  if (!options.no_bom || format.name == "csv") return;
  base::refuse({{"--no-bom 只用于 CSV", "--no-bom is for CSV only"}},
               {{"去掉它，或写 --format csv", "leave it out, or write --format csv"}});
}

/// Only docx has a look that another file can lend.
void refuse_idle_reference(const AnswerOptions& options, const render::Format& format) {
  if (options.reference.empty() || format.name == "docx") return;
  base::refuse({{"--reference 只用于 docx", "--reference is for docx only"}},
               {{"去掉它，或写 -o 文件.docx", "leave it out, or write -o FILE.docx"}});
}

/// A number, or a list of addresses, is no table and no page.
void refuse_bare(const render::Format& format) {
  if (format.name == "text" || format.name == "json") return;
  base::refuse(
      {{"--count 和 --ids 没有 {0} 格式", "--count and --ids have no format {0}"}, {format.name}},
      {{"去掉 --format，或写 --format json", "leave --format out, or write --format json"}});
}

/// A workbook is bytes that no terminal and no pipe for texts wants.
void refuse_bytes_on_screen(const render::Format& format, const std::string& output) {
  if (!format.is_binary || !output.empty()) return;
  base::refuse({{"{0} 只能写入文件", "{0} goes into a file"}, {format.name}},
               {{"加上 -o 文件.{0}", "add -o FILE.{0}"}, {format.name}});
}

std::string bare_text(const document::Value& value, const render::Format& format,
                      base::Language language) {
  if (format.name == "json") return render::json_text(value, language);
  const auto* list = value.as<document::List>();
  if (!list) return document::text(value, language) + "\n";
  std::string lines;
  for (const document::Value& line : list->items) {
    lines += base::printable(document::text(line, language)) + "\n";
  }
  return lines;
}

/// The days from which events are told: as known then, or by `--known-by` where that is given.
std::optional<base::Clocks> since(const Context& context, const std::string& given) {
  if (given.empty()) return std::nullopt;
  const base::Date day = span_option(given, "--since", context.clocks.as_of).to;
  const base::Date known = context.options.known_by.empty() ? day : context.clocks.known_by;
  require_order(day, context.clocks.as_of);
  return base::Clocks{day, known};
}

}  // namespace

void with_ledger(const Context& context, const AnswerOptions& options, const Question& question,
                 const std::function<void(const report::Asked&)>& use) {
  const auto from = question.since ? question.since : since(context, options.since);
  Timings timings(context);
  pipeline::Folder folder = context.folder();
  folder.texts = source::Texts::needed;
  model::Ledger ledger = question.task.empty()
                             ? pipeline::read(context.io.disk, folder)
                             : pipeline::read_for(context.io.disk, folder, question.task);
  context.warn(pipeline::add_settings(context.io, ledger));
  timings.end_of({"读取文件", "reading"});
  pipeline::Measured measured(ledger, options.plan);
  const facts::World& world = measured.on(context.clocks);
  timings.end_of({"计算", "measuring"});
  const bool plan_tells = question.in_language_of_plan && !context.language_is_chosen;
  const words::Words words =
      context.words_in(plan_tells ? language_of(world, context.language) : context.language);
  query::Selection selection = options.selection;
  selection.filter = base::joined(options.filter, " ");
  use({words, context.clocks, selection,
       [&](base::Clocks clocks, std::optional<base::Clocks> earlier) -> const facts::World& {
         return measured.on(clocks, earlier);
       },
       from, ledger.faulty_files(), question.sending});
  timings.end_of({"作答", "answering"});
  context.warn_of_faults(ledger);
  warn_of_day(context, world);
}

std::string answer_text(const Context& context, const AnswerOptions& options,
                        const Question& question, const render::Format& format) {
  std::string text;
  with_ledger(context, options, question, [&](const report::Asked& asked) {
    if (question.bare) {
      text = bare_text(question.bare(asked), format, asked.language());
      return;
    }
    render::Look look = look_of(context, options);
    document::Document document = question.document(asked);
    if (question.is_table && options.output.empty() && format.name == "text") {
      // Who has just typed a question knows it; what it was asked of stands below the answer.
      look.titled = false;
      document.foot.insert(document.foot.begin(), document.head.begin(), document.head.end());
    }
    look.words = asked.words;
    text = format.write(document, look);
  });
  return text;
}

base::Exit answer(const Context& context, const AnswerOptions& options, const Question& question) {
  const render::Format& format =
      chosen_format(options.format, options.output, question.usual_format);
  if (question.bare) refuse_bare(format);
  refuse_bytes_on_screen(format, options.output);
  refuse_idle_mark(options, format);
  refuse_idle_reference(options, format);
  require_writable(context, options.output);
  write_result(context, options.output, answer_text(context, options, question, format));
  return base::Exit::clean;
}

base::Exit write_document(const Context& context, const AnswerOptions& options,
                          const std::function<document::Document(const words::Words&)>& document) {
  const render::Format& format = chosen_format(options.format, options.output, "text");
  refuse_bytes_on_screen(format, options.output);
  refuse_idle_mark(options, format);
  require_writable(context, options.output);
  const words::Words words = context.words();
  write_result(context, options.output, format.write(document(words), look_of(context, options)));
  return base::Exit::clean;
}

}  // namespace taizhang::command
