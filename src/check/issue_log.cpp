// SPDX-License-Identifier: MIT
#include "check/issue_log.h"

#include <algorithm>

namespace taizhang::check {

bool has_its_logs(const model::Ledger& ledger, const model::TaskFile& file) {
  return ledger.is_whole(file.file) && !ledger.was_meant(file.file, "log");
}

bool is_readable(const model::Issue& issue) {
  return std::all_of(issue.log.begin(), issue.log.end(),
                     [](const model::IssueStep& step) { return step.date && step.state; });
}

bool can_follow(const model::Issue& issue) {
  if (!is_readable(issue)) return false;
  std::optional<base::Date> before = issue.found.value;
  for (const model::IssueStep& step : issue.log) {
    if (before && *step.date < *before) return false;
    before = step.date.value;
  }
  return true;
}

}  // namespace taizhang::check
