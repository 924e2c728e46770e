// SPDX-License-Identifier: MIT
//
// What the months of a task suggest: why an order is drafted, and to whom that goes.
#include <algorithm>
#include <map>
#include <set>

#include "report/explain/parts.h"
#include "report/paper/records.h"
#include "report/sheets/order.h"
#include "report/sheets/sheet.h"

namespace taizhang::report {

std::vector<Month> months_of(const Asked& asked, const Row& task) {
  std::vector<Month> months;
  const Value all = facts::value(task, "months");
  const auto* list = all.as<document::List>();
  if (!list) return months;
  for (const Value& one : list->items) {
    const auto* month = one.as<document::Record>();
    if (!month || !month->find("end") || !month->find("light")) continue;
    const std::string name = query::plain(*month->find("end")).substr(0, 7);
    months.push_back({name, query::plain(*month->find("light")),
                      say(asked, keys::order_month, name, *month->find("light"))});
  }
  return months;
}

namespace {

/// Whether a month comes right after another: those in which a task rested are left out between.
bool follows(const Month& month, const Month& before) {
  const auto number = [](const std::string& name) {
    return 12 * std::stoi(name.substr(0, 4)) + std::stoi(name.substr(5, 2));
  };
  return number(month.name) == number(before.name) + 1;
}

/// The runs of months in a row that ended in this light, oldest first.
std::vector<std::vector<std::size_t>> runs_of(const std::vector<Month>& months,
                                              std::string_view light) {
  std::vector<std::vector<std::size_t>> runs;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i].light != light) continue;
    const bool goes_on =
        !runs.empty() && runs.back().back() + 1 == i && follows(months[i], months[i - 1]);
    if (!goes_on) runs.emplace_back();
    runs.back().push_back(i);
  }
  return runs;
}

/// The runs of yellow months that a rule of the ladder looked at: the one that lasts, and where it
/// is the first month of it the newest of two or more before, if yellow alone counted (RULES.md
/// §7).
std::vector<std::vector<std::size_t>> yellows_counted(const std::vector<Month>& months,
                                                      const facts::Step& step) {
  const auto runs = runs_of(months, "yellow");
  if (runs.empty() || runs.back().back() + 1 != months.size()) return {};
  std::vector<std::vector<std::size_t>> counted{runs.back()};
  if (step.rule != "order.by_yellow" || runs.back().size() > 1) return counted;
  const auto before =
      std::find_if(runs.rbegin(), runs.rend(), [](const auto& run) { return run.size() > 1; });
  if (before != runs.rend()) counted.insert(counted.begin(), *before);
  return counted;
}

/// Some months by name, more than two in a row as a span: 2024-03、2024-05 至 2024-08.
Value names_of_months(const Asked& asked, const std::vector<Month>& months,
                      const std::vector<std::size_t>& some) {
  document::List names;
  for (std::size_t first = 0; first < some.size();) {
    std::size_t last = first;
    while (last + 1 < some.size() && some[last + 1] == some[last] + 1) ++last;
    if (last == first + 1) last = first;
    const std::string& begin = months[some[first]].name;
    names.items.push_back(
        last == first ? Value(begin) : say(asked, keys::order_run, begin, months[some[last]].name));
    first = last + 1;
  }
  return names;
}
/// The step of the trace that gave the suggestion.
std::optional<facts::Step> step_of_draft(const Row& task) {
  std::optional<facts::Step> decisive;
  for (facts::Step& step : facts::trace(task)) {
    if (step.figure != "suggested_order") continue;
    const bool same = decisive && query::plain(decisive->value) == query::plain(step.value);
    if (!same) decisive = std::move(step);
  }
  return decisive;
}

/// What the months or the silence of a task were, in words that an office writes.
Value history_of_draft(const Asked& asked, const Row& task, const facts::Step& step) {
  if (step.rule == "order.by_silence") {
    return say(asked, keys::order_silent, *step.operand("missing"));
  }
  const std::vector<Month> months = months_of(asked, task);
  const auto told = [&](const std::vector<std::size_t>& some, words::Key<1> once,
                        words::Key<2> often) {
    Value names = names_of_months(asked, months, some);
    return some.size() == 1 ? say(asked, once, std::move(names))
                            : say(asked, often, std::move(names), std::to_string(some.size()));
  };
  Value history;
  const auto add = [&](Value more) {
    history = history.is_absent()
                  ? std::move(more)
                  : say(asked, keys::paper_with_others, std::move(history), std::move(more));
  };
  if (step.rule == "order.by_reds") {
    std::vector<std::size_t> reds;
    for (const auto& run : runs_of(months, "red")) {
      reds.insert(reds.end(), run.begin(), run.end());
    }
    add(told(reds, keys::order_red_once, keys::order_red));
  } else if (step.rule != "order.by_yellow") {
    return history;
  }
  for (const auto& run : yellows_counted(months, step)) {
    add(told(run, keys::order_yellow_once, keys::order_yellow));
  }
  return history;
}

/// How far a measure has come, and how far that is from the schedule.
Value standing_of(const Asked& asked, const Behind& behind, const Row& measure, const Value& gap) {
  const Value promise = behind.promise_of(measure);
  const Value done = behind.done_of(measure);
  const bool is_milestone = measure.kind == Kind::milestones;
  if (is_milestone && !gap.is_absent()) return say(asked, keys::order_now_late, promise, done, gap);
  if (is_milestone || query::field(measure, "value").is_absent()) {
    return say(asked, keys::order_now_none, promise, done);
  }
  const auto* number = gap.as<document::Number>();
  const Value told = behind.done_told(measure);
  if (!number || number->value == 0) return say(asked, keys::order_now_none, promise, told);
  if (number->value > 0) return say(asked, keys::order_now_ahead, promise, told, gap);
  return say(asked, keys::order_now_behind, promise, told, lacking(gap));
}

/// Where the task stands now: its worst measure with what was promised of it, what is done and how
/// far it is behind; why, where that does not say it.
Value standing_of_draft(Behind& behind, const Row& task) {
  const Asked& asked = behind.asked();
  const std::optional<Row> measure = behind.measure(task);
  const std::string now = text_of(task, "light");
  const bool is_behind = now == "red" || now == "yellow";
  const bool by_measure = is_behind && measure && !behind.is_decided_above(task);
  const Value verified = by_measure ? behind.inspected(task) : Value();
  const Value gap = by_measure ? behind.gap(task) : Value();
  Value standing = by_measure ? standing_of(asked, behind, *measure, gap)
                              : say(asked, keys::order_now_light,
                                    facts::find_field(Kind::tasks, "light")->shown(task));
  const Value problems = newest_progress(task, "problems");
  if (by_measure && !problems.is_absent() && !behind.is_for_data(task)) {
    if (!verified.is_absent()) standing = say(asked, keys::order_now_why, standing, verified);
    return say(asked, keys::order_now_says, std::move(standing), without_stop(problems));
  }
  const auto* number = gap.as<document::Number>();
  const bool is_told_by_gap = number && number->value < 0 && !behind.is_for_data(task);
  const bool says_all = behind.has_no_reason(task) || (is_told_by_gap && verified.is_absent());
  return says_all ? standing
                  : say(asked, keys::order_now_why, std::move(standing), behind.why(task));
}

}  // namespace

bool is_for_silence(const facts::Step& step) { return step.rule == "order.by_silence"; }

Value ladder_of_draft(const Asked& asked, const facts::Step& step) {
  if (is_for_silence(step)) return asked.words[keys::order_ladder_silence];
  return asked
      .words[step.rule == "order.by_reds" ? keys::order_ladder_red : keys::order_ladder_yellow];
}

std::vector<Row> periods_missing(const Row& task) {
  std::vector<Row> rows;
  for (const Row& indicator : facts::rows_in(task, Kind::indicators)) {
    std::ranges::copy_if(facts::rows_in(indicator, Kind::periods), std::back_inserter(rows),
                         [](const Row& period) { return text_of(period, "missing") == "true"; });
  }
  return rows;
}

Value reason_of(Behind& behind, const Row& task, const std::optional<facts::Step>& step) {
  if (!step) return {};
  const Asked& asked = behind.asked();
  Value history = history_of_draft(asked, task, *step);
  if (history.is_absent()) history = told_beside(asked, task, *step);
  return say(asked, keys::order_reasoned, std::move(history), asked.clocks.as_of,
             standing_of_draft(behind, task));
}

Value reason_of_draft(Behind& behind, const Row& task) {
  return reason_of(behind, task, step_of_draft(task));
}

bool is_among(const Value& units, const Value& unit) {
  return query::passes(units, {"", Test::contains, query::plain(unit)});
}

bool is_any_short(const std::vector<Row>& measures) {
  return std::ranges::any_of(measures, [](const Row& measure) {
    if (measure.kind == Kind::milestones) return true;
    const Value gap = query::field(measure, "gap");
    const auto* number = gap.as<document::Number>();
    return number && number->value < 0;
  });
}

namespace {

/// The units that have not sent what is missing, each once.
Value owing(const std::vector<Row>& periods) {
  document::List units;
  std::set<std::string> taken;
  for (const Row& period : periods) {
    const Value owed_by = facts::value(period, "owed_by");
    const auto* some = owed_by.as<document::List>();
    if (!some) continue;
    std::ranges::copy_if(some->items, std::back_inserter(units.items), [&](const Value& unit) {
      return taken.insert(query::plain(unit)).second;
    });
  }
  return units.items.empty() ? Value() : Value(std::move(units));
}

/// The units that owe so many periods of one indicator as suggest an order; all that owe any where
/// each owes fewer.
Value owing_several(const Row& task) {
  constexpr int several = 2;
  const std::vector<Row> missing = periods_missing(task);
  std::map<std::pair<std::string, std::string>, int> counts;
  std::set<std::string> often;
  for (const Row& period : missing) {
    const Value owed_by = facts::value(period, "owed_by");
    const auto* some = owed_by.as<document::List>();
    if (!some) continue;
    const std::string indicator = facts::address(facts::ancestor(period, Kind::indicators));
    for (const Value& unit : some->items) {
      const std::string name = query::plain(unit);
      if (++counts[{indicator, name}] >= several) often.insert(name);
    }
  }
  Value units = owing(missing);
  const auto* all = units.as<document::List>();
  if (!all || often.empty()) return units;
  document::List some;
  std::ranges::copy_if(all->items, std::back_inserter(some.items),
                       [&](const Value& unit) { return often.contains(query::plain(unit)); });
  return Value(std::move(some));
}

/// Those of the units that owe reports for whose data, too old or not there, the task has its
/// light: of an indicator with targets by unit they whose own is so.
Value owing_stale(Behind& behind, const Row& task) {
  document::List units;
  std::set<std::string> taken;
  const auto add = [&](const Value& unit) {
    if (taken.insert(query::plain(unit)).second) units.items.push_back(unit);
  };
  for (const Row& measure : behind.all_behind(task)) {
    if (measure.kind != Kind::indicators || !behind.is_for_data_of(measure)) continue;
    std::vector<Row> periods = facts::rows_in(measure, Kind::periods);
    std::erase_if(periods, [](const Row& row) { return text_of(row, "missing") != "true"; });
    const Value owed_by = owing(periods);
    const auto* all = owed_by.as<document::List>();
    if (!all) continue;
    const std::vector<Row> shares = facts::rows_in(measure, Kind::shares);
    const auto is_fresh = [&](const Value& unit) {
      return std::ranges::any_of(shares, [&](const Row& share) {
        return text_of(share, "unit") == query::plain(unit) && text_of(share, "stale") == "0";
      });
    };
    const bool is_any_stale = !std::ranges::all_of(all->items, is_fresh);
    for (const Value& unit : all->items) {
      if (!is_any_stale || !is_fresh(unit)) add(unit);
    }
  }
  return units.items.empty() ? Value() : Value(std::move(units));
}

}  // namespace

Sent sent_order(const Row& order) { return {order, {}, facts::value(order, "sent_to")}; }

Sent draft_of(const Asked& asked, const Row& task) {
  Sent draft{.order = {}, .step = step_of_draft(task), .to = facts::value(task, "lead")};
  if (!draft.step) return draft;
  Value units;
  if (is_for_silence(*draft.step)) {
    units = owing_several(task);
  } else {
    Behind behind(asked);
    if (!behind.is_for_data(task) || is_any_short(behind.all_behind(task))) return draft;
    units = owing_stale(behind, task);
    const auto are_among = [](const Value& some, const Value& others) {
      const auto* list = some.as<document::List>();
      return list && std::ranges::all_of(list->items,
                                         [&](const Value& unit) { return is_among(others, unit); });
    };
    if (are_among(units, draft.to) && are_among(draft.to, units)) return draft;
  }
  if (units.is_absent()) return draft;
  draft.to = std::move(units);
  draft.to_owing = true;
  return draft;
}

}  // namespace taizhang::report
