// SPDX-License-Identifier: MIT
#include "measure/task_figures.h"

#include <algorithm>

#include "measure/in_force.h"
#include "model/resolved.h"

namespace taizhang::measure {

using base::Decimal;
using base::Ratio;
using model::Class;
using model::Grade;
using model::Light;

namespace {

std::string id_of(const IndicatorFigures& indicator) {
  return indicator.indicator->id.value_or("");
}
std::string id_of(const MilestoneFigures& milestone) {
  return milestone.milestone->id.value_or("");
}

/// How many measures with weight there are, and how many of them are as asked.
struct Share {
  int all = 0;
  int fulfilled = 0;

  bool full() const { return all > 0 && fulfilled == all; }
};

template <class OfIndicator, class OfMilestone>
Share share_of_measures(const TaskFigures& task, OfIndicator indicator, OfMilestone milestone) {
  Share share;
  for (const IndicatorFigures& one : task.indicators) {
    if (!one.counts()) continue;
    ++share.all;
    share.fulfilled += indicator(one);
  }
  for (const MilestoneFigures& one : task.milestones) {
    if (!one.has_weight()) continue;
    ++share.all;
    share.fulfilled += milestone(one);
  }
  return share;
}

bool has_measures(const model::Task& task) {
  const auto& is = task.indicators;
  const auto& ms = task.milestones;
  return std::any_of(is.begin(), is.end(),
                     [](const model::Indicator& one) {
                       return model::resolved<&model::Indicator::weight>(one) > Decimal();
                     }) ||
         std::any_of(ms.begin(), ms.end(), [](const model::Milestone& one) {
           return model::resolved<&model::Milestone::weight>(one) > Decimal();
         });
}

/// How far behind a measure is, for comparison with another of the same light: what is broken for
/// good before all that can still be caught up, then by ratio, then by gap. A milestone has
/// neither, and what has none cannot be told to be further behind.
struct Lag {
  std::optional<Ratio> ratio = {};
  std::optional<Gap> gap = {};
  bool is_broken = false;

  bool is_beyond(const Lag& other) const {
    if (is_broken != other.is_broken) return is_broken;
    if (ratio && other.ratio && *ratio != *other.ratio) return *ratio < *other.ratio;
    if (ratio.has_value() != other.ratio.has_value()) return ratio.has_value();
    if (gap && other.gap) return gap->unit == other.gap->unit && gap->value < other.gap->value;
    return gap.has_value() && !other.gap;
  }
};

Lag lag_of(const IndicatorFigures& indicator) {
  return {indicator.ratio, indicator.gap, indicator.broken};
}
Lag lag_of(const MilestoneFigures&) { return {}; }

/// The light of the worst measure; of several equally bad ones that which is furthest behind, else
/// the first. Nothing where none counts.
std::optional<LightStep> worst_measure(const TaskFigures& task, Trace* trace) {
  std::optional<LightStep> worst;
  Lag furthest;
  Texts lights;
  const auto look = [&](Light light, const auto& measure) {
    if (trace) lights.emplace_back(model::name(light));
    const Lag lag = lag_of(measure);
    const bool is_worse =
        !worst || light > worst->light || (light == worst->light && lag.is_beyond(furthest));
    if (!is_worse) return;
    furthest = lag;
    worst = {LightReason::worst_measure, light, id_of(measure)};
  };
  for (const IndicatorFigures& indicator : task.indicators) {
    if (indicator.takes_part()) look(indicator.light(), indicator);
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (milestone.has_weight()) look(milestone.light(), milestone);
  }
  if (trace && worst) trace->tell<"light.worst_measure">(worst->light, worst->subject, lights);
  return worst;
}

/// Whether one of the measures has a reading or is done.
bool says_anything(const TaskFigures& task) {
  const auto has_reading = [](const StrandFigures& strand) { return strand.newest() != nullptr; };
  return std::any_of(task.indicators.begin(), task.indicators.end(),
                     [&](const IndicatorFigures& one) {
                       return one.has_weight() && !one.pending &&
                              (has_reading(one) ||
                               std::any_of(one.units.begin(), one.units.end(), has_reading));
                     }) ||
         std::any_of(task.milestones.begin(), task.milestones.end(),
                     [](const MilestoneFigures& one) { return one.has_weight() && one.done; });
}

/// Where each measure with weight stands apart (RULES.md §6.8), the one that says why: 待比较, else
/// 不适用, else one whose target is pending. Null where one counts, or there is none.
const IndicatorFigures* left_apart(const TaskFigures& task) {
  if (task.weight != 0) return nullptr;
  const auto first = [&](auto is) -> const IndicatorFigures* {
    const auto found =
        std::find_if(task.indicators.begin(), task.indicators.end(),
                     [&](const IndicatorFigures& one) { return one.has_weight() && is(one); });
    return found == task.indicators.end() ? nullptr : &*found;
  };
  if (const auto* one = first([](const auto& it) { return it.not_compared; })) return one;
  if (const auto* one = first([](const auto& it) { return !it.applicable; })) return one;
  return first([](const auto&) { return true; });
}

/// The light before issues and people: by measures, by the unit's own word, by the grade.
LightStep base_light(const TaskFigures& task, std::optional<base::Date> due, Trace* trace) {
  const auto worst = worst_measure(task, trace);
  const bool red = worst && worst->light == Light::red;
  const bool measured = has_measures(task.task());
  const bool closed = !measured && task.status == model::Status::closed;
  if (closed) {
    if (trace) trace->tell<"light.closed">(Light::blue, task.status);
    return {LightReason::closed, Light::blue, {}};
  }
  if (task.grade) {
    const auto& date = task.task().qualitative.date.value;
    const bool good = *task.grade == Grade::excellent || *task.grade == Grade::good;
    const bool at_end = good && date && due && *date >= *due;
    const Light light = at_end ? Light::blue : grade_light(*task.grade);
    if (trace) trace->tell<"light.graded">(light, *task.grade, date, due);
    return {LightReason::graded, light, {}};
  }
  if (task.verdict && !red && !says_anything(task)) {
    const Light light = verdict_light(*task.verdict);
    if (trace) trace->tell<"light.own_word">(light, *task.verdict, *task.verdict_date, measured);
    return {LightReason::own_word, light, {}};
  }
  if (worst) return *worst;
  if (const IndicatorFigures* apart = left_apart(task)) {
    if (trace) trace->tell<"light.left_apart">(Light::grey, id_of(*apart));
    return {LightReason::left_apart, Light::grey, id_of(*apart)};
  }
  if (trace) trace->tell<"light.nothing_to_go_by">(Light::grey);
  return {LightReason::nothing_to_go_by, Light::grey, {}};
}

}  // namespace

Mean task_completion(const TaskFigures& task, Trace* trace) {
  Mean mean;
  if (task.grade) {
    mean = {grade_value(*task.grade), 1, 1};
    if (trace) trace->tell<"completion.by_grade">(mean.value, *task.grade);
    return mean;
  }
  Ratio sum = 0;
  Ratio weights = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (!indicator.is_in_means()) continue;
    ++mean.all;
    const Ratio weight = base::to_ratio(indicator.weight);
    const bool in_part = indicator.is_in_part();
    const auto known = in_part ? std::nullopt : indicator.in_means();
    if (trace && in_part && indicator.units_heard() > 0) {
      trace->tell<"part.in_part">(std::nullopt, id_of(indicator), weight, indicator.units_heard(),
                                  static_cast<int>(indicator.units.size()));
    } else if (trace && !known) {
      trace->tell<"part.unknown">(std::nullopt, id_of(indicator), weight);
    }
    if (!known) continue;
    ++mean.known;
    const Ratio part = weight * *known;
    sum += part;
    weights += weight;
    if (trace) trace->tell<"part.of_indicator">(part, id_of(indicator), weight, *known);
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (!milestone.has_weight()) continue;
    ++mean.all;
    const Ratio weight = base::to_ratio(milestone.weight);
    if (milestone.unrecorded) {
      if (trace) trace->tell<"part.unknown">(std::nullopt, id_of(milestone), weight);
      continue;
    }
    ++mean.known;
    const Ratio part = milestone.done ? weight : Ratio(0);
    sum += part;
    weights += weight;
    if (trace) trace->tell<"part.of_milestone">(part, id_of(milestone), weight, milestone.done);
  }
  if (weights > 0) mean.value = sum / weights;
  if (trace) {
    trace->tell<"completion.mean_of_measures">(mean.value, sum, weights, mean.known, mean.all);
  }
  return mean;
}

Ratio total_weight(const TaskFigures& task, Trace* trace) {
  Ratio indicators = 0;
  Ratio milestones = 0;
  for (const IndicatorFigures& indicator : task.indicators) {
    if (indicator.counts()) indicators += base::to_ratio(indicator.weight);
  }
  for (const MilestoneFigures& milestone : task.milestones) {
    if (milestone.has_weight()) milestones += base::to_ratio(milestone.weight);
  }
  const Ratio sum = indicators + milestones;
  if (trace) trace->tell<"weight.sum">(sum, indicators, milestones);
  return sum;
}

std::optional<Grade> grade_of(const model::Task& task, Clocks clocks, Trace* trace) {
  const model::Qualitative& given = task.qualitative;
  if (!given.grade) return std::nullopt;
  const bool measured = has_measures(task);
  const base::Date day = std::min(clocks.as_of, clocks.known_by);
  const bool later = given.date && *given.date > day;
  const auto grade = measured || later ? std::nullopt : given.grade.value;
  if (trace) {
    trace->tell<"grade.without_measures">(grade, *given.grade, measured, given.date.value, day);
  }
  return grade;
}

bool are_all_met(const TaskFigures& task, Trace* trace) {
  const Share met = share_of_measures(
      task, [](const IndicatorFigures& one) { return one.met; },
      [](const MilestoneFigures& one) { return one.done; });
  if (trace) trace->tell<"met.all_measures">(met.full(), met.fulfilled, met.all);
  return met.full();
}

LightStory task_light(const TaskFigures& task, const std::vector<IssueFigures>& issues,
                      std::optional<base::Date> due, Clocks clocks, Trace* trace) {
  LightStory story{base_light(task, due, trace)};
  for (const IssueFigures& issue : issues) {
    const bool critical = issue.level == model::IssueLevel::critical;
    if (!critical || !issue.overdue) continue;
    const Light before = story.back().light;
    story.push_back({LightReason::critical_issue, std::max(before, Light::yellow),
                     issue.issue->id.value_or("")});
    if (trace) {
      trace->tell<"light.critical_issue">(story.back().light, before, story.back().subject);
    }
  }
  if (const model::Override* by_hand = override_in_force(task.task(), Overridden::light, clocks)) {
    const model::Override& own = *by_hand;
    if (trace) {
      trace->tell<"light.set_by_hand">(*own.light, *own.light, own.reason.value, own.by.value,
                                       own.until.value, story.back().light);
    }
    story.push_back({LightReason::set_by_hand, *own.light, {}});
  }
  return story;
}

Class task_class(const TaskFigures& task, Trace* trace) {
  if (const auto standing = class_by_light(task.light(), trace)) return *standing;
  if (task.light() == Light::green) {
    // All done or 超序时, and one is the latter.
    int ahead = 0;
    const Share good = share_of_measures(
        task,
        [&](const IndicatorFigures& one) {
          ahead += one.standing == Class::ahead;
          return one.standing == Class::done || one.standing == Class::ahead;
        },
        [](const MilestoneFigures& one) { return one.done; });
    const Class standing = ahead > 0 && good.full() ? Class::ahead : Class::on_schedule;
    if (trace) trace->tell<"class.by_measures">(standing, ahead, good.fulfilled, good.all);
    return standing;
  }
  if (task.light_story.back().reason == LightReason::set_by_hand) {
    if (trace) trace->tell<"class.not_judged">(Class::not_judged);
    return Class::not_judged;
  }
  const bool measured = has_measures(task.task());
  const IndicatorFigures* apart = left_apart(task);
  const Class standing = !measured             ? Class::not_measured
                         : !apart              ? Class::not_reported
                         : apart->not_compared ? Class::not_compared
                         : !apart->applicable  ? Class::not_applicable
                                               : Class::not_measured;
  if (trace) trace->tell<"class.grey_task">(standing, measured, task.weight);
  return standing;
}

}  // namespace taizhang::measure
