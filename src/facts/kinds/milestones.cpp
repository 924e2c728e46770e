// SPDX-License-Identifier: MIT
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

const measure::MilestoneFigures& figures_of(const Row& row) {
  return row.as<measure::MilestoneFigures>();
}
const model::Milestone& milestone_of(const Row& row) { return *figures_of(row).milestone; }

void each_milestone(const Row& task, const Visit& visit) {
  std::size_t index = 0;
  for (const measure::MilestoneFigures& figures : task.task->milestones) {
    visit(inside(task, Kind::milestones, &figures, index++));
  }
}

std::string milestone_name(const Row& row) { return id_or_place(row, milestone_of(row)); }

const std::vector<Field>& milestone_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("id"),
          from_file("name"),
          {"due",
           {"完成时限", "Due"},
           Type::date,
           Need::figures,
           {"当日有效的完成时限", "the due date in force on the day"},
           "时限",
           [](const Row& row) { return or_absent(figures_of(row).due); }},
          {"days_left",
           {"剩余天数", "Days left"},
           Type::whole,
           Need::figures,
           {"距完成时限的天数，逾期为负", "days until it is due; negative when that is past"},
           "",
           [](const Row& row) { return days_until(row, figures_of(row).due); }},
          {"weight",
           {"权重", "Weight"},
           Type::number,
           Need::figures,
           {"在任务完成率中的权重", "its weight in the task"},
           "",
           [](const Row& row) { return value_of(figures_of(row).weight); }},
          {"counted",
           {"计入", "Counted"},
           Type::yes_no,
           Need::figures,
           {"是否计入项数、占比和平均", "whether it is in counts, shares and means"},
           "",
           [](const Row& row) {
             return Value(figures_of(row).has_weight() && !row.task->mechanism());
           }},
          {"done",
           {"完成日期", "Done"},
           Type::date,
           Need::figures,
           {"到所问日期已经完成的，完成的日期", "the day it was done, if by the day asked for"},
           "",
           [](const Row& row) {
             return figures_of(row).done ? stored(milestone_of(row).done) : Value();
           }},
          {"overdue",
           {"逾期", "Overdue"},
           Type::yes_no,
           Need::figures,
           {"已过时限而没有完成", "past its due date and not done"},
           "",
           [](const Row& row) { return Value(figures_of(row).overdue); }},
          {"light",
           {"灯", "Light"},
           Type::word,
           Need::figures,
           {"亮灯", "its light"},
           "灯色",
           [](const Row& row) { return Value(word(figures_of(row).light())); }},
      },
      stored_fields<model::Milestone, milestone_of>());
  return all;
}

}  // namespace

const KindOfRow milestones_kind{Kind::milestones, "milestones",    {"节点", "milestones"},
                                Kind::tasks,      "milestones",    each_milestone,
                                milestone_name,   milestone_fields};

}  // namespace taizhang::facts
