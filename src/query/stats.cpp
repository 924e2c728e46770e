// SPDX-License-Identifier: MIT
#include "query/stats.h"

#include <algorithm>

namespace taizhang::query {

using measure::Counted;
using measure::PlanFigures;

namespace {

/// The groups of one dimension: those that the plan knows, in its order; then those that it does
/// not know, as they come; then what falls under none.
class Groups {
 public:
  Groups(const Dimension& dimension, const Place& place) : dimension_(dimension), place_(place) {
    for (KnownKey& known : dimension.known(place)) {
      if (!indexes_.emplace(known.key, groups_.size()).second) continue;
      groups_.push_back({known.key, {}});
      shows_.push_back(known.shows);
    }
  }

  /// The keys that something falls under: one that is empty where there is none.
  std::vector<std::string> keys(const Counted& counted) {
    std::vector<std::string> keys = dimension_.keys(counted, place_);
    if (keys.empty()) keys.emplace_back();
    if (keys.size() > 1) {
      ++overlap.shared;
      overlap.surplus += static_cast<int>(keys.size()) - 1;
    }
    return keys;
  }

  Group& at(const std::string& key) {
    const auto [found, is_new] = indexes_.emplace(key, groups_.size());
    if (is_new) {
      groups_.push_back({key, {}});
      shows_.push_back(Shows::where_it_occurs);
    }
    return groups_[found->second];
  }

  /// The groups under which something falls, and those that show themselves at `least` so often.
  std::vector<Group> finished(Shows least) {
    std::vector<Group> result;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const bool shown = groups_[i].tally.count() > 0 || shows_[i] >= least;
      if (shown) result.push_back(std::move(groups_[i]));
    }
    std::stable_partition(result.begin(), result.end(),
                          [](const Group& group) { return !group.key.empty(); });
    return result;
  }

  Overlap overlap;

 private:
  const Dimension& dimension_;
  const Place& place_;
  std::vector<Group> groups_;
  std::vector<Shows> shows_;
  std::map<std::string, std::size_t> indexes_;
};

PlanStats plan_stats(const Place& place, const std::vector<TaskInPlan>& tasks,
                     const StatsRequest& request) {
  PlanStats result;
  result.place = place;
  std::vector<Groups> by;
  for (const Dimension* dimension : request.by) by.emplace_back(*dimension, place);
  const auto count = [&](const Counted& counted) {
    result.total.add(counted);
    const std::vector<std::string> rows = by.front().keys(counted);
    for (const std::string& row : rows) by.front().at(row).tally.add(counted);
    if (by.size() < 2) return;
    for (const std::string& column : by.back().keys(counted)) {
      by.back().at(column).tally.add(counted);
      for (const std::string& row : rows) ++by.front().at(row).cells[column];
    }
  };
  result.left_out = for_each_counted(tasks, *place.figures, request.counting, count);
  const bool whole = !is_narrowed(request.selection);
  result.rows = by.front().finished(whole ? Shows::in_a_whole_plan : Shows::always);
  if (by.size() > 1) result.columns = by.back().finished(Shows::where_it_occurs);
  for (const Groups& groups : by) result.overlaps.push_back(groups.overlap);
  return result;
}

}  // namespace

bool is_narrowed(const Selection& selection) {
  return !selection.section.empty() || !selection.unit.empty() || !selection.status.empty();
}

Stats stats(const model::Ledger& ledger, const std::vector<PlanFigures>& plans,
            StatsRequest request) {
  const std::vector<TaskInPlan> tasks = select_tasks(ledger, plans, request.selection);
  Stats result{std::move(request), {}};
  for (const PlanFigures& plan : plans) {
    const Place place{&plan, ledger.registry_of(*plan.plan)};
    result.plans.push_back(plan_stats(place, tasks, result.request));
  }
  return result;
}

}  // namespace taizhang::query
