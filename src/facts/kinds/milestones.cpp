// SPDX-License-Identifier: MIT
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using measure::MilestoneFigures;

bool is_due_soon(const Row& row) {
  return row.as<MilestoneFigures>().due_soon && is_asked_for(row);
}

Value milestone_light(const Row& row) {
  return row.task->counted ? value_of(row.as<MilestoneFigures>().light()) : not_counted(row);
}

/// The light, with its mark (RULES.md §6.8).
Value milestone_light_shown(const Row& row) {
  Value light = milestone_light(row);
  if (!is_due_soon(row)) return light;
  const document::Tone tone = light.tone();
  return Value(document::Phrase{.text = {"{0}（临期）", "{0} (due soon)"},
                                .arguments = {std::move(light)},
                                .is_remark = true})
      .toned(tone);
}

std::vector<Field> milestone_fields() {
  return fields_of<model::Milestone>({
      from_file("id"),
      from_file("name"),
      due_field(&MilestoneFigures::due),
      days_left_field(
          [](const Row& row) {
            const MilestoneFigures& milestone = row.as<MilestoneFigures>();
            return milestone.done ? std::optional<base::Date>() : milestone.due;
          },
          {"距完成时限的天数，逾期为负；已完成的没有",
           "days until it is due, negative when that is past; none of what is done"}),
      figure("weight", {"权重", "Weight"}, Type::number,
             {"在任务完成率中的权重", "its weight in the task"}, &MilestoneFigures::weight),
      counted_field([](const Row& row) {
        return row.as<MilestoneFigures>().has_weight() && row.task->counted;
      }),
      figure("done", {"完成日期", "Done"}, Type::date,
             {"到所问日期已经完成的，完成的日期", "the day it was done, if by the day asked for"},
             [](const Row& row) {
               return row.as<MilestoneFigures>().done ? stored(row.as<model::Milestone>().done)
                                                      : Value();
             }),
      figure(
          "overdue", {"逾期", "Overdue"}, Type::yes_no,
          {"任务在办，已过时限而没有完成", "past its due date and not done, its task still open"},
          [](const Row& row) { return row.as<MilestoneFigures>().overdue && is_asked_for(row); }),
      figure("due_soon", {"临期", "Due soon"}, Type::yes_no,
             {"任务在办，没有完成，离时限不多几天",
              "not done, its task still open, and due within days"},
             is_due_soon),
      light_field(milestone_light, {"亮灯", "its light"}, milestone_light_shown),
  });
}

}  // namespace

const KindOfRow milestones_kind =
    entries<model::Milestone, Kind::milestones, &measure::TaskFigures::milestones>(
        "milestones", {"节点", "milestones"}, Kind::tasks, "milestones", once<milestone_fields>);

}  // namespace taizhang::facts
