// SPDX-License-Identifier: MIT
#include "report/explain/parts.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;

namespace {

constexpr MainFigure mains[] = {
    {"value", keys::figure_value_label, keys::figure_value_shown,
     ">tolerance >share >unit fate verified value conflicting"},
    {"target", keys::figure_target_label, keys::figure_target_shown,
     "margin target merged baseline"},
    {"lead", keys::figure_lead_label, keys::figure_lead_shown, "lead.named lead"},
    {"support", keys::figure_support_label, keys::figure_support_shown, "support.named support"},
    {"leader", keys::figure_leader_label, keys::figure_leader_shown, "leader"},
    {"status", keys::figure_status_label, keys::figure_status_shown, "status"},
    {"state", keys::figure_state_label, keys::figure_state_shown, "state"},
    {"due", keys::figure_due_label, keys::figure_due_shown, "due feedback_due"},
    {"done", keys::figure_done_label, keys::figure_done_shown, ">change done"},
    {"urge", keys::figure_urge_label, keys::figure_urge_shown,
     "urge_on escalate_on ran_over overdue escalated"},
    {"time", keys::figure_time_label, keys::figure_time_shown, "start time time_of_data"},
    {"expected", keys::figure_expected_label, keys::figure_expected_shown,
     "terms trajectory stretch point expected_exact >counted expected expected_now"},
    {"completion", keys::figure_completion_label, keys::figure_completion_shown,
     "grade part completion"},
    {"ratio", keys::figure_ratio_label, keys::figure_ratio_shown, "ratio gap"},
    {"met", keys::figure_met_label, keys::figure_met_shown, "met borderline"},
    {"age", keys::figure_age_label, keys::figure_age_shown, "age stale"},
    {"reports", keys::figure_reports_label, keys::figure_reports_shown,
     "reporter.named reporter duty late missing"},
    {"forecast", keys::figure_forecast_label, keys::figure_forecast_shown,
     "forecast_ratio forecast_recent forecast_last forecast_unit forecast_method forecast_low "
     "forecast_high forecast_gap forecast"},
    {"light", keys::figure_light_label, keys::figure_light_shown,
     "verdict settled pending_final light"},
    {"class", keys::figure_class_label, keys::figure_class_shown, "class"},
    {"score", keys::figure_score_label, keys::figure_score_shown,
     "marks score_base deduction deducted score score_grade rank"},
    {"suggested_order", keys::figure_suggested_order_label, keys::figure_suggested_order_shown,
     "month_light suggested_order"},
};

/// Of what another figure says, or nobody asks for.
constexpr std::string_view never_told = "forecast_met counted_task weight";

constexpr auto silent = std::to_array<std::string_view>({
    "counted.not_counted", "duty.from_issue",     "expected.used",    "forecast.first",
    "forecast.preferred",  "grade.of_score",      "lead.as_written",  "lead.units",
    "leader.as_written",   "met.all_measures",    "overdue.not_done", "overdue.not_met",
    "reporter.as_written", "reporter.first_lead", "reporter.named",   "start.plan_start",
    "status.as_written",   "support.as_written",  "support.units",    "unit.itself",
    "value.newest",
});
static_assert(std::ranges::is_sorted(silent));

}  // namespace

std::span<const MainFigure> main_figures() { return mains; }

const std::vector<ToldFigure>& told_figures() {
  static const std::vector<ToldFigure> all = [] {
    std::vector<ToldFigure> told;
    for (const MainFigure& figure : mains) {
      for (std::string_view name : base::split(figure.told, ' ')) {
        const bool is_of_next = name.starts_with('>');
        told.push_back({name.substr(is_of_next), is_of_next ? "" : figure.name});
      }
    }
    for (std::string_view name : base::split(never_told, ' ')) told.push_back({name, unsaid});
    return told;
  }();
  return all;
}

bool goes_without_saying(std::string_view rule) { return std::ranges::binary_search(silent, rule); }

}  // namespace taizhang::report
