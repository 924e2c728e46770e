// SPDX-License-Identifier: MIT
//
// Every rule of a trace has its sentence in both languages, whose places are operands of that rule
// or the value that it gave; no sentence is without a rule; every figure of a rule is told
// somewhere, or known to be left unsaid.
#include <doctest/doctest.h>

#include <algorithm>

#include "facts/catalogue.h"
#include "measure/trace_rules.h"
#include "report/explain/parts.h"
#include "words/assets.h"
#include "words/words.h"

namespace report_rule_sentences_test {

using namespace taizhang;
using base::Language;
using document::Form;
using document::Number;
using document::Value;
using measure::TraceRule;

namespace {

constexpr std::string_view prefix = "rule.";

bool is_operand(const TraceRule& rule, std::string_view name) {
  return name == "result" ||
         std::ranges::any_of(rule.operands, [&](const auto& one) { return one.name == name; });
}

/// Whether `name` is `x`, or `x.y` where `x` is the id of a row that has the field `y`; `row` is
/// the one that the rule is told of.
bool is_place(const TraceRule& rule, std::string_view name) {
  const std::size_t dot = name.find('.');
  if (name.substr(0, dot) != "row" && !is_operand(rule, name.substr(0, dot))) return false;
  if (dot == std::string_view::npos) return true;
  const std::string_view field = name.substr(dot + 1);
  return std::ranges::any_of(facts::kinds(), [&](const facts::KindOfRow* kind) {
    const auto found = facts::find_field(kind->kind, field);
    return found && found->kind == kind->kind;
  });
}

std::string text(const Value& value) { return document::text(value, Language::zh); }

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("Every rule has a sentence in both languages, of its own operands") {
  for (const TraceRule& rule : measure::trace_rules) {
    const auto key = words::named_key(std::string(prefix) + std::string(rule.id));
    CHECK_MESSAGE(key.has_value(), rule.id);
    if (!key) continue;
    for (const Language language : {Language::zh, Language::en}) {
      for (const std::string_view place : words::places(words::Words(language)[*key])) {
        CHECK_MESSAGE(is_place(rule, report::place_name(place)), rule.id << ": " << place);
      }
    }
  }
}

TEST_CASE("No sentence is without a rule") {
  for (const words::WordRow& row : words::word_rows()) {
    if (!row.key.starts_with(prefix)) continue;
    const std::string_view id = row.key.substr(prefix.size());
    CHECK_MESSAGE(measure::rule_index(id) < measure::trace_rules.size(), id);
  }
}

TEST_CASE("Every figure of a rule has its place in a story") {
  for (const TraceRule& rule : measure::trace_rules) {
    const auto told = report::told_figures();
    const auto found = std::ranges::find(told, rule.figure, &report::ToldFigure::name);
    CHECK_MESSAGE(found != told.end(), rule.figure);
  }
  for (const report::ToldFigure& figure : report::told_figures()) {
    if (figure.under.empty() || figure.under == report::unsaid) continue;
    const auto mains = report::main_figures();
    const auto found = std::ranges::find(mains, figure.under, &report::MainFigure::name);
    CHECK_MESSAGE(found != mains.end(), figure.name);
  }
}

TEST_CASE("Sentences: numbers as terms, and what is said only where there is something") {
  const report::ValueAt values = [](std::string_view name) -> Value {
    if (name == "value") return Number{base::Ratio(-5, 2), Form::amount, "个"};
    if (name == "sum") return Number{base::Ratio(2, 3), Form::amount, {}, 3};
    if (name == "met") return true;
    if (name == "late") return false;
    return {};
  };
  CHECK(text(report::sentence("{value} {value.bare} {none}", values)) == "-2.5 个 (-2.5) —");
  CHECK(text(report::sentence("{sum.bare}/{sum}", values)) == "0.667/0.667");
  CHECK(text(report::sentence("[{met.if}已达到][{met.not}未达到]，[{late.if}迟]到", values)) ==
        "已达到，到");
  CHECK(text(report::sentence("甲[（{none}）][，{value}]", values)) == "甲，-2.5 个");
  CHECK(report::sentence("[{none}]", values).is_absent());
  CHECK(text(report::sentence("{one} {one|day|days}, {two} {two|day|days}", [](std::string_view n) {
          return Value(n == "one" ? 1 : 2);
        })) == "1 day, 2 days");
}

TEST_SUITE_END();

}  // namespace report_rule_sentences_test
