// SPDX-License-Identifier: MIT
#include "report/paper/behind.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "facts/events.h"
#include "facts/readings.h"
#include "report/explain/parts.h"
#include "report/paper/records.h"

namespace taizhang::report {

namespace {

/// Rules whose sentence says no more than the gap beside it.
constexpr std::string_view told_by_gap[] = {"light.by_ratio", "light.by_points"};
/// Those beside which the words of the unit say enough: the gap has the days, or the forecast what
/// is lacking.
constexpr std::string_view told_in_row[] = {"light.by_ratio", "light.by_points",
                                            "light.milestone_overdue", "light.forecast_short"};
/// So many units that are behind are named.
constexpr std::size_t most_units = 3;
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
  if (measure.kind == Kind::milestones) return false;
  const std::string qualifier = text_of(measure, "qualifier");
  return text_of(measure, "direction") == "down" || qualifier == "at_most" || qualifier == "below";
}

bool is_below_zero(const Value& value) {
  const auto* number = value.as<document::Number>();
  return number && number->value < 0;
}

/// Whether its data is older than it should be.
bool is_stale(const Row& measure) {
  if (measure.kind == Kind::milestones) return false;
  const Value stale = facts::value(measure, "stale");
  return !stale.is_absent() && *stale.as<long long>() > 0;
}

/// How far the value is from the target, in its unit of measure; absent where there is no such
/// amount: the gap stands for what is compared, and for a place.
Value amount_short(const Row& measure) {
  const Value gap = query::field(measure, "gap");
  const Value target = query::field(measure, "target");
  if (target.is_absent() || text_of(measure, "gap_unit") == "places") return lacking(gap);
  const Value value = query::field(measure, "value");
  const bool is_less = is_less_better(measure);
  Value apart = query::difference(is_less ? value : target, is_less ? target : value, false);
  const auto* number = apart.as<document::Number>();
  const auto* of = value.as<document::Number>();
  if (!number || !of) return {};
  document::Number amount = *number;
  amount.unit = of->unit;
  // Two rates are apart by points.
  if (of->unit == "%") amount = {amount.value, document::Form::points};
  return Value(amount).from(*apart.origin());
}

/// An amount by which a promise is not kept: of what stands just at the target, where 突破 and 低于
/// ask for more than that, one more of what is counted whole.
Value or_one_more(const Asked& asked, const Row& measure, Value amount) {
  const auto* number = amount.as<document::Number>();
  if (!number || number->value != 0) return amount;
  const Row& of =
      measure.kind == Kind::shares ? facts::ancestor(measure, Kind::indicators) : measure;
  if (text_of(of, "integer") != "true") return asked.words[keys::paper_just_equal];
  return say(asked, keys::paper_one_more, number->unit);
}

/// What was sent of a measure whose newest value is what an inspection found in place of that, and
/// why it does not hold; absent of others.
Value verified_below(const Asked& asked, const Row& measure) {
  if (measure.kind == Kind::milestones) return {};
  const Value date = query::field(measure, "data_date");
  if (date.is_absent()) return {};
  const std::string unit = measure.kind == Kind::shares ? text_of(measure, "unit") : std::string();
  std::optional<Row> newest;
  for (const Row& row :
       facts::rows_in(facts::ancestor(measure, Kind::indicators), Kind::readings)) {
    if (text_of(row, "verified") != "true" || text_of(row, "counts") != "true") continue;
    if (text_of(row, "date") == query::plain(date)) newest = row;
  }
  const std::optional<Row> inspection = newest ? facts::found_by(*newest) : std::nullopt;
  if (!inspection) return {};
  Value sent = facts::sent(*newest);
  if (const auto* units = sent.as<document::Record>(); units && !unit.empty()) {
    const Value* own = units->find(unit);
    if (!own) return {};
    sent = *own;
  }
  const Value finding = query::field(*inspection, "finding");
  Value verified = say(asked, keys::weekly_verified, std::move(sent));
  return finding.is_absent()
             ? verified
             : say(asked, keys::paper_verified_why, std::move(verified), without_stop(finding));
}

/// How far behind a task is: 0 by figures, 1 by what has none, 2 not at all, then ratio and gap.
using Lag = std::tuple<int, base::Ratio, base::Ratio>;

Lag lag_of(const Row& task) {
  const std::string light = text_of(task, "light");
  const auto number = [](const Row& row, std::string_view field) {
    const Value value = query::field(row, field);
    const auto* amount = value.as<document::Number>();
    return amount ? std::optional(amount->value) : std::nullopt;
  };
  std::optional<Lag> furthest;
  for (const Row& measure : measures_of(task)) {
    if (measure.kind != Kind::indicators || text_of(measure, "light") != light) continue;
    const std::optional<base::Ratio> gap = number(measure, "gap");
    if (!gap) continue;
    const base::Ratio ratio = number(measure, "ratio").value_or(base::Ratio(1));
    const Lag lag{*gap < 0 ? 0 : 2, ratio, *gap};
    if (!furthest || lag < *furthest) furthest = lag;
  }
  return furthest.value_or(Lag{1, {}, {}});
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

Value without_stop(Value words) {
  const auto* text = words.as<std::string>();
  for (const std::string_view stop : {"。", "."}) {
    if (!text || !text->ends_with(stop)) continue;
    Value shorter(text->substr(0, text->size() - stop.size()));
    return words.origin() ? std::move(shorter).from(*words.origin()) : shorter;
  }
  return words;
}

bool is_missed(const Row& measure) {
  if (measure.kind != Kind::indicators) return false;
  if (text_of(measure, "broken") == "true") return true;
  const Value left = facts::value(measure, "days_left");
  return !left.is_absent() && *left.as<long long>() <= 0 && text_of(measure, "light") == "red" &&
         text_of(measure, "pending_final") != "true";
}

std::vector<Row> furthest_behind_first(std::vector<Row> tasks) {
  std::vector<std::pair<Lag, Row>> all;
  all.reserve(tasks.size());
  for (Row& task : tasks) {
    const Lag lag = lag_of(task);
    all.emplace_back(lag, std::move(task));
  }
  std::ranges::stable_sort(all, {}, &std::pair<Lag, Row>::first);
  tasks.clear();
  for (auto& [lag, task] : all) tasks.push_back(std::move(task));
  return tasks;
}

std::vector<Row> red_then_yellow(const std::vector<Row>& rows) {
  std::vector<Row> all;
  for (const char* light : {"red", "yellow"}) {
    std::ranges::copy_if(rows, std::back_inserter(all),
                         [&](const Row& row) { return text_of(row, "light") == light; });
  }
  return all;
}

Value value_or_part(const Asked& asked, const Row& indicator) {
  Value value = query::field(indicator, "value");
  if (!value.is_absent()) return value;
  Value partial = query::field(indicator, "partial");
  if (partial.is_absent()) return value;
  return say(asked, keys::paper_units_partial, query::field(indicator, "known_units"),
             std::move(partial));
}

Value promises_changed(const Asked& asked, const Row& event) {
  const auto before = facts::event_before(event);
  if (!before) return {};
  // From good to bad, as a task takes the worst of its measures.
  constexpr std::string_view worse[] = {"blue", "green", "grey", "yellow", "red"};
  const auto rank = [&](const Row& row) {
    return std::ranges::find(worse, text_of(row, "light")) - std::begin(worse);
  };
  const Row subject = facts::event_subject(event);
  const bool is_better = rank(subject) < rank(*before);
  const Row task = facts::ancestor(event, Kind::tasks);
  const std::vector<Row> events = facts::rows_in(task, Kind::events);
  // The measures whose lights went the same way: not out of silence or into it, nor a milestone
  // that was done, for which nothing that was promised made a difference.
  std::vector<Row> turned;
  for (const Row& one : events) {
    const auto was = facts::event_before(one);
    if (text_of(one, "event") != "light" || !was) continue;
    const Row of = facts::event_subject(one);
    if (of.kind == Kind::tasks || text_of(of, "light") == "grey" ||
        text_of(*was, "light") == "grey")
      continue;
    if (of.kind == Kind::milestones && !facts::value(of, "done").is_absent()) continue;
    const bool is_its = subject.kind == Kind::tasks ||
                        (facts::address(of) + "/").starts_with(facts::address(subject) + "/");
    const bool same_way = is_better ? rank(of) < rank(*was) : rank(of) > rank(*was);
    if (is_its && same_way) turned.push_back(of);
  }
  document::List changed;
  for (const Row& one : events) {
    if (turned.empty() || text_of(one, "event") != "change") continue;
    const Row change = facts::event_subject(one);
    const std::string field = text_of(change, "field");
    const std::vector<std::string_view> steps = base::split(field, '.');
    const bool is_of_measure = steps.size() > 2;
    const auto is_its = [&](const Row& measure) {
      if (!is_of_measure) {
        return field == "due" && measure.kind == Kind::indicators &&
               text_of(measure, "due_apart") != "true";
      }
      const std::string of = facts::address(task) + "/" + std::string(steps[1]) + "/";
      return (facts::address(measure) + "/").starts_with(of);
    };
    // How a course was changed does not say which way.
    const bool is_loosening = text_of(change, "loosening") == "true";
    const bool has_way = is_loosening || steps.back() != "trajectory";
    if (std::ranges::none_of(turned, is_its) || (has_way && is_loosening != is_better)) continue;
    changed.items.push_back(say(asked, keys::paper_promise_changed, query::field(change, "what"),
                                query::field(change, "from"), query::field(change, "to")));
  }
  return changed.items.empty() ? Value() : Value(std::move(changed));
}

Value with_promises_changed(const Asked& asked, Value rule, const Row& event) {
  Value changed = promises_changed(asked, event);
  if (changed.is_absent()) return rule;
  if (rule.is_absent()) return changed;
  return say(asked, keys::paper_rule_and_changes, std::move(rule), std::move(changed));
}

bool has_window(const Row& measure) { return text_of(measure, "window") != document::absent_sign; }

bool is_past_due(const Row& measure) {
  const Value left = facts::value(measure, "days_left");
  return !left.is_absent() && *left.as<long long>() < 0;
}

Value short_of_promise(const Asked& asked, const Row& measure) {
  const std::vector<Row> units =
      measure.kind == Kind::indicators && text_of(measure, "aggregate") == "each"
          ? facts::rows_in(measure, Kind::shares)
          : std::vector<Row>();
  document::List of_units;
  for (const Row& unit : units) {
    if (text_of(unit, "met") == "true") continue;
    Value lacks = short_of_promise(asked, unit);
    if (lacks.is_absent()) lacks = asked.words[keys::paper_not_reported];
    of_units.items.push_back(
        say(asked, keys::paper_unit_short, facts::value(unit, "unit"), std::move(lacks)));
  }
  if (!of_units.items.empty()) return of_units;
  if (has_window(measure) && units.empty()) {
    return facts::find_field(measure.kind, "gap")->shown(measure);
  }
  if (text_of(measure, "met") == "true") return asked.words[keys::paper_no_final];
  if (query::field(measure, "value").is_absent()) return {};
  return or_one_more(asked, measure, amount_short(measure));
}

Value short_at_end(const Asked& asked, const Row& measure) {
  // Of a window how many months were missed: those make it short, whatever the last month is.
  if (has_window(measure)) return facts::find_field(measure.kind, "gap")->shown(measure);
  return or_one_more(asked, measure, lacking(query::field(measure, "forecast.gap")));
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
  if (!of.measure) return {};
  std::vector<Row> all{*of.measure};
  std::ranges::copy(of.others, std::back_inserter(all));
  return red_then_yellow(all);
}

std::vector<Row> Behind::all_behind(const Row& task, const Row& duty) const {
  const bool leads = text_of(duty, "role") == "lead";
  std::vector<Row> own;
  for (const Row& measure : measures_of(task)) {
    const std::vector<Row> shares = measure.kind == Kind::indicators
                                        ? facts::rows_in(measure, Kind::shares)
                                        : std::vector<Row>();
    const auto share = std::ranges::find_if(
        shares, [&](const Row& one) { return text_of(one, "unit") == text_of(duty, "unit"); });
    if (share != shares.end()) {
      own.push_back(*share);
    } else if (leads) {
      own.push_back(measure);
    }
  }
  return red_then_yellow(own);
}

bool Behind::is_for_issue(const Row& task) {
  const auto& step = found(task).step;
  return step && step->rule == "light.critical_issue";
}

bool Behind::is_for_data(const Row& task) {
  constexpr std::string_view for_data[] = {"light.stale", "light.very_stale",
                                           "light.overdue_unreported"};
  const auto& step = found(task).step;
  return step && is_one_of(for_data, *step);
}

bool Behind::is_for_data_of(const Row& measure) {
  const Row task = facts::ancestor(measure, Kind::tasks);
  const Found whole = found(task);
  speak_of(task, measure);
  const bool is_so = is_for_data(task);
  found_.at(facts::address(task)) = whole;
  return is_so;
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
  return measure.kind == Kind::milestones
             ? say(asked_, keys::paper_by_day, name, query::field(measure, "due"))
             : say(asked_, keys::paper_promise, name, query::field(measure, "promise"));
}

bool Behind::is_of_milestones(const Row& task) {
  const Found& of = found(task);
  return of.decided_above && of.measure && of.measure->kind == Kind::milestones &&
         !facts::value(*of.measure, "done").is_absent();
}

Value Behind::promise(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure) return {};
  Value promise = promise_of(*measure);
  if (is_of_milestones(task)) {
    const std::vector<Row> all = facts::rows_in(task, Kind::milestones);
    const auto last = std::ranges::max_element(
        all, {}, [](const Row& milestone) { return text_of(milestone, "due"); });
    promise = promise_of(*last);
    if (all.size() > 1) {
      promise = say(asked_, keys::paper_milestones_with, std::move(promise), one_by_one(all));
    }
  }
  Value others = this->others(task);
  if (others.is_absent()) return promise;
  return say(asked_, keys::paper_with_others, std::move(promise), std::move(others));
}

Value Behind::done(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure) return with_remark(facts::value(task, "verdict"), asked_.words[keys::paper_own]);
  if (is_of_milestones(task)) {
    const Rows all =
        Rows(*task.world, Kind::milestones).where({{"parent", Test::equals, facts::address(task)}});
    return say(asked_, keys::ledger_milestones, all.where({{"done", Test::exists}}).count(),
               all.count());
  }
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
  // A unit has only its own, and not what its indicator is told by.
  if (measure.kind == Kind::indicators) {
    Value partial = value_or_part(asked_, measure);
    if (!partial.is_absent()) return partial;
    Value mean = query::field(measure, "completion");
    if (!mean.is_absent()) return say(asked_, keys::paper_units_mean, std::move(mean));
    // Places, and ceilings before they are due, have no completion.
    if (!query::field(measure, "reading").is_absent()) {
      return say(asked_, keys::paper_units_known, query::field(measure, "known_units"));
    }
  }
  return asked_.words[is_public(measure) ? keys::paper_not_recorded : keys::paper_not_reported];
}

Value Behind::expected(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure || measure->kind == Kind::milestones) return {};
  return query::field(*measure, "expected");
}

Value Behind::gap(const Row& task) {
  const auto& measure = found(task).measure;
  if (!measure) return {};
  if (measure->kind != Kind::milestones) return query::field(*measure, "gap");
  if (text_of(*measure, "overdue") != "true") return {};
  return say(asked_, keys::paper_days_over, days_over(*measure));
}

Value Behind::inspected(const Row& task) {
  const Found& of = found(task);
  return of.measure && !of.decided_above ? verified_below(asked_, *of.measure) : Value();
}

Value Behind::why(const Row& task) {
  Value verified = inspected(task);
  if (verified.is_absent()) {
    if (!is_told_by_gap_alone(task)) return rule_and_words(task);
    Value none = asked_.words[keys::paper_no_reason];
    Value units = units_behind(task);
    return units.is_absent()
               ? none
               : say(asked_, keys::paper_units_and_reason, std::move(units), std::move(none));
  }
  if (is_told_by_gap_alone(task)) return verified;
  const Found& of = found(task);
  Value problems = newest_progress(task, "problems");
  if (!problems.is_absent() && of.step && is_one_of(told_in_row, *of.step)) {
    return say(asked_, keys::paper_rule_and_words, std::move(verified),
               without_stop(std::move(problems)));
  }
  Value more = rule_and_words(task);
  return more.is_absent()
             ? verified
             : say(asked_, keys::paper_rule_and_changes, std::move(verified), std::move(more));
}

Value Behind::rule_and_words(const Row& task) {
  const Found& of = found(task);
  Value units = units_behind(task);
  Value problems = newest_progress(task, "problems");
  if (!units.is_absent() && !problems.is_absent()) {
    return say(asked_, keys::paper_rule_and_words, std::move(units),
               without_stop(std::move(problems)));
  }
  if (of.step && is_one_of(with_reason, *of.step)) problems = {};
  // A task whose step is not known has words, else it had no reason.
  if (!of.step && of.measure && is_stale(*of.measure)) {
    const Value date = query::field(*of.measure, "data_date");
    Value silence = date.is_absent() ? Value(asked_.words[keys::paper_never_sent])
                                     : say(asked_, keys::paper_stale, date);
    return problems.is_absent() ? silence
                                : say(asked_, keys::paper_rule_and_words, std::move(silence),
                                      without_stop(std::move(problems)));
  }
  if (!of.step || (!problems.is_absent() && is_one_of(told_in_row, *of.step))) return problems;
  Value rule = rule_of(of, task);
  if (problems.is_absent()) return rule;
  return say(asked_, keys::paper_rule_and_words, std::move(rule),
             without_stop(std::move(problems)));
}

Value Behind::units_behind(const Row& task) {
  const Found& of = found(task);
  if (!of.measure || of.measure->kind != Kind::indicators || !of.step ||
      !is_one_of(told_by_gap, *of.step) || text_of(*of.measure, "aggregate") != "sum") {
    return {};
  }
  std::vector<Row> units = red_then_yellow(facts::rows_in(*of.measure, Kind::shares));
  std::erase_if(units, [](const Row& unit) { return query::field(unit, "value").is_absent(); });
  if (units.empty()) return {};
  const std::size_t all = units.size();
  units.resize(std::min(all, most_units));
  document::List names;
  for (const Row& unit : units) {
    names.items.push_back(say(asked_, keys::paper_unit_at, facts::value(unit, "unit"),
                              query::field(unit, "promise"), query::field(unit, "value")));
  }
  return all == units.size() ? say(asked_, keys::paper_units_behind, Value(std::move(names)))
                             : say(asked_, keys::paper_units_behind_of, Value(std::move(names)),
                                   std::to_string(all));
}

Value Behind::rule_of(const Found& of, const Row& task) const {
  const Row& subject = of.measure && !of.decided_above ? *of.measure : task;
  const Value* unit = of.step->rule == "light.worst_unit" ? of.step->operand("unit") : nullptr;
  if (!unit) return told_beside(asked_, subject, *of.step);
  // That one unit stands worst is no reason where it is silent, or has not reported in time.
  const std::string share = facts::address(subject) + "/" + query::plain(*unit);
  const facts::Step* own = nullptr;
  for (const facts::Step& step : of.steps) {
    const bool is_reason = !own || step.rule != "light.strive";
    if (step.id == share && decides(step) && is_reason) own = &step;
  }
  if (!own || is_one_of(told_by_gap, *own)) return told_beside(asked_, subject, *of.step);
  for (const Row& row : facts::rows_in(subject, Kind::shares)) {
    if (facts::address(row) == share) {
      return say(asked_, keys::paper_worst_unit, *unit, told_beside(asked_, row, *own));
    }
  }
  return told_beside(asked_, subject, *of.step);
}

Value Behind::why_in_brief(const Row& task) {
  const Found& of = found(task);
  Value problems = newest_progress(task, "problems");
  const bool is_told = problems.is_absent() || (of.step && is_one_of(with_reason, *of.step));
  if (is_told) return why(task);
  // Without it a row of which all is well would be yellow.
  return is_for_data(task) ? rule_of(of, task) : problems;
}

bool Behind::has_no_reason(const Row& task) {
  return is_told_by_gap_alone(task) && inspected(task).is_absent();
}

bool Behind::is_told_by_gap_alone(const Row& task) {
  const Found& of = found(task);
  const bool says_more =
      of.step ? !is_one_of(told_by_gap, *of.step) : of.measure && is_stale(*of.measure);
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
             rule_of(of, task));
}

Value Behind::gap_in_row(const Row& task) {
  const auto& measure = found(task).measure;
  Value gap = this->gap(task);
  if (!measure || measure->kind == Kind::milestones) return gap;
  if (!is_stale(*measure) || !gap.as<document::Number>()) return gap;
  return document::Phrase{.text = {"{0}（截至 {1}）", "{0} (as of {1})"},
                          .arguments = {std::move(gap), facts::value(*measure, "data_date")},
                          .is_remark = true};
}

Value Behind::forecast(const Row& task) {
  const auto& measure = found(task).measure;
  if (measure && measure->kind == Kind::indicators) {
    Value value = query::field(*measure, "forecast.value");
    if (value.is_absent() || is_past_due(*measure)) return {};
    if (query::plain(query::field(*measure, "forecast.will_meet")) == "true") {
      // A line that is carried on passes through zero, where there is nothing left to do.
      return is_below_zero(value) ? Value(asked_.words[keys::paper_will_meet_all])
                                  : say(asked_, keys::paper_will_meet, value);
    }
    if (query::field(*measure, "forecast.gap").is_absent()) return value;
    Value lacks = short_at_end(asked_, *measure);
    if (has_window(*measure) || lacks.as<std::string>()) {
      return with_remark(std::move(value), std::move(lacks));
    }
    // Of what is to fall the rest of the way is lacking, however high the value stands.
    const std::string qualifier = text_of(*measure, "qualifier");
    const bool is_more = qualifier == "at_most" || qualifier == "below";
    return say(asked_, is_more ? keys::paper_goes_over : keys::paper_falls_short, value,
               std::move(lacks));
  }
  // What is expected of the whole is not expected of one unit.
  if (measure && measure->kind == Kind::shares) return {};
  const Value day = newest_progress(task, "expect_done");
  return day.is_absent() ? Value() : say(asked_, keys::paper_expects, day);
}

Value Behind::next(const Row& task) const { return newest_progress(task, "next"); }

document::Table Behind::table_by_measure(std::string id, const std::vector<Row>& tasks,
                                         std::vector<Shown> columns, const std::string& unit) {
  const auto duty_of = [&](const Row& task) {
    std::optional<Row> own;
    for (const Row& duty : facts::rows_in(task, Kind::duties)) {
      if (text_of(duty, "unit") == unit && text_of(duty, "own") == "true") own = duty;
    }
    return own;
  };
  const auto light = std::ranges::find(columns, "light", &Shown::field);
  if (light != columns.end()) {
    light->get = [&](const Row& task) {
      const auto& measure = found(task).measure;
      const std::optional<Row> duty = duty_of(task);
      const Row& lit = measure && !is_decided_above(task) ? *measure : duty ? *duty : task;
      Value shown = facts::find_field(lit.kind, "light")->shown(lit);
      const bool is_of_figures = lit.kind != Kind::tasks && lit.kind != Kind::duties;
      return is_of_figures ? marked_by_hand(asked_, lit, std::move(shown)) : shown;
    };
  }
  document::Table table = table_of(asked_, std::move(id), Kind::tasks, {}, columns);
  for (const Row& task : tasks) {
    const auto add = [&] {
      std::ranges::move(table_of(asked_, table.id, Kind::tasks, {task}, columns).rows,
                        std::back_inserter(table.rows));
    };
    const Found whole = found(task);
    const std::optional<Row> duty = duty_of(task);
    const std::vector<Row> measures = duty ? all_behind(task, *duty) : all_behind(task);
    // Whatever decides above the measures, an issue of another is not the unit's; a person's word
    // is for all.
    const bool is_above =
        whole.decided_above && (!duty || (whole.step && whole.step->rule == "light.set_by_hand"));
    // The measure that the whole is told by is not the unit's, and needs no row beside its own.
    const bool has_row =
        whole.measure && std::ranges::find(measures, facts::address(*whole.measure),
                                           facts::address) != measures.end();
    if (duty || has_row) found_.at(facts::address(task)).measure.reset();
    if (measures.empty() || is_above) add();
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
