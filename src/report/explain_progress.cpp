// SPDX-License-Identifier: MIT
#include "measure/completion.h"
#include "measure/limits.h"
#include "query/task_table.h"
#include "report/explain_parts.h"
#include "report/phrases.h"

namespace taizhang::report {

using base::Ratio;
using measure::Terms;
using model::Kind;
using model::Qualifier;

namespace {

Ratio newest_value(const IndicatorTold& told) {
  return base::to_ratio(told.figures.newest()->value);
}

/// v/T as a sum, T/v where lower is better; `result` is what it makes.
std::string share_sum(const IndicatorTold& told, const Ratio& target, const std::string& result) {
  const Ratio value = newest_value(told);
  const bool turned = told.down() && target >= 0;
  if (turned && value <= 0) return told.say("explain.share_at_zero", {plain(value), result});
  const Ratio& above = turned ? target : value;
  const Ratio& below = turned ? value : target;
  return told.say("explain.share", {operand(above), operand(below), result});
}

/// (v−b)/(to−b) as a sum.
std::string way_sum(const IndicatorTold& told, const Ratio& base, const Ratio& to,
                    const std::string& result) {
  return way(newest_value(told), base) + " ÷ " + way(to, base) + " = " + result;
}

/// Whether a completion is a share of the target (domain.md §4, table of kinds).
bool is_share(const IndicatorTold& told, const Ratio& target, const std::optional<Ratio>& base) {
  const model::Indicator& indicator = told.indicator();
  const Kind kind = indicator.kind.value_or(Kind::cumulative);
  return kind == Kind::growth || !base ||
         (kind == Kind::ratio && measure::is_hold(indicator, target));
}

std::string completion_sum(const IndicatorTold& told) {
  const model::Indicator& indicator = told.indicator();
  if (!told.figures.target) return told.word("explain.no_target");
  const Ratio target = base::to_ratio(*told.figures.target);
  std::optional<Ratio> base;
  if (indicator.baseline) base = base::to_ratio(*indicator.baseline);
  if (!base && indicator.kind && *indicator.kind == Kind::cumulative) base = Ratio(0);
  const std::string result = query::percent_text(told.figures.completion);
  if (indicator.kind && *indicator.kind == Kind::growth && told.figures.met) {
    return told.word("explain.growth_met");
  }
  if (is_share(told, target, base)) {
    return told.figures.completion ? share_sum(told, target, result)
                                   : told.word("explain.no_share");
  }
  if (target == *base) {
    return told.word(told.figures.met ? "explain.no_way_met" : "explain.no_way");
  }
  return way_sum(told, *base, target, result);
}

std::string ratio_sum(const IndicatorTold& told, const Terms& terms) {
  const auto& ratio = told.figures.ratio;
  const auto& used = told.figures.expected.used;
  if (terms.hold()) {
    return ratio ? share_sum(told, terms.target, ratio_text(*ratio))
                 : told.word("explain.no_share");
  }
  if (!ratio) return told.word("explain.nothing_expected");
  if (terms.down && !terms.baseline) return share_sum(told, *used, ratio_text(*ratio));
  return way_sum(told, terms.base(), *used, ratio_text(*ratio));
}

std::string points_sum(const IndicatorTold& told, const Terms& terms) {
  const Ratio& points = *told.figures.points;
  const std::string result = base::rounded(points, 2);
  const bool by_ratio = terms.hold() || (terms.down && !terms.baseline);
  if (by_ratio || terms.target == terms.base()) {
    return told.say("explain.points_of_ratio", {ratio_text(*told.figures.ratio), result});
  }
  return told.say("explain.points", {way(newest_value(told), *told.figures.expected.used),
                                     way(terms.target, terms.base()), result});
}

/// What the qualifier asks of the value.
std::vector<std::string> demand(const IndicatorTold& told, const Ratio& target) {
  const measure::AboutLimits& about = told.limits.about;
  const Qualifier qualifier = told.indicator().qualifier.value_or(Qualifier::at_least);
  const bool down = told.down();
  if (qualifier == Qualifier::about) {
    const measure::Gauge gauge{told.indicator(), about, down, told.figures.whole};
    const Ratio allowed = target - measure::about_floor(gauge, target);
    return {told.say("explain.about_rule",
                     {plain(about.percent_below), std::to_string(about.smallest_count),
                      plain(about.points_below)}),
            told.say(down ? "explain.meets.about_down" : "explain.meets.about",
                     {told.with_unit(down ? Ratio(target + allowed) : Ratio(target - allowed))})};
  }
  const std::string bound = told.with_unit(target);
  if (qualifier == Qualifier::exceed) {
    return {told.say(down ? "explain.meets.exceed_down" : "explain.meets.exceed", {bound})};
  }
  if (down) return {told.say("explain.meets.at_least_down", {bound})};
  return {
      told.say(qualifier == Qualifier::exactly ? "explain.meets.exactly" : "explain.meets.at_least",
               {bound})};
}

}  // namespace

Step completion_step(const IndicatorTold& told) {
  const auto& completion = told.figures.completion;
  Step step{"completion", told.word("explain.step.completion"), query::percent_text(completion)};
  step.because.push_back(completion_sum(told));
  const bool growth = told.indicator().kind && *told.indicator().kind == Kind::growth;
  if (growth && told.figures.target && !told.figures.met) {
    const Ratio gap = base::to_ratio(*told.figures.target) - newest_value(told);
    step.because.push_back(told.say("explain.growth_gap", {plain(abs(gap))}));
  }
  if (completion && base::clamped(*completion) != *completion) {
    step.because.push_back(
        told.say("explain.capped", {query::percent_text(base::clamped(*completion))}));
  }
  return step;
}

Step ratio_step(const IndicatorTold& told) {
  const Terms& terms = *told.figures.terms;
  const auto& ratio = told.figures.ratio;
  Step step{"ratio", told.word("explain.step.ratio"),
            ratio ? ratio_text(*ratio) : std::string(query::absent)};
  step.because.push_back(told.say("explain.as_of_data", {base::iso(told.figures.newest()->date)}));
  step.because.push_back(ratio_sum(told, terms));
  const auto& rule = told.plan.rules.light.rule;
  if (told.figures.points && rule && *rule == model::LightRule::points) {
    step.because.push_back(points_sum(told, terms));
  }
  return step;
}

Step met_step(const IndicatorTold& told) {
  Step step{"met", told.word("explain.step.met"),
            told.word(told.figures.met ? "text.met" : "text.not_met")};
  if (!told.figures.target) return step;
  const Ratio target = base::to_ratio(*told.figures.target);
  step.because = demand(told, target);
  step.because.push_back(told.say("explain.value_against_target",
                                  {told.with_unit(newest_value(told)), told.with_unit(target)}));
  if (told.figures.borderline) step.because.push_back(told.word("explain.borderline"));
  return step;
}

}  // namespace taizhang::report
