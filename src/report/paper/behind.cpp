// SPDX-License-Identifier: MIT
#include "report/paper/behind.h"

#include <algorithm>
#include <span>

#include "report/explain/parts.h"

namespace taizhang::report {

namespace {

/// Rules whose sentence says no more than the gap beside it.
constexpr std::string_view told_by_gap[] = {"light.by_ratio", "light.by_points"};
/// Those beside which the words of the unit say enough: the gap has the days, or the forecast what
/// is lacking.
constexpr std::string_view told_in_row[] = {"light.by_ratio", "light.by_points",
                                            "light.milestone_overdue", "light.forecast_short"};
/// Those that bring somebody's reason with them.
constexpr std::string_view with_reason[] = {"light.set_by_hand", "light.critical_issue"};

bool is_one_of(std::span<const std::string_view> rules, const facts::Step& step) {
  return std::ranges::find(rules, step.rule) != rules.end();
}

/// The newest progress entry of a task; nothing where there is none.
std::optional<Row> newest_entry(const Row& task) {
  std::optional<Row> newest;
  for (const Row& row : facts::rows_in(task, Kind::progress)) {
    if (!newest || text_of(row, "date") >= text_of(*newest, "date")) newest = row;
  }
  return newest;
}

/// The measures that give a task its light: those that have a weight.
std::vector<Row> measures_of(const Row& task) {
  std::vector<Row> all;
  for (const Kind kind : {Kind::indicators, Kind::milestones}) {
    std::ranges::copy_if(facts::rows_in(task, kind), std::back_inserter(all),
                         [](const Row& row) { return text_of(row, "weight") != "0"; });
  }
  return all;
}

/// Whether a step is why the light is what it is: it is the first, made another of it, or is a
/// person's word.
bool decides(const facts::Step& step) {
  const Value* before = step.operand("before");
  return !before || step.rule == "light.set_by_hand" ||
         query::plain(*before) != query::plain(step.value);
}

/// Whether less of it is better: 降至, 不超过, a place. What there is of it nobody has 完成.
bool is_less_better(const Row& measure) {
  if (measure.kind != Kind::indicators) return false;
  const std::string qualifier = text_of(measure, "qualifier");
  return text_of(measure, "direction") == "down" || qualifier == "at_most" || qualifier == "below";
}

bool is_below_zero(const Value& value) {
  const auto* number = value.as<document::Number>();
  return number && number->value < 0;
}

}  // namespace

Value lacking(const Value& gap) {
  if (!is_below_zero(gap)) return gap;
  const Value positive = query::difference(query::sum({}), gap, false);
  document::Number number = *gap.as<document::Number>();
  number.value = positive.as<document::Number>()->value;
  return Value(number).from(*positive.origin());
}

Value newest_progress(const Row& task, std::string_view field) {
  const std::optional<Row> newest = newest_entry(task);
  return newest ? query::field(*newest, field) : Value();
}

bool is_missed(const Row& measure) {
  if (measure.kind != Kind::indicators) return false;
  if (text_of(measure, "broken") == "true") return true;
  const Value left = facts::value(measure, "days_left");
  return !left.is_absent() && *left.as<long long>() <= 0 && text_of(measure, "light") == "red" &&
         text_of(measure, "pending_final") != "true";
}

const Behind::Found& Behind::found(const Row& task) {
  const std::string address = facts::address(task);
  const auto [at, is_new] = found_.emplace(address, Found{});
  Found& found = at->second;
  if (!is_new) return found;
  std::string measure;
  found.steps = facts::trace_of_figure(task, "light");
  for (const facts::Step& step : found.steps) {
    if (step.id != address || !decides(step)) continue;
    if (const Value* of = step.operand("measure")) {
      measure = address + "/" + document::text(*of, base::Language::en);
      found.decided_above = false;
    } else {
      found.step = step;
      found.decided_above = true;
    }
  }
  const std::vector<Row> all = measures_of(task);
  const auto named = std::ranges::find(all, measure, facts::address);
  if (named == all.end()) return found;
  found.measure = *named;
  for (const Row& row : all) {
    if (facts::address(row) != facts::address(*found.measure)) found.others.push_back(row);
  }
  find_step(found);
  return found;
}

void Behind::find_step(Found& found) {
  if (found.decided_above) return;
  const std::string measure = facts::address(*found.measure);
  for (const facts::Step& step : found.steps) {
    // That it is strived for makes yellow of what was red, and is no reason for that.
    const bool is_reason = !found.step || step.rule != "light.strive";
    if (step.id == measure && decides(step) && is_reason) {
      found.step = step;
    }
  }
}

std::vector<Row> Behind::all_behind(const Row& task) {
  const Found& of = found(task);
  std::vector<Row> all;
  if (!of.measure) return all;
  for (const char* light : {"red", "yellow"}) {
    const auto add = [&](const Row& row) {
      if (text_of(row, "light") == light) all.push_back(row);
    };
    add(*of.measure);
    std::ranges::for_each(of.others, add);
  }
  return all;
}

void Behind::speak_of(const Row& task, const Row& measure) {
  found(task);
  Found& of = found_.at(facts::address(task));
  of.measure = measure;
  of.others.clear();
  of.step.reset();
  of.decided_above = false;
  find_step(of);
}

Value Behind::others(const Row& task) {
  document::List parts;
  const auto add = [&](const char* light, words::Key<1> key) {
    std::vector<Row> some;
    std::ranges::copy_if(found(task).others, std::back_inserter(some),
                         [&](const Row& row) { return text_of(row, "light") == light; });
    if (!some.empty()) parts.items.push_back(say(asked_, key, one_by_one(some)));
  };
  add("red", keys::paper_others_red);
  add("yellow", keys::paper_others_yellow);
  return parts.items.empty() ? Value() : say(asked_, keys::paper_others, std::move(parts));
}

Value Behind::promise_of(const Row& measure) const {
  const Value name = facts::value(measure, "name");
  return measure.kind == Kind::indicators
             ? say(asked_, keys::paper_promise, name, query::field(measure, "promise"))
             : say(asked_, keys::paper_by_day, name, query::field(measure, "due"));
}

Value Behind::promise(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure) return {};
  Value promise = promise_of(*measure);
  Value others = this->others(task);
  if (others.is_absent()) return promise;
  return say(asked_, keys::paper_with_others, std::move(promise), std::move(others));
}

Value Behind::done(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure) return with_remark(facts::value(task, "verdict"), asked_.words[keys::paper_own]);
  return done_of(*measure);
}

Value Behind::done_of(const Row& measure) const {
  if (measure.kind == Kind::milestones) {
    Value done = query::field(measure, "done");
    return done.is_absent() ? Value(asked_.words[keys::paper_not_done]) : done;
  }
  Value value = query::field(measure, "value");
  if (value.is_absent()) return without_value(measure);
  Value completion = query::field(measure, "completion");
  if (!is_less_better(measure)) return with_remark(std::move(value), std::move(completion));
  Value rate =
      completion.is_absent() ? Value() : say(asked_, keys::paper_rate_is, std::move(completion));
  const bool is_now = measure.world->clocks().as_of == asked_.clocks.as_of;
  return with_remark(
      say(asked_, is_now ? keys::paper_stands_at : keys::paper_stood_at, std::move(value)),
      std::move(rate));
}

Value Behind::done_told(const Row& measure) const {
  return is_less_better(measure) ? done_of(measure)
                                 : say(asked_, keys::paper_done_is, done_of(measure));
}

Value Behind::without_value(const Row& measure) const {
  Value partial = query::field(measure, "partial");
  if (!partial.is_absent()) {
    return say(asked_, keys::paper_units_partial, query::field(measure, "known_units"),
               std::move(partial));
  }
  Value mean = query::field(measure, "completion");
  if (!mean.is_absent()) return say(asked_, keys::paper_units_mean, std::move(mean));
  // Places, and ceilings before they are due, have no completion.
  if (!query::field(measure, "reading").is_absent()) {
    return say(asked_, keys::paper_units_known, query::field(measure, "known_units"));
  }
  const bool is_public = text_of(facts::ancestor(measure, Kind::plans), "reporting") == "public";
  return asked_.words[is_public ? keys::paper_not_recorded : keys::paper_not_reported];
}

Value Behind::expected(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure || measure->kind == Kind::milestones) return {};
  return query::field(*measure, "expected");
}

Value Behind::gap(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure) return {};
  if (measure->kind == Kind::indicators) return query::field(*measure, "gap");
  if (text_of(*measure, "overdue") != "true") return {};
  return say(asked_, keys::paper_days_over, days_over(*measure));
}

Value Behind::why(const Row& task) {
  const Found& of = found(task);
  if (has_no_reason(task)) return asked_.words[keys::paper_no_reason];
  Value problems = newest_progress(task, "problems");
  if (of.step && is_one_of(with_reason, *of.step)) problems = {};
  // A task whose step is not known has words, else it had no reason.
  if (!of.step || (!problems.is_absent() && is_one_of(told_in_row, *of.step))) return problems;
  Value rule = told_beside(asked_, of.measure && !of.decided_above ? *of.measure : task, *of.step);
  if (problems.is_absent()) return rule;
  return say(asked_, keys::paper_rule_and_words, std::move(rule), std::move(problems));
}

Value Behind::why_in_brief(const Row& task) {
  const Found& of = found(task);
  Value problems = newest_progress(task, "problems");
  const bool is_told = problems.is_absent() || (of.step && is_one_of(with_reason, *of.step));
  return is_told ? why(task) : problems;
}

bool Behind::has_no_reason(const Row& task) {
  const Found& of = found(task);
  const bool says_more = of.step && !is_one_of(told_by_gap, *of.step);
  return !says_more && newest_progress(task, "problems").is_absent();
}

Value Behind::set_by_hand(const Row& task) {
  const Found& of = found(task);
  if (!of.step || of.step->rule != "light.set_by_hand") return {};
  const auto operand = [&](std::string_view name) {
    const Value* value = of.step->operand(name);
    return value ? *value : Value();
  };
  Value why = operand("reason").is_absent() ? operand("by")
              : operand("by").is_absent()
                  ? operand("reason")
                  : say(asked_, keys::paper_by_hand_why, operand("reason"), operand("by"));
  const Value until = operand("until");
  return until.is_absent() ? why : say(asked_, keys::paper_by_hand_until, std::move(why), until);
}

Value Behind::rule(const Row& task) {
  const Found& of = found(task);
  if (!of.step) return {};
  if (!of.measure || of.decided_above) return told_beside(asked_, task, *of.step);
  return say(asked_, keys::paper_measure_rule, facts::value(*of.measure, "name"),
             told_beside(asked_, *of.measure, *of.step));
}

Value Behind::gap_in_row(const Row& task) {
  const auto& measure = found(task).measure;
  Value gap = this->gap(task);
  if (!measure || measure->kind != Kind::indicators) return gap;
  const Value stale = facts::value(*measure, "stale");
  const bool is_old = !stale.is_absent() && *stale.as<long long>() > 0;
  if (!is_old || !gap.as<document::Number>()) return gap;
  return document::Phrase{.text = {"{0}（截至 {1}）", "{0} (as of {1})"},
                          .arguments = {std::move(gap), facts::value(*measure, "data_date")},
                          .is_remark = true};
}

Value Behind::forecast(const Row& task) {
  const auto& measure = found(task).measure;
  if (measure && measure->kind == Kind::indicators) {
    Value value = query::field(*measure, "forecast.value");
    const Value left = facts::value(*measure, "days_left");
    const bool is_over = !left.is_absent() && *left.as<long long>() < 0;
    if (value.is_absent() || is_over) return {};
    if (query::plain(query::field(*measure, "forecast.will_meet")) == "true") {
      // A line that is carried on passes through zero, where there is nothing left to do.
      return is_below_zero(value) ? Value(asked_.words[keys::paper_will_meet_all])
                                  : say(asked_, keys::paper_will_meet, value);
    }
    const Value gap = query::field(*measure, "forecast.gap");
    if (gap.is_absent()) return value;
    const bool is_more = is_below_zero(query::difference(query::field(*measure, "target"), value));
    return say(asked_, is_more ? keys::paper_goes_over : keys::paper_falls_short, value,
               lacking(gap));
  }
  const Value day = newest_progress(task, "expect_done");
  return day.is_absent() ? Value() : say(asked_, keys::paper_expects, day);
}

Value Behind::next(const Row& task) const { return newest_progress(task, "next"); }

document::Table Behind::table_by_measure(std::string id, const std::vector<Row>& tasks,
                                         std::vector<Shown> columns) {
  const auto light = std::ranges::find(columns, "light", &Shown::field);
  if (light != columns.end()) {
    light->get = [this](const Row& task) {
      const auto& measure = found(task).measure;
      const Row& lit = measure && !is_decided_above(task) ? *measure : task;
      return facts::find_field(lit.kind, "light")->shown(lit);
    };
  }
  document::Table table = table_of(asked_, std::move(id), Kind::tasks, {}, columns);
  for (const Row& task : tasks) {
    const auto add = [&] {
      std::ranges::move(table_of(asked_, table.id, Kind::tasks, {task}, columns).rows,
                        std::back_inserter(table.rows));
    };
    const Found whole = found(task);
    const std::vector<Row> measures = all_behind(task);
    if (measures.empty() || whole.decided_above) add();
    for (const Row& measure : measures) {
      speak_of(task, measure);
      add();
    }
    found_.at(facts::address(task)) = whole;
  }
  return table;
}

Value Behind::why_of(const Row& measure) {
  const Row task = facts::ancestor(measure, Kind::tasks);
  const Found whole = found(task);
  speak_of(task, measure);
  Value reason = why(task);
  found_.at(facts::address(task)) = whole;
  return reason;
}

Value Behind::ratio(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure || measure->kind == Kind::milestones) return {};
  return query::field(*measure, "ratio");
}

std::vector<Shown> Behind::columns() {
  return {{"light"},
          {"promise", &keys::paper_promised, [this](const Row& row) { return promise(row); }},
          {"done", &keys::paper_done, [this](const Row& row) { return done(row); }},
          {"gap", &keys::paper_gap, [this](const Row& row) { return gap_in_row(row); }},
          {"why", &keys::paper_why, [this](const Row& row) { return why(row); }},
          {"forecast", &keys::paper_forecast, [this](const Row& row) { return forecast(row); }}};
}

}  // namespace taizhang::report
