// SPDX-License-Identifier: MIT
//
// A figure and its story are one function. Over the example ledgers: the operands of every step,
// put into the formula of its rule, give the value of the step, and the last step of a figure gives
// the figure. Rules that no example goes by have a case of their own below.
#include "measure/trace.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>
#include <tuple>

#include "example_ledgers.h"
#include "measure/score.h"
#include "measure/unit_score.h"
#include "measured.h"
#include "trace_formulas.h"

namespace measure_trace_test {

using namespace taizhang;
using base::Date;
using measure::Trace;
using measure::trace_value;
using measure::TraceStep;
using measure::TraceValue;

TEST_SUITE_BEGIN("measure");

namespace {

std::string shown(const TraceValue& value) {
  struct Show {
    std::string operator()(std::monostate) const { return "none"; }
    std::string operator()(const base::Ratio& one) const { return one.text(); }
    std::string operator()(long long one) const { return std::to_string(one); }
    std::string operator()(Date one) const { return base::iso(one); }
    std::string operator()(const std::string& one) const { return one; }
    std::string operator()(const measure::Texts& all) const {
      std::string text;
      for (const std::string& one : all) text += "[" + one + "]";
      return text;
    }
    std::string operator()(const measure::Word& one) const { return std::string(one.name); }
    std::string operator()(bool one) const { return one ? "yes" : "no"; }
  };
  return std::visit(Show(), value);
}

std::string shown(const TraceStep& step) {
  std::string text = std::string(step.row) + " " + step.id + ": " + std::string(step.rule->id);
  for (const measure::Operand& operand : step.operands) {
    text += " " + std::string(operand.name) + "=" + shown(operand.value);
  }
  return text + " → " + shown(step.value);
}

/// The formula of each rule, in the order of their table.
const std::vector<test::Formula>& formulas_by_rule() {
  static const std::vector<test::Formula> all = [] {
    std::vector<test::Formula> by_rule;
    for (const measure::TraceRule& rule : measure::trace_rules) {
      const auto found = test::formulas().find(rule.id);
      if (found == test::formulas().end()) FAIL("no formula for " << rule.id);
      by_rule.push_back(found->second);
    }
    return by_rule;
  }();
  return all;
}

/// Note the rules of `trace` as seen; every step gives its value.
void check_steps(const Trace& trace, std::set<std::string_view>& seen) {
  std::array<bool, measure::trace_rules.size()> met{};
  for (const TraceStep& step : trace.steps()) {
    const auto rule = static_cast<std::size_t>(step.rule - measure::trace_rules.data());
    met[rule] = true;
    const TraceValue value = formulas_by_rule()[rule](test::Told(step));
    if (value != step.value) FAIL(shown(step) << " but the formula gives " << shown(value));
  }
  for (std::size_t rule = 0; rule < met.size(); ++rule) {
    if (met[rule]) seen.insert(measure::trace_rules[rule].id);
  }
}

/// The last value that was told of a figure.
class Last {
 public:
  explicit Last(const Trace& trace) {
    for (const TraceStep& step : trace.steps()) steps_[{step.row, step.id, step.figure}] = &step;
  }

  template <class V>
  void is(std::string_view row, const std::string& id, std::string_view figure, const V& field) {
    const auto found = steps_.find({row, id, figure});
    const TraceStep* last = found == steps_.end() ? nullptr : found->second;
    const TraceValue expected = trace_value(field);
    if (!last && expected.index() == 0) return;  // nothing was told, and there is nothing
    if (!last) FAIL(row << " " << id << ": nothing was told of " << figure);
    if (last->value != expected) {
      FAIL(shown(*last) << " but " << figure << " is " << shown(expected));
    }
  }

 private:
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, const TraceStep*>
      steps_;
};

void check_indicator(Last& last, const measure::IndicatorFigures& figures) {
  const std::string id = figures.indicator->id.value_or("");
  const auto is = [&](std::string_view figure, const auto& field) {
    last.is("indicator", id, figure, field);
  };
  const measure::Effective* newest = figures.newest();
  is("value", newest && newest->applicable ? std::optional(newest->value) : std::nullopt);
  is("target", figures.target);
  is("due", figures.due);
  is("start", figures.start);
  is("reporter", figures.reporter);
  is("time", figures.time);
  is("expected", figures.expected.used);
  is("expected_exact", figures.expected.exact);
  is("expected_now", figures.expected_now.used);
  is("completion", figures.completion);
  is("ratio", figures.ratio);
  is("gap", figures.gap ? std::optional(figures.gap->value) : std::nullopt);
  is("forecast_gap", figures.forecast.gap);
  if (newest || figures.units.empty()) is("age", figures.age);
  is("forecast", figures.forecast.value);
  is("forecast_ratio", figures.forecast.ratio);
  is("forecast_recent", figures.forecast.recent);
  is("forecast_last", figures.forecast.last);
  is("forecast_unit", figures.forecast.unit);
  is("forecast_low", figures.forecast.low);
  is("forecast_high", figures.forecast.high);
  is("forecast_method", figures.forecast.method);
  is("light", figures.light());
  is("class", figures.standing);
  if (newest && !figures.is_by_unit() && figures.stale > 0) is("stale", figures.stale);
  if (newest && figures.applicable && figures.target && figures.terms) is("met", figures.met);
  if (figures.terms && (figures.units.empty() || newest)) {
    is("baseline", figures.terms->baseline);
    is("trajectory", figures.terms->trajectory);
  }
}

void check_task(const Trace& trace, const measure::TaskFigures& task) {
  Last last(trace);
  const auto is = [&](std::string_view figure, const auto& field) {
    last.is("task", "", figure, field);
  };
  is("lead", task.lead);
  is("support", task.support);
  is("leader", task.leader);
  is("status", task.status);
  is("due", task.due);
  is("completion", task.completion.value);
  is("weight", task.weight);
  is("met", task.met);
  is("grade", task.grade);
  is("light", task.light());
  is("class", task.standing);
  for (const auto& indicator : task.indicators) check_indicator(last, indicator);
  for (const auto& milestone : task.milestones) {
    const std::string id = milestone.milestone->id.value_or("");
    last.is("milestone", id, "due", milestone.due);
    last.is("milestone", id, "done", milestone.done);
    last.is("milestone", id, "overdue", milestone.overdue);
    last.is("milestone", id, "light", milestone.light());
  }
  for (const auto& issue : task.issues) {
    const std::string id = issue.issue->id.value_or("");
    last.is("issue", id, "state", issue.state);
    last.is("issue", id, "due", issue.due);
    last.is("issue", id, "urge_on", issue.urge_on);
    last.is("issue", id, "escalate_on", issue.escalate_on);
    if (issue.due) last.is("issue", id, "overdue", issue.overdue);
  }
  for (const auto& inspection : task.inspections) {
    const std::string id = inspection.inspection->id.value_or("");
    last.is("inspection", id, "feedback_due", inspection.feedback_due);
    last.is("inspection", id, "overdue", inspection.overdue);
  }
  for (const auto& order : task.orders) {
    last.is("order", order.order->id.value_or(""), "overdue", order.overdue);
  }
}

void check_score(const measure::PlanFigures& plan, const measure::TaskFigures& task,
                 std::set<std::string_view>& seen) {
  Trace trace;
  const measure::TaskScore score = measure::score_task(plan, task, &trace);
  const auto order = measure::suggested_order(score.trouble(), &trace);
  if (score.value) measure::score_grade(*score.value, &trace);
  check_steps(trace, seen);
  Last last(trace);
  last.is("task", "", "score_base", score.base.value);
  last.is("task", "", "deducted", score.deductions.marks);
  last.is("task", "", "score", score.value);
  last.is("task", "", "suggested_order", order);
}

/// Measure all of `folder` on the two days and check what is told; the scores of every `nth` task.
void check_plan(const model::Ledger& ledger, const model::PlanFolder& folder,
                measure::Clocks clocks, std::size_t nth, std::set<std::string_view>& seen) {
  Trace of_plan;
  const measure::PlanFigures plan =
      measure::measure_plan(folder, ledger.registry_of(folder), clocks, &of_plan);
  check_steps(of_plan, seen);
  Last last(of_plan);
  last.is("plan", "", "time", plan.time);
  last.is("plan", "", "completion", plan.completion.value);
  std::set<std::string> units;
  std::vector<measure::TaskScore> scores;
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    const measure::TaskFigures& task = plan.tasks[i];
    CAPTURE(task.file->item().value_or(0));
    Trace trace;
    measure::measure_task(plan.frame(), *task.file, clocks, &trace);
    check_steps(trace, seen);
    check_task(trace, task);
    if (i % nth != 0) continue;
    check_score(plan, task, seen);
    scores.push_back(measure::score_task(plan, task));
    if (units.empty() && !task.lead.empty()) units.insert(task.lead.front());
  }
  std::vector<const measure::TaskScore*> some;
  for (const measure::TaskScore& score : scores) some.push_back(&score);
  Trace of_section;
  of_section.begin("section");
  const measure::MeanScore mean = measure::mean_of_scores(some, &of_section);
  check_steps(of_section, seen);
  Last(of_section).is("section", "", "score", mean.value.value);
  for (const std::string& unit : units) {
    Trace trace;
    const auto score = measure::score_unit(plan, unit, &trace);
    check_steps(trace, seen);
    if (score) Last(trace).is("unit", unit, "score", score->value.value);
  }
}

/// The rules that the example ledgers of twelve seeds go by on six days.
std::set<std::string_view> seen_in_examples() {
  std::set<std::string_view> seen;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const model::Ledger ledger = test::example_ledger(test::with_seed(seed));
    for (const model::PlanFolder& folder : ledger.plans) {
      for (const int days : {60, 150, 210, 300, 364, 420}) {
        const Date as_of = *folder.plan.period.start + std::chrono::days(days);
        const Date known_by = as_of + std::chrono::days(days % 4 == 0 ? 10 : 0);
        check_plan(ledger, folder, {as_of, known_by}, 16, seen);
      }
    }
  }
  return seen;
}

/// A plan that goes by the rules that no example does. What is wrong in its files is meant.
test::MemoryDisk odd_ledger() {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n"
      "  - {name: 甲局, type: government, rank_group: 政府部门, aliases: [甲]}\n"
      "  - {name: 乙局, type: government, rank_group: 政府部门}\n"
      "  - {name: 新镇, type: township}\n"
      "  - {name: 老镇, type: township, valid: {to: 2023-03-31}, status: merged, successor: "
      "新镇}\n";
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 甲\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: []\nrules: {light: {rule: points}, score: {ranking: true}}\n";
  const auto task = [&](const char* item, const std::string& more) {
    disk.files["tasks/2023/00" + std::string(item) + ".yaml"] =
        "schema: 1\nitem: " + std::string(item) +
        "\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nlead: [甲局]\n" + more;
  };
  const std::string running = "status: in_progress\n";
  const auto indicator = [](const std::string& keys) {
    return "  - {name: 桩, commitment: binding, " + keys + "}\n";
  };
  const std::string total = "kind: cumulative, qualifier: at_least, unit: 个, ";
  const std::string stock = "kind: level, unit: 个, ";
  const std::string growth = "kind: growth, unit: \"%\", qualifier: at_least, ";
  const auto reading = [](const std::string& value) { return test::reading("2023-05-31", value); };
  const std::string steps =
      "trajectory: {type: step, points: [{date: 2023-03-31, value: 20}, {date: 2023-12-31, value: "
      "10}]}, ";
  task("1", running + "qualitative: {grade: 优}\n");
  task("2", running + "indicators:\n" +
                indicator("id: a, kind: cumulative, qualifier: about, unit: 个, target: 5, " +
                          reading("4")) +
                indicator("id: b, qualifier: about, direction: down, baseline: 40, target: 20, " +
                          stock + reading("25")) +
                indicator("id: c, qualifier: exceed, direction: down, target: 10, " + stock +
                          steps + reading("30")) +
                indicator("id: d, qualifier: at_least, direction: down, target: 10, " + stock +
                          steps + reading("0")) +
                indicator("id: e, target: 0, " + growth + reading("-1")) +
                indicator("id: f, qualifier: at_least, baseline: 10, target: 10, " + stock +
                          reading("9")) +
                indicator("id: g, kind: ratio, qualifier: at_least, unit: \"%\", target: 90, "
                          "numerator: 实, denominator: 应, " +
                          test::reading("2023-05-31", "0", ", parts: {实: 0, 应: 0}")) +
                indicator("id: h, target: 10, " + total +
                          "readings: [{id: r1, date: 2023-05-31, value: 3, by: 甲局}, {id: r2, "
                          "date: 2023-05-31, value: 4, by: 乙局}]") +
                indicator("id: i, qualifier: at_least, baseline: 2.5, target: 10, " + stock +
                          test::reading("2023-01-10", "2.6")) +
                indicator("id: j, target: 10, trajectory: {type: points, points: [{date: "
                          "2023-03-31, value: 5}]}, " +
                          total + reading("4")) +
                indicator("id: k, target: 10, start: 2023-12-01, due: 2023-06-30, " + total +
                          reading("4")) +
                indicator("id: l, qualifier: at_least, unit: 个, target: 10, " + reading("4")) +
                indicator("id: m, target: 10, " + total + reading("多")) +
                "changes:\n"
                "  - {id: c1, effective: 2023-02-01, field: indicators.a.target, from: 5, to: 4}\n"
                "  - {id: c2, effective: 2023-02-01, field: indicators.a.target, from: 5, to: 四, "
                "approved_by: 甲局}\n"
                "  - {id: c3, effective: 2023-02-01, field: indicators.a.reporter, from: 甲局, to: "
                "乙局, approved_by: 甲局}\n"
                "  - {id: c4, effective: 2023-02-01, field: leader, from: 甲, to: 副市长, "
                "approved_by: 甲局}\n"
                "  - {id: c5, effective: 2023-02-01, field: status, from: in_progress, to: "
                "close_requested, approved_by: 甲局}\n"
                "  - {id: c7, effective: 2023-02-01, field: indicators.h.trajectory, from: {type: "
                "hold}, to: {type: linear}, approved_by: 甲局}\n"
                "  - {id: c6, effective: 2023-02-01, field: support, from: 乙局, to: [乙局, 甲], "
                "approved_by: 甲局}\n");
  task("3",
       "milestones:\n"
       "  - {id: m1, name: 开工, due: 2023-03-31, done: 2023-03-20}\n"
       "issues:\n  - {id: q1, found: 2023-04-01, level: general, text: 缺口, log: [{date: "
       "2023-05-01, state: coordinating}, {date: 2023-04-10, state: assigned}]}\n"
       "inspections:\n  - {id: i1, date: 2023-04-01, result: minor_gap}\n");
  const std::string rate = "kind: ratio, unit: \"%\", ";
  const std::string held = "trajectory: {type: hold}, ";
  task(
      "4",
      running + "indicators:\n" +
          indicator("id: a, qualifier: at_most, target: 12, kind: cumulative, unit: 起, " +
                    reading("4")) +
          indicator("id: b, qualifier: at_most, target: 12, kind: cumulative, unit: 起, " +
                    reading("11")) +
          indicator("id: c, qualifier: at_most, target: 12, kind: cumulative, unit: 起, " +
                    reading("13")) +
          indicator("id: d, qualifier: at_most, target: 60, " + rate + reading("62")) +
          indicator("id: e, qualifier: at_least, target: 95, " + rate + held + reading("96")) +
          indicator("id: f, qualifier: reach, target: 3, kind: rank, unit: 位, " + reading("4")) +
          indicator("id: g, qualifier: at_least, than: {name: 全省平均, by: 1}, " + rate +
                    test::reading("2023-05-31", "50", ", benchmark: 48")) +
          indicator("id: h, qualifier: at_least, than: {name: 全省平均}, " + rate + reading("50")) +
          indicator("id: i, target: pending, " + total + reading("4")) +
          indicator("id: j, targets: {甲局: 6, 乙局: 4}, " + total +
                    "readings: [{id: r1, date: 2023-05-31, values: {甲局: 3, 乙局: 1}}]") +
          indicator("id: k, targets: {甲局: 6, 乙局: 4}, " + total +
                    "readings: [{id: r1, date: 2023-05-31, values: {甲局: 3}}]") +
          indicator("id: l, qualifier: at_least, targets: {甲局: 90, 乙局: 80}, " + rate + held +
                    "readings: [{id: r1, date: 2023-05-31, values: {甲局: 91, 乙局: 70}}]") +
          indicator("id: s, qualifier: at_least, targets: {甲局: 90, 乙局: 80}, " + rate + held +
                    "readings: [{id: r1, date: 2023-05-31, values: {甲局: 91}}]") +
          indicator("id: m, qualifier: at_least, baseline: 5, baseline_date: 2023-03-31, "
                    "target: 6, " +
                    stock + reading("4")) +
          indicator("id: n, target: -5, " + growth + reading("-3")) +
          indicator("id: o, qualifier: at_least, direction: down, target: 5, " + rate + held +
                    reading("0")) +
          indicator("id: p, qualifier: at_least, window: month, target: 90, " + rate +
                    "readings: [{id: r1, date: 2023-05-31, value: 80}, {id: r2, date: "
                    "2023-12-31, value: 95}]") +
          indicator("id: q, kind: cumulative, qualifier: about, unit: 公里, target: 50, " +
                    reading("4")) +
          indicator("id: r, target: 10, " + total +
                    "readings: [{id: r1, date: 2023-05-31, value: 3}, {id: r2, date: "
                    "2023-05-31, value: 4, corrects: r1}, {id: r3, date: 2023-05-31, value: "
                    "5, reported: 2023-06-02, corrects: r1}, {id: r4, date: 2023-04-30, "
                    "value: 2}, {id: r5, date: 2023-03-31, value: 1}, {id: r6, date: "
                    "2023-12-31, value: 9, reported: 2024-02-18}, {id: r7, date: 2024-01-31, "
                    "value: 10}]") +
          "inspections:\n"
          "  - {id: i1, date: 2023-05-20, indicator: r, reading: r4, result: inconsistent, "
          "verified_value: 1.5}\n"
          "  - {id: i2, date: 2023-05-20, indicator: r, reading: r5, result: inconsistent}\n"
          "changes:\n"
          "  - {id: c1, requested: 2023-02-01, field: indicators.a.target, from: 12, to: "
          "15}\n"
          "  - {id: c2, effective: 2023-02-01, field: indicators.h.than.by, from: 0, to: 2, "
          "approved_by: 甲局}\n");
  task("5", "status: closed\n");
  task("6", running +
                "progress: [{date: 2023-06-01, verdict: behind}]\n"
                "milestones:\n  - {id: m1, name: 开工, due: 2023-06-30, waits_for: [m2]}\n"
                "  - {id: m2, name: 选址, due: 2023-12-31}\n");
  task("7", running + "milestones:\n  - {id: m1, name: 开工, due: 2023-12-31}\n");
  task("8", running + "indicators:\n" +
                indicator("id: a, qualifier: exceed, than: {name: 全省平均, by: 0}, " + rate +
                          reading("52")));
  // 老镇 became part of 新镇: amounts are added, rates are not.
  const std::string towns = "targets: {新镇: 10, 老镇: 8}, ";
  const std::string readings = "readings: [{id: r1, date: 2023-05-31, values: {新镇: 6, 老镇: 5}}]";
  task("9", running + "indicators:\n" + indicator("id: a, " + towns + total + readings));
  task("10", running + "indicators:\n" + indicator("id: a, " + towns + rate + readings));
  std::string& standing = disk.files["tasks/2023/006.yaml"];
  standing.replace(standing.find("due: 2023-12-31"), 15, "due: standing");
  disk.files["tasks/2023p/plan.yaml"] =
      "schema: 1\nid: 2023p\ntitle: 甲\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: []\nreporting: public\nrules: {time: month}\n";
  disk.files["tasks/2023p/001.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 甲\ndue: standing\nlead: [甲局]\n" + running +
      "indicators:\n" + indicator("id: a, target: 10, " + total + reading("4")) +
      "milestones:\n  - {id: m1, name: 开工, due: 2023-06-30}\n";
  return disk;
}

}  // namespace

TEST_CASE("Every rule of a trace has its formula once more") {
  for (const measure::TraceRule& rule : measure::trace_rules) {
    CHECK_MESSAGE(test::formulas().contains(rule.id), rule.id);
  }
  CHECK(test::formulas().size() == measure::trace_rules.size());
}

TEST_CASE("The operands of every step give its value, and the last step of a figure the figure") {
  std::set<std::string_view> seen = seen_in_examples();
  const model::Ledger odd = load::load(odd_ledger(), "tasks");
  for (const model::PlanFolder& folder : odd.plans) {
    for (const char* day : {"2023-06-10", "2024-02-20"}) {
      check_plan(odd, folder, {test::day(day), test::day(day)}, 1, seen);
    }
  }
  for (const measure::TraceRule& rule : measure::trace_rules) {
    CHECK_MESSAGE(seen.contains(rule.id), rule.id);
  }
}

TEST_SUITE_END();

}  // namespace measure_trace_test
