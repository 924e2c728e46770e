// SPDX-License-Identifier: MIT
#include "measure/changes.h"

#include <algorithm>

#include "measure/in_force.h"

namespace taizhang::measure {

namespace {

using Of = Thing::Of;

bool counts(const Outcome& outcome) {
  return outcome.fate == ReadingFate::newest || outcome.fate == ReadingFate::counts;
}

/// What a comparison is made with moves with every reading; what is promised is the margin then.
std::optional<base::Decimal> target_of(const IndicatorFigures& indicator) {
  return indicator.indicator->than.written() ? indicator.margin : indicator.target;
}

/// Where in `all` the entry stands that `wanted` is a copy of: an entry is told by its place in the
/// file, for what is later than the clocks has been taken out around it.
template <class E>
std::optional<std::size_t> place_in(const model::Many<E>& all, const E& wanted) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const E& entry) { return entry.at == wanted.at; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

class Comparison {
 public:
  Comparison(const Measured& was, const Measured& is)
      : was_(was.task), is_(is.task), then_(was.clocks), now_(is.clocks) {}

  std::vector<Event> made() {
    of_task();
    for (std::size_t i = 0; i < is_.indicators.size(); ++i) of_indicator(i);
    for (std::size_t i = 0; i < is_.milestones.size(); ++i) of_milestone(i);
    of_issues();
    of_inspections();
    of_orders();
    of_changes();
    fresh(EventKind::progress, Of::progress, &model::Task::progress);
    fresh(EventKind::assessment, Of::assessment, &model::Task::self_assessments);
    return std::move(events_);
  }

 private:
  void add(EventKind kind, Thing was, Thing is) { events_.push_back({kind, was, is}); }
  void add_turned(EventKind kind, Thing was, Thing is, const LightStory& story) {
    events_.push_back({kind, was, is, false, story.back().reason});
  }

  // -- the task itself ---------------------------------------------------------------------------

  void of_task() {
    const Thing task{Of::task};
    const auto differs = [&](EventKind kind, const auto& a, const auto& b) {
      if (a != b) add(kind, task, task);
    };
    differs(EventKind::status, was_.status, is_.status);
    differs(EventKind::due, was_.due, is_.due);
    differs(EventKind::lead, was_.lead, is_.lead);
    differs(EventKind::support, was_.support, is_.support);
    differs(EventKind::leader, was_.leader, is_.leader);
    // What is in no count has neither light nor class, and no rule that gave them.
    const auto light = [](const TaskFigures& figures) {
      return figures.counted ? std::optional(figures.light()) : std::nullopt;
    };
    const auto standing = [](const TaskFigures& figures) {
      return figures.counted ? std::optional(figures.standing) : std::nullopt;
    };
    if (light(was_) != light(is_) && !is_.counted) {
      add(EventKind::light, task, task);
    } else if (light(was_) != light(is_)) {
      add_turned(EventKind::light, task, task, is_.light_story);
    } else if (standing(was_) != standing(is_)) {
      add_turned(EventKind::standing, task, task, is_.light_story);
    }
    differs(EventKind::by_hand, was_.light_by_hand, is_.light_by_hand);
    differs(EventKind::completion, was_.completion.value, is_.completion.value);
    const auto grade = [](const TaskFigures& figures) {
      return figures.task().qualitative.grade.value;
    };
    if (!grade(was_) && grade(is_)) add(EventKind::grade, {}, task);
  }

  // -- indicators --------------------------------------------------------------------------------

  void of_indicator(std::size_t i) {
    const IndicatorFigures& was = was_.indicators[i];
    const IndicatorFigures& is = is_.indicators[i];
    const Thing before{.of = Of::indicator, .indicator = &was, .index = i};
    const Thing after{.of = Of::indicator, .indicator = &is, .index = i};
    const std::size_t first = events_.size();
    if (target_of(was) != target_of(is) || was.pending != is.pending) {
      add(EventKind::target, before, after);
    }
    const bool told = of_readings(was, is, after) || events_.size() > first;
    if (was.due != is.due) add(EventKind::due, before, after);
    if (was.reporter != is.reporter && !(reports_as_lead(was_, i) && reports_as_lead(is_, i))) {
      add(EventKind::reporter, before, after);
    }
    of_strand(before, was, after, is, told);
    of_shares(i, told);
  }

  /// Whether the first lead reports, whoever that is: then the lead units are what is another.
  static bool reports_as_lead(const TaskFigures& task, std::size_t i) {
    return !task.lead.empty() && task.indicators[i].reporter == task.lead.front();
  }

  /// Whether there was anything to tell.
  bool of_readings(const IndicatorFigures& was, const IndicatorFigures& is, const Thing& of) {
    const model::Many<model::Reading>& before = was.indicator->readings;
    const model::Many<model::Reading>& after = is.indicator->readings;
    const std::size_t first = events_.size();
    std::vector<bool> is_new(after.size());
    const auto thing = [&](std::size_t place) {
      return Thing{Of::reading, of.indicator, nullptr, &after[place], place};
    };
    for (std::size_t i = 0; i < after.size(); ++i) {
      const model::Reading& reading = after[i];
      const auto earlier = place_in(before, reading);
      is_new[i] = !earlier;
      if (!earlier) {
        new_reading(is, reading, thing(i));
      } else if (!counts(was.outcomes[*earlier]) && counts(is.outcomes[i])) {
        add(EventKind::restored, {}, thing(i));
      }
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
      const auto earlier = place_in(before, after[i]);
      if (!earlier || !counts(was.outcomes[*earlier]) || counts(is.outcomes[i])) continue;
      const model::Reading* by = is.outcomes[i].corrected_by;
      const bool is_told = by && is_new[static_cast<std::size_t>(by - after.items.data())];
      if (!is_told) add(EventKind::dropped, thing(i), {});
    }
    return events_.size() > first;
  }

  /// With the one that it corrects, else with the one that it follows.
  void new_reading(const IndicatorFigures& is, const model::Reading& reading, const Thing& thing) {
    const auto& all = is.indicator->readings;
    Event event{EventKind::reading, {}, thing, true};
    const auto set_was = [&](const model::Reading& other) {
      const auto place = static_cast<std::size_t>(&other - all.items.data());
      event.was = {Of::reading, thing.indicator, nullptr, &other, place};
    };
    if (reading.extras->corrects && !brings_benchmark(*is.indicator, reading)) {
      const bool withdraws = reading.value && !*reading.value;
      event.kind = withdraws ? EventKind::withdrawal : EventKind::correction;
      for (const model::Reading& other : all) {
        if (other.id && *other.id == *reading.extras->corrects) set_was(other);
      }
    } else {
      for (const Effective& one : is.readings) {
        if (one.applicable && reading.date && one.date < *reading.date) set_was(*one.reading);
      }
    }
    events_.push_back(event);
  }

  /// `told` says that a reading or the target has been told of: value and completion follow.
  void of_strand(const Thing& before, const StrandFigures& was, const Thing& after,
                 const StrandFigures& is, bool told) {
    if (!told && was.value() != is.value()) {
      add(EventKind::value, before, after);
    } else if (!told && was.completion != is.completion) {
      add(EventKind::completion, before, after);
    }
    if (was.light() != is.light()) {
      add_turned(EventKind::light, before, after, is.light_story);
    } else if (was.standing != is.standing) {
      add_turned(EventKind::standing, before, after, is.light_story);
    }
  }

  /// Units go by their names of the day: one that was renamed has a share that is gone and a new
  /// one.
  void of_shares(std::size_t i, bool told) {
    const IndicatorFigures& was = was_.indicators[i];
    const IndicatorFigures& is = is_.indicators[i];
    const auto thing = [](const IndicatorFigures& owner, const UnitFigures& unit) {
      return Thing{Of::share, &owner, nullptr, &unit,
                   static_cast<std::size_t>(&unit - owner.units.data())};
    };
    const auto find = [](const IndicatorFigures& owner, const std::string& unit) {
      const auto found = std::find_if(owner.units.begin(), owner.units.end(),
                                      [&](const UnitFigures& one) { return one.unit == unit; });
      return found == owner.units.end() ? nullptr : &*found;
    };
    for (const UnitFigures& unit : was.units) {
      if (!find(is, unit.unit)) add(EventKind::target, thing(was, unit), {});
    }
    for (const UnitFigures& unit : is.units) {
      const UnitFigures* earlier = find(was, unit.unit);
      if (!earlier) {
        add(EventKind::target, {}, thing(is, unit));
        continue;
      }
      const bool same = earlier->target == unit.target;
      if (!same) add(EventKind::target, thing(was, *earlier), thing(is, unit));
      of_strand(thing(was, *earlier), *earlier, thing(is, unit), unit, told || !same);
    }
  }

  // -- milestones, issues ------------------------------------------------------------------------

  void of_milestone(std::size_t i) {
    const MilestoneFigures& was = was_.milestones[i];
    const MilestoneFigures& is = is_.milestones[i];
    const Thing before{.of = Of::milestone, .part = &was, .index = i};
    const Thing after{.of = Of::milestone, .part = &is, .index = i};
    if (was.due != is.due) add(EventKind::due, before, after);
    if (!was.done && is.done) add(EventKind::milestone_done, {}, after);
    if (was.light() != is.light()) add_turned(EventKind::light, before, after, is.light_story);
  }

  void of_issues() {
    for (std::size_t i = 0; i < is_.issues.size(); ++i) {
      const IssueFigures& is = is_.issues[i];
      const Thing after{.of = Of::issue, .issue = &is, .index = i};
      const auto earlier =
          std::find_if(was_.issues.begin(), was_.issues.end(),
                       [&](const IssueFigures& one) { return one.issue->at == is.issue->at; });
      const IssueFigures* was = earlier == was_.issues.end() ? nullptr : &*earlier;
      if (!was) add(EventKind::issue_opened, {}, after);
      const auto& log = is.issue->log;
      for (std::size_t step = 0; step < log.size(); ++step) {
        if (was && place_in(was->issue->log, log[step])) continue;
        // That it was found is what opened it.
        if (step == 0 && !was && log[step].state.value == model::IssueState::found) continue;
        const bool closes = log[step].state.value == model::IssueState::closed;
        Event event{closes ? EventKind::issue_closed : EventKind::issue_step,
                    {},
                    {Of::step, nullptr, &is, &log[step], step},
                    true};
        if (step > 0) event.was = {Of::step, nullptr, &is, &log[step - 1], step - 1};
        events_.push_back(event);
      }
    }
  }

  // -- records -----------------------------------------------------------------------------------

  /// What is in a list of the task and was not before; `part` is told of each that is, with the
  /// one that it was, null where it was not.
  template <class E, class Visit>
  void each(model::Many<E> model::Task::*list, Of of, const Visit& visit) {
    const model::Many<E>& before = was_.task().*list;
    const model::Many<E>& after = is_.task().*list;
    for (std::size_t i = 0; i < after.size(); ++i) {
      const auto place = place_in(before, after[i]);
      visit(place ? &before[*place] : nullptr, after[i],
            Thing{.of = of, .part = &after[i], .index = i});
    }
  }

  template <class E>
  void fresh(EventKind kind, Of of, model::Many<E> model::Task::*list) {
    each(list, of, [&](const E* was, const E&, const Thing& thing) {
      if (!was) add(kind, {}, thing);
    });
  }

  void of_inspections() {
    using model::Inspection;
    each(&model::Task::inspections, Of::inspection,
         [&](const Inspection* was, const Inspection& is, const Thing& thing) {
           if (!was) add(EventKind::inspection, {}, thing);
           if (is.feedback && !(was && was->feedback)) add(EventKind::feedback, {}, thing);
           const bool objected = was && was->objection.written();
           if (is.objection.written() && !objected) add(EventKind::objection, {}, thing);
         });
  }

  void of_orders() {
    using model::Order;
    each(&model::Task::orders, Of::order,
         [&](const Order* was, const Order& is, const Thing& thing) {
           if (!was) add(EventKind::order, {}, thing);
           const bool replied = was && was->reply.written();
           if (is.reply.written() && !replied) add(EventKind::reply, {}, thing);
           if (is.closed && !(was && was->closed)) add(EventKind::order_closed, {}, thing);
         });
  }

  void of_changes() {
    using model::Change;
    each(&model::Task::changes, Of::change,
         [&](const Change* was, const Change& is, const Thing& thing) {
           const bool held = was && is_in_force(*was, then_);
           if (!held && is_in_force(is, now_)) {
             events_.push_back({EventKind::change, thing, thing, true});
           } else if (!was) {
             events_.push_back({EventKind::change_requested, thing, thing, true});
           }
         });
  }

  const TaskFigures& was_;
  const TaskFigures& is_;
  Clocks then_, now_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> changes(const Measured& was, const Measured& is) {
  return Comparison(was, is).made();
}

}  // namespace taizhang::measure
