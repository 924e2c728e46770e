// SPDX-License-Identifier: MIT
#include "query/task_table.h"
#include "report/json.h"
#include "report/weekly_parts.h"

namespace taizhang::report {

using measure::TaskFigures;
using query::absent;

Json weekly_issues(const WeekInView& week) {
  Json found = Json::array();
  Json open = Json::array();
  Json closed = Json::array();
  for (const TaskFigures& task : week.now.tasks) {
    for (const measure::IssueFigures& issue : task.issues) {
      Json row = week.row_of(task);
      row["text"] = issue.issue->text.value_or(absent);
      row["level"] = issue.issue->level ? model::label(week.words.language(), *issue.issue->level)
                                        : std::string(absent);
      row["owner"] = issue.issue->owner ? issue.issue->owner->text : std::string(absent);
      row["state"] = model::label(week.words.language(), issue.state);
      row["since"] = issue.since ? base::iso(*issue.since) : std::string(absent);
      row["due"] = issue.due ? base::iso(*issue.due) : std::string(absent);
      row["overdue"] = issue.overdue;
      if (!issue.open) {
        if (issue.since && *issue.since >= week.first_day()) closed.push_back(std::move(row));
      } else if (*issue.issue->found >= week.first_day()) {
        found.push_back(std::move(row));
      } else {
        open.push_back(std::move(row));
      }
    }
  }
  const bool none = found.empty() && open.empty() && closed.empty();
  Json groups = Json::array();
  const auto group = [&](std::string_view key, Json rows) {
    if (!rows.empty()) groups.push_back({{"label", week.word(key)}, {"rows", std::move(rows)}});
  };
  group("weekly.issues_new", std::move(found));
  group("weekly.issues_running", std::move(open));
  group("weekly.issues_closed", std::move(closed));
  return {{"none", none}, {"groups", std::move(groups)}};
}

}  // namespace taizhang::report
