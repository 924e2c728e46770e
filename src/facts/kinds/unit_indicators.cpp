// SPDX-License-Identifier: MIT
//
// Indicators as the units have them, one row an indicator × unit: of a target by unit the unit's
// own, else the whole for each that leads its task.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using measure::IndicatorFigures;
using TaskOfUnit = World::TaskOfUnit;

/// The indicator as the unit has it; null where it has nothing of it.
const IndicatorFigures* held_by(const TaskOfUnit& one, const Row& indicator) {
  if (!one.duty.in_figures()) return nullptr;
  const auto& all = one.of(*indicator.task).indicators;
  const auto found =
      std::ranges::find(all, indicator.indicator->indicator, &IndicatorFigures::indicator);
  return found == all.end() ? nullptr : &*found;
}

Row indicator_of_unit(const Row& row) {
  Row indicator = ancestor(row, Kind::indicators);
  indicator.indicator = held_by(row.as<TaskOfUnit>(), indicator);
  return indicator;
}

Value unit_class_shown(const Row& row) {
  return find_field(Kind::indicators, "class")->shown(indicator_of_unit(row));
}

/// A figure of indicators, of the indicator as the unit has it.
Field figure_of_unit(std::string_view name, Value (*shown)(const Row&) = nullptr) {
  return field_through(indicator_of_unit, Kind::indicators, name, shown);
}

std::vector<Field> unit_indicator_fields() {
  std::vector<Field> fields{
      figure("unit", {"单位", "Unit"}, Type::text,
             {"牵头的单位，或有分解目标的单位",
              "who leads the task of it, or has a target of its own in it"},
             [](const Row& row) { return row.as<TaskOfUnit>().duty.unit; }, {.known = all_units}),
      figure("role", {"承担方式", "Role"}, Type::word,
             {"牵头还是有分解目标", "whether it leads the task or has a target of its own"},
             [](const Row& row) { return row.as<TaskOfUnit>().duty.role; },
             {.known = all_words<measure::Role>})};
  for (const char* name : {"target", "value", "data_date", "expected", "completion", "in_means",
                           "mean_completion", "ratio", "gap", "gap_unit", "met", "light"}) {
    fields.push_back(figure_of_unit(name));
  }
  fields.push_back(figure_of_unit("class", unit_class_shown));
  return fields;
}

void each_unit_indicator(const Row& indicator, const Visit& visit) {
  std::size_t index = 0;
  for (const TaskOfUnit& one : indicator.world->duties(*indicator.plan, *indicator.task)) {
    if (held_by(one, indicator)) {
      visit(inside(indicator, Kind::unit_indicators, one, index++));
    }
  }
}

std::string unit_indicator_name(const Row& row) {
  return "duties/" + row.as<TaskOfUnit>().duty.unit;
}

}  // namespace

const KindOfRow unit_indicators_kind{Kind::unit_indicators,
                                     "unit_indicators",
                                     {"单位指标", "indicators by unit"},
                                     Kind::indicators,
                                     "",
                                     each_unit_indicator,
                                     unit_indicator_name,
                                     once<unit_indicator_fields>};

}  // namespace taizhang::facts
