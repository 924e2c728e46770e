// SPDX-License-Identifier: MIT
//
// The records of a task that figures add little to: progress, inspections, self-assessments,
// orders, changes.
#include "facts/kinds.h"
#include "measure/in_force.h"

namespace taizhang::facts {

namespace {

template <class E>
const E& entity_of(const Row& row) {
  return row.as<E>();
}

/// Visit each of a list of the task's file.
template <class E, model::Many<E> model::Task::*list, Kind kind>
void each(const Row& task, const Visit& visit) {
  std::size_t index = 0;
  for (const E& entity : task.task->task().*list) visit(inside(task, kind, &entity, index++));
}

template <class E>
std::string name_of(const Row& row) {
  return id_or_place(row, entity_of<E>(row));
}

template <class E>
const std::vector<Field>& as_written() {
  static const std::vector<Field> all = arranged({}, stored_fields<E, entity_of<E>>());
  return all;
}

// -- inspections and orders ---------------------------------------------------------------------

/// The figures of the record of a row; null where it lies after the day.
const measure::InspectionFigures* inspection_figures(const Row& row) {
  for (const measure::InspectionFigures& figures : row.task->inspections) {
    if (figures.inspection == row.part) return &figures;
  }
  return nullptr;
}
const measure::OrderFigures* order_figures(const Row& row) {
  for (const measure::OrderFigures& figures : row.task->orders) {
    if (figures.order == row.part) return &figures;
  }
  return nullptr;
}

/// The name of the indicator that was looked at, where the task has it.
Value inspected(const Row& row) {
  const auto& id = entity_of<model::Inspection>(row).indicator;
  for (const measure::IndicatorFigures& figures : row.task->indicators) {
    if (id && figures.indicator->id && *figures.indicator->id == *id) {
      return stored(figures.indicator->name);
    }
  }
  return stored(id);
}

const std::vector<Field>& inspection_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("id"),
          from_file("date"),
          {"indicator_name",
           {"核查的指标", "Indicator"},
           Type::text,
           Need::file,
           {"核查的指标的名称", "the name of the indicator that was looked at"},
           "",
           inspected},
          {"feedback_due",
           {"反馈时限", "Feedback due"},
           Type::date,
           Need::figures,
           {"应当反馈的最后一天", "the last day for the feedback"},
           "",
           [](const Row& row) {
             const auto* figures = inspection_figures(row);
             return figures ? or_absent(figures->feedback_due) : Value();
           }},
          {"overdue",
           {"反馈超期", "Overdue"},
           Type::yes_no,
           Need::figures,
           {"应当反馈而过期没有反馈", "feedback is asked for, past its last day and not there"},
           "",
           [](const Row& row) {
             const auto* figures = inspection_figures(row);
             return Value(figures && figures->overdue);
           }},
      },
      stored_fields<model::Inspection, entity_of<model::Inspection>>());
  return all;
}

const std::vector<Field>& order_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("id"),
          from_file("date"),
          {"overdue",
           {"回复超期", "Overdue"},
           Type::yes_no,
           Need::figures,
           {"过了回复期限而没有回复、没有办结", "past its reply date, neither replied nor closed"},
           "",
           [](const Row& row) {
             const auto* figures = order_figures(row);
             return Value(figures && figures->overdue);
           }},
      },
      stored_fields<model::Order, entity_of<model::Order>>());
  return all;
}

// -- changes ------------------------------------------------------------------------------------

const model::Change& change_of(const Row& row) { return row.as<model::Change>(); }

/// The indicator that a change speaks of, and what of it: `indicators.piles.target`.
struct Subject {
  const measure::IndicatorFigures* indicator = nullptr;
  std::string_view key;
};

Subject subject_of(const Row& row) {
  if (!change_of(row).field) return {};
  for (const measure::IndicatorFigures& figures : row.task->indicators) {
    const std::string prefix = measure::field_of(*figures.indicator, "");
    const std::string_view field = *change_of(row).field;
    if (figures.indicator->id && field.starts_with(prefix)) {
      return {&figures, field.substr(prefix.size())};
    }
  }
  return {nullptr, *change_of(row).field};
}

/// What a key of a changed field is called.
base::Bilingual key_in_words(std::string_view key) {
  if (key == "target") return {"目标值", "target"};
  if (key == "due") return {"完成时限", "due date"};
  if (key == "trajectory") return {"序时安排", "trajectory"};
  if (key == "reporter") return {"报送单位", "reporter"};
  if (key == "lead") return {"牵头单位", "lead units"};
  if (key == "support") return {"参与单位", "units that take part"};
  if (key == "leader") return {"责任领导", "leader"};
  if (key == "status") return {"状态", "status"};
  return {"其他事项", "other"};
}

/// The changed field for people: 指标“新增充电桩”的目标值.
Value what(const Row& row) {
  const auto& field = change_of(row).field;
  if (!field) return {};
  const auto of_part = [&](std::string_view name, std::string_view key) {
    return document::Phrase{{"“{0}”的{1}", "{1} of “{0}”"},
                            {Value(name), document::Phrase{key_in_words(key), {}}}};
  };
  const Subject subject = subject_of(row);
  if (subject.indicator) {
    return of_part(subject.indicator->indicator->name.value_or(""), subject.key);
  }
  for (const measure::MilestoneFigures& milestone : row.task->milestones) {
    const std::string due = "milestones." + milestone.milestone->id.value_or("") + ".due";
    if (*field == due) return of_part(milestone.milestone->name.value_or(""), "due");
  }
  return document::Phrase{key_in_words(*field), {}};
}

Value changed_indicator(const Row& row) {
  const Subject subject = subject_of(row);
  return subject.indicator ? stored(subject.indicator->indicator->name) : Value();
}

bool lowers(const Row& row) {
  const Subject subject = subject_of(row);
  return subject.indicator && subject.key == "target" && change_of(row).to &&
         measure::is_lowering(change_of(row), *subject.indicator->indicator);
}

/// One side of a change: a number in the unit of measure of its target, else as written.
Value side(const Row& row, const model::Given<model::Loose>& given) {
  if (!given) return {};
  const Subject subject = subject_of(row);
  if (subject.key == "status" && given->texts.size() == 1) {
    const auto status = model::from_name<model::Status>(given->texts.front());
    if (status) return word(*status);
  }
  if (given->texts.size() == 1 && subject.indicator && subject.key == "target") {
    if (const auto number = base::Decimal::parse(given->texts.front()).decimal) {
      return amount(number, subject.indicator->indicator->unit.value_or(""));
    }
  }
  return value_of(*given);
}

const std::vector<Field>& change_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("id"),
          from_file("requested"),
          from_file("effective"),
          from_file("field"),
          {"from",
           {"原值", "From"},
           Type::text,
           Need::file,
           {"调整前", "the value before"},
           "",
           [](const Row& row) { return side(row, change_of(row).from); }},
          {"to",
           {"现值", "To"},
           Type::text,
           Need::file,
           {"调整后", "the value after"},
           "",
           [](const Row& row) { return side(row, change_of(row).to); }},
          {"indicator",
           {"指标", "Indicator"},
           Type::text,
           Need::file,
           {"调整的是哪个指标", "the indicator that it changes"},
           "",
           changed_indicator},
          {"what",
           {"调整事项", "What"},
           Type::text,
           Need::file,
           {"调整的是什么：某指标的目标值、某节点的完成时限……",
            "what it changes: the target of an indicator, the due date of a milestone ..."},
           "",
           what},
          {"in_force",
           {"已生效", "In force"},
           Type::yes_no,
           Need::figures,
           {"到所问日期已经批准并生效", "approved and in force on the day"},
           "",
           [](const Row& row) {
             return Value(measure::is_in_force(change_of(row), row.world->clocks()));
           }},
          {"lowering",
           {"调低目标", "Lowering"},
           Type::yes_no,
           Need::figures,
           {"比原来的目标要求低", "asks for less than before"},
           "",
           [](const Row& row) { return Value(lowers(row)); }},
      },
      stored_fields<model::Change, entity_of<model::Change>>());
  return all;
}

}  // namespace

using model::Task;

const KindOfRow progress_kind{Kind::progress,
                              "progress",
                              {"进展", "progress"},
                              Kind::tasks,
                              "progress",
                              each<model::Progress, &Task::progress, Kind::progress>,
                              by_place,
                              as_written<model::Progress>};
const KindOfRow inspections_kind{Kind::inspections,
                                 "inspections",
                                 {"督查", "inspections"},
                                 Kind::tasks,
                                 "inspections",
                                 each<model::Inspection, &Task::inspections, Kind::inspections>,
                                 name_of<model::Inspection>,
                                 inspection_fields};
const KindOfRow assessments_kind{
    Kind::assessments,
    "assessments",
    {"自评", "self-assessments"},
    Kind::tasks,
    "self_assessments",
    each<model::SelfAssessment, &Task::self_assessments, Kind::assessments>,
    by_place,
    as_written<model::SelfAssessment>};
const KindOfRow orders_kind{
    Kind::orders,          "orders",    {"督办", "orders"},
    Kind::tasks,           "orders",    each<model::Order, &Task::orders, Kind::orders>,
    name_of<model::Order>, order_fields};
const KindOfRow changes_kind{Kind::changes,
                             "changes",
                             {"调整", "changes"},
                             Kind::tasks,
                             "changes",
                             each<model::Change, &Task::changes, Kind::changes>,
                             name_of<model::Change>,
                             change_fields};

}  // namespace taizhang::facts
