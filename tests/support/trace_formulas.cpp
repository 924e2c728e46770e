// SPDX-License-Identifier: MIT
#include "trace_formulas.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "measure/readings.h"

namespace taizhang::test {

using base::Date;
using base::Ratio;
using measure::trace_value;
using measure::TraceValue;
using std::chrono::days;

const measure::TraceValue& Told::value(std::string_view name) const {
  for (const measure::Operand& operand : step_.operands) {
    if (operand.name == name) return operand.value;
  }
  FAIL(step_.rule->id << " has no operand " << name);
  return step_.value;
}

namespace {

using measure::ReadingFate;
using model::Class;
using model::Grade;
using model::Light;
using model::OrderLevel;
using model::Status;
using model::TrajectoryType;

/// The value is one of the operands.
Formula same(std::string_view name) {
  return [name](const Told& told) { return told.value(name); };
}

const Formula nothing = [](const Told&) { return TraceValue(); };

template <class T>
Formula always(T value) {
  return [value](const Told&) { return trace_value(value); };
}

long long between(Date from, Date to) { return (to - from).count(); }

Ratio capped(const Ratio& value) { return value < 0 ? Ratio(0) : value > 1 ? Ratio(1) : value; }

/// The day's part of the term, both ends counted.
Ratio part_of_term(Date start, Date due, Date day) {
  const long long all = between(start, due) + 1;
  return Ratio(std::clamp(between(start, day) + 1, 0LL, all)) / Ratio(all);
}

/// The worse light; blue stays blue.
TraceValue raised(const Told& told, Light floor) {
  const Light before = *model::from_name<Light>(told.word("before"));
  return trace_value(before == Light::blue ? before : std::max(before, floor));
}

TraceValue banded(const Told& told, std::string_view name) {
  const Ratio& value = told.number(name);
  return trace_value(value >= told.number("green")    ? Light::green
                     : value >= told.number("yellow") ? Light::yellow
                                                      : Light::red);
}

Ratio grade_share(std::string_view grade) {
  if (grade == "优") return 1;
  if (grade == "良") return Ratio(85, 100);
  return grade == "中" ? Ratio(70, 100) : Ratio(50, 100);
}

TraceValue quotient(const Told& told, std::string_view above, std::string_view below) {
  const Ratio& all = told.number(below);
  return all == 0 ? TraceValue() : trace_value(told.number(above) / all);
}

/// The forecasts that are there, in their order.
std::vector<std::pair<std::string_view, Ratio>> methods(const Told& told) {
  std::vector<std::pair<std::string_view, Ratio>> all;
  for (const std::string_view name : {"ratio", "recent", "last", "unit"}) {
    if (told.has(name)) all.emplace_back(name, told.number(name));
  }
  return all;
}

TraceValue times_each(const Told& told) {
  return trace_value(told.number("each") * told.count("times"));
}

std::map<std::string_view, Formula> of_facts() {
  const Formula counts = [](const Told& told) {
    REQUIRE(told.date("data_date") <= told.date("as_of"));
    REQUIRE(told.date("reported") <= told.date("known_by"));
    return trace_value(ReadingFate::counts);
  };
  return {
      {"fate.counts", counts},
      {"fate.newest",
       [counts](const Told& told) {
         counts(told);
         return trace_value(ReadingFate::newest);
       }},
      {"fate.corrected",
       [](const Told& told) {
         REQUIRE(told.text("corrects") == told.text("reading"));
         return trace_value(ReadingFate::corrected);
       }},
      {"fate.withdrawn",
       [](const Told& told) {
         REQUIRE(told.text("corrects") == told.text("reading"));
         return trace_value(ReadingFate::corrected);
       }},
      {"fate.withdraws", always(ReadingFate::withdraws)},
      {"fate.unreadable",
       [](const Told& told) {
         REQUIRE_FALSE((told.has("data_date") && told.has("value")));
         return trace_value(ReadingFate::unreadable);
       }},
      {"fate.superseded", always(ReadingFate::superseded)},
      {"fate.found_false", always(ReadingFate::found_false)},
      {"fate.too_late",
       [](const Told& told) {
         REQUIRE(told.date("reported") > told.date("settled_on"));
         return trace_value(ReadingFate::too_late);
       }},
      {"fate.after_plan",
       [](const Told& told) {
         REQUIRE(told.date("data_date") > told.date("last_data"));
         return trace_value(ReadingFate::after_plan);
       }},
      {"verified.by_inspection",
       [](const Told& told) {
         REQUIRE(told.has("inspection"));
         return told.result();
       }},
      {"value.of_units", same("value")},
      {"value.partial",
       [](const Told& told) {
         REQUIRE(told.count("known") < told.count("all"));
         return TraceValue();
       }},
      {"change.pending", nothing},
      {"target.compared",
       [](const Told& told) {
         return trace_value(told.number("benchmark") + told.number("margin"));
       }},
      {"target.of_units", same("sum")},
      {"margin.as_written", same("written")},
      {"margin.by_change", same("to")},
      {"due.of_task", same("of_task")},
      {"start.after_baseline",
       [](const Told& told) { return trace_value(told.date("baseline_date") + days(1)); }},
      {"trajectory.hold_for_kind", always(TrajectoryType::hold)},
      {"trajectory.hold_without_way", always(TrajectoryType::hold)},
      {"verdict.of_progress",
       [](const Told& told) {
         REQUIRE(between(told.date("date"), told.date("as_of")) <= 45);
         return told.value("verdict");
       }},
      {"verdict.too_old",
       [](const Told& told) {
         REQUIRE(between(told.date("date"), told.date("as_of")) > 45);
         return TraceValue();
       }},
      {"merged.added", same("parts")},
      {"merged.not_added", same("parts")},
      {"counted.by_status",
       [](const Told& told) {
         const std::string_view status = told.word("status");
         return trace_value(!told.yes("mechanism") && status != "suspended" &&
                            status != "cancelled");
       }},
      {"value.newest", same("value")},
      {"value.not_applicable", nothing},
      {"value.not_reported", nothing},
      {"change.in_force",
       [](const Told& told) {
         REQUIRE(told.date("effective") <= told.date("as_of"));
         return told.value("to");
       }},
      {"change.later",
       [](const Told& told) {
         REQUIRE(told.date("effective") > told.date("as_of"));
         return TraceValue();
       }},
      {"change.unreadable", nothing},
      {"target.as_written", same("written")},
      {"target.by_change", same("to")},
      {"due.as_written", same("written")},
      {"due.by_change", same("to")},
      {"due.plan_end", same("plan_end")},
      {"due.by_level",
       [](const Told& told) { return trace_value(told.date("found") + days(told.count("days"))); }},
      {"status.as_written", same("written")},
      {"status.by_change", same("to")},
      {"status.unreadable", always(Status::in_progress)},
      {"leader.as_written", same("written")},
      {"leader.by_change", same("to")},
      {"lead.as_written", same("written")},
      {"lead.by_change", same("to")},
      {"lead.units",
       [](const Told& told) {
         const auto& units = told.texts("units");
         REQUIRE(std::set(units.begin(), units.end()).size() == units.size());
         return told.value("units");
       }},
      {"support.as_written", same("written")},
      {"support.by_change", same("to")},
      {"support.units",
       [](const Told& told) {
         for (const std::string& unit : told.texts("units")) {
           REQUIRE(std::ranges::count(told.texts("lead"), unit) == 0);
         }
         return told.value("units");
       }},
      {"reporter.as_written", same("written")},
      {"reporter.by_change", same("to")},
      {"reporter.named", same("unit")},
      {"reporter.first_lead",
       [](const Told& told) {
         const auto& lead = told.texts("lead");
         return trace_value(lead.empty() ? std::string() : lead.front());
       }},
      {"unit.alias", same("unit")},
      {"unit.itself", same("written")},
      {"unit.successor", same("successor")},
      {"start.as_written", same("written")},
      {"start.plan_start", same("plan_start")},
      {"terms.unreadable",
       [](const Told& told) {
         REQUIRE_FALSE(
             (told.has("target") && told.has("start") && told.has("due") && told.has("kind")));
         return TraceValue();
       }},
      {"baseline.as_written", same("written")},
      {"baseline.none", nothing},
      {"baseline.zero", always(Ratio(0))},
      {"trajectory.as_written", same("written")},
      {"trajectory.by_change", same("to")},
      {"trajectory.end_without_baseline", always(TrajectoryType::end)},
      {"trajectory.hold_for_all",
       [](const Told& told) {
         REQUIRE(told.number("target") == 100);
         return trace_value(TrajectoryType::hold);
       }},
      {"trajectory.hold_for_window", always(TrajectoryType::hold)},
      {"trajectory.linear_by_kind", always(TrajectoryType::linear)},
      {"stretch.by_change",
       [](const Told& told) {
         const Ratio& base = told.number("baseline");
         return trace_value(told.number("so_far") * (told.number("after") - base) /
                            (told.number("before") - base));
       }},
      {"point.rescaled",
       [](const Told& told) {
         const Ratio& base = told.number("baseline");
         return trace_value(base + (told.number("written") - base) * told.number("stretch"));
       }},
      {"grade.without_measures",
       [](const Told& told) {
         const bool later = told.has("date") && told.date("date") > told.date("as_of");
         return told.yes("measured") || later ? TraceValue() : told.value("written");
       }},
  };
}

std::map<std::string_view, Formula> of_progress() {
  return {
      {"time.elapsed",
       [](const Told& told) {
         return trace_value(part_of_term(told.date("start"), told.date("due"), told.date("day")));
       }},
      {"time.no_term",
       [](const Told& told) {
         REQUIRE(told.date("due") < told.date("start"));
         return TraceValue();
       }},
      {"time.by_months", [](const Told& told) { return quotient(told, "gone", "all"); }},
      {"share.met_below_zero", always(Ratio(1))},
      {"met.all_units", same("met")},
      {"met.months_missed",
       [](const Told& told) {
         return trace_value(told.count("missed") + told.count("missing") == 0);
       }},
      {"completion.met", always(Ratio(1))},
      {"completion.share_unmet", same("share")},
      {"completion.not_due", nothing},
      {"completion.of_rank", nothing},
      {"completion.of_ceiling", same("share")},
      {"completion.of_units",
       [](const Told& told) {
         return told.count("known") == 0 ? TraceValue()
                                         : trace_value(told.number("sum") / told.count("known"));
       }},
      {"completion.of_window",
       [](const Told& told) { return trace_value(Ratio(told.count("met"), told.count("all"))); }},
      {"ratio.lowest", same("ratio")},
      {"ratio.of_rank", nothing},
      {"ratio.wrong_side", always(Ratio(0))},
      {"ratio.of_ceiling",
       [](const Told& told) {
         if (told.number("target") == 0 || told.number("value") <= 0) return TraceValue();
         return quotient(told, "expected", "value");
       }},
      {"gap.places",
       [](const Told& told) { return trace_value(told.number("target") - told.number("value")); }},
      {"gap.of_ceiling",
       [](const Told& told) {
         return trace_value(told.number("expected") - told.number("value"));
       }},
      {"gap.points",
       [](const Told& told) {
         return trace_value((told.number("completion") - told.number("due")) * 100);
       }},
      {"gap.to_target",
       [](const Told& told) {
         const Ratio above = told.number("value") - told.number("target");
         return trace_value(told.yes("down") ? -above : above);
       }},
      {"about.points", same("points_below")},
      {"about.small_count",
       [](const Told& told) {
         REQUIRE(told.number("way") < told.count("smallest_count"));
         return trace_value(Ratio(0));
       }},
      {"about.per_cent",
       [](const Told& told) {
         return trace_value(told.number("way") * told.number("percent_below") / 100);
       }},
      {"about.per_cent_of_count",
       [](const Told& told) {
         return trace_value(floor(told.number("way") * told.number("percent_below") / 100));
       }},
      {"share.no_meaning",
       [](const Told& told) {
         REQUIRE(told.number("target") == 0);
         return TraceValue();
       }},
      {"share.nothing_left", nothing},
      {"share.target_by_value", [](const Told& told) { return quotient(told, "target", "value"); }},
      {"share.value_by_target", [](const Told& told) { return quotient(told, "value", "target"); }},
      {"met.above",
       [](const Told& told) { return trace_value(told.number("value") > told.number("target")); }},
      {"met.below",
       [](const Told& told) { return trace_value(told.number("value") < told.number("target")); }},
      {"met.up_to",
       [](const Told& told) { return trace_value(told.number("value") >= told.number("target")); }},
      {"met.down_to",
       [](const Told& told) { return trace_value(told.number("value") <= told.number("target")); }},
      {"met.about",
       [](const Told& told) {
         REQUIRE(told.number("bound") == told.number("target") - told.number("tolerance"));
         return trace_value(told.number("value") >= told.number("bound"));
       }},
      {"met.about_down",
       [](const Told& told) {
         REQUIRE(told.number("bound") == told.number("target") + told.number("tolerance"));
         return trace_value(told.number("value") <= told.number("bound"));
       }},
      {"met.all_measures",
       [](const Told& told) {
         return trace_value(told.count("all") > 0 && told.count("met") == told.count("all"));
       }},
      {"completion.unknown",
       [](const Told& told) {
         REQUIRE_FALSE((told.has("target") && told.yes("applicable")));
         return TraceValue();
       }},
      {"completion.hold_share", same("share")},
      {"completion.share_without_baseline", same("share")},
      {"completion.from_baseline",
       [](const Told& told) {
         const Ratio& base = told.number("baseline");
         return trace_value((told.number("value") - base) / (told.number("target") - base));
       }},
      {"completion.by_grade",
       [](const Told& told) { return trace_value(grade_share(told.word("grade"))); }},
      {"completion.mean_of_measures",
       [](const Told& told) { return quotient(told, "sum", "weights"); }},
      {"completion.plain_mean",
       [](const Told& told) {
         const long long known = told.count("known");
         return known == 0 ? TraceValue() : trace_value(told.number("sum") / known);
       }},
      {"expected.hold", same("target")},
      {"expected.no_term", nothing},
      {"expected.linear",
       [](const Told& told) {
         const Ratio& base = told.number("baseline");
         return trace_value(base + (told.number("target") - base) * told.number("time"));
       }},
      {"expected.due",
       [](const Told& told) {
         REQUIRE(told.date("day") >= told.date("due"));
         return told.value("target");
       }},
      {"expected.before_due", same("baseline")},
      {"expected.before_points", same("baseline")},
      {"expected.step",
       [](const Told& told) {
         REQUIRE(told.date("date") <= told.date("day"));
         return told.value("value");
       }},
      {"expected.between_points",
       [](const Told& told) {
         const Ratio& before = told.number("before");
         return trace_value(before + (told.number("after") - before) * told.number("gone"));
       }},
      {"expected.after_points", same("value")},
      {"expected.nothing", nothing},
      {"expected.used", same("value")},
      {"counted.not_counted", same("exact")},
      {"counted.up", [](const Told& told) { return trace_value(ceil(told.number("exact"))); }},
      {"counted.down", [](const Told& told) { return trace_value(floor(told.number("exact"))); }},
      {"counted.from_baseline", same("baseline")},
      {"ratio.hold", same("share")},
      {"ratio.nothing_expected", nothing},
      {"ratio.not_begun",
       [](const Told& told) {
         REQUIRE(told.number("expected") == told.number("baseline"));
         return TraceValue();
       }},
      {"ratio.on_trajectory",
       [](const Told& told) {
         const Ratio& base = told.number("baseline");
         return trace_value((told.number("value") - base) / (told.number("expected") - base));
       }},
      {"ratio.share_of_expected", same("share")},
  };
}

std::map<std::string_view, Formula> of_forecast_and_reports() {
  return {
      {"forecast.hold", same("value")},
      {"forecast.allowance",
       [](const Told& told) {
         return trace_value(told.number("target") * told.number("value") / told.number("expected"));
       }},
      {"forecast_gap.to_target",
       [](const Told& told) {
         const Ratio above = told.number("forecast") - told.number("target");
         return trace_value(told.yes("down") ? -above : above);
       }},
      {"age.of_silence",
       [](const Told& told) {
         return trace_value(between(told.date("since"), told.date("as_of")));
       }},
      {"forecast.ratio",
       [](const Told& told) {
         const Ratio& base = told.number("baseline");
         return trace_value(base + (told.number("target") - base) * (told.number("value") - base) /
                                       (told.number("expected") - base));
       }},
      {"forecast.recent",
       [](const Told& told) {
         const long long gone = between(told.date("from"), told.date("data_date"));
         const long long rest = between(told.date("data_date"), told.date("due"));
         const Ratio& value = told.number("value");
         return trace_value(value + (value - told.number("before")) * std::max(rest, 0LL) / gone);
       }},
      {"forecast.last", same("value")},
      {"forecast.unit", same("value")},
      {"forecast.too_early",
       [](const Told& told) {
         REQUIRE_FALSE((told.has("time") && told.number("time") >= told.number("from")));
         return TraceValue();
       }},
      {"forecast.impossible", nothing},
      {"forecast.low",
       [](const Told& told) {
         const auto all = methods(told);
         return trace_value(
             std::ranges::min(all, {}, [](const auto& one) { return one.second; }).second);
       }},
      {"forecast.high",
       [](const Told& told) {
         const auto all = methods(told);
         return trace_value(
             std::ranges::max(all, {}, [](const auto& one) { return one.second; }).second);
       }},
      {"forecast.method_preferred", same("method")},
      {"forecast.method_first",
       [](const Told& told) {
         return trace_value(*model::from_name<model::ForecastMethod>(methods(told).front().first));
       }},
      {"forecast.preferred", [](const Told& told) { return told.value(told.word("method")); }},
      {"forecast.first",
       [](const Told& told) {
         REQUIRE_FALSE(told.has(told.word("preferred")));
         return trace_value(methods(told).front().second);
       }},
      {"duty.from_issue", same("issued")},
      {"late.by_report",
       [](const Told& told) {
         return trace_value(told.date("reported") > told.date("deadline") &&
                            !told.yes("backfilled"));
       }},
      {"missing.by_silence",
       [](const Told& told) {
         return trace_value(std::min(told.date("end"), told.date("deadline")) <=
                                told.date("as_of") &&
                            told.date("deadline") <= told.date("known_by"));
       }},
      {"stale.never", always(0)},
      {"stale.by_age",
       [](const Told& told) {
         const long long age = told.count("age");
         return trace_value((age > told.count("stale") ? 1 : 0) +
                            (age > told.count("very_stale") ? 1 : 0));
       }},
      {"age.of_data",
       [](const Told& told) {
         return trace_value(between(told.date("data_date"), told.date("as_of")));
       }},
      {"borderline.at_target",
       [](const Told& told) {
         return trace_value(!told.yes("met") && told.number("value") == told.number("target"));
       }},
      {"conflict.of_units",
       [](const Told& told) {
         const auto& values = told.texts("values");
         return trace_value(std::set(values.begin(), values.end()).size() > 1);
       }},
      {"settled.by_data",
       [](const Told& told) {
         const bool over = !told.yes("public") &&
                           between(told.date("due"), told.date("as_of")) > told.count("settlement");
         return trace_value(told.date("data_date") >= told.date("due") || told.yes("final") ||
                            over);
       }},
      {"pending.until_settled",
       [](const Told& told) {
         return trace_value(told.date("as_of") >= told.date("due") && !told.yes("settled"));
       }},
  };
}

std::map<std::string_view, Formula> of_standing() {
  return {
      {"overdue.not_met",
       [](const Told& told) {
         return trace_value(told.date("as_of") > told.date("due") && !told.yes("met") &&
                            !told.yes("standing"));
       }},
      {"overdue.not_done",
       [](const Told& told) {
         return trace_value(!told.yes("done") && told.has("due") &&
                            told.date("due") < told.date("as_of") && !told.yes("unrecorded"));
       }},
      {"overdue.unresolved",
       [](const Told& told) {
         return trace_value(told.date("until") > told.date("due") && !told.yes("resolved"));
       }},
      {"overdue.no_feedback",
       [](const Told& told) {
         return trace_value(told.yes("asked") && !told.yes("fed_back") && told.has("due") &&
                            told.date("due") < told.date("as_of"));
       }},
      {"overdue.no_reply",
       [](const Told& told) {
         return trace_value(!told.yes("replied") && !told.yes("closed") && told.has("reply_by") &&
                            told.date("reply_by") < told.date("as_of"));
       }},
      {"light.no_reading", always(Light::grey)},
      {"light.broken", always(Light::red)},
      {"light.closed", always(Light::blue)},
      {"light.left_apart", always(Light::grey)},
      {"light.lost", always(Light::red)},
      {"light.met_so_far", always(Light::green)},
      {"light.milestone_public", always(Light::grey)},
      {"light.milestone_before",
       [](const Told& told) {
         REQUIRE(told.date("due") < told.date("from"));
         return trace_value(Light::grey);
       }},
      {"light.milestone_silent", always(Light::grey)},
      {"light.missed_window", always(Light::red)},
      {"light.not_compared", always(Light::grey)},
      {"light.not_recorded", always(Light::grey)},
      {"light.overdue_unreported", always(Light::red)},
      {"light.pending", always(Light::grey)},
      {"light.milestone_waiting",
       [](const Told& told) {
         REQUIRE(between(told.date("as_of"), told.date("due")) <= told.count("due_soon"));
         return trace_value(Light::yellow);
       }},
      {"light.over_ceiling", [](const Told& told) { return raised(told, Light::yellow); }},
      {"light.own_word",
       [](const Told& told) {
         const std::string_view verdict = told.word("verdict");
         return trace_value(verdict == "behind"    ? Light::yellow
                            : verdict == "stopped" ? Light::red
                                                   : Light::green);
       }},
      {"light.used_too_fast",
       [](const Told& told) {
         REQUIRE(told.number("ratio") < told.number("green"));
         return trace_value(Light::yellow);
       }},
      {"class.of_units", same("class")},
      {"order.by_silence",
       [](const Told& told) {
         const OrderLevel own =
             told.count("missing") > 2 ? OrderLevel::order : OrderLevel::reminder;
         if (!told.has("by_months")) return trace_value(own);
         return trace_value(std::max(own, *model::from_name<OrderLevel>(told.word("by_months"))));
       }},
      {"light.not_applicable", always(Light::grey)},
      {"light.unreadable_terms", always(Light::grey)},
      {"light.met", always(Light::blue)},
      {"light.missed", always(Light::red)},
      {"light.unmet_full_target", always(Light::yellow)},
      {"light.nothing_expected", always(Light::green)},
      {"light.by_points", [](const Told& told) { return banded(told, "points"); }},
      {"light.by_ratio", [](const Told& told) { return banded(told, "ratio"); }},
      {"light.forecast_short",
       [](const Told& told) {
         REQUIRE(told.count("days_left") <= told.count("due_soon"));
         return raised(told, Light::yellow);
       }},
      {"light.stale", [](const Told& told) { return raised(told, Light::yellow); }},
      {"light.very_stale", [](const Told& told) { return raised(told, Light::red); }},
      {"light.strive", always(Light::yellow)},
      {"light.milestone_done", always(Light::blue)},
      {"light.milestone_overdue",
       [](const Told& told) {
         REQUIRE(told.date("due") < told.date("as_of"));
         return trace_value(Light::red);
       }},
      {"light.milestone_due_soon",
       [](const Told& told) {
         REQUIRE(between(told.date("as_of"), told.date("due")) == told.count("days_left"));
         REQUIRE(told.count("days_left") <= told.count("due_soon"));
         return trace_value(Light::green);
       }},
      {"light.milestone_ahead", always(Light::green)},
      {"light.worst_measure",
       [](const Told& told) {
         Light worst = Light::blue;
         for (const std::string& light : told.texts("lights")) {
           worst = std::max(worst, *model::from_name<Light>(light));
         }
         return trace_value(worst);
       }},
      {"light.worst_unit",
       [](const Told& told) {
         Light worst = Light::blue;
         for (const std::string& light : told.texts("lights")) {
           worst = std::max(worst, *model::from_name<Light>(light));
         }
         return trace_value(worst);
       }},
      {"light.nothing_to_go_by", always(Light::grey)},
      {"light.graded",
       [](const Told& told) {
         const std::string_view grade = told.word("grade");
         const bool good = grade == "优" || grade == "良";
         const bool at_end =
             good && told.has("date") && told.has("due") && told.date("date") >= told.date("due");
         return trace_value(at_end          ? Light::blue
                            : grade == "差" ? Light::red
                            : grade == "中" ? Light::yellow
                                            : Light::green);
       }},
      {"light.critical_issue",
       [](const Told& told) {
         return trace_value(std::max(*model::from_name<Light>(told.word("before")), Light::yellow));
       }},
      {"light.set_by_hand", same("light")},
      {"class.by_light",
       [](const Told& told) {
         const std::string_view light = told.word("light");
         return trace_value(light == "blue"     ? Class::done
                            : light == "yellow" ? Class::behind
                                                : Class::far_behind);
       }},
      {"class.green_ceiling", always(Class::on_schedule)},
      {"class.green_without_ratio", always(Class::on_schedule)},
      {"class.by_ratio",
       [](const Told& told) {
         return trace_value(told.number("ratio") >= told.number("ahead") ? Class::ahead
                                                                         : Class::on_schedule);
       }},
      {"class.grey",
       [](const Told& told) {
         return trace_value(told.yes("pending")        ? Class::not_measured
                            : !told.yes("applicable")  ? Class::not_applicable
                            : told.yes("not_compared") ? Class::not_compared
                                                       : Class::not_reported);
       }},
      {"class.grey_task",
       [](const Told& told) {
         if (!told.yes("measured")) return trace_value(Class::not_measured);
         return told.number("weight") == 0 ? told.result() : trace_value(Class::not_reported);
       }},
      {"class.not_judged", always(Class::not_judged)},
      {"class.by_measures",
       [](const Told& told) {
         const bool ahead = told.count("ahead") > 0 && told.count("good") == told.count("all");
         return trace_value(ahead ? Class::ahead : Class::on_schedule);
       }},
      {"done.by_day",
       [](const Told& told) {
         return trace_value(told.has("done") && told.date("done") <= told.date("as_of"));
       }},
      {"feedback_due.after_inspection",
       [](const Told& told) { return trace_value(told.date("date") + days(told.count("days"))); }},
      {"state.found", always(model::IssueState::found)},
      {"state.by_step", same("state")},
      {"state.passed_over",
       [](const Told& told) {
         REQUIRE(told.date("date") < told.date("since"));
         return told.value("state");
       }},
      {"ran_over.until",
       [](const Told& told) {
         return trace_value(told.yes("before") || told.date("until") > told.date("due"));
       }},
      {"urge_on.day_after",
       [](const Told& told) { return trace_value(told.date("due") + days(1)); }},
      {"escalate_on.working_days",
       [](const Told& told) {
         return trace_value(told.date("urge_on") +
                            days(told.count("working_days") + told.count("days_off")));
       }},
      {"escalated.by_day",
       [](const Told& told) {
         return trace_value(told.yes("overdue") && told.date("escalate_on") <= told.date("as_of"));
       }},
      {"month.known_by_deadline", same("light")},
      {"order.no_months", nothing},
      {"order.not_behind",
       [](const Told& told) {
         REQUIRE(told.word("light") != "yellow");
         REQUIRE(told.word("light") != "red");
         return TraceValue();
       }},
      {"order.by_reds",
       [](const Told& told) {
         const long long reds = told.count("reds");
         return trace_value(reds == 1   ? OrderLevel::order
                            : reds == 2 ? OrderLevel::listed
                                        : OrderLevel::talk);
       }},
      {"order.by_yellow",
       [](const Told& told) {
         return trace_value(told.yes("yellow_before") ? OrderLevel::order : OrderLevel::reminder);
       }},
  };
}

std::map<std::string_view, Formula> of_score() {
  return {
      {"part.unknown", nothing},
      {"part.in_part",
       [](const Told& told) {
         REQUIRE(told.count("known") > 0);
         REQUIRE(told.count("known") < told.count("all"));
         return TraceValue();
       }},
      {"part.of_indicator",
       [](const Told& told) {
         return trace_value(told.number("weight") * capped(told.number("completion")));
       }},
      {"part.of_milestone",
       [](const Told& told) {
         return trace_value(told.yes("done") ? told.number("weight") : Ratio(0));
       }},
      {"weight.sum",
       [](const Told& told) {
         return trace_value(told.number("indicators") + told.number("milestones"));
       }},
      {"grade.of_score",
       [](const Told& told) {
         const Ratio& score = told.number("score");
         return trace_value(score < 60   ? Grade::poor
                            : score < 80 ? Grade::fair
                            : score < 90 ? Grade::good
                                         : Grade::excellent);
       }},
      {"marks.milestone",
       [](const Told& told) {
         return trace_value(told.yes("done") ? told.number("weight") * 100 : Ratio(0));
       }},
      {"marks.task",
       [](const Told& told) { return trace_value(told.number("share") * told.number("score")); }},
      {"marks.task_unknown", nothing},
      {"marks.of_measure",
       [](const Told& told) { return trace_value(told.number("weight") * told.number("marks")); }},
      {"score_base.by_grade",
       [](const Told& told) { return trace_value(grade_share(told.word("grade")) * 100); }},
      {"score_base.mean_of_measures",
       [](const Told& told) { return quotient(told, "sum", "weights"); }},
      {"deduction.late", times_each},
      {"deduction.missing", times_each},
      {"deduction.issue_overdue", times_each},
      {"deduction.false_report", times_each},
      {"deduction.red_month", times_each},
      {"deduction.second_yellow", times_each},
      {"deducted.at_most",
       [](const Told& told) {
         return trace_value(std::min(told.number("sum"), told.number("most")));
       }},
      {"score.sum",
       [](const Told& told) {
         if (!told.has("base")) return TraceValue();
         return trace_value(std::max(told.number("base") - told.number("deducted"), Ratio(0)));
       }},
      {"score.set_by_hand", same("score")},
      {"score.plain_mean",
       [](const Told& told) {
         return told.count("known") == 0 ? TraceValue()
                                         : trace_value(told.number("sum") / told.count("known"));
       }},
      {"score.mean_of_tasks", [](const Told& told) { return quotient(told, "sum", "shares"); }},
      {"rank.place", [](const Told& told) { return trace_value(told.count("better") + 1); }},
  };
}

}  // namespace

const std::map<std::string_view, Formula>& formulas() {
  static const std::map<std::string_view, Formula> all = [] {
    std::map<std::string_view, Formula> merged;
    for (auto group :
         {of_facts(), of_progress(), of_forecast_and_reports(), of_standing(), of_score()}) {
      merged.merge(group);
    }
    return merged;
  }();
  return all;
}

}  // namespace taizhang::test
