// SPDX-License-Identifier: MIT
#include "report/explain/figures.h"

#include <algorithm>
#include <array>

#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;

namespace {

constexpr MainFigure mains[] = {
    {"value", keys::figure_value_label, keys::figure_value_shown},
    {"target", keys::figure_target_label, keys::figure_target_shown},
    {"lead", keys::figure_lead_label, keys::figure_lead_shown},
    {"support", keys::figure_support_label, keys::figure_support_shown},
    {"leader", keys::figure_leader_label, keys::figure_leader_shown},
    {"status", keys::figure_status_label, keys::figure_status_shown},
    {"state", keys::figure_state_label, keys::figure_state_shown},
    {"due", keys::figure_due_label, keys::figure_due_shown},
    {"done", keys::figure_done_label, keys::figure_done_shown},
    {"urge", keys::figure_urge_label, keys::figure_urge_shown},
    {"time", keys::figure_time_label, keys::figure_time_shown},
    {"expected", keys::figure_expected_label, keys::figure_expected_shown},
    {"completion", keys::figure_completion_label, keys::figure_completion_shown},
    {"ratio", keys::figure_ratio_label, keys::figure_ratio_shown},
    {"met", keys::figure_met_label, keys::figure_met_shown},
    {"age", keys::figure_age_label, keys::figure_age_shown},
    {"reports", keys::figure_reports_label, keys::figure_reports_shown},
    {"forecast", keys::figure_forecast_label, keys::figure_forecast_shown},
    {"light", keys::figure_light_label, keys::figure_light_shown},
    {"class", keys::figure_class_label, keys::figure_class_shown},
    {"score", keys::figure_score_label, keys::figure_score_shown},
    {"suggested_order", keys::figure_suggested_order_label, keys::figure_suggested_order_shown},
};

constexpr ToldFigure all_told[] = {
    {"tolerance", ""},
    {"share", ""},
    {"unit", ""},
    {"fate", "value"},
    {"verified", "value"},
    {"value", "value"},
    {"conflicting", "value"},
    {"margin", "target"},
    {"target", "target"},
    {"baseline", "target"},
    {"lead.named", "lead"},
    {"lead", "lead"},
    {"support.named", "support"},
    {"support", "support"},
    {"leader", "leader"},
    {"status", "status"},
    {"state", "state"},
    {"due", "due"},
    {"feedback_due", "due"},
    {"change", ""},
    {"done", "done"},
    {"urge_on", "urge"},
    {"escalate_on", "urge"},
    {"ran_over", "urge"},
    {"overdue", "urge"},
    {"escalated", "urge"},
    {"start", "time"},
    {"time", "time"},
    {"time_of_data", "time"},
    {"terms", "expected"},
    {"trajectory", "expected"},
    {"stretch", "expected"},
    {"point", "expected"},
    {"expected_exact", "expected"},
    {"counted", ""},
    {"expected", "expected"},
    {"expected_now", "expected"},
    {"grade", "completion"},
    {"verdict", "light"},
    {"part", "completion"},
    {"completion", "completion"},
    {"ratio", "ratio"},
    {"gap", "ratio"},
    {"met", "met"},
    {"borderline", "met"},
    {"age", "age"},
    {"stale", "age"},
    {"reporter.named", "reports"},
    {"reporter", "reports"},
    {"duty", "reports"},
    {"late", "reports"},
    {"missing", "reports"},
    {"forecast_ratio", "forecast"},
    {"forecast_recent", "forecast"},
    {"forecast_last", "forecast"},
    {"forecast_unit", "forecast"},
    {"forecast_method", "forecast"},
    {"forecast_low", "forecast"},
    {"forecast_high", "forecast"},
    {"forecast", "forecast"},
    {"forecast_met", unsaid},
    {"forecast_gap", "forecast"},
    {"counted_task", unsaid},
    {"settled", "light"},
    {"pending_final", "light"},
    {"light", "light"},
    {"class", "class"},
    {"weight", unsaid},
    {"marks", "score"},
    {"score_base", "score"},
    {"deduction", "score"},
    {"deducted", "score"},
    {"score", "score"},
    {"score_grade", "score"},
    {"rank", "score"},
    {"month_light", "suggested_order"},
    {"suggested_order", "suggested_order"},
};

constexpr auto silent = std::to_array<std::string_view>({
    "counted.not_counted", "deducted.at_most",    "duty.from_issue",     "expected.used",
    "forecast.first",      "forecast.preferred",  "grade.of_score",      "lead.as_written",
    "lead.units",          "leader.as_written",   "met.all_measures",    "overdue.not_done",
    "overdue.not_met",     "reporter.as_written", "reporter.first_lead", "reporter.named",
    "start.plan_start",    "status.as_written",   "support.as_written",
    "support.units",       "unit.itself",         "value.newest",
});
static_assert(std::ranges::is_sorted(silent));

}  // namespace

std::span<const MainFigure> main_figures() { return mains; }

std::span<const ToldFigure> told_figures() { return all_told; }

bool goes_without_saying(std::string_view rule) { return std::ranges::binary_search(silent, rule); }

}  // namespace taizhang::report
