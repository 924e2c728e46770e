// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "model/enums.h"

namespace taizhang::example {

/// How the year of a piece of work goes: which milestones it has and which problems it meets.
enum class Line { project, industry, farming, service, environment };

/// A number that a theme promises, before it is drawn. Whole numbers are in the last place: with
/// `places` 1, 125 is 12.5.
struct Sketch {
  std::string_view id;
  std::string_view name;
  model::Kind kind;
  model::Qualifier qualifier;
  std::string_view unit;
  int low;  ///< the target is drawn from `low` to `high`
  int high;
  int places = 0;
  int round = 1;  ///< the target is a multiple of this
  /// The baseline, drawn from `base_low` to `base_high`; 0 and 0 for none.
  int base_low = 0;
  int base_high = 0;
  model::Frequency frequency = model::Frequency::month;
  /// Empty where the kind's own is meant; `points` and `step` have the shares below.
  std::optional<model::TrajectoryType> trajectory = {};
  model::Commitment commitment = model::Commitment::binding;
  /// What a share is made of (分子、分母); with both, each reading gives them as its parts, and
  /// the figure is that of the month alone (`window`).
  std::string_view numerator = {};
  std::string_view denominator = {};
  /// A total of two: each reading gives both numbers, or each is an indicator of its own.
  std::array<std::string_view, 2> parts = {};
  std::array<std::string_view, 2> part_ids = {};
  /// The span of the work in thousandths of the period: a harvest, a flood season.
  int start = 0;
  int due = 1000;
  int of = 0;                  ///< of a rank: among how many
  std::string_view than = {};  ///< whom it is compared with: the target is that and `than_by`
  int than_by = 0;
  std::optional<model::Aggregate> by_town = {};  ///< each town has a target of its own
  bool pending = false;                          ///< the target is set after the plan is issued
  /// There is one of its kind in a plan, so that it must not stay silent.
  constexpr bool always_told() const { return by_town || !than.empty(); }

  /// The unit of measure is no counting word, yet only whole numbers make sense.
  bool whole = false;
};

/// What a plan can promise: the words and the people of one task.
struct Theme {
  int section;
  std::string_view slug;  ///< of the file's name
  std::string_view title;
  std::string_view summary;
  std::string_view object;  ///< what is built, run or issued; the milestones speak of it
  Line line;
  std::array<std::string_view, 2> lead;
  std::array<std::string_view, 3> support;
  std::array<Sketch, 2> sketches = {};  ///< without an id: none
  bool milestones = false;
  bool graded = false;  ///< judged by a grade, having no number
  std::string_view tag = {};
};

/// The sections of every plan, in the order of their numbers from 1.
std::span<const std::string_view> sections();

/// The last section's tasks organise the others: `mechanism: true`.
inline constexpr int mechanism_section = 11;

/// Which theme a task has, and how many tasks before it had the same.
struct Assigned {
  const Theme* theme;
  int repeat;
};

/// The theme of task `item` of `tasks`: sections in order, each with its share of the tasks, and
/// every theme at least once where there are as many tasks as themes.
Assigned theme_of(int item, int tasks);

/// How many themes there are.
int theme_count();

}  // namespace taizhang::example
