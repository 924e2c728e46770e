// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "check/rules.h"

namespace taizhang::check {

namespace {

template <class E>
void look(const model::Many<E>& entries, Collector& found) {
  std::map<std::string, source::Span> first;
  for (const E& entry : entries) {
    if (!entry.id) continue;
    const auto [earlier, is_new] = first.emplace(*entry.id, entry.id.at_or(entry.at));
    if (is_new) continue;
    found.add(entry.id.at_or(entry.at),
              {{"编号“{0}”已经用过", "the id “{0}” is taken"}, {*entry.id}},
              {{"给后写的一条换一个编号", "give the later one another id"}, {}},
              {{earlier->second, {{"另一条在这里", "the other one is here"}, {}}}});
  }
}

/// An indicator and a milestone of one task are both measures of it: lists name them by their ids.
void look_at_measures(const model::Task& task, Collector& found) {
  for (const model::Milestone& milestone : task.milestones) {
    for (const model::Indicator& indicator : task.indicators) {
      if (!milestone.id || !indicator.id || *milestone.id != *indicator.id) continue;
      found.add(milestone.id.at_or(milestone.at),
                {{"节点和指标用了同一个编号“{0}”", "a milestone and an indicator are both “{0}”"},
                 {*milestone.id}},
                {{"给节点换一个编号", "give the milestone another id"}, {}},
                {{indicator.id.at, {{"指标在这里", "the indicator is here"}, {}}}});
    }
  }
}

void find_id_duplicate(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const model::Task& task = file.task;
      look(task.indicators, found);
      for (const model::Indicator& indicator : task.indicators) look(indicator.readings, found);
      look(task.milestones, found);
      look_at_measures(task, found);
      look(task.issues, found);
      look(task.inspections, found);
      look(task.orders, found);
      look(task.changes, found);
    }
  }
}

}  // namespace

const Rule id_duplicate{
    "E27",
    "id-duplicate",
    source::Severity::error,
    {"同一张表里编号重复", "an id that stands twice"},
    {"更正、分项和督查都按编号来指，编号重复就指不清。",
     "Corrections, parts and inspections refer to ids; a double id refers to nothing."},
    R"yaml(readings:
  - {id: r1, date: 2023-03-31, value: 38}
  - {id: r1, date: 2023-06-30, value: 97}
)yaml",
    R"yaml(readings:
  - {id: r1, date: 2023-03-31, value: 38}
  - {id: r2, date: 2023-06-30, value: 97}
)yaml",
    find_id_duplicate,
};

}  // namespace taizhang::check
