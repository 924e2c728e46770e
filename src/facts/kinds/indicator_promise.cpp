// SPDX-License-Identifier: MIT
//
// What an indicator promises: how much, of what, by when, on which way, and who reports it.
#include <array>

#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using document::Record;
using measure::IndicatorFigures;

using enum model::Qualifier;

/// How the words around a number stand in one direction, by qualifier: at_least, exceed, about,
/// exactly, reach, at_most, below (the order of `Qualifier`). No word may say the opposite of the
/// promise (RULES.md §4).
using Wording = std::array<base::Bilingual, 7>;

constexpr Wording rising{{{"{0}以上", "at least {0}"},
                          {"突破 {0}", "more than {0}"},
                          {"{0}左右", "about {0}"},
                          {"{0}", "{0}"},
                          {"达到 {0}", "reach {0}"},
                          {"不超过 {0}", "at most {0}"},
                          {"低于 {0}", "below {0}"}}};
constexpr Wording falling{{{"降至 {0}以下", "down to {0} or less"},
                           {"降到低于 {0}", "down to less than {0}"},
                           {"降至 {0}左右", "down to about {0}"},
                           {"降至 {0}", "down to {0}"},
                           {"降至 {0}", "down to {0}"},
                           {"不超过 {0}", "at most {0}"},
                           {"低于 {0}", "below {0}"}}};
/// Of a growth below zero that is to fall so far; the number stands without its sign.
constexpr Wording fallen{{{"下降 {0}以上", "down by {0} or more"},
                          {"下降超过 {0}", "down by more than {0}"},
                          {"下降 {0}左右", "down by about {0}"},
                          {"下降 {0}", "down by {0}"},
                          {"下降 {0}", "down by {0}"},
                          {"不超过 {0}", "at most {0}"},
                          {"低于 {0}", "below {0}"}}};
constexpr Wording placed{{{"前 {0}", "in the first {0}"},
                          {"优于第 {0}", "better than place {0}"},
                          {"前 {0}", "in the first {0}"},
                          {"前 {0}", "in the first {0}"},
                          {"前 {0}", "in the first {0}"},
                          {"前 {0}", "in the first {0}"},
                          {"优于第 {0}", "better than place {0}"}}};
constexpr Wording compared_rising{{{"不低于{0}", "at least {0}"},
                                   {"超过{0}", "above {0}"},
                                   {"与{0}持平左右", "about {0}"},
                                   {"与{0}持平", "as high as {0}"},
                                   {"达到{0}", "reach {0}"},
                                   {"不超过{0}", "at most {0}"},
                                   {"低于{0}", "below {0}"}}};
constexpr Wording compared_falling{{{"不高于{0}", "at most {0}"},
                                    {"低于{0}", "below {0}"},
                                    {"与{0}持平左右", "about {0}"},
                                    {"与{0}持平", "as low as {0}"},
                                    {"降到{0}", "down to {0}"},
                                    {"不超过{0}", "at most {0}"},
                                    {"低于{0}", "below {0}"}}};

/// What an indicator is compared with, and by how much it is to be above it.
Value rival(const Row& row) {
  const auto& name = row.as<model::Indicator>().than.name;
  const auto& margin = row.indicator->margin;
  if (!name || !margin || *margin == base::Decimal()) return stored(name);
  const bool above = *margin > base::Decimal();
  const base::Decimal size = above ? *margin : base::Decimal() - *margin;
  const Value apart = measure_unit(row) == "%" ? in_form(base::to_ratio(size), Form::points)
                                               : amount_of(row, std::optional(size));
  const Value step = Value(apart).from(origin_of(row, "than"));
  return document::Phrase{above ? base::Bilingual{"{0}加 {1}", "{0} plus {1}"}
                                : base::Bilingual{"{0}减 {1}", "{0} less {1}"},
                          {*name, step}};
}

Value target(const Row& row) {
  if (row.indicator->pending) return pending_word();
  if (row.as<model::Indicator>().than.written()) return {};
  return amount_of(row, row.indicator->target);
}

/// By how much it is to be above what it is compared with: two rates are apart by points.
Value margin_of(const Row& row) {
  const auto& margin = row.indicator->margin;
  return measure_unit(row) == "%" ? amount(margin, "个百分点") : amount_of(row, margin);
}

/// The comparison in force.
Value than(const Row& row) {
  const model::Comparison& than = row.as<model::Indicator>().than;
  if (!than.written()) return {};
  return Record{{{"name", stored(than.name)}, {"by", margin_of(row)}}};
}

Value trajectory(const Row& row) {
  const auto& terms = row.indicator->terms;
  if (!terms) return {};
  Value points = list_of(terms->points, [&](const measure::Point& point) {
    return Record{{{"date", point.date}, {"value", amount_of(row, point.value)}}};
  });
  return Record{{{"type", word(terms->trajectory)}, {"points", std::move(points)}}};
}

Value baseline(const Row& row) {
  const auto& terms = row.indicator->terms;
  const bool by_unit = row.as<model::Indicator>().baseline.by.written();
  // What each unit has to meet by itself it begins by itself.
  if (by_unit && row.indicator->aggregate == model::Aggregate::each) return {};
  if (terms && terms->baseline) return amount_of(row, terms->baseline);
  const bool from_zero = row.indicator->kind == model::Kind::cumulative;
  if (from_zero && !row.as<model::Indicator>().baseline.written()) {
    return amount_of(row, base::Decimal());
  }
  return stored(row.as<model::Indicator>().baseline);
}

Value promise(const Row& row) {
  const IndicatorFigures& figures = *row.indicator;
  const bool each = figures.is_by_unit() && figures.aggregate == model::Aggregate::each;
  if (each && !figures.pending && !row.as<model::Indicator>().than.written()) {
    const auto& units = figures.units;
    const bool are_alike = !units.empty() && units.front().target &&
                           std::ranges::all_of(units, [&](const measure::UnitFigures& unit) {
                             return unit.target == units.front().target;
                           });
    if (!are_alike) return document::Phrase{{"各单位各有目标", "each unit its own"}, {}};
    const Row unit = rows_in(row, Kind::shares).front();
    return document::Phrase{{"各 {0}", "each {0}"}, {promise_of(unit, units.front().target)}};
  }
  return promise_of(row, figures.target);
}

/// The units of measure that any indicator of the plan has, in their order there.
std::vector<Known> all_measures(const Row& plan) {
  std::vector<Known> all;
  for (const measure::TaskFigures& task : plan.plan->tasks) {
    for (const measure::IndicatorFigures& one : task.indicators) {
      const auto& unit = one.indicator->unit;
      const auto is_it = [&](const Known& other) {
        return *other.value.as<std::string>() == *unit;
      };
      if (unit && std::ranges::none_of(all, is_it)) all.push_back({*unit, *unit});
    }
  }
  return all;
}

}  // namespace

Value promise_of(const Row& row, const std::optional<base::Decimal>& of) {
  const IndicatorFigures& figures = *row.indicator;
  if (figures.pending) return pending_word();
  const std::size_t qualifier = static_cast<std::size_t>(figures.qualifier.value_or(exactly));
  if (row.as<model::Indicator>().than.written()) {
    return document::Phrase{(figures.down ? compared_falling : compared_rising)[qualifier],
                            {rival(row)}};
  }
  if (!of) return {};
  const bool rank = figures.kind == model::Kind::rank;
  const bool fall = figures.kind == model::Kind::growth && figures.down && !figures.ceiling &&
                    *of < base::Decimal();
  const base::Decimal number = fall ? base::Decimal() - *of : *of;
  // The number in the sentence is another field's.
  Value target = amount(std::optional(number), rank ? place_unit(row) : measure_unit(row))
                     .from(origin_of(row, "target"));
  const Wording& words = rank ? placed : fall ? fallen : figures.down ? falling : rising;
  return document::Phrase{words[qualifier], {std::move(target)}};
}

std::vector<Field> promise_fields() {
  return {
      from_file("id"),
      from_file("name"),
      from_file("kind"),
      from_file("qualifier"),
      from_file("commitment"),
      figure("promise", {"目标", "Promise"}, Type::text,
             {"目标连同限定词：40 公里以上", "the target with its qualifier: at least 40 公里"},
             promise),
      figure("target", {"目标值", "Target"}, Type::number,
             {"当日有效的目标值", "the target in force on the day"}, target, {.also = "目标数"}),
      figure("aggregate", {"汇总方式", "Aggregate"}, Type::word,
             {"分单位目标怎样合起来看", "how targets by unit count together"},
             [](const Row& row) {
               return row.indicator->is_by_unit() ? value_of(row.indicator->aggregate) : Value();
             },
             {.known = all_words<model::Aggregate>}),
      figure("than", {"比较", "Than"}, Type::record,
             {"和谁比、要高出多少", "what it is compared with, and by how much to be above it"},
             than,
             {.parts = {{"name", {"比较对象", "with what"}},
                        {"by", {"差额", "by how much"}, Type::number}}}),
      figure("benchmark", {"比较值", "Benchmark"}, Type::number,
             {"比较对象的最新数", "the newest figure of what it is compared with"},
             [](const Row& row) { return amount_of(row, row.indicator->benchmark); }),
      from_file("unit", {}, {.known = all_measures}),
      figure("integer", {"取整", "Whole"}, Type::yes_no,
             {"是否按整数计", "whether it counts whole things"}, &IndicatorFigures::whole),
      figure("direction", {"方向", "Direction"}, Type::word,
             {"越高越好还是越低越好", "whether more or less is better"},
             [](const Row& row) {
               using enum model::Direction;
               return row.indicator->down ? down : up;
             },
             {.known = all_words<model::Direction>}),
      figure("weight", {"权重", "Weight"}, Type::number,
             {"在任务完成率中的权重；0 表示只是分项",
              "its weight in the task; 0 for a part of another"},
             &IndicatorFigures::weight),
      counted_field([](const Row& row) {
        return measure::is_counted(*row.task) && measure::is_counted(*row.indicator);
      }),
      figure("applicable", {"适用", "Applicable"}, Type::yes_no,
             {"最新报数是否有可衡量的对象", "whether there was something to measure"},
             &IndicatorFigures::applicable),
      figure("start", {"起始日", "First day"}, Type::date,
             {"从哪一天算起", "the first day of its term"}, &IndicatorFigures::start),
      due_field(&IndicatorFigures::due),
      days_left_field(&IndicatorFigures::due),
      figure("due_apart", {"单独定时限", "Due apart"}, Type::yes_no,
             {"完成时限与任务的不同", "whether its due date is another than its task's"},
             [](const Row& row) {
               // What has no end (长期坚持) has that of its plan.
               const auto of_task =
                   row.task->due ? row.task->due : row.plan->plan->plan.period.end.value;
               return row.indicator->due && row.indicator->due != of_task;
             }),
      figure("frequency", {"报送频率", "Frequency"}, Type::word,
             {"多久报送一次", "how often it is reported"}, &IndicatorFigures::frequency,
             {.also = "频率", .known = all_words<model::Frequency>}),
      figure("reporter", {"报送单位", "Reporter"}, Type::text,
             {"当日负责报送的单位", "the unit that reports it on the day"},
             &IndicatorFigures::reporter, {.also = "报送", .known = all_units}),
      figure("baseline", {"基数", "Baseline"}, Type::number, {"从多少算起", "where it begins"},
             baseline),
      figure("trajectory", {"序时安排", "Trajectory"}, Type::record,
             {"当日有效的序时安排", "how the year is to go, as in force on the day"}, trajectory,
             {.parts = {{"type", {"类型", "type"}, Type::word, all_words<model::TrajectoryType>},
                        {"points", {"各序时点", "points"}, Type::list}}}),
  };
}

}  // namespace taizhang::facts
