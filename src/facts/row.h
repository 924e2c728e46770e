// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/language.h"
#include "document/value.h"
#include "measure/figures.h"

namespace taizhang::facts {

using document::Value;

class World;

/// The kinds of row that can be asked for; each lies in one of another kind, plans in none.
enum class Kind {
  plans,
  sections,
  units,
  tasks,
  duties,
  indicators,
  unit_indicators,
  shares,
  milestones,
  readings,
  periods,
  progress,
  issues,
  steps,
  inspections,
  assessments,
  orders,
  changes,
  deductions,
  events,
};

/// One row: the thing itself and what it lies in.
struct Row {
  Kind kind = Kind::plans;
  const World* world = nullptr;
  const measure::PlanFigures* plan = nullptr;
  const measure::TaskFigures* task = nullptr;            ///< of tasks and what lies in them
  const measure::IndicatorFigures* indicator = nullptr;  ///< of indicators, readings, periods
  const measure::IssueFigures* issue = nullptr;          ///< of issues and steps
  const void* part = nullptr;  ///< of all others; what it points at follows from the kind
  std::size_t index = 0;       ///< its place among those of its kind beside it, from 0

  /// The `T` that the row is or lies in: an entity of a file or the figures of one.
  template <class T>
  const T& as() const;
};

template <class T>
const T& Row::as() const {
  if constexpr (std::is_same_v<T, measure::PlanFigures>)
    return *plan;
  else if constexpr (std::is_same_v<T, measure::TaskFigures>)
    return *task;
  else if constexpr (std::is_same_v<T, measure::IndicatorFigures>)
    return *indicator;
  else if constexpr (std::is_same_v<T, measure::StrandFigures>)
    return kind == Kind::shares
               ? static_cast<const T&>(*static_cast<const measure::UnitFigures*>(part))
               : static_cast<const T&>(*indicator);
  else if constexpr (std::is_same_v<T, measure::IssueFigures>)
    return *issue;
  else if constexpr (std::is_same_v<T, model::Plan>)
    return plan->plan->plan;
  else if constexpr (std::is_same_v<T, model::Task>)
    return task->task();
  else if constexpr (std::is_same_v<T, model::Indicator>)
    return *indicator->indicator;
  else if constexpr (std::is_same_v<T, model::Issue>)
    return *issue->issue;
  else if constexpr (std::is_same_v<T, model::Milestone>)
    return *as<measure::MilestoneFigures>().milestone;
  else
    return *static_cast<const T*>(part);
}

/// How much must be known before a field can be told.
enum class Need {
  file,     ///< what the files say
  figures,  ///< what they mean on a day
  score,    ///< the months of a task and what they take off: dear
};

/// What a field's values are.
enum class Type {
  text,
  whole,
  number,
  percent,
  points,
  ratio,
  score,
  date,
  word,
  yes_no,
  list,
  record,
};

/// What a type is called.
document::Word type_word(Type type);

/// When a value of a field has its line in a table of counts: where something has it, also where
/// nothing does but the whole plan is in view, or always. A colour that no task has is a fact worth
/// a line, a unit that has no task is not.
enum class Shows { where_it_occurs, in_a_whole_plan, always };

/// A value that a field can have, for people, and when it shows.
struct Known {
  Value value;
  Value label;
  Shows shows = Shows::where_it_occurs;
};

/// A part of a field that is a record: `score.deducted`.
struct Part {
  std::string_view name;
  base::Bilingual title;
  Type type = Type::text;
  /// All values that it can have in a plan; null where there is no end of them.
  std::vector<Known> (*known)(const Row& plan) = nullptr;
};

/// What only some fields have.
struct FieldExtras {
  std::string_view also = {};  ///< other names that are understood, parted by blanks
  std::string_view key = {};   ///< of what a file gives: the Chinese name of its key
  /// What people see in a table where that is more than the value; else null.
  Value (*shown)(const Row&) = nullptr;
  /// All values that it can have in a plan, in their order; null where there is no end of them.
  std::vector<Known> (*known)(const Row& plan) = nullptr;
  /// Of a record: its parts; none where a file gives them names of its own.
  std::vector<Part> parts = {};
  /// Of a number: some rows have named ones in its place, `{new-firms: 19, firms: 300}`.
  bool may_be_several = false;
};

/// One thing that can be asked of a row.
struct Field : FieldExtras {
  std::string name;       ///< that of machine output
  base::Bilingual title;  ///< for people: a column's head
  Type type;
  Need need;
  base::Bilingual about;  ///< one line
  std::function<Value(const Row&)> get;
};

}  // namespace taizhang::facts
