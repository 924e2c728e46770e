// SPDX-License-Identifier: MIT
#include "check/levels.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "check/rules.h"

namespace taizhang::check {

namespace {

/// What one plan says, by code.
using Levels = std::map<std::string_view, model::RuleLevel>;

Levels levels_of(const model::Plan& plan) {
  Levels levels;
  for (const auto& [name, level] : plan.rules.check.rows) {
    const Rule* rule = find_rule(*name.value);
    if (rule && level && may_be_lowered(*rule)) levels[rule->code] = *level;
  }
  return levels;
}

}  // namespace

bool may_be_lowered(const Rule& rule) {
  constexpr const Rule* of_unread[] = {
      &unreadable_file, &encoding,   &syntax, &yaml_feature, &limit,
      &duplicate_key,   &wrong_type, &number, &date,         &not_in_list};
  return std::ranges::find(of_unread, &rule) == std::end(of_unread);
}

void apply_levels(const model::Ledger& ledger, std::vector<source::Finding>& findings) {
  std::vector<Levels> by_plan;
  std::vector<const Levels*> by_file(ledger.sources.size());
  by_plan.reserve(ledger.plans.size());
  for (const model::PlanFolder& plan : ledger.plans) {
    const Levels& levels = by_plan.emplace_back(levels_of(plan.plan));
    by_file[plan.file] = &levels;
    for (const model::TaskFile& task : plan.tasks) by_file[task.file] = &levels;
  }
  std::erase_if(findings, [&](source::Finding& finding) {
    const Levels* levels = by_file[finding.at.file];
    const auto level = levels ? levels->find(finding.code) : Levels::const_iterator();
    if (!levels || level == levels->end()) return false;
    const bool error = level->second == model::RuleLevel::error;
    finding.severity = error ? source::Severity::error : source::Severity::warning;
    return level->second == model::RuleLevel::ignore;
  });
}

}  // namespace taizhang::check
