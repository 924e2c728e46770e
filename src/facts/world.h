// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facts/row.h"
#include "measure/changes.h"
#include "measure/duties.h"
#include "measure/score.h"
#include "measure/seen.h"
#include "measure/unit_score.h"
#include "model/ledger.h"

namespace taizhang::facts {

/// A ledger as it stands on a day: what rows are taken from. What is dear is computed when it is
/// first asked for, and once.
class World {
 public:
  /// What a unit has of a task, and the task as it stands for it.
  struct TaskOfUnit {
    measure::Duty duty;
    std::shared_ptr<const measure::TaskFigures> own;  ///< null where they are the task's

    const measure::TaskFigures& of(const measure::TaskFigures& task) const {
      return own ? *own : task;
    }
  };

  /// `seen` are the plans that the figures are of where something in them is later than the clocks.
  World(const model::Ledger& ledger, std::vector<std::unique_ptr<const model::PlanFolder>> seen,
        std::vector<measure::PlanFigures> plans, base::Clocks clocks)
      : ledger_(ledger),
        figures_(std::make_shared<const Figures>(Figures{std::move(seen), std::move(plans)})),
        clocks_(clocks) {}
  /// The same day as that of `now`, told from the day of `since`, which must outlive it.
  World(const World& now, const World& since)
      : ledger_(now.ledger_), figures_(now.figures_), clocks_(now.clocks_), since_(&since) {}
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const model::Ledger& ledger() const { return ledger_; }
  const std::vector<measure::PlanFigures>& plans() const { return figures_->plans; }
  base::Clocks clocks() const { return clocks_; }
  /// The ledger on the day from which events are told. Throws `Fatal` (usage) where none is given.
  const World& since() const;
  /// A task of today as it was then: a ledger has the same files on all days.
  struct TaskThen {
    const measure::PlanFigures* plan;
    const measure::TaskFigures* task;
  };
  TaskThen then_of(const measure::PlanFigures& plan, const measure::TaskFigures& task) const;
  /// What differs of a task since then. Throws like `since`.
  const std::vector<measure::Event>& events(const measure::PlanFigures& plan,
                                            const measure::TaskFigures& task) const;
  /// What the file of a task holds that is later than the clocks (晚于所问日期).
  std::vector<measure::Later> later(const measure::PlanFigures& plan,
                                    const measure::TaskFigures& task) const;
  /// Whether an item alone does not name a task.
  bool several_plans() const { return plans().size() > 1; }

  /// What the unit that is written as `given`, by name or alias, is called on the day; nothing
  /// where no registry has one of that name.
  std::optional<std::string> unit_named(const std::string& given) const;
  /// What else is meant where a file writes `written` for a unit: its name on the day and, of a
  /// group, those of its members.
  std::vector<std::string> units_for(const std::string& written) const;
  /// The names of all units, plan by plan in the order of its registry.
  std::vector<std::string> unit_names() const;

  /// Who has the task, and how it stands for each.
  const std::vector<TaskOfUnit>& duties(const measure::PlanFigures& plan,
                                        const measure::TaskFigures& task) const;

  const measure::TaskScore& score(const measure::PlanFigures& plan,
                                  const measure::TaskFigures& task) const;
  const measure::UnitScore* score(const measure::PlanFigures& plan, const std::string& unit) const;

 private:
  struct Figures {
    std::vector<std::unique_ptr<const model::PlanFolder>> seen;
    std::vector<measure::PlanFigures> plans;
  };

  const model::Ledger& ledger_;
  std::shared_ptr<const Figures> figures_;
  base::Clocks clocks_;
  const World* since_ = nullptr;
  mutable std::map<const measure::TaskFigures*, std::vector<measure::Event>> events_;
  mutable std::map<const measure::TaskFigures*, measure::TaskScore> scores_;
  mutable std::map<const measure::TaskFigures*, std::vector<TaskOfUnit>> duties_;
  mutable std::map<std::pair<const measure::PlanFigures*, std::string>,
                   std::optional<measure::UnitScore>>
      unit_scores_;
};

}  // namespace taizhang::facts
