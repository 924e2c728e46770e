// SPDX-License-Identifier: MIT
#include <cctype>
#include <memory>
#include <nlohmann/json.hpp>

#include "check/rules.h"
#include "command/command.h"
#include "command/output.h"
#include "pipeline.h"
#include "query/topic.h"
#include "render/document_text.h"
#include "render/json_text.h"
#include "render/rule_text.h"
#include "report/explain.h"

namespace taizhang::command {

namespace {

struct ExplainChoice {
  std::string word;
  std::string plan;
  std::string section;
  std::string unit;
  std::string format;
  std::string output;
};

/// What a format makes of a story, of a rule of check and of the list of them.
struct ExplainFormat {
  std::string_view name;
  std::string (*story)(const report::Story&, const Context&);
  std::string (*rule)(const check::Rule&, const Context&);
  std::string (*rules)(const Context&);
};

constexpr ExplainFormat explain_formats[] = {
    {"json",
     [](const report::Story& story, const Context&) {
       return render::json_text(report::story_view(story));
     },
     [](const check::Rule& rule, const Context& context) {
       return render::json_text(render::rule_view(rule, context.language));
     },
     [](const Context& context) {
       return render::json_text(render::rule_list_view(context.language));
     }},
    {"text",
     [](const report::Story& story, const Context& context) {
       return render::document_text(report::story_document(story, context.words()),
                                    context.io.out_terminal.width, context.out_style());
     },
     [](const check::Rule& rule, const Context& context) {
       return render::rule_text(rule, context.language, context.io.out_terminal.width,
                                context.out_style());
     },
     [](const Context& context) {
       return render::rule_list_text(context.language, context.out_style());
     }},
};

/// Whether only a rule can be meant, so that no ledger is needed to refuse it: `E99`.
bool looks_like_a_code(const std::string& word) {
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  return word.size() == 3 && (word[0] == 'E' || word[0] == 'W') &&
         std::all_of(word.begin() + 1, word.end(), is_digit);
}

/// The word or the one option that says what is asked for.
void require_one_subject(const ExplainChoice& choice) {
  const int subjects = static_cast<int>(!choice.word.empty()) +
                       static_cast<int>(!choice.section.empty()) +
                       static_cast<int>(!choice.unit.empty());
  if (subjects <= 1) return;
  throw base::Fatal(base::Exit::usage, {{"一次只能问一样", "ask for one thing at a time"}, {}},
                    {{"只写一个：任务等的名称、--section 或 --unit",
                      "give one of them: a word, --section or --unit"},
                     {}});
}

struct Teller {
  const model::Ledger& ledger;
  bool several_plans;
  const words::Words& words;

  report::Story operator()(const query::TaskInPlan& task) const {
    return report::explain_task(task, several_plans, words);
  }
  report::Story operator()(const query::PartTopic& topic) const {
    return report::explain_part(topic.task, topic.part, several_plans, words);
  }
  report::Story operator()(const query::UnitTopic& topic) const {
    return report::explain_unit(*topic.plan, ledger.registry_of(*topic.plan->plan), topic.unit,
                                words);
  }
  report::Story operator()(const query::SectionTopic& topic) const {
    return report::explain_section(*topic.plan, topic.section, words);
  }
  report::Story operator()(const query::PlanTopic& topic) const {
    return report::explain_plan(*topic.plan, words);
  }
};

query::Topic topic_of(const ExplainChoice& choice, const model::Ledger& ledger,
                      const std::vector<measure::PlanFigures>& plans) {
  if (!choice.section.empty()) return query::find_section(plans, choice.section);
  if (!choice.unit.empty()) return query::find_unit(ledger, plans, choice.unit);
  if (!choice.word.empty())
    return query::find_topic(ledger, plans, choice.word, check::rule_words());
  return query::PlanTopic{&plans.front()};
}

base::Exit run(const ExplainChoice& choice, const Context& context) {
  const ExplainFormat& format = chosen_format(std::span<const ExplainFormat>(explain_formats),
                                              choice.format, choice.output, "text");
  require_one_subject(choice);
  require_writable(context, choice.output);
  const bool about_the_ledger =
      !choice.plan.empty() || !choice.section.empty() || !choice.unit.empty();
  if (choice.word.empty() && !about_the_ledger) {
    write_result(context, choice.output, format.rules(context));
    return base::Exit::clean;
  }
  if (const check::Rule* rule = check::find_rule(choice.word)) {
    write_result(context, choice.output, format.rule(*rule, context));
    return base::Exit::clean;
  }
  if (looks_like_a_code(choice.word)) {
    fail_unknown(choice.word, {"检查规则", "rule of check"}, check::rule_words());
  }
  const model::Ledger ledger = pipeline::read(context.io.disk, context.options.dir);
  const auto plans = pipeline::measure(ledger, context.clocks, choice.plan);
  const query::Topic topic = topic_of(choice, ledger, plans);
  context.warn_of_faults(ledger);
  const words::Words words = context.words();
  const report::Story story = std::visit(Teller{ledger, plans.size() > 1, words}, topic);
  write_result(context, choice.output, format.story(story, context));
  return base::Exit::clean;
}

Runner set_up_explain(Options& options) {
  auto choice = std::make_shared<ExplainChoice>();
  options.positional("WHAT", choice->word,
                     {"任务（14）、指标（14/piles）、单位、板块、计划，或规则（E24）",
                      "a task (14), an indicator (14/piles), a unit, a section, a plan, or a rule "
                      "(E24)"});
  options.option("--plan", choice->plan, "ID",
                 {"这个计划，或只在这个计划里找", "this plan, or look in this plan only"});
  options.option("--section", choice->section, "NO",
                 {"这个板块（序号或名称）", "this section, by number or title"});
  options.option("--unit", choice->unit, "NAME",
                 {"这个单位牵头和参与的任务", "the tasks that this unit leads and supports"});
  options.option("--format", choice->format, "FORMAT", {"输出格式：text、json", "text or json"});
  options.option("-o,--output", choice->output, "FILE",
                 {"写入文件，扩展名决定格式", "write to a file; its ending tells the format"});
  return [choice](const Context& context) { return run(*choice, context); };
}

}  // namespace

const Command explain_command{
    "explain",
    {"说明一个数、一盏灯或一条规则是怎么来的", "tell how a figure, a light or a rule comes about"},
    {R"(逐步说明一项任务、一个指标的数是怎么来的：采用哪次报数，哪些被更正、哪些当时还没有报，现行目标，
时间进度，序时应完成多少、按什么安排，完成率，序时比，预计，以及依次决定亮灯的每一条规则。
对单位、板块和计划，说明完成率由哪些任务构成，哪些没有计入。对规则，说明它查什么、为什么、怎样写才对。

所写的词依次按规则、任务、指标（或节点、问题）、单位、板块、计划来认。

示例：
  taizhang explain 14                            第 14 项任务
  taizhang explain 14/piles                      它的一个指标
  taizhang explain 14 --as-of 2023-08-31 --known-by 2023-09-05
                                                 当时所知的情况
  taizhang explain 市工信局                      一个单位
  taizhang explain --section 2                   一个板块
  taizhang explain --plan 2023 --format json     整个计划，供程序读取
  taizhang explain E24                           一条检查规则
  taizhang explain                               列出全部规则
)",
     R"(Tell step by step how the figures of a task or an indicator came about: which reading counts,
which were corrected or not yet known, the target in force, time progress, the expected value and
its trajectory, completion, schedule ratio, forecast, and in order each rule that touched the light.
Of a unit, a section or a plan, which tasks make up the number and which do not. Of a rule of check,
what it looks for, why, and what to write instead.

A word is taken for a rule, a task, an indicator (or milestone or issue), a unit, a section or a
plan, in this order.

Examples:
  taizhang explain 14                            item 14
  taizhang explain 14/piles                      one of its indicators
  taizhang explain 14 --as-of 2023-08-31 --known-by 2023-09-05
                                                 as it was known then
  taizhang explain 市工信局                      a unit
  taizhang explain --section 2                   a section
  taizhang explain --plan 2023 --format json     the whole plan, for programs
  taizhang explain E24                           a rule of check
  taizhang explain                               list all rules
)"},
    set_up_explain,
};

}  // namespace taizhang::command
