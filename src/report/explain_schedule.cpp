// SPDX-License-Identifier: MIT
#include <algorithm>

#include "query/task_table.h"
#include "report/explain_parts.h"

namespace taizhang::report {

using base::Date;
using base::Ratio;
using measure::Point;
using measure::Terms;
using model::TrajectoryType;

namespace {

std::string days_text(Date from, Date to) { return std::to_string(base::days_between(from, to)); }

/// The days of the term that are over on `day`, and all of them, both ends counted.
struct Days {
  long long gone;
  long long all;
};

Days days_of(const Terms& terms, Date day) {
  const long long all = std::max(base::days_between(terms.start, terms.due) + 1, 0LL);
  return {std::clamp(base::days_between(terms.start, day) + 1, 0LL, all), all};
}

/// What is expected before there is anything to expect.
std::string before(const IndicatorTold& told, const Terms& terms) {
  return terms.baseline ? told.say("explain.before_baseline", {told.with_unit(*terms.baseline)})
                        : told.word("explain.before_nothing");
}

std::string on_steps(const IndicatorTold& told, const Terms& terms, Date day) {
  const auto next = std::find_if(terms.points.begin(), terms.points.end(),
                                 [&](const Point& point) { return point.date > day; });
  if (next == terms.points.begin()) {
    const std::string first =
        next == terms.points.end() ? std::string(query::absent) : base::iso(next->date);
    return told.say("explain.trajectory.step_before", {first, before(told, terms)});
  }
  const Point& held = *std::prev(next);
  const std::vector<std::string> arguments{
      base::iso(held.date), told.with_unit(held.value),
      next == terms.points.end() ? std::string(query::absent) : base::iso(next->date)};
  return told.say(
      next == terms.points.end() ? "explain.trajectory.step_last" : "explain.trajectory.step",
      arguments);
}

std::string on_lines(const IndicatorTold& told, const Terms& terms, Date day, const Ratio& exact) {
  const auto next = std::find_if(terms.points.begin(), terms.points.end(),
                                 [&](const Point& point) { return point.date > day; });
  if (next == terms.points.end()) {
    const Point& last = terms.points.back();
    return told.say("explain.trajectory.step_last",
                    {base::iso(last.date), told.with_unit(last.value)});
  }
  Point from{terms.start - std::chrono::days(1), terms.base()};
  if (next != terms.points.begin()) from = *std::prev(next);
  if (from.date > day || (next == terms.points.begin() && !terms.baseline)) {
    return told.say("explain.trajectory.step_before", {base::iso(next->date), before(told, terms)});
  }
  return told.say("explain.trajectory.points",
                  {base::iso(from.date), told.with_unit(from.value), base::iso(next->date),
                   told.with_unit(next->value), operand(from.value), way(next->value, from.value),
                   days_text(from.date, day), days_text(from.date, next->date), plain(exact)});
}

/// How the trajectory makes the value of `day`.
std::string trajectory(const IndicatorTold& told, const Terms& terms, Date day,
                       const measure::Expected& expected) {
  const std::string target = told.with_unit(terms.target);
  const Ratio exact = expected.exact.value_or(Ratio(0));
  switch (terms.trajectory) {
    case TrajectoryType::hold:
      return told.say("explain.trajectory.hold", {target});
    case TrajectoryType::linear: {
      const Days days = days_of(terms, day);
      if (days.all == 0) return told.word("explain.trajectory.no_term");
      return told.say("explain.trajectory.linear",
                      {operand(terms.base()), way(terms.target, terms.base()),
                       std::to_string(days.gone), std::to_string(days.all), plain(exact)});
    }
    case TrajectoryType::end:
    case TrajectoryType::step:
    case TrajectoryType::points:
      break;
  }
  if (day >= terms.due) return told.say("explain.trajectory.due", {base::iso(terms.due), target});
  if (terms.trajectory == TrajectoryType::end || terms.points.empty()) {
    return told.say("explain.trajectory.end", {base::iso(terms.due), target, before(told, terms)});
  }
  return terms.trajectory == TrajectoryType::step ? on_steps(told, terms, day)
                                                  : on_lines(told, terms, day, exact);
}

/// How the exact value became the one that is used.
std::string rounding(const IndicatorTold& told, const Terms& terms, const Ratio& exact,
                     const Ratio& used) {
  if (used != measure::counted(terms, exact)) {
    return told.say("explain.counted_from_baseline", {told.with_unit(used)});
  }
  return told.say(terms.down ? "explain.counted_up" : "explain.counted_down",
                  {told.with_unit(used)});
}

std::string expected_now(const IndicatorTold& told) {
  const measure::Expected& now = told.figures.expected_now;
  const std::string day = base::iso(told.clocks.as_of);
  if (!now.used) return told.say("explain.expected_now_nothing", {day});
  const bool rounded = *now.used != *now.exact;
  return told.say(
      "explain.expected_now",
      {day, told.with_unit(*now.used) +
                (rounded ? told.say("text.in_brackets", {plain(*now.exact)}) : std::string())});
}

}  // namespace

Step time_step(const IndicatorTold& told) {
  const Terms& terms = *told.figures.terms;
  Step step{"time", told.word("explain.step.time"), query::percent_text(told.figures.time)};
  const auto share = [](const Days& days) {
    return query::percent_text(Ratio(base::to_ratio(days.gone) / base::to_ratio(days.all)));
  };
  const Days now = days_of(terms, told.clocks.as_of);
  if (now.all == 0) {
    step.because.push_back(told.word("explain.trajectory.no_term"));
    return step;
  }
  step.because.push_back(told.say(
      "explain.time", {base::iso(terms.start), base::iso(std::min(told.clocks.as_of, terms.due)),
                       std::to_string(now.gone), std::to_string(now.all), share(now)}));
  if (told.clocks.as_of < terms.start) {
    step.because.back() = told.say("explain.time_before", {base::iso(terms.start)});
  }
  const measure::Effective* newest = told.figures.newest();
  if (newest && newest->date < told.clocks.as_of) {
    const Days then = days_of(terms, newest->date);
    step.because.push_back(
        told.say("explain.time_of_data", {base::iso(newest->date), std::to_string(then.gone),
                                          std::to_string(then.all), share(then)}));
  }
  return step;
}

Step expected_step(const IndicatorTold& told) {
  const Terms& terms = *told.figures.terms;
  const measure::Effective* newest = told.figures.newest();
  const Date day = newest ? newest->date : told.clocks.as_of;
  const measure::Expected& expected = newest ? told.figures.expected : told.figures.expected_now;
  Step step{"expected", told.word("explain.step.expected"),
            expected.used ? told.with_unit(*expected.used) : query::absent};
  step.because.push_back(
      told.say(newest ? "explain.as_of_data" : "explain.as_of_day", {base::iso(day)}));
  step.because.push_back(trajectory(told, terms, day, expected));
  if (!terms.trajectory_given) {
    const auto& kind = told.indicator().kind;
    step.because.push_back(
        told.say("explain.trajectory_by_kind",
                 {kind ? model::label(told.words.language(), *kind) : query::absent}));
  }
  if (expected.used && *expected.used != *expected.exact) {
    step.because.push_back(rounding(told, terms, *expected.exact, *expected.used));
  }
  if (newest && day < told.clocks.as_of) step.because.push_back(expected_now(told));
  return step;
}

}  // namespace taizhang::report
