// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

// A test holds this table against the codes: sorted, unique, E for errors and W for warnings.
constexpr const Rule* table[] = {
    &unreadable_file,
    &encoding,
    &syntax,
    &yaml_feature,
    &limit,
    &duplicate_key,
    &unknown_key,
    &wrong_type,
    &missing_key,
    &empty_value,
    &number,
    &date,
    &not_in_list,
    &schema_version,
    &stray_file,
    &file_name,
    &item_number,
    &item_duplicate,
    &item_gap,
    &section_unknown,
    &section_duplicate,
    &plan_duplicate,
    &registry_missing,
    &unit_unknown,
    &unit_duplicate,
    &lead_missing,
    &id_duplicate,
    &period_reversed,
    &reported_before_data,
    &date_outside_plan,
    &conflicting_readings,
    &value_falls,
    &change_unapproved,
    &change_from,
    &group_as_lead,
    &trajectory,
    &change_field,
    &change_to,
    &corrects,
    &null_value,
    &reference_unknown,
    &unit_twice,
    &target_scale,
    &issue_order,
    &issue_closer,
    &future_date,
    &parts_sum,
    &rule_setting,
    &dates_order,
    &wrong_side,
    &second_value,
    &units_sum,
    &ceiling_direction,
    &out_of_reach,
    &lacks_partner,
    &after_settlement,
    &override_range,
    &confirmed_over_checked,
    &unit_alias,
    &no_measure,
    &no_baseline,
    &jump,
    &over_target,
    &blanks,
    &line_ends,
    &look_alike,
    &unquoted,
    &unused_ignore,
    &measure_unit,
    &reporter_outside,
    &issue_overdue,
    &weights_sum,
    &stale,
    &missing_report,
    &no_feedback,
    &status_contradicted,
    &ceiling,
    &ratio_as_fraction,
    &no_reply,
    &override_empty,
    &status_undated,
    &verdict_better,
    &like_monthly,
    &mixed_languages,
    &wrapped_text,
    &succession,
    &unit_not_there,
    &ratio_range,
    &kind_unit,
    &season_points,
    &due_after_task,
    &quote_number,
    &final_reading,
};

}  // namespace

std::span<const Rule* const> rules() { return table; }

const Rule* find_rule(std::string_view code_or_name) {
  for (const Rule* rule : table) {
    if (rule->code == code_or_name || rule->name == code_or_name) return rule;
  }
  return nullptr;
}

std::vector<std::string_view> rule_words() {
  std::vector<std::string_view> words;
  for (const Rule* rule : table) words.push_back(rule->code);
  for (const Rule* rule : table) words.push_back(rule->name);
  return words;
}

}  // namespace taizhang::check
