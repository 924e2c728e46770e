// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "check/rule.h"

namespace taizhang::check {

extern const Rule unreadable_file;
extern const Rule encoding;
extern const Rule syntax;
extern const Rule yaml_feature;
extern const Rule limit;
extern const Rule duplicate_key;
extern const Rule unknown_key;
extern const Rule wrong_type;
extern const Rule missing_key;
extern const Rule empty_value;
extern const Rule number;
extern const Rule date;
extern const Rule not_in_list;
extern const Rule schema_version;
extern const Rule stray_file;
extern const Rule file_name;
extern const Rule item_number;
extern const Rule item_duplicate;
extern const Rule item_gap;
extern const Rule section_unknown;
extern const Rule section_duplicate;
extern const Rule plan_duplicate;
extern const Rule registry_missing;
extern const Rule unit_unknown;
extern const Rule unit_duplicate;
extern const Rule lead_missing;
extern const Rule id_duplicate;
extern const Rule period_reversed;
extern const Rule reported_before_data;
extern const Rule date_outside_plan;
extern const Rule conflicting_readings;
extern const Rule value_falls;
extern const Rule change_unapproved;
extern const Rule change_from;
extern const Rule group_as_lead;
extern const Rule trajectory;
extern const Rule change_field;
extern const Rule change_to;
extern const Rule corrects;
extern const Rule null_value;
extern const Rule reference_unknown;
extern const Rule unit_twice;
extern const Rule target_scale;
extern const Rule issue_order;
extern const Rule issue_closer;
extern const Rule future_date;
extern const Rule parts_sum;
extern const Rule rule_setting;
extern const Rule dates_order;
extern const Rule wrong_side;
extern const Rule second_value;
extern const Rule units_sum;
extern const Rule ceiling_direction;
extern const Rule out_of_reach;
extern const Rule lacks_partner;
extern const Rule after_settlement;
extern const Rule override_range;
extern const Rule confirmed_over_checked;
extern const Rule unit_alias;
extern const Rule no_measure;
extern const Rule no_baseline;
extern const Rule jump;
extern const Rule over_target;
extern const Rule blanks;
extern const Rule line_ends;
extern const Rule look_alike;
extern const Rule unquoted;
extern const Rule unused_ignore;
extern const Rule measure_unit;
extern const Rule reporter_outside;
extern const Rule issue_overdue;
extern const Rule weights_sum;
extern const Rule stale;
extern const Rule missing_report;
extern const Rule no_feedback;
extern const Rule status_contradicted;
extern const Rule ceiling;
extern const Rule ratio_as_fraction;
extern const Rule no_reply;
extern const Rule override_empty;
extern const Rule status_undated;
extern const Rule verdict_better;
extern const Rule like_monthly;
extern const Rule mixed_languages;
extern const Rule wrapped_text;
extern const Rule succession;
extern const Rule unit_not_there;
extern const Rule ratio_range;
extern const Rule kind_unit;
extern const Rule season_points;
extern const Rule due_after_task;
extern const Rule quote_number;
extern const Rule final_reading;

/// Every rule, by code. A new rule is its file in `rules/`, a declaration above and a row in
/// `rules.cpp`; a case under `tests/cases/rules/` shows it firing.
std::span<const Rule* const> rules();

/// The rule with `code` or `name`; null where there is none.
const Rule* find_rule(std::string_view code_or_name);

/// What a rule can be called: all codes, then all names. For suggestions.
std::vector<std::string_view> rule_words();

}  // namespace taizhang::check
