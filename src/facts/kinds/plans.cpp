// SPDX-License-Identifier: MIT
//
// Plans, their sections and the units at work in them.
#include "facts/kinds.h"
#include "measure/aggregate.h"
#include "measure/units.h"

namespace taizhang::facts {

namespace {

// -- what is said of many tasks -----------------------------------------------------------------

/// The tally of the tasks in a row of these kinds.
measure::Tally tally_of(const Row& row) {
  measure::Tally tally;
  for (const Row& task : rows_in(row, Kind::tasks)) tally.add({*task.task});
  return tally;
}

Field tasks_field() {
  return {"tasks",
          {"任务数", "Tasks"},
          Type::whole,
          Need::figures,
          {"计入的任务数", "how many tasks are counted"},
          "",
          [](const Row& row) { return Value(tally_of(row).count()); }};
}

Field completion_field() {
  return {"completion",
          {"平均完成率", "Mean completion"},
          Type::percent,
          Need::figures,
          {"有数据的任务完成率的简单平均", "plain mean of the completions of its tasks with data"},
          "",
          [](const Row& row) { return in_form(tally_of(row).completion().value, Form::percent); }};
}

Field known_field() {
  return {"tasks_known",
          {"有数据的任务数", "Tasks with data"},
          Type::whole,
          Need::figures,
          {"有数据的任务数", "how many of its tasks have data"},
          "",
          [](const Row& row) { return Value(tally_of(row).completion().known); }};
}

// -- plans --------------------------------------------------------------------------------------

const model::Plan& plan_of(const Row& row) { return row.plan->plan->plan; }

void each_plan(const Row& root, const Visit& visit) {
  std::size_t index = 0;
  for (const measure::PlanFigures& plan : root.world->plans()) {
    Row row = inside(root, Kind::plans, nullptr, index++);
    row.plan = &plan;
    visit(row);
  }
}

std::string plan_name(const Row& row) { return row.plan->plan->id; }

const std::vector<Field>& plan_fields() {
  static const std::vector<Field> all = arranged(
      {
          {"id",
           {"编号", "id"},
           Type::text,
           Need::file,
           {"计划编号", "the id of the plan"},
           "",
           [](const Row& row) { return Value(row.plan->plan->id); }},
          {"plan",
           {"计划编号", "Plan"},
           Type::text,
           Need::file,
           {"编号，在所列的行不是计划时", "the id, where what is listed are not plans"},
           "",
           [](const Row& row) { return Value(row.plan->plan->id); }},
          from_file("title"),
          {"time",
           {"时间进度", "Time"},
           Type::percent,
           Need::figures,
           {"计划周期过去了多少", "how much of its period has gone"},
           "",
           [](const Row& row) { return in_form(row.plan->time, Form::percent); }},
          tasks_field(),
          known_field(),
          completion_field(),
      },
      stored_fields<model::Plan, plan_of>(), {"sections"});
  return all;
}

// -- sections -----------------------------------------------------------------------------------

const model::Section& section_of(const Row& row) { return row.as<model::Section>(); }

void each_section(const Row& plan, const Visit& visit) {
  std::size_t index = 0;
  for (const model::Section& section : plan_of(plan).sections) {
    visit(inside(plan, Kind::sections, &section, index++));
  }
}

std::string section_name(const Row& row) {
  const auto& no = section_of(row).no;
  return "sections/" + (no ? std::to_string(*no) : "#" + std::to_string(row.index + 1));
}

const std::vector<Field>& section_fields() {
  static const std::vector<Field> all = arranged(
      {from_file("no"), from_file("title"), tasks_field(), known_field(), completion_field()},
      stored_fields<model::Section, section_of>());
  return all;
}

// -- units --------------------------------------------------------------------------------------

const model::Unit& unit_of(const Row& row) { return row.as<model::Unit>(); }

/// The units that stand for themselves on the day: one that was renamed or merged has gone.
void each_unit(const Row& plan, const Visit& visit) {
  const model::RegistryFile* registry = plan.plan->registry;
  if (!registry) return;
  std::size_t index = 0;
  for (const model::Unit& unit : registry->registry.units) {
    if (!unit.name) continue;
    if (measure::unit_on(registry, *unit.name, plan.world->clocks().as_of) != *unit.name) continue;
    visit(inside(plan, Kind::units, &unit, index++));
  }
}

std::string unit_name(const Row& row) { return "units/" + *unit_of(row).name; }

bool leads(const Row& row, const measure::TaskFigures& task) {
  return std::find(task.lead.begin(), task.lead.end(), *unit_of(row).name) != task.lead.end();
}
bool supports(const Row& row, const measure::TaskFigures& task) {
  return std::find(task.support.begin(), task.support.end(), *unit_of(row).name) !=
         task.support.end();
}

template <bool (*takes_part)(const Row&, const measure::TaskFigures&)>
measure::Tally tally_of_unit(const Row& row) {
  measure::Tally tally;
  for (const measure::TaskFigures& task : row.plan->tasks) {
    if (takes_part(row, task)) tally.add({task});
  }
  return tally;
}

const std::vector<Field>& unit_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("name"),
          {"leads",
           {"牵头的任务", "Leads"},
           Type::whole,
           Need::figures,
           {"牵头的任务数", "how many tasks it leads"},
           "",
           [](const Row& row) { return Value(tally_of_unit<leads>(row).count()); }},
          {"supports",
           {"参与的任务", "Supports"},
           Type::whole,
           Need::figures,
           {"参与的任务数", "how many tasks it takes part in"},
           "",
           [](const Row& row) { return Value(tally_of_unit<supports>(row).count()); }},
          {"tasks_known",
           {"有数据的任务数", "Tasks with data"},
           Type::whole,
           Need::figures,
           {"牵头的任务中有数据的", "how many of those that it leads have data"},
           "",
           [](const Row& row) { return Value(tally_of_unit<leads>(row).completion().known); }},
          {"completion",
           {"牵头任务平均完成率", "Mean completion of led tasks"},
           Type::percent,
           Need::figures,
           {"牵头的任务完成率的简单平均", "plain mean of the completions of the tasks it leads"},
           "",
           [](const Row& row) {
             return in_form(tally_of_unit<leads>(row).completion().value, Form::percent);
           }},
          {"score",
           {"考核得分", "Score"},
           Type::score,
           Need::score,
           {"各项任务得分按份额平均", "mean of the scores of its tasks by share"},
           "得分",
           [](const Row& row) {
             const measure::UnitScore* score = row.world->score(*row.plan, *unit_of(row).name);
             return in_form(score ? score->value.value : std::nullopt, Form::score);
           }},
      },
      stored_fields<model::Unit, unit_of>());
  return all;
}

}  // namespace

std::vector<Known> all_units(const Row& plan) {
  std::vector<Known> all;
  each_unit(plan, [&](const Row& row) { all.push_back({*unit_of(row).name, *unit_of(row).name}); });
  return all;
}

std::vector<Known> all_sections(const Row& plan) {
  std::vector<Known> all;
  for (const model::Section& section : plan_of(plan).sections) {
    if (!section.no) continue;
    const std::string no = std::to_string(*section.no);
    all.push_back(
        {*section.no, section.title ? no + " " + *section.title : no, Shows::in_a_whole_plan});
  }
  return all;
}

const KindOfRow plans_kind{Kind::plans, "plans",   {"计划", "plans"}, Kind::plans,
                           "",          each_plan, plan_name,         plan_fields};
const KindOfRow sections_kind{Kind::sections, "sections",   {"板块", "sections"}, Kind::plans,
                              "sections",     each_section, section_name,         section_fields};
const KindOfRow units_kind{Kind::units, "units",   {"单位", "units"}, Kind::plans,
                           "",          each_unit, unit_name,         unit_fields};

}  // namespace taizhang::facts
