// SPDX-License-Identifier: MIT
//
// What is measured alike of an indicator and of each unit that has a share of its target.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using measure::StrandFigures;

const StrandFigures& strand_of(const Row& row) { return row.as<StrandFigures>(); }

/// How far ahead of schedule, in what its gap is counted in.
Value gap(const Row& row) {
  const auto& gap = strand_of(row).gap;
  if (!gap) return {};
  // Two rates are apart by points.
  if (gap->unit == measure::GapUnit::points || measure_unit(row) == "%") {
    return in_form(std::optional(gap->value), Form::points);
  }
  return amount(std::optional(gap->value),
                gap->unit == measure::GapUnit::places ? place_unit(row) : measure_unit(row));
}

/// Of an indicator that is judged by months: how many of them are owed, how many were met; nothing
/// of others (RULES.md §6.7).
struct Months {
  long long met;
  long long all;
};

std::optional<Months> months_of(const Row& row) {
  const measure::Punctuality& reports = strand_of(row).reports;
  const long long all =
      reports.met + reports.missed + static_cast<long long>(reports.missing.size());
  if (!row.indicator->indicator->window.written() || all == 0) return std::nullopt;
  return Months{reports.met, all};
}

/// The gap; of an indicator that is judged by months how many were not met.
Value gap_shown(const Row& row) {
  Value points = gap(row);
  const std::optional<Months> months = months_of(row);
  if (!months || points.is_absent()) return points;
  const bool is_short = months->met < months->all;
  return document::Phrase{.text = is_short ? base::Bilingual{"欠 {1} 个月", "{1} months short"}
                                           : base::Bilingual{"{1} 个月", "{1} months"},
                          .arguments = {std::move(points), Value(months->all - months->met)},
                          .is_remark = true};
}

/// What a light is marked with beside its colour (RULES.md §6.8).
Value marked(const Row& row, Value value) {
  const StrandFigures& strand = strand_of(row);
  const auto with = [&](base::Bilingual text) {
    const document::Tone tone = value.tone();
    return Value(document::Phrase{.text = text, .arguments = {std::move(value)}, .is_remark = true})
        .toned(tone);
  };
  if (strand.broken) return with({"{0}（已突破）", "{0} (broken)"});
  if (strand.used_too_fast) return with({"{0}（用得过快）", "{0} (used too fast)"});
  if (strand.met_so_far) return with({"{0}（现达标）", "{0} (met so far)"});
  if (strand.borderline && !strand.settled) return with({"{0}（临界）", "{0} (borderline)"});
  return value;
}

/// Its class; why it is in none where its task is not counted.
Value standing_of_strand(const Row& row) {
  return row.task->counted ? value_of(strand_of(row).standing) : not_counted(row);
}

/// The completion; of units that each have their own with how many of them it is the mean of.
Value completion_shown(const Row& row) {
  const StrandFigures& strand = strand_of(row);
  const Value completion = in_form(strand.completion, Form::percent);
  if (const auto months = months_of(row); months && strand.completion) {
    return document::Phrase{.text = {"{2} 个月中 {1} 个月达到", "{1} of {2} months met"},
                            .arguments = {completion, Value(months->met), Value(months->all)},
                            .is_remark = true};
  }
  if (row.kind != Kind::indicators || !strand.completion || !row.indicator->is_in_part()) {
    return completion;
  }
  return document::Phrase{.text = {"{0}（已报 {1}）", "{0} ({1} reported)"},
                          .arguments = {completion, value(row, "known_units")},
                          .is_remark = true};
}

Value class_shown(const Row& row) {
  if (!row.task->counted) return not_counted(row);
  const StrandFigures& strand = strand_of(row);
  document::Word shown = class_word(row, strand.standing);
  if (strand.standing == model::Class::done && strand.met_late) shown.label = done_late;
  return marked(row, Value(shown).toned(tone_of(strand.light())));
}

Value strand_light_shown(const Row& row) {
  if (!row.task->counted) return not_counted(row);
  return marked(row, value_of(strand_of(row).light()));
}

}  // namespace

document::Word class_word(const Row& row, model::Class standing) {
  document::Word shown = word(standing);
  const bool is_public = row.plan && row.plan->frame().is_public();
  if (is_public && standing == model::Class::not_reported) shown.label = not_recorded;
  return shown;
}

std::vector<Known> all_classes(const Row& plan) {
  std::vector<Known> all = all_words<model::Class>(plan);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].label = class_word(plan, model::Names<model::Class>::table[i].value);
  }
  return all;
}

Field value_field() {
  return figure("value", {"最新值", "Value"}, Type::number,
                {"最新的有效数值", "the newest value that counts"},
                [](const Row& row) { return amount_of(row, strand_of(row).value()); },
                {.also = "数值 完成值"});
}

Field data_date_field() {
  return figure("data_date", {"数据截止日", "Data date"}, Type::date,
                {"最新值是哪一天的", "the day that the value is of"}, [](const Row& row) {
                  return member_of(strand_of(row).newest(), &measure::Effective::date);
                });
}

Field expected_field() {
  return figure("expected", {"序时应完成", "Expected"}, Type::number,
                {"数据截止日应达到的值", "the value that is due at the data date"},
                [](const Row& row) { return strand_of(row).expected.used; }, {.also = "应完成"});
}

Field completion_field() {
  return figure("completion", {"完成率", "Completion"}, Type::percent,
                {"完成率，可以小于 0 或超过 100%", "may be below 0 or above 100 %"},
                &StrandFigures::completion, {.also = "完成", .shown = completion_shown});
}

Field ratio_field() {
  return figure("ratio", {"序时比", "Ratio"}, Type::ratio,
                {"实际完成与序时应完成之比", "what is done of what is due at the data date"},
                &StrandFigures::ratio);
}

Field gap_field() {
  return figure("gap", {"超欠序时", "Gap"}, Type::number,
                {"超（欠）序时多少，单位见 gap_unit", "how far ahead of schedule, or behind"}, gap,
                {.also = "points 差距", .shown = gap_shown});
}

Field gap_unit_field() {
  return figure("gap_unit", {"差距单位", "Gap unit"}, Type::word,
                {"差距是百分点、位次还是原计量单位", "points, places or the unit of measure"},
                [](const Row& row) {
                  const auto& gap = strand_of(row).gap;
                  return gap ? std::optional(gap->unit) : std::nullopt;
                },
                {.known = all_words<measure::GapUnit>});
}

Field strand_light_field() {
  return light_field(
      [](const Row& row) {
        return row.task->counted ? value_of(strand_of(row).light()) : not_counted(row);
      },
      {"亮灯", "its light"}, strand_light_shown);
}

Field strand_class_field() {
  return class_field(standing_of_strand, {"进度分类", "how it stands"}, class_shown);
}

}  // namespace taizhang::facts
