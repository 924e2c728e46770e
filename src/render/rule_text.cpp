// SPDX-License-Identifier: MIT
#include "render/rule_text.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "check/rules.h"
#include "render/findings.h"
#include "render/format.h"

namespace taizhang::render {

namespace {

std::string indented(std::string_view text) {
  std::string result;
  for (std::string_view line : base::split(base::trimmed(text), '\n')) {
    result += "  " + std::string(line) + "\n";
  }
  return result;
}

}  // namespace

std::string rule_list_text(base::Language language, Style style) {
  std::string result;
  for (const check::Rule* rule : check::rules()) {
    result += style.bold(rule->code) + "  " + std::string(rule->summary.in(language)) + "\n";
  }
  return result;
}

std::string rule_examples(const check::Rule& rule, base::Language language, Style style) {
  const auto heading = [&](base::Bilingual text) { return style.cyan(text.in(language)) + "\n"; };
  return heading({"会报出", "found"}) + indented(rule.bad) + "\n" + heading({"应写成", "instead"}) +
         indented(rule.good);
}

std::string rule_text(const check::Rule& rule, base::Language language, int width, Style style) {
  const auto say = [&](base::Bilingual text) { return std::string(text.in(language)); };
  document::Document why;
  why.language = language;
  why.chapters.push_back({{}, {document::Paragraph{"why", say(rule.why)}}});
  return style.bold(std::string(rule.code) + "  " + say(rule.summary)) + "\n" +
         std::string(rule.name) + ", " + say(severity_word(rule.severity())) + "\n\n" +
         style.cyan(say({"为什么", "why"})) + "\n" +
         document_text(why, {.width = width, .style = style}) + "\n" +
         rule_examples(rule, language, style);
}

Json rule_view(const check::Rule& rule, base::Language language) {
  return {{"subject", "rule"},
          {"code", rule.code},
          {"name", rule.name},
          {"severity", severity_word(rule.severity()).en},
          {"summary", rule.summary.in(language)},
          {"why", rule.why.in(language)},
          {"bad", base::trimmed(rule.bad)},
          {"good", base::trimmed(rule.good)}};
}

Json rule_list_view(base::Language language) {
  Json list = Json::array();
  for (const check::Rule* rule : check::rules()) list.push_back(rule_view(*rule, language));
  return list;
}

}  // namespace taizhang::render
