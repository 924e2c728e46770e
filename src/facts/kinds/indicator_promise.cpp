// SPDX-License-Identifier: MIT
//
// What an indicator promises: how much, of what, by when, on which way, and who reports it.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using document::Record;
using measure::IndicatorFigures;

/// The target `{0}` with each qualifier around it.
constexpr base::Bilingual in_words(model::Qualifier qualifier) {
  switch (qualifier) {
    case model::Qualifier::at_least:
      return {"{0}以上", "at least {0}"};
    case model::Qualifier::exceed:
      return {"突破 {0}", "more than {0}"};
    case model::Qualifier::about:
      return {"{0}左右", "about {0}"};
    case model::Qualifier::reach:
      return {"达到 {0}", "reach {0}"};
    case model::Qualifier::exactly:
      break;
  }
  return {"{0}", "{0}"};
}

/// What an indicator promises, as the field says it: `40 公里以上`, `at least 40 公里`.
Value promise(const Row& row) {
  const IndicatorFigures& figures = *row.indicator;
  Value target = amount_of(row, figures.target);
  const auto& qualifier = figures.indicator->qualifier;
  if (target.is_absent() || !qualifier) return target;
  // The number in the sentence is another field's.
  return document::Phrase{in_words(*qualifier), {std::move(target).from(origin_of(row, "target"))}};
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
  if (terms) return amount_of(row, terms->baseline);
  return amount_of(row, row.as<model::Indicator>().baseline.value);
}

}  // namespace

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
             {"当日有效的目标值", "the target in force on the day"},
             [](const Row& row) { return amount_of(row, row.indicator->target); },
             {.also = "目标数"}),
      from_file("unit"),
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
      figure(
          "due_apart", {"单独定时限", "Due apart"}, Type::yes_no,
          {"完成时限与任务的不同", "whether its due date is another than its task's"},
          [](const Row& row) { return row.indicator->due && row.indicator->due != row.task->due; }),
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
             {.parts = {{"type", {"类型", "type"}}, {"points", {"各序时点", "points"}}}}),
  };
}

}  // namespace taizhang::facts
