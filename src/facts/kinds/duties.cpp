// SPDX-License-Identifier: MIT
//
// Duties: a task as one unit has it, one row a task × unit. A member of a group has what the group
// has; who has a target of its own stands as that does.
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using measure::Duty;
using TaskOfUnit = World::TaskOfUnit;

/// The task as it stands for the unit of the row.
Row task_of_unit(const Row& duty) {
  Row task = ancestor(duty, Kind::tasks);
  task.task = &duty.as<TaskOfUnit>().of(*duty.task);
  return task;
}

Value shown_of_unit(const Row& duty, std::string_view name) {
  return find_field(Kind::tasks, name)->shown(task_of_unit(duty));
}

/// A figure of tasks, of the task as it stands for the unit.
Field of_unit(std::string_view name, Value (*shown)(const Row&) = nullptr) {
  return field_through(task_of_unit, Kind::tasks, name, shown);
}

/// The score of the task that is in the unit's; null where there is none.
const measure::TaskScore* score_for_unit(const Row& row) {
  const measure::UnitScore* unit = row.world->score(*row.plan, row.as<TaskOfUnit>().duty.unit);
  if (!unit) return nullptr;
  const auto part = std::ranges::find(unit->tasks, row.task, &measure::SharedTask::task);
  return part == unit->tasks.end() ? nullptr : &part->score;
}

Field score_for_the_unit() {
  Field field = *find_field(Kind::tasks, "score")->field;
  field.about = {"这项任务给本单位的考核得分：有分解目标的按本单位的数；score.value 是得分",
                 "what the task scores for the unit: on its own values where targets are by unit"};
  field.get = [](const Row& row) {
    const measure::TaskScore* score = score_for_unit(row);
    return score ? score_record(*score) : Value();
  };
  field.shown = [](const Row& row) {
    const measure::TaskScore* score = score_for_unit(row);
    return score ? score_shown(*score) : Value();
  };
  return field;
}

std::vector<Field> duty_fields() {
  return {
      figure("unit", {"单位", "Unit"}, Type::text,
             {"牵头、有分解目标或参与的单位，成组的写到成员",
              "who leads it, has a target in it or takes part; of a group its members"},
             [](const Row& row) { return row.as<TaskOfUnit>().duty.unit; }, {.known = all_units}),
      figure("role", {"承担方式", "Role"}, Type::word,
             {"牵头、有分解目标还是参与", "whether it leads it, has a target in it or takes part"},
             [](const Row& row) { return row.as<TaskOfUnit>().duty.role; },
             {.known = all_words<measure::Role>}),
      figure("own", {"有自己的目标", "Own target"}, Type::yes_no,
             {"目标分到了本单位，灯和完成率是本单位的",
              "it has a target of its own, and light and completion are those of it"},
             [](const Row& row) { return row.as<TaskOfUnit>().duty.own; }),
      figure("in_figures", {"计入本单位", "In its figures"}, Type::yes_no,
             {"是否计入本单位的项数和平均：只是参与的不计",
              "whether it is in the unit's counts and means: not so where it takes part only"},
             [](const Row& row) { return row.as<TaskOfUnit>().duty.in_figures(); }),
      of_unit("light", [](const Row& row) { return shown_of_unit(row, "light"); }),
      of_unit("class", [](const Row& row) { return shown_of_unit(row, "class"); }),
      of_unit("known"),
      of_unit("in_means"),
      of_unit("completion"),
      of_unit("met"),
      score_for_the_unit(),
  };
}

void each_duty(const Row& task, const Visit& visit) {
  std::size_t index = 0;
  for (const TaskOfUnit& one : task.world->duties(*task.plan, *task.task)) {
    visit(inside(task, Kind::duties, one, index++));
  }
}

std::string duty_name(const Row& row) { return "duties/" + row.as<TaskOfUnit>().duty.unit; }

}  // namespace

const KindOfRow duties_kind{
    Kind::duties, "duties",         {"单位任务", "tasks by unit"}, Kind::tasks, "", each_duty,
    duty_name,    once<duty_fields>};

}  // namespace taizhang::facts
