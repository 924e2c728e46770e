// SPDX-License-Identifier: MIT
#include <algorithm>

#include "measure/in_force.h"
#include "query/task_table.h"
#include "report/explain_parts.h"
#include "report/phrases.h"

namespace taizhang::report {

namespace {

std::string baseline(const IndicatorTold& told) {
  const model::Indicator& indicator = told.indicator();
  if (!indicator.baseline) {
    const bool from_zero = indicator.kind && *indicator.kind == model::Kind::cumulative;
    return told.word(from_zero ? "explain.baseline_zero" : "explain.no_baseline");
  }
  const std::string value = amount_text(*indicator.baseline, indicator);
  if (!indicator.baseline_date) return told.say("explain.baseline", {value});
  return told.say("explain.baseline_of", {value, base::iso(*indicator.baseline_date)});
}

/// The changes of the target, and what they started from.
std::vector<std::string> changes(const IndicatorTold& told) {
  const model::Indicator& indicator = told.indicator();
  const std::string field = measure::field_of(indicator, "target");
  std::vector<std::string> sentences = change_sentences(
      told.task, field, told.clocks.as_of, told.words,
      [&](const std::string& text) -> std::optional<std::string> {
        const auto value = base::Decimal::parse(text).decimal;
        return value ? std::optional(amount_text(*value, indicator)) : std::nullopt;
      });
  if (sentences.empty()) return {told.word("explain.no_change")};
  if (indicator.target) {
    sentences.insert(sentences.begin(),
                     told.say("explain.first_target", {amount_text(*indicator.target, indicator)}));
  }
  const auto in_force = measure::changes_in_force(told.task, field, told.clocks.as_of);
  const bool rescaled =
      std::any_of(in_force.begin(), in_force.end(),
                  [](const model::Change* change) { return change->rescale.value_or(false); });
  if (rescaled && !indicator.trajectory.points.empty()) {
    sentences.push_back(told.word("explain.rescaled"));
  }
  return sentences;
}

}  // namespace

Step target_step(const IndicatorTold& told) {
  const model::Indicator& indicator = told.indicator();
  std::string target = target_text(told.figures, told.words);
  if (indicator.commitment) {
    target +=
        told.say("text.in_brackets", {model::label(told.words.language(), *indicator.commitment)});
  }
  Step step{"target", told.word("explain.step.target"), target};
  if (indicator.quote) step.because.push_back(told.say("explain.quote", {*indicator.quote}));
  if (told.down()) step.because.push_back(told.word("explain.lower_is_better"));
  step.because.push_back(baseline(told));
  for (std::string& sentence : changes(told)) step.because.push_back(std::move(sentence));
  if (indicator.part_of && !told.figures.has_weight()) {
    step.because.push_back(told.say("explain.part_of", {*indicator.part_of}));
  } else if (!told.figures.has_weight()) {
    step.because.push_back(told.word("explain.no_weight"));
  }
  return step;
}

Step due_step(const IndicatorTold& told) {
  Step step{"due", told.word("explain.step.due"),
            told.figures.due ? base::iso(*told.figures.due) : query::absent};
  step.because.push_back(told.word(told.indicator().due ? "explain.due_own" : "explain.due_plan"));
  const std::string field = measure::field_of(told.indicator(), "due");
  for (std::string& sentence :
       change_sentences(told.task, field, told.clocks.as_of, told.words, shown_date)) {
    step.because.push_back(std::move(sentence));
  }
  return step;
}

}  // namespace taizhang::report
