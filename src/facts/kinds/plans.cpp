// SPDX-License-Identifier: MIT
//
// Plans, their sections and the units at work in them.
#include "facts/kinds.h"
#include "measure/units.h"

namespace taizhang::facts {

namespace {

using measure::TaskFigures;

// -- what is said of many tasks -----------------------------------------------------------------

Field tasks_field() {
  return figure("tasks", {"任务数", "Tasks"}, Type::whole,
                {"计入的任务数", "how many tasks are counted"},
                [](const Row& row) { return tally_of(row).count(); });
}

Field known_field(base::Bilingual about = {"计入平均的任务数",
                                           "how many of its tasks are in the mean"}) {
  return figure("tasks_known", {"计入平均的任务数", "Tasks in the mean"}, Type::whole, about,
                [](const Row& row) { return tally_of(row).completion().known; });
}

constexpr base::Bilingual mean_completion{"平均完成率", "Mean completion"};
constexpr base::Bilingual mean_of_tasks{"有完成率的任务的简单平均",
                                        "plain mean of the completions of its tasks that have one"};

/// Of which tasks a mean of scores is.
constexpr base::Bilingual of_its_tasks{"{0} 项任务有得分", "{0} {0|task has|tasks have} a score"};
constexpr base::Bilingual of_all_it_does{
    "牵头和参与的 {0} 项任务有得分",
    "{0} {0|task|tasks} that it leads or takes part in {0|has|have} a score"};

/// A mean of scores with how many of how many it stands on; 序时得分 where one of them is; that it
/// stands for the others no more, where those are the most.
Value mean_score_shown(const measure::Mean& mean, bool by_schedule, base::Bilingual of) {
  if (!mean.value) return {};
  constexpr base::Bilingual final{"{0}（{1}）", "{0} ({1})"};
  constexpr base::Bilingual in_mid_year{"序时得分 {0}（{1}）", "by schedule {0} ({1})"};
  Value known = document::Phrase{of, {std::to_string(mean.known) + "/" + std::to_string(mean.all)}};
  if (2 * mean.known < mean.all) {
    known = document::Phrase{
        {"{0}，不到一半，不代表总体", "{0}, less than half: it does not stand for all"},
        {std::move(known)}};
  }
  return document::Phrase{by_schedule ? in_mid_year : final,
                          {in_form(mean.value, Form::score), std::move(known)}};
}

Value mean_score(const Row& section) {
  return in_form(mean_score_of(section).value.value, Form::score);
}

Value section_score_shown(const Row& section) {
  const measure::MeanScore mean = mean_score_of(section);
  return mean_score_shown(mean.value, mean.by_schedule, of_its_tasks);
}

Field mean_completion_field(base::Bilingual title = mean_completion,
                            base::Bilingual about = mean_of_tasks) {
  return figure("completion", title, Type::percent, about,
                [](const Row& row) { return tally_of(row).completion().value; });
}

// -- plans --------------------------------------------------------------------------------------

void each_plan(const Row& root, const Visit& visit) {
  std::size_t index = 0;
  for (const measure::PlanFigures& plan : root.world->plans()) {
    visit(inside(root, Kind::plans, plan, index++));
  }
}

std::string plan_name(const Row& row) { return row.plan->plan->id; }

std::vector<Known> own_id(const Row& plan) { return {{plan.plan->plan->id, plan.plan->plan->id}}; }

std::vector<Field> plan_fields() {
  return fields_of<model::Plan>(
      {
          of_file("id", {"编号", "id"}, Type::text, {"计划编号", "the id of the plan"},
                  [](const Row& row) { return row.plan->plan->id; }, {.known = own_id}),
          of_file("plan", {"计划编号", "Plan"}, Type::text,
                  {"编号，在所列的行不是计划时", "the id, where what is listed are not plans"},
                  [](const Row& row) { return row.plan->plan->id; }, {.known = own_id}),
          from_file("title"),
          figure("time", {"时间进度", "Time"}, Type::percent,
                 {"计划周期过去了多少", "how much of its period has gone"},
                 &measure::PlanFigures::time),
          tasks_field(),
          known_field(),
          mean_completion_field(),
      },
      {"sections"});
}

// -- sections -----------------------------------------------------------------------------------

std::string section_name(const Row& row) {
  const auto& no = row.as<model::Section>().no;
  return "sections/" + (no ? std::to_string(*no) : place(row));
}

std::vector<Field> section_fields() {
  return fields_of<model::Section>(
      {from_file("no"), from_file("title"), tasks_field(), known_field(), mean_completion_field(),
       scored("score", {"考核得分", "Score"}, Type::score,
              {"各项任务得分的简单平均", "plain mean of the scores of its tasks"}, mean_score,
              {.also = "得分", .shown = section_score_shown})});
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
    visit(inside(plan, Kind::units, unit, index++));
  }
}

std::string unit_name(const Row& row) { return "units/" + *unit_of(row).name; }

/// The tally of the tasks that the unit has in one of these ways, as they stand for it.
measure::Tally tally_of_unit(const Row& row, std::initializer_list<measure::Role> roles) {
  measure::Tally tally;
  for (const TaskFigures& task : row.plan->tasks) {
    for (const World::TaskOfUnit& one : row.world->duties(*row.plan, task)) {
      const bool is_asked = std::ranges::find(roles, one.duty.role) != roles.end();
      if (is_asked && one.duty.unit == *unit_of(row).name) tally.add({one.of(task)});
    }
  }
  return tally;
}

const measure::UnitScore* score_of_unit(const Row& row) {
  return row.world->score(*row.plan, *unit_of(row).name);
}

Value unit_score(const Row& row) {
  const measure::UnitScore* score = score_of_unit(row);
  return in_form(score ? score->value.value : std::nullopt, Form::score);
}

Value unit_score_shown(const Row& row) {
  const measure::UnitScore* score = score_of_unit(row);
  return score ? mean_score_shown(score->value, score->by_schedule, of_all_it_does) : Value();
}

Value unit_rank(const Row& row) {
  const measure::UnitScore* score = score_of_unit(row);
  return value_of(score ? score->rank : std::nullopt);
}

Value count_of(const Row& row, measure::Role role) { return tally_of_unit(row, {role}).count(); }

std::vector<Field> unit_fields() {
  return fields_of<model::Unit>({
      from_file("name", {}, {.known = all_units}),
      figure("leads", {"牵头的任务", "Leads"}, Type::whole,
             {"牵头的任务数", "how many tasks it leads"},
             [](const Row& row) { return count_of(row, measure::Role::lead); }),
      figure("targets", {"有分解目标的任务", "Targets"}, Type::whole,
             {"不牵头而有分解目标的任务数",
              "how many tasks it has a target of its own in without leading them"},
             [](const Row& row) { return count_of(row, measure::Role::target); }),
      figure("supports", {"参与的任务", "Supports"}, Type::whole,
             {"参与的任务数", "how many tasks it takes part in"},
             [](const Row& row) { return count_of(row, measure::Role::support); }),
      known_field({"牵头和有分解目标的任务中计入平均的",
                   "how many of those that it leads or has a target in are in the mean"}),
      mean_completion_field({"平均完成率", "Mean completion"},
                            {"牵头和有分解目标的任务完成率的简单平均，有分解目标的按本单位的计",
                             "plain mean of the completions of the tasks it leads or has a target "
                             "in, by its own figures"}),
      scored("score", {"考核得分", "Score"}, Type::score,
             {"各项任务得分按份额平均", "mean of the scores of its tasks by share"}, unit_score,
             {.also = "得分", .shown = unit_score_shown}),
      scored("rank", {"名次", "Place"}, Type::whole,
             {"在本组牵头三项以上的单位中按得分排第几；计划没有开启排名的没有",
              "its place by score among the units of its group that lead three tasks or more; none "
              "where the plan does not rank"},
             unit_rank),
  });
}

}  // namespace

measure::Tally tally_of(const Row& row) {
  if (row.kind == Kind::units) {
    return tally_of_unit(row, {measure::Role::lead, measure::Role::target});
  }
  measure::Tally tally;
  for (const Row& task : rows_in(row, Kind::tasks)) tally.add({*task.task});
  return tally;
}

measure::MeanScore mean_score_of(const Row& section, measure::Trace* trace) {
  std::vector<const measure::TaskScore*> scores;
  for (const Row& task : rows_in(section, Kind::tasks)) {
    if (!measure::is_scored(*task.task)) continue;
    scores.push_back(&task.world->score(*task.plan, *task.task));
  }
  return measure::mean_of_scores(scores, trace);
}

std::vector<Known> all_units(const Row& plan) {
  std::vector<Known> all;
  each_unit(plan, [&](const Row& row) { all.push_back({*unit_of(row).name, *unit_of(row).name}); });
  return all;
}

std::vector<Known> all_sections(const Row& plan) {
  std::vector<Known> all;
  for (const model::Section& section : plan.as<model::Plan>().sections) {
    if (!section.no) continue;
    const std::string no = std::to_string(*section.no);
    all.push_back(
        {*section.no, section.title ? no + " " + *section.title : no, Shows::in_a_whole_plan});
  }
  return all;
}

const KindOfRow plans_kind{Kind::plans, "plans",   {"计划", "plans"}, Kind::plans,
                           "",          each_plan, plan_name,         once<plan_fields>};
const KindOfRow sections_kind{Kind::sections,       "sections",
                              {"板块", "sections"}, Kind::plans,
                              "sections",           each<Kind::sections, &model::Plan::sections>,
                              section_name,         once<section_fields>};
const KindOfRow units_kind{Kind::units, "units",   {"单位", "units"}, Kind::plans,
                           "",          each_unit, unit_name,         once<unit_fields>};

}  // namespace taizhang::facts
