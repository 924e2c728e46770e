// SPDX-License-Identifier: MIT
//
// How each figure came about, told step by step. A story is a value: the text for people and the
// JSON for programs are both made from the same steps.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "query/table.h"
#include "query/topic.h"
#include "report/document.h"
#include "report/view.h"

namespace taizhang::report {

/// One figure: what it is, and the sentences that say why.
struct Step {
  std::string_view figure;  ///< machine name: reading, target, expected, light …
  std::string label;        ///< the same for people
  query::Cell value;
  std::vector<std::string> because = {};
};

/// The story of one thing: the facts it stands on, its steps, the stories of its parts.
struct Story {
  /// plan, section, unit, lead, support, task, indicator, milestone or issue.
  std::string_view subject;
  std::string heading;
  /// The ledger tells of no real place; a reader is told.
  bool synthetic = false;
  std::vector<std::pair<std::string, query::Cell>> facts = {};
  std::string table_title = {};
  query::Table table = {};
  std::vector<Step> steps = {};
  std::vector<Story> parts = {};
  /// The same thing in raw figures, under the names of machine output (domain.md §11).
  Json figures = Json::object();
};

/// The story of a task with all its measures and issues.
Story explain_task(const query::TaskInPlan& task, bool several_plans, const base::Words& words);

/// The story of one indicator, milestone or issue of a task.
Story explain_part(const query::TaskInPlan& task, const query::TaskPart& part, bool several_plans,
                   const base::Words& words);

/// The story of many tasks: which of them make up the number, and how.
Story explain_plan(const measure::PlanFigures& plan, const base::Words& words);
Story explain_section(const measure::PlanFigures& plan, int section, const base::Words& words);
/// `unit` is the main name of a unit in `registry`: what it leads and what it takes part in.
Story explain_unit(const measure::PlanFigures& plan, const model::RegistryFile* registry,
                   const std::string& unit, const base::Words& words);

/// Why a task has its light, in one line: the rules that touched its worst measure's light, then
/// those that touched its own.
std::string why_light(const query::TaskInPlan& task, const base::Words& words);

/// A story for people, with the legend of the lights at its end.
Document story_document(const Story& story, const base::Words& words);

/// A story for programs: the raw figures, with the steps beside them.
Json story_view(const Story& story);

}  // namespace taizhang::report
