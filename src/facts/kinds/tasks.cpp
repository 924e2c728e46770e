// SPDX-License-Identifier: MIT
#include "facts/kinds.h"
#include "measure/history.h"
#include "model/ledger.h"

namespace taizhang::facts {

namespace {

using document::Record;
using document::Word;
using measure::TaskFigures;

/// What stands for a light or a class of a task that is in no count.
constexpr base::Bilingual organises{"组织保障", "organising"};
constexpr base::Bilingual not_judged = model::label(model::Class::not_judged);
/// A light that the unit's own verdict gives.
constexpr base::Bilingual own_word{"{0}（自报）", "{0} (self-reported)"};

std::string task_name(const Row& row) {
  const auto item = row.task->file->item();
  return item ? std::to_string(*item) : place(row);
}

/// The number, or what is printed in its place; with the plan where several are in view.
Value item_shown(const Row& row) {
  const auto& no = row.as<model::Task>().no;
  Value item = no ? Value(*no) : value_of(row.task->file->item());
  if (!row.world->several_plans()) return item;
  return document::Sentence{{row.plan->plan->id, "/", std::move(item)}};
}

Value lights(const Row& row) {
  Word light = word(row.task->light());
  light.marked = row.task->light_by_hand;
  return light;
}

Value light_shown(const Row& row) {
  if (!row.task->counted) return not_counted(row);
  if (row.task->not_judged()) return Absent{not_judged};
  const TaskFigures& task = *row.task;
  // What an issue or people have turned is no longer the unit's own word.
  const bool own =
      task.by_own_word && !task.light_by_hand && task.light() == task.light_story.front().light;
  if (!own) return lights(row);
  return Value(document::Phrase{.text = own_word, .arguments = {lights(row)}, .is_remark = true})
      .toned(tone_of(task.light()));
}

Value standing(const Row& row) {
  return row.task->counted ? Value(class_word(row, row.task->standing)) : not_counted(row);
}

/// Whether one of the measures was first met after its due date.
bool is_late(const TaskFigures& task) {
  return std::ranges::any_of(task.indicators,
                             [](const auto& one) { return one.counts() && one.met_late; }) ||
         std::ranges::any_of(task.milestones,
                             [](const auto& one) { return one.has_weight() && one.done_late; });
}

/// The due date in force, or that it has none (长期坚持).
Value due_or_standing(const Row& row) {
  const auto& written = row.as<model::Task>().due;
  const bool standing = !row.task->due && written && !written->date;
  return standing ? value_of(*written) : value_of(row.task->due);
}

/// The words that the file prints in place of the due date it gives; another date as it is.
Value due_shown(const Row& row) {
  const model::Task& task = row.as<model::Task>();
  const bool as_written = task.due && task.due->date == row.task->due;
  return as_written && task.due_text ? Value(*task.due_text) : due_or_standing(row);
}

/// What the unit itself says of it, the newest time it said so.
Value verdict(const Row& row) {
  const auto* newest = measure::newest_verdict(row.as<model::Task>(), row.world->clocks());
  return newest ? value_of(*newest->verdict) : Value();
}

Value standing_shown(const Row& row) {
  if (!row.task->counted) return not_counted(row);
  if (row.task->not_judged()) return Absent{not_judged};
  document::Word shown = class_word(row, row.task->standing);
  if (row.task->standing == model::Class::done && is_late(*row.task)) shown.label = done_late;
  return Value(shown).toned(tone_of(row.task->light()));
}

std::vector<std::string> named_units(const Row& row) {
  std::vector<std::string> units = row.task->lead;
  for (const std::string& unit : row.task->support) {
    if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
  }
  return units;
}

/// Who has the task: those that are named, and whoever has it through a group or a target.
Value units_of(const Row& row) {
  std::vector<std::string> units = named_units(row);
  for (const World::TaskOfUnit& one : row.world->duties(*row.plan, *row.task)) {
    if (std::ranges::find(units, one.duty.unit) == units.end()) {
      units.push_back(one.duty.unit);
    }
  }
  return value_of(units);
}

Value units_shown(const Row& row) { return value_of(named_units(row)); }

Value section_title(const Row& row) {
  const auto& no = row.as<model::Task>().section;
  const model::Section* section = no ? row.plan->plan->section(*no) : nullptr;
  return section && section->title ? Value(*section->title) : Value();
}

Value known(const Row& row) {
  const measure::Mean& mean = row.task->completion;
  if (mean.all > 0) return document::out_of(mean.known, mean.all);
  // What has something to go by, such as a place or a ceiling, lacks a share of it alone.
  const bool grey = row.task->light() == model::Light::grey;
  if (!grey || !row.task->counted) return Absent{};
  return Absent{class_word(row, row.task->standing).label};
}

bool is_past_due(const Row& row) { return row.task->overdue && row.task->counted; }

/// Where it goes on, once it does: what a file says without a date holds from its status on.
Value carried_to(const Row& row) {
  const model::Carry& carry = row.as<model::Task>().carried_to;
  const bool is_carried = row.task->status == model::Status::carried_over;
  return is_carried ? stored(carry) : Value();
}

/// The same in words. What remains is in the unit of measure of its only indicator.
Value carried_to_shown(const Row& row) {
  const Value value = carried_to(row);
  const auto* record = value.as<Record>();
  if (!record) return value;
  const model::Carry& carry = row.as<model::Task>().carried_to;
  const auto& indicators = row.task->indicators;
  const bool is_one = indicators.size() == 1;
  Value remaining =
      carry.remaining
          ? amount(std::optional(*carry.remaining),
                   is_one ? indicators.front().indicator->unit.value_or("") : std::string())
          : Value();
  const bool has_place = carry.plan && carry.item;
  if (!has_place) return value;
  if (remaining.is_absent()) {
    return document::Phrase{{"{0} 第 {1} 项", "{0}, item {1}"},
                            {*carry.plan, std::to_string(*carry.item)}};
  }
  remaining = std::move(remaining).from(origin_of(row, "carried_to.remaining"));
  return document::Phrase{{"{0} 第 {1} 项，余 {2}", "{0}, item {1}; {2} remaining"},
                          {*carry.plan, std::to_string(*carry.item), std::move(remaining)}};
}

const measure::TaskScore& score_of(const Row& row) {
  return row.world->score(*row.plan, *row.task);
}

Value score(const Row& row) {
  return measure::is_scored(*row.task) ? score_record(score_of(row)) : Value();
}

Value task_score_shown(const Row& row) {
  return measure::is_scored(*row.task) ? score_shown(score_of(row)) : Value();
}

Value months(const Row& row) {
  return list_of(score_of(row).months, [](const measure::MonthLight& month) {
    return Record{{{"end", month.end}, {"light", word(month.light)}}};
  });
}

/// The posts that any task of the plan names, in their order there.
std::vector<Known> all_leaders(const Row& plan) {
  std::vector<Known> all;
  for (const TaskFigures& task : plan.plan->tasks) {
    for (const std::string& post : task.leader) {
      const auto is_it = [&](const Known& one) { return *one.value.as<std::string>() == post; };
      if (std::none_of(all.begin(), all.end(), is_it)) all.push_back({post, post});
    }
  }
  return all;
}

/// The tags that any task of the plan has, in their order there.
std::vector<Known> all_tags(const Row& plan) {
  std::vector<Known> all;
  for (const TaskFigures& task : plan.plan->tasks) {
    for (const auto& tag : task.task().tags.items) {
      const auto is_it = [&](const Known& one) { return *one.value.as<std::string>() == *tag; };
      if (tag && std::none_of(all.begin(), all.end(), is_it)) all.push_back({*tag, *tag});
    }
  }
  return all;
}

Field task_due_field() {
  Field field = due_field(due_or_standing);
  field.shown = due_shown;
  return field;
}

std::vector<Field> task_fields() {
  return fields_of<model::Task>(
      {
          of_file("item", {"序号", "Item"}, Type::whole,
                  {"序号；序号读不出来的取文件名里的", "its number, else that of the file's name"},
                  [](const Row& row) { return row.task->file->item(); }, {.shown = item_shown}),
          from_file("section", {"板块", "Section"}, {.known = all_sections}),
          of_file("plan_title", {"计划", "Plan"}, Type::text,
                  {"所在计划的名称", "the title of its plan"},
                  [](const Row& row) { return row.plan->plan->plan.title; }),
          of_file("section_title", {"所在板块", "Section title"}, Type::text,
                  {"所在板块的名称", "the title of its section"}, section_title,
                  {.also = "板块名称"}),
          from_file("title", {"任务", "Task"}, {.also = "标题"}),
          figure("lead", {"牵头单位", "Lead unit"}, Type::list,
                 {"当日的牵头单位，更名、合并和调整已计入",
                  "its lead units on the day, renamed, merged and changed ones as they are then"},
                 &TaskFigures::lead, {.also = "牵头", .known = all_units}),
          figure("support", {"参与单位", "Support"}, Type::list,
                 {"当日的参与单位", "the units that take part on the day"}, &TaskFigures::support,
                 {.also = "参与 配合", .known = all_units}),
          figure("units", {"责任单位", "Units"}, Type::list,
                 {"牵头和参与的单位，以及组的成员和有分解目标的单位",
                  "its lead units and those that take part, also as members of a group or with a "
                  "target of their own"},
                 units_of, {.also = "unit 单位", .shown = units_shown, .known = all_units}),
          figure("leader", {"责任领导", "Leader"}, Type::list,
                 {"当日的责任领导（职务）", "who answers for it on the day, by post"},
                 &TaskFigures::leader, {.also = "领导", .known = all_leaders}),
          task_due_field(),
          days_left_field(&TaskFigures::due),
          figure("status", {"状态", "Status"}, Type::word, {"当日的状态", "its status on the day"},
                 &TaskFigures::status, {.known = all_words<model::Status>}),
          from_file("mechanism", {"组织保障", "Organising"}),
          counted_field(&TaskFigures::counted),
          figure("open", {"在办", "Open"}, Type::yes_no,
                 {"没有销号、取消、暂停或结转",
                  "neither closed, cancelled, suspended nor carried over"},
                 &TaskFigures::open),
          light_field(
              [](const Row& row) { return row.task->counted ? lights(row) : not_counted(row); },
              {"亮灯，人工定的带 *", "its light; * marks one set by hand"}, light_shown),
          figure("light_by_hand", {"人工定灯", "Light by hand"}, Type::yes_no,
                 {"灯是否由人工定", "whether its light was set by hand"},
                 &TaskFigures::light_by_hand),
          class_field(
              standing,
              {"进度分类：已完成、超序时、达序时……", "how it stands: done, ahead, on schedule ..."},
              standing_shown),
          figure("verdict", {"自报", "Verdict"}, Type::word,
                 {"单位最近一次自评", "what the unit itself last said"}, verdict,
                 {.known = all_words<model::Verdict>}),
          figure("known", {"计入平均", "In the mean"}, Type::text,
                 {"计入平均的指标和节点数／全部，逾期未报的按零计入",
                  "measures that are in the mean, of all, n/N; what was never reported counts 0"},
                 known),
          figure("in_means", {"应计入平均", "In means"}, Type::yes_no,
                 {"是否是平均数的 N 之一：各项都按规定没有完成率的（位次、未到期的限额等）不是",
                  "whether it is one of the N of a mean: not so where all its measures have no "
                  "completion by rule, such as places, or ceilings before they are due"},
                 &TaskFigures::is_in_means),
          figure("completion", {"完成率", "Completion"}, Type::percent,
                 {"计入平均的指标和节点的加权平均，每项最高按 100% 计",
                  "weighted mean of the measures that are in it, each held to 100 % at most"},
                 [](const Row& row) { return row.task->completion.value; }, {.also = "完成"}),
          figure("measures_known", {"计入平均的项数", "Measures in the mean"}, Type::whole,
                 {"计入平均的指标和节点数", "how many measures are in the mean"},
                 [](const Row& row) { return row.task->completion.known; }),
          figure("measures", {"指标和节点数", "Measures"}, Type::whole,
                 {"应计入平均的指标和节点数", "how many measures there are for a mean"},
                 [](const Row& row) { return row.task->completion.all; }),
          figure("weight", {"权重合计", "Weight"}, Type::number,
                 {"参与平均的指标和节点的权重之和",
                  "the weight of the measures that a mean stands on"},
                 [](const Row& row) {
                   return Number{row.task->weight, Form::amount, {}, 6};
                 }),
          figure("met", {"是否完成", "Met"}, Type::yes_no,
                 {"各项是否都达到目标；没有数据时不知道",
                  "whether all measures are met; not known without data"},
                 [](const Row& row) {
                   return row.task->completion.known > 0 ? Value(row.task->met) : Value();
                 }),
          figure("overdue", {"逾期", "Overdue"}, Type::yes_no,
                 {"在办、已过时限而没有完成", "open, past its due date and not done"}, is_past_due,
                 {.also = "逾期"}),
          scored("score", {"考核得分", "Score"}, Type::record,
                 {"考核得分及其构成；score.value 是得分", "its score and what it is made of"},
                 score,
                 {.also = "得分",
                  .shown = task_score_shown,
                  .parts = {{"value", {"得分", "score"}, Type::score},
                            {"grade", {"等次", "grade"}, Type::word, all_words<model::Grade>},
                            {"by_hand", {"人工定", "by hand"}, Type::yes_no},
                            {"by_schedule", {"序时得分", "by schedule"}, Type::yes_no},
                            {"base", {"扣分前", "before deductions"}, Type::score},
                            {"known", {"计分的项数", "measures with marks"}, Type::whole},
                            {"all", {"全部项数", "measures"}, Type::whole},
                            {"deducted", {"扣分", "deducted"}, Type::score}}}),
          scored("months", {"各月末的灯", "Month ends"}, Type::list,
                 {"各月末的灯，按当月数据报送截止时所知",
                  "its light at the ends of months, as known when their reports were due"},
                 months),
          scored("suggested_order", {"督办建议", "Suggested order"}, Type::word,
                 {"按各月末的灯建议的督办级别，由办公室决定",
                  "the step that its months suggest; people decide"},
                 [](const Row& row) {
                   // What is over needs none.
                   return row.task->open() ? measure::suggested_order(score_of(row).trouble())
                                           : std::nullopt;
                 },
                 {.known = all_words<model::OrderLevel>}),
          figure("carried_to", {"结转到", "Carried to"}, Type::record,
                 {"已结转的，结转到哪个计划的第几项、余多少",
                  "of a task that is carried over: the plan and item where it goes on, and what "
                  "remains"},
                 carried_to,
                 {.shown = carried_to_shown,
                  .parts = {{"plan", {"计划", "plan"}},
                            {"item", {"序号", "item"}, Type::whole},
                            {"remaining", {"剩余", "remaining"}, Type::number}}}),
          from_file("tags", {}, {.known = all_tags}),
      },
      {"indicators", "milestones", "progress", "issues", "inspections", "self_assessments",
       "orders", "changes"});
}

}  // namespace

Value not_counted(const Row& row) {
  return Absent{row.task->mechanism() ? organises : model::label(row.task->status)};
}

bool is_asked_for(const Row& row) { return row.task->open() && row.task->counted; }

std::string printed_item(const Row& task) {
  const auto& no = task.as<model::Task>().no;
  const auto item = task.task->file->item();
  return no ? *no : item ? std::to_string(*item) : std::string(document::absent_sign);
}

Value score_record(const measure::TaskScore& score) {
  Value grade;
  if (score.value) grade = word(measure::score_grade(*score.value));
  return Record{{{"value", in_form(score.value, Form::score)},
                 {"grade", std::move(grade)},
                 {"by_hand", score.by_hand},
                 {"by_schedule", score.by_schedule},
                 {"base", in_form(score.base.value, Form::score)},
                 {"known", score.base.known},
                 {"all", score.base.all},
                 {"deducted", in_form(score.deductions.marks, Form::score)}}};
}

Value score_shown(const measure::TaskScore& score) {
  if (!score.value) return {};
  const Value value = in_form(score.value, Form::score);
  const Value grade = word(measure::score_grade(*score.value));
  if (score.by_hand) return document::Phrase{{"{0}*（{1}）", "{0}* ({1})"}, {value, grade}};
  constexpr base::Bilingual final{
      "{0}（{1}；{2} − 扣分 {3}；{4} 项计分）",
      "{0} ({1}; {2} − deducted {3}; {4} {4|measure has|measures have} marks)"};
  constexpr base::Bilingual by_schedule{
      "序时得分 {0}（{1}；{2} − 扣分 {3}；{4} 项计分）",
      "by schedule {0} ({1}; {2} − deducted {3}; {4} {4|measure has|measures have} marks)"};
  return document::Phrase{score.by_schedule ? by_schedule : final,
                          {value, grade, in_form(score.base.value, Form::score),
                           in_form(score.deductions.marks, Form::score),
                           document::out_of(score.base.known, score.base.all)}};
}

const KindOfRow tasks_kind{Kind::tasks,
                           "tasks",
                           {"任务", "tasks"},
                           Kind::plans,
                           "",
                           each<Kind::tasks, &measure::PlanFigures::tasks>,
                           task_name,
                           once<task_fields>};

}  // namespace taizhang::facts
