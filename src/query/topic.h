// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/select.h"

namespace taizhang::query {

/// A measure or an issue of a task.
using TaskPart = std::variant<const measure::IndicatorFigures*, const measure::MilestoneFigures*,
                              const measure::IssueFigures*>;

struct PartTopic {
  TaskInPlan task;
  TaskPart part;
};

struct PlanTopic {
  const measure::PlanFigures* plan;
};

struct SectionTopic {
  const measure::PlanFigures* plan;
  int section;
};

struct UnitTopic {
  const measure::PlanFigures* plan;
  std::string unit;  ///< its main name
};

/// Something of the ledger that has figures of its own.
using Topic = std::variant<TaskInPlan, PartTopic, UnitTopic, SectionTopic, PlanTopic>;

/// What `word` means, the first of: a task, `14` or `2023/14`; an indicator, milestone or issue of
/// one, `14/piles` or `2023/14/piles`; a unit by name or alias; a section by title; a plan by id.
/// Throws `Fatal` (usage) for a word that means nothing here or is in several plans; what comes
/// nearest to it is sought in `also_known` too, the words that the caller knows.
Topic find_topic(const model::Ledger& ledger, const std::vector<measure::PlanFigures>& plans,
                 const std::string& word, const std::vector<std::string_view>& also_known);

/// The section or the unit that the user means. Throws `Fatal` (usage) where no plan, or more than
/// one, has it.
SectionTopic find_section(const std::vector<measure::PlanFigures>& plans, const std::string& given);
UnitTopic find_unit(const model::Ledger& ledger, const std::vector<measure::PlanFigures>& plans,
                    const std::string& given);

}  // namespace taizhang::query
