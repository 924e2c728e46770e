// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "example/county.h"
#include "example/period.h"
#include "example/random.h"
#include "model/enums.h"

namespace taizhang::example {

/// How the work on a number goes.
enum class Pace {
  ahead,
  steady,
  slightly_behind,
  far_behind,
  catching_up,
  fading,
  early,    ///< finished well before it is due
  far_over  ///< the target was too low
};

/// How a number is reported.
enum class Habit { prompt, sometimes_late, sometimes_missing, stops, silent };

/// What goes wrong with a report.
enum class Mishap { wrong_figure, withdrawn, reported_twice };

/// What is changed by approval during the year.
enum class Revision { raised, lowered, moved_twice, later_task, later_indicator, other_leads };

/// How far an issue gets, and by which way.
enum class IssueCourse {
  closed,
  closed_at_once,  ///< without coordination
  sent_back,
  reopened,
  resolved,
  coordinating,
  assigned,
  found
};

/// What comes of an order.
enum class OrderEnd { unanswered, answered, closed };

/// What an inspection is like.
struct Visit {
  model::InspectionMethod method;
  model::InspectionResult result;
};

/// What the tasks of a plan draw from, so that each kind of event occurs in it.
struct Decks {
  explicit Decks(Random& random);

  Deck<model::Status> statuses;
  Deck<Pace> paces;
  Deck<Habit> habits;
  Deck<bool> settled;  ///< the year's figure comes as provisional, then final
  Deck<bool> mishap_times;
  Deck<Mishap> mishaps;
  Deck<bool> revision_times;
  Deck<Revision> revisions;
  int revisions_owed = 0;  ///< those whose time has come, but not yet a task that they suit
  Deck<int> issue_counts;
  Deck<IssueCourse> issues;
  Deck<model::IssueLevel> issue_levels;
  Deck<bool> visit_times;
  Deck<Visit> visits;
  Deck<bool> order_times;
  Deck<model::OrderLevel> orders;
  Deck<OrderEnd> order_ends;
  Deck<bool> override_times;
  Deck<model::Light> overrides;
  Deck<bool> assessment_times;
  Deck<bool> public_words;  ///< progress that can be read elsewhere
  Deck<model::Grade> grades;

  /// What happens once in a plan.
  bool alias_used = false;
  bool public_source_named = false;

  int verdicts_told = 0;  ///< by units about tasks without a number
};

/// What all tasks of a plan share.
struct Frame {
  int number;  ///< of the plan, from 0
  Period period;
  Date issued;
  std::string id;
  std::string id_before;
  std::string id_after;
  const County& county;
};

/// The course of one task: what its parts have in common.
struct Course {
  model::Status status;
  Pace pace;
  /// The day from which nothing more is done or reported.
  std::optional<Date> stop;
  std::string_view lead;  ///< the first one, as the plan names it

  bool good() const { return pace == Pace::ahead || pace == Pace::steady || pace == Pace::early; }
  bool lost() const { return pace == Pace::far_behind; }
  bool finished() const { return status == model::Status::closed; }
  bool untouched() const { return status == model::Status::not_started; }
  bool goes_on_at(Date day) const { return !stop || day < *stop; }
};

/// Everything that the parts of a task are made from.
struct Scene {
  const Frame& frame;
  Decks& decks;
  Random& random;
  Course course;
};

/// Draw the course of a task.
Course draw_course(const Frame& frame, Decks& decks, std::string_view lead);

}  // namespace taizhang::example
