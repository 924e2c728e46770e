// SPDX-License-Identifier: MIT
#include "report/weekly.h"

#include <algorithm>

#include "query/task_table.h"
#include "report/json.h"
#include "report/weekly_parts.h"

namespace taizhang::report {

Json WeekInView::row_of(const measure::TaskFigures& task) const {
  const auto item = task.file->item();
  return {{"item", item ? std::to_string(*item) : std::string(query::absent)},
          {"task", task.task().title.value_or(query::absent)},
          {"lead", query::unit_names(task.task().lead, words)}};
}

Json rows_or_none(Json rows) {
  const bool any = !rows.empty();
  return {{"any", any}, {"rows", std::move(rows)}};
}

namespace {

Json chapter(const WeekInView& week) {
  const model::Plan& plan = week.now.plan->plan;
  const measure::Clocks& clocks = week.now.clocks;
  const std::string today = base::iso(clocks.as_of);
  Json view;
  view["title"] = plan.title.value_or(week.now.plan->id);
  view["issuer"] = plan.issuer.value_or("");
  view["doc_no"] = plan.doc_no.value_or("");
  view["week"] = week.words.say("weekly.week", {base::iso(week.first_day()), today});
  view["clocks"] = clocks.as_of == clocks.known_by
                       ? week.words.say("weekly.as_of", {today})
                       : week.words.say("text.as_of_known_by", {today, base::iso(clocks.known_by)});
  view["overview"] = weekly_overview(week);
  view["changes"] = weekly_changes(week);
  view["due"] = weekly_due(week);
  view["issues"] = weekly_issues(week);
  view["unreported"] = weekly_unreported(week);
  view["next"] = weekly_next(week);
  return view;
}

}  // namespace

Json weekly(const std::vector<Week>& plans, std::size_t faulty_files, const base::Words& words) {
  Json view;
  view["lang"] = words.language() == base::Language::zh ? "zh-CN" : "en";
  view["several"] = plans.size() > 1;
  view["synthetic"] = std::any_of(plans.begin(), plans.end(), [](const Week& week) {
    return week.plan->plan.synthetic.value_or(false);
  });
  view["plans"] = Json::array();
  for (const Week& plan : plans) {
    view["plans"].push_back(chapter({plan.now, plan.before, plan.registry, words}));
  }
  view["week"] = view["plans"][0]["week"];
  view["faults"] = faulty_files == 0 ? std::string()
                                     : words.say("weekly.faults", {std::to_string(faulty_files)});
  return view;
}

}  // namespace taizhang::report
