// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "check/rules.h"
#include "command/answer.h"
#include "command/output.h"
#include "query/topic.h"
#include "render/rule_text.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct ExplainOptions : AnswerOptions {
  std::string word;
  std::string section;
  std::string unit;
};

/// Whether only a rule can be meant, so that no ledger is needed to refuse it: `E99`.
bool looks_like_a_code(const std::string& word) {
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  return word.size() == 3 && (word[0] == 'E' || word[0] == 'W') &&
         std::all_of(word.begin() + 1, word.end(), is_digit);
}

/// The word or the one option that says what is asked for.
void require_one_subject(const ExplainOptions& explain) {
  const auto subjects = {&explain.word, &explain.section, &explain.unit};
  if (std::ranges::count_if(subjects, [](const auto* one) { return !one->empty(); }) <= 1) return;
  base::refuse({{"一次只能问一样", "ask for one thing at a time"}},
               {{"只写一个：任务等的名称、--section 或 --unit",
                 "give one of them: a word, --section or --unit"}});
}

/// A rule of check, or for null all of them; as text or for programs.
base::Exit explain_rule(const check::Rule* rule, const ExplainOptions& explain,
                        const Context& context) {
  const render::Format& format = chosen_format(explain.format, explain.output, "text");
  if (format.name != "text" && format.name != "json") {
    base::refuse({{"规则没有 {0} 格式", "rules have no format {0}"}, {format.name}},
                 {{"可用：text、json", "known: text, json"}});
  }
  require_writable(context, explain.output);
  const base::Language language = context.language;
  const render::Style style = context.style_for(explain.output);
  std::string text;
  if (format.name == "json") {
    text = render::json_text(rule ? render::rule_view(*rule, language)
                                  : render::rule_list_view(language));
  } else {
    text = rule ? render::rule_text(*rule, language, context.io.out_terminal.width, style)
                : render::rule_list_text(language, style);
  }
  write_result(context, explain.output, text);
  return base::Exit::clean;
}

facts::Row topic_of(const ExplainOptions& explain, const facts::World& world) {
  if (!explain.section.empty()) return query::find_section(world, explain.section);
  if (!explain.unit.empty()) return query::find_unit(world, explain.unit);
  if (!explain.word.empty()) return query::find_topic(world, explain.word, check::rule_words());
  return facts::rows(world, facts::Kind::plans).front();
}

base::Exit run(const ExplainOptions& explain, const Context& context) {
  require_one_subject(explain);
  const bool about_the_ledger =
      !explain.plan.empty() || !explain.section.empty() || !explain.unit.empty();
  if (explain.word.empty() && !about_the_ledger) return explain_rule(nullptr, explain, context);
  if (const check::Rule* rule = check::find_rule(explain.word)) {
    return explain_rule(rule, explain, context);
  }
  if (looks_like_a_code(explain.word)) {
    base::refuse_unknown(explain.word, {"检查规则", "rule of check"}, check::rule_words());
  }
  const auto document = [&](const report::Asked& asked) {
    return report::explain(asked, topic_of(explain, asked.world()));
  };
  return answer(context, explain, {.document = document, .task = explain.word});
}

void declare(Options& options, ExplainOptions& explain) {
  options.positional("WHAT", explain.word,
                     {"任务（14）、指标（14/piles）、单位、板块、计划，或规则（E24）",
                      "a task (14), an indicator (14/piles), a unit, a section, a plan, or a rule "
                      "(E24)"});
  options.option("--plan", explain.plan, "ID",
                 {"这个计划，或只在这个计划里找", "this plan, or look in this plan only"});
  options.option("--section", explain.section, "NO",
                 {"这个板块（序号或名称）", "this section, by number or title"});
  options.option("--unit", explain.unit, "NAME",
                 {"这个单位牵头和参与的任务", "the tasks that this unit leads and supports"});
  declare_output(options, explain);
}

}  // namespace

const Command explain_command{
    "explain",
    Needs::figures,
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
    set_up<ExplainOptions, declare, run>,
};

}  // namespace taizhang::command
