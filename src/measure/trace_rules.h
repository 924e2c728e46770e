// SPDX-License-Identifier: MIT
//
// Every rule that a figure can go by, one table: the figure that it gives, how that is shown, and
// its operands in the order in which the formula tells them (measure/trace.h).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace taizhang::measure {

/// How a value of a trace is meant. The first five are numbers.
enum class Shown {
  amount,    ///< in the indicator's unit of measure
  fraction,  ///< shown as per cent
  ratio,     ///< to four places
  points,    ///< percentage points
  marks,     ///< marks, and weights
  count,     ///< a whole number
  date,
  text,
  texts,
  word,  ///< a name of an enumeration
  yes_no
};

struct Parameter {
  std::string_view name;
  Shown shown = Shown::text;
};

struct TraceRule {
  std::string_view id;
  std::string_view figure;
  Shown shown;
  Parameter operands[8] = {};

  constexpr std::size_t count() const {
    std::size_t n = 0;
    while (n < std::size(operands) && !operands[n].name.empty()) ++n;
    return n;
  }
};

/// The id of a rule as an argument of a template.
template <std::size_t N>
struct RuleId {
  char text[N] = {};

  consteval RuleId(const char (&literal)[N]) { std::copy_n(literal, N, text); }
  constexpr std::string_view view() const { return {text, N - 1}; }
};

inline constexpr auto trace_rules = [] {
  using enum Shown;
  return std::to_array<TraceRule>({
      {"about.per_cent", "tolerance", amount, {{"target", amount}, {"percent_below", amount}}},
      {"about.per_cent_of_count", "tolerance", amount, {{"target", amount}, {"percent_below", amount}}},
      {"about.points", "tolerance", amount, {{"target", amount}, {"points_below", amount}}},
      {"about.small_count", "tolerance", amount, {{"target", amount}, {"smallest_count", count}}},
      {"age.of_data", "age", count, {{"data_date", date}, {"as_of", date}}},
      {"baseline.as_written", "baseline", amount, {{"written", amount}}},
      {"baseline.none", "baseline", amount, {{"kind", word}}},
      {"baseline.zero", "baseline", amount, {{"kind", word}}},
      {"borderline.at_target", "borderline", yes_no, {{"met", yes_no}, {"value", amount}, {"target", amount}}},
      {"change.in_force", "change", texts, {{"field", text}, {"change", text}, {"effective", date}, {"as_of", date}, {"from", texts}, {"to", texts}, {"approved_by", text}}},
      {"change.later", "change", texts, {{"field", text}, {"change", text}, {"effective", date}, {"as_of", date}, {"from", texts}, {"to", texts}}},
      {"change.unapproved", "change", texts, {{"field", text}, {"change", text}, {"effective", date}, {"from", texts}, {"to", texts}}},
      {"change.unreadable", "change", texts, {{"field", text}, {"change", text}, {"effective", date}, {"from", texts}, {"to", texts}}},
      {"class.by_light", "class", word, {{"light", word}}},
      {"class.by_measures", "class", word, {{"ahead", count}, {"good", count}, {"all", count}}},
      {"class.by_ratio", "class", word, {{"ratio", ratio}, {"ahead", ratio}}},
      {"class.green_without_ratio", "class", word, {}},
      {"class.grey", "class", word, {{"applicable", yes_no}}},
      {"class.grey_task", "class", word, {{"measured", yes_no}, {"all", count}}},
      {"completion.by_grade", "completion", fraction, {{"grade", word}}},
      {"completion.from_baseline", "completion", fraction, {{"value", amount}, {"baseline", amount}, {"target", amount}}},
      {"completion.growth_met", "completion", fraction, {{"value", amount}, {"target", amount}}},
      {"completion.growth_share", "completion", fraction, {{"share", fraction}}},
      {"completion.hold_share", "completion", fraction, {{"share", fraction}}},
      {"completion.mean_of_measures", "completion", fraction, {{"sum", marks}, {"weights", marks}, {"known", count}, {"all", count}}},
      {"completion.no_kind", "completion", fraction, {}},
      {"completion.no_way", "completion", fraction, {{"target", amount}, {"baseline", amount}, {"met", yes_no}}},
      {"completion.plain_mean", "completion", fraction, {{"sum", marks}, {"known", count}, {"all", count}}},
      {"completion.share_without_baseline", "completion", fraction, {{"share", fraction}}},
      {"completion.unknown", "completion", fraction, {{"target", amount}, {"applicable", yes_no}}},
      {"conflict.of_units", "conflicting", yes_no, {{"data_date", date}, {"units", texts}, {"values", texts}}},
      {"counted.down", "counted", amount, {{"exact", amount}}},
      {"counted.from_baseline", "counted", amount, {{"counted", amount}, {"baseline", amount}}},
      {"counted.not_counted", "counted", amount, {{"exact", amount}}},
      {"counted.up", "counted", amount, {{"exact", amount}}},
      {"deducted.at_most", "deducted", marks, {{"sum", marks}, {"most", marks}}},
      {"deduction.false_report", "deduction", marks, {{"times", count}, {"each", marks}}},
      {"deduction.issue_overdue", "deduction", marks, {{"times", count}, {"each", marks}}},
      {"deduction.late", "deduction", marks, {{"times", count}, {"each", marks}}},
      {"deduction.missing", "deduction", marks, {{"times", count}, {"each", marks}}},
      {"deduction.red_month", "deduction", marks, {{"times", count}, {"each", marks}}},
      {"deduction.second_yellow", "deduction", marks, {{"times", count}, {"each", marks}}},
      {"done.by_day", "done", yes_no, {{"done", date}, {"as_of", date}}},
      {"due.as_written", "due", date, {{"written", date}}},
      {"due.by_change", "due", date, {{"written", date}, {"change", text}, {"effective", date}, {"to", date}}},
      {"due.by_level", "due", date, {{"found", date}, {"level", word}, {"days", count}}},
      {"due.plan_end", "due", date, {{"plan_end", date}}},
      {"duty.from_backfill", "duty", date, {{"issued", date}, {"first", date}}},
      {"duty.from_issue", "duty", date, {{"issued", date}}},
      {"escalate_on.working_days", "escalate_on", date, {{"urge_on", date}, {"working_days", count}, {"days_off", count}}},
      {"escalated.by_day", "escalated", yes_no, {{"overdue", yes_no}, {"escalate_on", date}, {"as_of", date}}},
      {"expected.after_points", "expected_exact", amount, {{"day", date}, {"value", amount}}},
      {"expected.before_due", "expected_exact", amount, {{"day", date}, {"due", date}, {"baseline", amount}}},
      {"expected.before_points", "expected_exact", amount, {{"day", date}, {"baseline", amount}}},
      {"expected.between_points", "expected_exact", amount, {{"day", date}, {"before_date", date}, {"before", amount}, {"after_date", date}, {"after", amount}}},
      {"expected.due", "expected_exact", amount, {{"day", date}, {"due", date}, {"target", amount}}},
      {"expected.hold", "expected_exact", amount, {{"day", date}, {"target", amount}}},
      {"expected.linear", "expected_exact", amount, {{"day", date}, {"baseline", amount}, {"target", amount}, {"start", date}, {"due", date}}},
      {"expected.no_term", "expected_exact", amount, {{"day", date}, {"start", date}, {"due", date}}},
      {"expected.nothing", "expected", amount, {{"day", date}}},
      {"expected.step", "expected_exact", amount, {{"day", date}, {"date", date}, {"value", amount}}},
      {"expected.used", "expected", amount, {{"day", date}, {"value", amount}}},
      {"fate.corrected", "fate", word, {{"reading", text}, {"data_date", date}, {"value", amount}, {"by", text}, {"corrects", text}, {"new_value", amount}, {"reason", text}, {"approved_by", text}}},
      {"fate.counts", "fate", word, {{"reading", text}, {"data_date", date}, {"value", amount}, {"reported", date}, {"as_of", date}, {"known_by", date}}},
      {"fate.newest", "fate", word, {{"reading", text}, {"data_date", date}, {"value", amount}, {"reported", date}, {"as_of", date}, {"known_by", date}}},
      {"fate.not_yet_data", "fate", word, {{"reading", text}, {"data_date", date}, {"value", amount}, {"as_of", date}}},
      {"fate.not_yet_known", "fate", word, {{"reading", text}, {"data_date", date}, {"value", amount}, {"reported", date}, {"known_by", date}}},
      {"fate.unreadable", "fate", word, {{"reading", text}, {"data_date", date}, {"value", amount}}},
      {"fate.withdrawn", "fate", word, {{"reading", text}, {"data_date", date}, {"value", amount}, {"by", text}, {"corrects", text}, {"reason", text}, {"approved_by", text}}},
      {"fate.withdraws", "fate", word, {{"reading", text}, {"data_date", date}, {"corrects", text}}},
      {"feedback_due.after_inspection", "feedback_due", date, {{"date", date}, {"days", count}}},
      {"forecast.first", "forecast", amount, {{"preferred", word}, {"ratio", amount}, {"recent", amount}, {"last", amount}, {"unit", amount}}},
      {"forecast.high", "forecast_high", amount, {{"ratio", amount}, {"recent", amount}, {"last", amount}, {"unit", amount}}},
      {"forecast.hold", "forecast", amount, {{"value", amount}}},
      {"forecast.impossible", "forecast", amount, {}},
      {"forecast.last", "forecast", amount, {{"data_date", date}, {"value", amount}}},
      {"forecast.low", "forecast_low", amount, {{"ratio", amount}, {"recent", amount}, {"last", amount}, {"unit", amount}}},
      {"forecast.method_first", "forecast_method", word, {{"preferred", word}, {"ratio", amount}, {"recent", amount}, {"last", amount}, {"unit", amount}}},
      {"forecast.method_preferred", "forecast_method", word, {{"method", word}}},
      {"forecast.preferred", "forecast", amount, {{"method", word}, {"ratio", amount}, {"recent", amount}, {"last", amount}, {"unit", amount}}},
      {"forecast.ratio", "forecast", amount, {{"baseline", amount}, {"target", amount}, {"value", amount}, {"expected", amount}}},
      {"forecast.recent", "forecast", amount, {{"from", date}, {"before", amount}, {"data_date", date}, {"value", amount}, {"due", date}}},
      {"forecast.too_early", "forecast", amount, {{"data_date", date}, {"time", fraction}, {"from", fraction}}},
      {"forecast.unit", "forecast", amount, {{"date", date}, {"value", amount}}},
      {"grade.of_score", "score_grade", word, {{"score", marks}}},
      {"grade.without_measures", "grade", word, {{"written", word}, {"measured", yes_no}, {"date", date}, {"as_of", date}}},
      {"late.by_report", "late", yes_no, {{"start", date}, {"end", date}, {"deadline", date}, {"reported", date}, {"backfilled", yes_no}}},
      {"lead.as_written", "lead.named", texts, {{"written", texts}}},
      {"lead.by_change", "lead.named", texts, {{"written", texts}, {"change", text}, {"effective", date}, {"to", texts}}},
      {"lead.units", "lead", texts, {{"units", texts}}},
      {"leader.as_written", "leader", text, {{"written", text}}},
      {"leader.by_change", "leader", text, {{"written", text}, {"change", text}, {"effective", date}, {"to", text}}},
      {"light.by_points", "light", word, {{"points", points}, {"green", points}, {"yellow", points}}},
      {"light.by_ratio", "light", word, {{"ratio", ratio}, {"green", ratio}, {"yellow", ratio}}},
      {"light.critical_issue", "light", word, {{"before", word}, {"issue", text}}},
      {"light.forecast_short", "light", word, {{"before", word}, {"days_left", count}, {"due_soon", count}, {"forecast", amount}, {"target", amount}}},
      {"light.graded", "light", word, {{"grade", word}}},
      {"light.met", "light", word, {{"met", yes_no}}},
      {"light.milestone_ahead", "light", word, {{"due", date}, {"as_of", date}, {"due_soon", count}}},
      {"light.milestone_done", "light", word, {{"done", yes_no}}},
      {"light.milestone_due_soon", "light", word, {{"due", date}, {"as_of", date}, {"due_soon", count}}},
      {"light.milestone_overdue", "light", word, {{"due", date}, {"as_of", date}}},
      {"light.missed", "light", word, {{"due", date}, {"target", amount}}},
      {"light.no_reading", "light", word, {}},
      {"light.not_applicable", "light", word, {}},
      {"light.nothing_expected", "light", word, {}},
      {"light.nothing_to_go_by", "light", word, {}},
      {"light.set_by_hand", "light", word, {{"light", word}, {"reason", text}, {"by", text}, {"until", date}, {"before", word}}},
      {"light.stale", "light", word, {{"before", word}, {"age", count}}},
      {"light.strive", "light", word, {{"before", word}}},
      {"light.unmet_full_target", "light", word, {{"target", amount}}},
      {"light.unreadable_terms", "light", word, {}},
      {"light.very_stale", "light", word, {{"before", word}, {"age", count}}},
      {"light.worst_measure", "light", word, {{"measure", text}, {"lights", texts}}},
      {"marks.met", "marks", marks, {{"measure", text}, {"weight", marks}}},
      {"marks.milestone", "marks", marks, {{"measure", text}, {"weight", marks}, {"done", yes_no}}},
      {"marks.share", "marks", marks, {{"measure", text}, {"weight", marks}, {"completion", fraction}}},
      {"marks.strive", "marks", marks, {{"measure", text}, {"weight", marks}, {"completion", fraction}}},
      {"marks.task", "marks", marks, {{"item", count}, {"share", ratio}, {"score", marks}}},
      {"marks.task_unknown", "marks", marks, {{"item", count}, {"share", ratio}}},
      {"met.about", "met", yes_no, {{"qualifier", word}, {"value", amount}, {"target", amount}, {"floor", amount}}},
      {"met.about_down", "met", yes_no, {{"qualifier", word}, {"value", amount}, {"target", amount}, {"floor", amount}, {"bound", amount}}},
      {"met.above", "met", yes_no, {{"qualifier", word}, {"value", amount}, {"target", amount}}},
      {"met.all_measures", "met", yes_no, {{"met", count}, {"all", count}}},
      {"met.below", "met", yes_no, {{"qualifier", word}, {"value", amount}, {"target", amount}}},
      {"met.down_to", "met", yes_no, {{"qualifier", word}, {"value", amount}, {"target", amount}}},
      {"met.up_to", "met", yes_no, {{"qualifier", word}, {"value", amount}, {"target", amount}}},
      {"milestones_known.by_one", "milestones_known", yes_no, {{"known", count}, {"all", count}}},
      {"missing.by_silence", "missing", yes_no, {{"start", date}, {"end", date}, {"deadline", date}, {"as_of", date}, {"known_by", date}, {"duty", date}}},
      {"month.known_by_deadline", "month_light", word, {{"month_end", date}, {"deadline", date}, {"light", word}}},
      {"order.by_reds", "suggested_order", word, {{"reds", count}}},
      {"order.by_yellow", "suggested_order", word, {{"yellow_before", yes_no}}},
      {"order.no_months", "suggested_order", word, {}},
      {"order.not_behind", "suggested_order", word, {{"light", word}}},
      {"overdue.no_feedback", "overdue", yes_no, {{"asked", yes_no}, {"fed_back", yes_no}, {"due", date}, {"as_of", date}}},
      {"overdue.no_reply", "overdue", yes_no, {{"replied", yes_no}, {"closed", yes_no}, {"reply_by", date}, {"as_of", date}}},
      {"overdue.not_done", "overdue", yes_no, {{"done", yes_no}, {"due", date}, {"as_of", date}}},
      {"overdue.not_met", "overdue", yes_no, {{"due", date}, {"as_of", date}, {"applicable", yes_no}, {"met", yes_no}}},
      {"overdue.unresolved", "overdue", yes_no, {{"ran_over", yes_no}, {"resolved", yes_no}}},
      {"part.of_indicator", "part", marks, {{"measure", text}, {"weight", marks}, {"completion", fraction}}},
      {"part.of_milestone", "part", marks, {{"measure", text}, {"weight", marks}, {"done", yes_no}}},
      {"part.unknown", "part", marks, {{"measure", text}, {"weight", marks}}},
      {"pending.until_settled", "pending_final", yes_no, {{"due", date}, {"as_of", date}, {"settlement", count}}},
      {"point.rescaled", "point", amount, {{"date", date}, {"written", amount}, {"baseline", amount}, {"stretch", ratio}}},
      {"points.no_ratio", "points", points, {}},
      {"points.of_ratio", "points", points, {{"ratio", ratio}}},
      {"points.of_way", "points", points, {{"value", amount}, {"expected", amount}, {"target", amount}, {"baseline", amount}}},
      {"ran_over.until", "ran_over", yes_no, {{"due", date}, {"until", date}}},
      {"rank.place", "rank", count, {{"better", count}, {"leads", count}}},
      {"ratio.hold", "ratio", ratio, {{"share", ratio}}},
      {"ratio.not_begun", "ratio", ratio, {{"expected", amount}, {"baseline", amount}}},
      {"ratio.nothing_expected", "ratio", ratio, {}},
      {"ratio.on_trajectory", "ratio", ratio, {{"value", amount}, {"baseline", amount}, {"expected", amount}}},
      {"ratio.share_of_expected", "ratio", ratio, {{"share", ratio}}},
      {"reporter.as_written", "reporter.named", text, {{"written", text}}},
      {"reporter.by_change", "reporter.named", text, {{"written", text}, {"change", text}, {"effective", date}, {"to", text}}},
      {"reporter.first_lead", "reporter", text, {{"lead", texts}}},
      {"reporter.named", "reporter", text, {{"unit", text}}},
      {"score.mean_of_tasks", "score", marks, {{"sum", marks}, {"shares", marks}, {"known", count}, {"all", count}}},
      {"score.set_by_hand", "score", marks, {{"score", marks}, {"reason", text}, {"by", text}, {"until", date}}},
      {"score.sum", "score", marks, {{"base", marks}, {"deducted", marks}}},
      {"score_base.by_grade", "score_base", marks, {{"grade", word}}},
      {"score_base.mean_of_measures", "score_base", marks, {{"sum", marks}, {"weights", marks}, {"known", count}, {"all", count}}},
      {"settled.by_data", "settled", yes_no, {{"data_date", date}, {"due", date}}},
      {"settled.by_days", "settled", yes_no, {{"due", date}, {"as_of", date}, {"settlement", count}}},
      {"settled.by_final", "settled", yes_no, {{"reading", text}, {"final", yes_no}}},
      {"settled.not_due", "settled", yes_no, {{"as_of", date}, {"due", date}}},
      {"share.no_meaning", "share", fraction, {{"target", amount}}},
      {"share.nothing_left", "share", fraction, {{"target", amount}, {"value", amount}}},
      {"share.target_by_value", "share", fraction, {{"target", amount}, {"value", amount}}},
      {"share.value_by_target", "share", fraction, {{"value", amount}, {"target", amount}}},
      {"short.by_forecast", "forecast_short", yes_no, {{"met", yes_no}, {"just", yes_no}}},
      {"stale.by_age", "stale", count, {{"age", count}, {"stale", count}, {"very_stale", count}}},
      {"stale.never", "stale", count, {{"age", count}}},
      {"start.as_written", "start", date, {{"written", date}}},
      {"start.plan_start", "start", date, {{"plan_start", date}}},
      {"state.by_step", "state", word, {{"date", date}, {"state", word}}},
      {"state.found", "state", word, {{"found", date}}},
      {"state.passed_over", "state", word, {{"date", date}, {"passed_over", word}, {"as_of", date}, {"since", date}, {"state", word}}},
      {"status.as_written", "status", word, {{"written", word}}},
      {"status.by_change", "status", word, {{"written", word}, {"change", text}, {"effective", date}, {"to", word}}},
      {"status.unreadable", "status", word, {}},
      {"stretch.by_change", "stretch", ratio, {{"change", text}, {"so_far", ratio}, {"before", amount}, {"after", amount}, {"baseline", amount}}},
      {"support.as_written", "support.named", texts, {{"written", texts}}},
      {"support.by_change", "support.named", texts, {{"written", texts}, {"change", text}, {"effective", date}, {"to", texts}}},
      {"support.units", "support", texts, {{"units", texts}, {"lead", texts}}},
      {"target.as_written", "target", amount, {{"written", amount}}},
      {"target.by_change", "target", amount, {{"written", amount}, {"change", text}, {"effective", date}, {"to", amount}}},
      {"terms.unreadable", "terms", yes_no, {{"target", amount}, {"start", date}, {"due", date}, {"kind", word}}},
      {"time.elapsed", "time", fraction, {{"start", date}, {"due", date}, {"day", date}, {"gone", count}, {"all", count}}},
      {"time.no_term", "time", fraction, {{"start", date}, {"due", date}}},
      {"trajectory.as_written", "trajectory", word, {{"written", word}}},
      {"trajectory.end_without_baseline", "trajectory", word, {{"kind", word}}},
      {"trajectory.hold_for_all", "trajectory", word, {{"target", amount}}},
      {"trajectory.hold_for_growth", "trajectory", word, {{"kind", word}}},
      {"trajectory.hold_for_window", "trajectory", word, {{"window", word}}},
      {"trajectory.linear_by_kind", "trajectory", word, {{"kind", word}}},
      {"unit.alias", "unit", text, {{"written", text}, {"unit", text}}},
      {"unit.itself", "unit", text, {{"written", text}}},
      {"unit.successor", "unit", text, {{"written", text}, {"unit", text}, {"as_of", date}, {"successor", text}}},
      {"urge_on.day_after", "urge_on", date, {{"due", date}}},
      {"value.newest", "value", amount, {{"reading", text}, {"data_date", date}, {"value", amount}}},
      {"value.not_applicable", "value", amount, {{"reading", text}, {"data_date", date}}},
      {"value.not_reported", "value", amount, {}},
      {"weight.sum", "weight", marks, {{"indicators", marks}, {"milestones", marks}}},
  });
}();

static_assert(std::ranges::is_sorted(trace_rules, std::ranges::less_equal(), &TraceRule::id),
              "the rules stand in the order of their ids, each once");

/// The place of a rule in the table; its size where there is none.
constexpr std::size_t rule_index(std::string_view id) {
  const auto found = std::ranges::lower_bound(trace_rules, id, {}, &TraceRule::id);
  if (found == trace_rules.end() || found->id != id) return trace_rules.size();
  return static_cast<std::size_t>(found - trace_rules.begin());
}

}  // namespace taizhang::measure
