// SPDX-License-Identifier: MIT
#include "facts/kinds.h"
#include "measure/history.h"
#include "model/ledger.h"

namespace taizhang::facts {

namespace {

using document::List;
using document::Record;
using document::Word;

const model::Task& task_of(const Row& row) { return row.task->task(); }

/// What stands for a light or a class of a task that is in no count.
constexpr base::Bilingual organises{"组织保障", "organising"};
constexpr base::Bilingual not_measurable{"未量化", "not measurable"};

void each_task(const Row& plan, const Visit& visit) {
  std::size_t index = 0;
  for (const measure::TaskFigures& task : plan.plan->tasks) {
    Row row = inside(plan, Kind::tasks, nullptr, index++);
    row.task = &task;
    visit(row);
  }
}

std::string task_name(const Row& row) {
  const auto item = row.task->file->item();
  return item ? std::to_string(*item) : "#" + std::to_string(row.index + 1);
}

/// The number alone, or with the plan where several are in view.
Value item_shown(const Row& row) {
  if (!row.world->several_plans()) return or_absent(row.task->file->item());
  return document::Sentence{{row.plan->plan->id, "/", or_absent(row.task->file->item())}};
}

Value lights(const Row& row) {
  Word light = word(row.task->light());
  light.marked = row.task->light_by_hand;
  return light;
}

Value light_shown(const Row& row) { return row.task->mechanism() ? Value() : lights(row); }

Value standing(const Row& row) {
  return row.task->mechanism() ? Value(Absent{organises}) : Value(word(row.task->standing));
}

Value standing_shown(const Row& row) {
  Value shown = standing(row);
  return shown.is_absent() ? std::move(shown) : std::move(shown).toned(tone_of(row.task->light()));
}

Value units_of(const Row& row) {
  std::vector<std::string> units = row.task->lead;
  for (const std::string& unit : row.task->support) {
    if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
  }
  return list_of(units);
}

Value section_title(const Row& row) {
  const auto& no = task_of(row).section;
  const model::Section* section = no ? row.plan->plan->section(*no) : nullptr;
  return section && section->title ? Value(*section->title) : Value();
}

Value known(const Row& row) {
  const measure::Mean& mean = row.task->completion;
  if (mean.all == 0) return Absent{not_measurable};
  return document::out_of(mean.known, mean.all);
}

bool is_past_due(const Row& row) {
  const measure::TaskFigures& task = *row.task;
  return task.open() && !task.mechanism() && !task.met && task.due &&
         *task.due < row.world->clocks().as_of;
}

const measure::TaskScore& score_of(const Row& row) {
  return row.world->score(*row.plan, *row.task);
}

/// The score with what it is made of; absent where the task is not scored.
Value score(const Row& row) {
  if (!measure::is_scored(*row.task)) return {};
  const measure::TaskScore& score = score_of(row);
  Value grade;
  if (score.value) grade = word(measure::score_grade(*score.value));
  return Record{{{"value", in_form(score.value, Form::score)},
                 {"grade", std::move(grade)},
                 {"by_hand", score.by_hand},
                 {"base", in_form(score.base.value, Form::score)},
                 {"known", score.base.known},
                 {"all", score.base.all},
                 {"deducted", in_form(score.deductions.marks, Form::score)}}};
}

Value score_shown(const Row& row) {
  if (!measure::is_scored(*row.task) || !score_of(row).value) return {};
  const measure::TaskScore& score = score_of(row);
  const Value value = in_form(score.value, Form::score);
  const Value grade = word(measure::score_grade(*score.value));
  if (score.by_hand) return document::Phrase{{"{0}*（{1}）", "{0}* ({1})"}, {value, grade}};
  return document::Phrase{{"{0}（{1}；{2} − 扣分 {3}）", "{0} ({1}; {2} − deducted {3})"},
                          {value, grade, in_form(score.base.value, Form::score),
                           in_form(score.deductions.marks, Form::score)}};
}

Value months(const Row& row) {
  List list;
  for (const measure::MonthLight& month : score_of(row).months) {
    list.items.push_back(Record{{{"end", month.end}, {"light", word(month.light)}}});
  }
  return list;
}

const std::vector<Field>& task_fields() {
  static const std::vector<Field> all = arranged(
      {
          {"item",
           {"序号", "Item"},
           Type::whole,
           Need::file,
           {"序号；序号读不出来的取文件名里的", "its number, else that of the file's name"},
           "",
           [](const Row& row) { return or_absent(row.task->file->item()); },
           item_shown},
          with_known(from_file("section", {"板块", "Section"}), all_sections),
          {"plan_title",
           {"计划", "Plan"},
           Type::text,
           Need::file,
           {"所在计划的名称", "the title of its plan"},
           "",
           [](const Row& row) { return stored(row.plan->plan->plan.title); }},
          {"section_title",
           {"所在板块", "Section title"},
           Type::text,
           Need::file,
           {"所在板块的名称", "the title of its section"},
           "板块名称",
           section_title},
          from_file("title", {"任务", "Task"}),
          with_known(
              {"lead",
               {"牵头单位", "Lead unit"},
               Type::list,
               Need::figures,
               {"当日的牵头单位，更名、合并和调整已计入",
                "its lead units on the day, renamed, merged and changed ones as they are then"},
               "牵头",
               [](const Row& row) { return list_of(row.task->lead); }},
              all_units),
          with_known({"support",
                      {"参与单位", "Support"},
                      Type::list,
                      Need::figures,
                      {"当日的参与单位", "the units that take part on the day"},
                      "参与 配合",
                      [](const Row& row) { return list_of(row.task->support); }},
                     all_units),
          with_known({"units",
                      {"责任单位", "Units"},
                      Type::list,
                      Need::figures,
                      {"牵头和参与的单位", "its lead units and those that take part"},
                      "unit 单位",
                      units_of},
                     all_units),
          {"due",
           {"完成时限", "Due"},
           Type::date,
           Need::figures,
           {"当日有效的完成时限", "the due date in force on the day"},
           "时限",
           [](const Row& row) { return or_absent(row.task->due); }},
          {"days_left",
           {"剩余天数", "Days left"},
           Type::whole,
           Need::figures,
           {"距完成时限的天数，逾期为负", "days until it is due; negative when that is past"},
           "",
           [](const Row& row) { return days_until(row, row.task->due); }},
          with_known({"status",
                      {"状态", "Status"},
                      Type::word,
                      Need::figures,
                      {"当日的状态", "its status on the day"},
                      "",
                      [](const Row& row) { return Value(word(row.task->status)); }},
                     all_words<model::Status>),
          from_file("mechanism", {"组织保障", "Organising"}),
          {"counted",
           {"计入", "Counted"},
           Type::yes_no,
           Need::figures,
           {"是否计入项数、占比和平均", "whether it is in counts, shares and means"},
           "",
           [](const Row& row) { return Value(row.task->counted); }},
          {"open",
           {"在办", "Open"},
           Type::yes_no,
           Need::figures,
           {"没有销号、取消、暂停或结转", "neither closed, cancelled, suspended nor carried over"},
           "",
           [](const Row& row) { return Value(row.task->open()); }},
          with_known({"light",
                      {"灯", "Light"},
                      Type::word,
                      Need::figures,
                      {"亮灯，人工定的带 *", "its light; * marks one set by hand"},
                      "灯色",
                      lights,
                      light_shown},
                     all_words<model::Light>),
          {"light_by_hand",
           {"人工定灯", "Light by hand"},
           Type::yes_no,
           Need::figures,
           {"灯是否由人工定", "whether its light was set by hand"},
           "",
           [](const Row& row) { return Value(row.task->light_by_hand); }},
          with_known({"class",
                      {"进度", "Class"},
                      Type::word,
                      Need::figures,
                      {"进度分类：已完成、超序时、达序时……",
                       "how it stands: done, ahead, on schedule ..."},
                      "分类",
                      standing,
                      standing_shown},
                     all_words<model::Class>),
          {"known",
           {"有数据", "Known"},
           Type::text,
           Need::figures,
           {"有数据的指标和节点数／全部", "measures with data of all, n/N"},
           "",
           known},
          {"completion",
           {"完成率", "Completion"},
           Type::percent,
           Need::figures,
           {"有数据的指标和节点的加权平均，每项最高按 100% 计",
            "weighted mean of the measures with data, each held to 100 % at most"},
           "完成",
           [](const Row& row) { return in_form(row.task->completion.value, Form::percent); }},
          {"measures_known",
           {"有数据的项数", "Measures with data"},
           Type::whole,
           Need::figures,
           {"有数据的指标和节点数", "how many measures have data"},
           "",
           [](const Row& row) { return Value(row.task->completion.known); }},
          {"measures",
           {"指标和节点数", "Measures"},
           Type::whole,
           Need::figures,
           {"参与平均的指标和节点数", "how many measures a mean stands on"},
           "",
           [](const Row& row) { return Value(row.task->completion.all); }},
          {"weight",
           {"权重合计", "Weight"},
           Type::number,
           Need::figures,
           {"参与平均的指标和节点的权重之和", "the weight of the measures that a mean stands on"},
           "",
           [](const Row& row) {
             return Value(Number{row.task->weight, Form::amount, {}, 6});
           }},
          {"met",
           {"是否完成", "Met"},
           Type::yes_no,
           Need::figures,
           {"各项是否都达到目标；没有数据时不知道",
            "whether all measures are met; not known without data"},
           "",
           [](const Row& row) {
             return row.task->completion.known > 0 ? Value(row.task->met) : Value();
           }},
          {"overdue",
           {"逾期", "Overdue"},
           Type::yes_no,
           Need::figures,
           {"在办、已过时限而没有完成", "open, past its due date and not done"},
           "逾期",
           [](const Row& row) { return Value(is_past_due(row)); }},
          with_parts({"score",
                      {"考核得分", "Score"},
                      Type::record,
                      Need::score,
                      {"考核得分及其构成；score.value 是得分", "its score and what it is made of"},
                      "得分",
                      score,
                      score_shown},
                     {{"value", {"得分", "score"}},
                      {"grade", {"等次", "grade"}},
                      {"by_hand", {"人工定", "by hand"}},
                      {"base", {"扣分前", "before deductions"}},
                      {"known", {"有数据的项数", "measures with data"}},
                      {"all", {"全部项数", "measures"}},
                      {"deducted", {"扣分", "deducted"}}}),
          {"months",
           {"各月末的灯", "Month ends"},
           Type::list,
           Need::score,
           {"各月末的灯，按当月数据报送截止时所知",
            "its light at the ends of months, as known when their reports were due"},
           "",
           months},
          {"suggested_order",
           {"督办建议", "Suggested order"},
           Type::word,
           Need::score,
           {"按各月末的灯建议的督办级别，由办公室决定",
            "the step that its months suggest; people decide"},
           "",
           [](const Row& row) {
             return or_absent(measure::suggested_order(score_of(row).trouble()));
           }},
      },
      stored_fields<model::Task, task_of>(),
      {"indicators", "milestones", "progress", "issues", "inspections", "self_assessments",
       "orders", "changes"});
  return all;
}

}  // namespace

const KindOfRow tasks_kind{Kind::tasks, "tasks",   {"任务", "tasks"}, Kind::plans,
                           "",          each_task, task_name,         task_fields};

}  // namespace taizhang::facts
