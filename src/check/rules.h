// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "check/rule.h"

namespace taizhang::check {

/// The rules, by code. A new rule is its definition in `rules/` and a row here; a case under
/// `tests/cases/rules/` shows it firing.
// clang-format off
#define TAIZHANG_RULES(R)                                                                         \
  R(unreadable_file) R(encoding) R(syntax) R(yaml_feature) R(limit) R(duplicate_key)              \
  R(unknown_key) R(wrong_type) R(missing_key) R(empty_value) R(number) R(date) R(not_in_list)     \
  R(schema_version) R(stray_file) R(file_name) R(item_number) R(item_duplicate) R(item_gap)       \
  R(section_unknown) R(section_duplicate) R(plan_duplicate) R(registry_missing) R(unit_unknown)   \
  R(unit_duplicate) R(lead_missing) R(id_duplicate) R(period_reversed) R(reported_before_data)    \
  R(date_outside_plan) R(conflicting_readings) R(value_falls) R(change_unapproved)                \
  R(change_from) R(group_as_lead) R(trajectory) R(change_field) R(change_to) R(corrects)          \
  R(null_value) R(reference_unknown) R(unit_twice) R(target_scale) R(issue_order)                 \
  R(issue_closer) R(future_date) R(parts_sum) R(rule_setting) R(dates_order) R(wrong_side)        \
  R(second_value) R(units_sum) R(ceiling_direction) R(out_of_reach) R(lacks_partner)              \
  R(after_settlement) R(override_range) R(confirmed_over_checked) R(locked)                       \
  R(value_without_target) R(task_closer) R(unit_alias)                                            \
  R(no_measure) R(no_baseline) R(jump) R(over_target) R(blanks) R(line_ends) R(look_alike)        \
  R(unquoted) R(unused_ignore) R(measure_unit) R(reporter_outside) R(issue_overdue)               \
  R(weights_sum) R(stale) R(missing_report) R(no_feedback) R(status_contradicted) R(ceiling)      \
  R(ratio_as_fraction) R(no_reply) R(override_empty) R(status_undated) R(verdict_better)          \
  R(like_monthly) R(mixed_languages) R(wrapped_text) R(succession) R(unit_not_there)              \
  R(ratio_range) R(kind_unit) R(season_points) R(due_after_task) R(quote_number)                  \
  R(final_reading) R(plan_year)
// clang-format on

#define R(rule) extern const Rule rule;
TAIZHANG_RULES(R)
#undef R

/// All of them.
std::span<const Rule* const> rules();

/// The rule with `code` or `name`; null where there is none.
const Rule* find_rule(std::string_view code_or_name);

/// What a rule can be called: all codes, then all names. For suggestions.
std::vector<std::string_view> rule_words();

}  // namespace taizhang::check
