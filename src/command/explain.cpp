// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "base/text.h"
#include "check/rules.h"
#include "command/command.h"
#include "render/document_text.h"
#include "render/findings.h"

namespace taizhang::command {

namespace {

struct Choice {
  std::string code;
};

std::string indented(std::string_view text) {
  std::string result;
  for (std::string_view line : base::split(base::trimmed(text), '\n')) {
    result += "  " + std::string(line) + "\n";
  }
  return result;
}

std::string all_rules(const Context& context) {
  std::string result;
  for (const check::Rule* rule : check::rules()) {
    result += context.out_style().bold(rule->code) + "  " +
              std::string(rule->summary.in(context.language)) + "\n";
  }
  return result;
}

std::string one_rule(const check::Rule& rule, const Context& context) {
  const render::Style style = context.out_style();
  const auto say = [&](base::Bilingual text) { return std::string(text.in(context.language)); };
  const auto heading = [&](base::Bilingual text) { return style.cyan(say(text)) + "\n"; };
  const report::Document why{report::Paragraph{say(rule.why)}};
  return style.bold(std::string(rule.code) + "  " + say(rule.summary)) + "\n" +
         std::string(rule.name) + ", " + say(render::severity_word(rule.severity)) + "\n\n" +
         heading({"为什么", "why"}) +
         render::document_text(why, context.io.out_terminal.width, style) + "\n" +
         heading({"会报出", "found"}) + indented(rule.bad) + "\n" + heading({"应写成", "instead"}) +
         indented(rule.good);
}

base::Exit run(const Choice& choice, const Context& context) {
  if (choice.code.empty()) {
    context.io.out << all_rules(context);
    return base::Exit::clean;
  }
  const check::Rule* rule = check::find_rule(choice.code);
  if (!rule) {
    std::vector<std::string_view> known;
    for (const check::Rule* each : check::rules()) known.push_back(each->code);
    for (const check::Rule* each : check::rules()) known.push_back(each->name);
    fail_unknown(choice.code, {"规则", "rule"}, known);
  }
  context.io.out << one_rule(*rule, context);
  return base::Exit::clean;
}

Runner set_up(Options& options) {
  auto choice = std::make_shared<Choice>();
  options.positional("CODE", choice->code,
                     {"规则编号或名称，如 E24；不写则列出全部",
                      "a rule's code or name, such as E24; all of them without"});
  return [choice](const Context& context) { return run(*choice, context); };
}

}  // namespace

const Command explain_command{
    "explain",
    {"说明一条检查规则", "tell about a rule of check"},
    {R"(说明一条规则查什么、为什么重要、怎样写会报出、应该怎样写。

示例：
  taizhang explain          列出全部规则
  taizhang explain E24      说明 E24
)",
     R"(Tell what a rule looks for, why it matters, what makes it fire and what to write instead.

Examples:
  taizhang explain          list all rules
  taizhang explain E24      tell about E24
)"},
    set_up,
};

}  // namespace taizhang::command
