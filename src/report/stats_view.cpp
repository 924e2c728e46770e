// SPDX-License-Identifier: MIT
#include "report/stats_view.h"

#include "query/stats_notes.h"
#include "query/trend_table.h"
#include "report/json.h"

namespace taizhang::report {

using query::Counting;
using query::Dimension;
using query::Group;
using query::PlanStats;

namespace {

std::string counting_name(Counting counting) {
  return counting == Counting::tasks ? "tasks" : "indicators";
}

/// A count and what it is made of.
Json tally_view(const measure::Tally& tally) {
  Json view{{"count", tally.count()}};
  for (const auto& [standing, name, word] : model::Names<model::Class>::table) {
    view["classes"][std::string(name)] = tally.of(standing);
  }
  const measure::Mean mean = tally.completion();
  view["completion"] = percent_or_null(mean.value);
  view["known"] = mean.known;
  view["all"] = mean.all;
  return view;
}

Json share_view(int part, int whole) {
  const auto share = measure::share(part, whole);
  return share ? ratio_number(*share * 100, 1) : Json();
}

Json plan_view(const query::Stats& stats, const PlanStats& plan, const base::Words& words) {
  const model::PlanFolder& folder = plan.place.plan();
  const auto head = [&](const Dimension& by, const std::string& key) {
    if (key.empty()) return Json{{"key", nullptr}, {"name", nullptr}};
    return Json{{"key", key}, {"name", by.label(key, folder, words)}};
  };
  const auto counted = [&](const measure::Tally& tally) {
    Json view{{"count", tally.count()}, {"share", share_view(tally.count(), plan.total.count())}};
    view.update(tally_view(tally));
    return view;
  };
  // One a column, whether anything of the row falls under it or not.
  const auto cells = [&](auto count_of) {
    Json list = Json::array();
    for (const Group& column : plan.columns) {
      if (column.tally.count() == 0) continue;
      list.push_back(head(*stats.columns_by(), column.key));
      list.back()["count"] = count_of(column);
    }
    return list;
  };
  Json view{{"plan", folder.id}, {"title", or_null(folder.plan.title)}};
  view["time"] = percent_or_null(plan.place.figures->time);
  for (const Dimension* by : stats.request.by) view["by"].push_back(std::string(by->name));
  view["counting"] = counting_name(stats.request.counting);
  view["rows"] = Json::array();
  for (const Group& group : plan.rows) {
    Json row = head(stats.rows_by(), group.key);
    row.update(counted(group.tally));
    if (stats.columns_by()) {
      row["cells"] = cells([&](const Group& column) {
        const auto found = group.cells.find(column.key);
        return found == group.cells.end() ? 0 : found->second;
      });
    }
    view["rows"].push_back(std::move(row));
  }
  view["total"] = counted(plan.total);
  if (stats.columns_by()) {
    view["total"]["cells"] = cells([](const Group& column) { return column.tally.count(); });
  }
  view["notes"] = query::plan_notes(stats, plan, words);
  for (std::string& note : query::common_notes(stats, words)) {
    view["notes"].push_back(std::move(note));
  }
  return view;
}

}  // namespace

Json stats_view(const query::Stats& stats, measure::Clocks clocks, const base::Words& words) {
  Json view{{"as_of", base::iso(clocks.as_of)}, {"known_by", base::iso(clocks.known_by)}};
  view["plans"] = Json::array();
  for (const PlanStats& plan : stats.plans) view["plans"].push_back(plan_view(stats, plan, words));
  return view;
}

Json trend_view(const query::Trend& trend, const base::Words& words) {
  Json view{{"every", std::string(trend.request.step->name)},
            {"counting", counting_name(trend.request.counting)}};
  view["plans"] = Json::array();
  for (const query::PlanTrend& plan : trend.plans) {
    Json one{{"plan", plan.plan->id}, {"title", or_null(plan.plan->plan.title)}};
    one["points"] = Json::array();
    for (const query::TrendPoint& point : plan.points) {
      Json day{{"date", base::iso(point.clocks.as_of)},
               {"known_by", base::iso(point.clocks.known_by)},
               {"time", percent_or_null(point.time)}};
      day.update(tally_view(point.tally));
      one["points"].push_back(std::move(day));
    }
    one["notes"] = query::trend_notes(plan, words);
    for (std::string& note : query::common_trend_notes(trend, words)) {
      one["notes"].push_back(std::move(note));
    }
    view["plans"].push_back(std::move(one));
  }
  return view;
}

}  // namespace taizhang::report
