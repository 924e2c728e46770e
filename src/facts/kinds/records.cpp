// SPDX-License-Identifier: MIT
//
// The records of a task that figures add little to: progress, inspections, self-assessments,
// orders, changes.
#include "facts/kinds.h"
#include "measure/duties.h"
#include "measure/in_force.h"
#include "measure/units.h"

namespace taizhang::facts {

namespace {

using measure::InspectionFigures;

// -- inspections and orders ---------------------------------------------------------------------

/// Those of the figures that are of the record of a row; null where it lies after the day.
template <class Figures, class Record>
const Figures* figures_of(const Row& row, const std::vector<Figures>& all,
                          const Record* Figures::*record) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Figures& one) { return one.*record == row.part; });
  return found == all.end() ? nullptr : &*found;
}

const InspectionFigures* inspection_figures(const Row& row) {
  return figures_of(row, row.task->inspections, &InspectionFigures::inspection);
}

bool is_overdue(const auto* figures) { return figures && figures->overdue; }

/// The indicator that was looked at, where the task has it; else null.
const model::Indicator* inspected(const Row& row) {
  const auto& id = row.as<model::Inspection>().indicator;
  for (const measure::IndicatorFigures& figures : row.task->indicators) {
    if (id && figures.indicator->id && *figures.indicator->id == *id) return figures.indicator;
  }
  return nullptr;
}

Value inspected_name(const Row& row) {
  const model::Indicator* indicator = inspected(row);
  return indicator ? stored(indicator->name) : stored(row.as<model::Inspection>().indicator);
}

/// The value that was found, in the unit of measure of the indicator.
Value verified_value(const Row& row) {
  const model::Indicator* indicator = inspected(row);
  return amount(row.as<model::Inspection>().verified_value.value,
                indicator ? indicator->unit.value_or("") : "");
}

std::vector<Field> inspection_fields() {
  std::vector<Field> fields = fields_of<model::Inspection>({
      from_file("id"),
      from_file("date"),
      of_file("indicator_name", {"核查的指标", "Indicator"}, Type::text,
              {"核查的指标的名称", "the name of the indicator that was looked at"}, inspected_name),
      figure("feedback_due", {"反馈时限", "Feedback due"}, Type::date,
             {"应当反馈的最后一天", "the last day for the feedback"},
             [](const Row& row) {
               return member_of(inspection_figures(row), &InspectionFigures::feedback_due);
             }),
      figure("overdue", {"反馈超期", "Overdue"}, Type::yes_no,
             {"应当反馈而过期没有反馈，任务没有取消",
              "feedback is asked for, past its last day and not there, its task not cancelled"},
             [](const Row& row) {
               return row.task->status != model::Status::cancelled &&
                      is_overdue(inspection_figures(row));
             }),
  });
  std::ranges::find(fields, "verified_value", &Field::name)->shown = verified_value;
  mark_unit_names(fields, {"team"});
  return fields;
}

/// Whom an order is sent to, as they are called on the day: of who is gone its successor, once.
Value sent_to(const Row& row) {
  std::vector<std::string> units;
  for (const auto& to : row.as<model::Order>().to.items) {
    if (!to) continue;
    std::string unit = measure::unit_on(row.plan->registry, to->text, row.world->clocks().as_of);
    if (std::ranges::find(units, unit) == units.end()) units.push_back(std::move(unit));
  }
  return value_of(units);
}

/// The same, of a group its members, who each have to answer.
Value sent_to_each(const Row& row) {
  std::vector<std::string> units;
  for (const auto& to : row.as<model::Order>().to.items) {
    if (!to) continue;
    for (std::string& unit :
         measure::units_for(row.plan->registry, to->text, row.world->clocks().as_of)) {
      if (std::ranges::find(units, unit) == units.end()) units.push_back(std::move(unit));
    }
  }
  return value_of(units);
}

std::vector<Field> order_fields() {
  std::vector<Field> fields = fields_of<model::Order>({
      from_file("id"),
      from_file("date"),
      figure("sent_to", {"送达单位", "Sent to"}, Type::list,
             {"发给哪些单位，成组的写到成员", "whom it goes to; of a group its members"},
             sent_to_each, {.known = all_units}),
      figure("overdue", {"回复超期", "Overdue"}, Type::yes_no,
             {"过了回复期限而没有回复、没有办结，任务没有取消",
              "past its reply date, neither replied nor closed, its task not cancelled"},
             [](const Row& row) {
               return row.task->status != model::Status::cancelled &&
                      is_overdue(figures_of(row, row.task->orders, &measure::OrderFigures::order));
             }),
  });
  const auto to = std::ranges::find(fields, "to", &Field::name);
  to->get = sent_to;
  to->known = all_units;
  return fields;
}

// -- changes ------------------------------------------------------------------------------------

/// The indicator that a change speaks of, and what of it: `indicators.piles.target`.
struct Subject {
  const measure::IndicatorFigures* indicator = nullptr;
  std::string_view key;
};

Subject subject_of(const Row& row) {
  if (!row.as<model::Change>().field) return {};
  for (const measure::IndicatorFigures& figures : row.task->indicators) {
    const std::string prefix = measure::field_of(*figures.indicator, "");
    const std::string_view field = *row.as<model::Change>().field;
    if (figures.indicator->id && field.starts_with(prefix)) {
      return {&figures, field.substr(prefix.size())};
    }
  }
  return {nullptr, *row.as<model::Change>().field};
}

/// The unit whose target a key of a changed field is: `targets.东坡区`; empty for others.
std::string_view unit_in(std::string_view key) {
  constexpr std::string_view of_unit = "targets.";
  return key.starts_with(of_unit) ? key.substr(of_unit.size()) : std::string_view();
}

/// Whether what a key names is an amount in the indicator's unit of measure.
bool is_amount(std::string_view key) { return key == "target" || !unit_in(key).empty(); }

/// What a key of a changed field is called.
base::Bilingual key_in_words(std::string_view key) {
  if (is_amount(key)) return {"目标值", "target"};
  if (key == "than.by") return {"差额", "margin"};
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
  const auto& field = row.as<model::Change>().field;
  if (!field) return {};
  const auto of_part = [&](std::string_view name, std::string_view key) {
    const Value word = document::Phrase{key_in_words(key), {}};
    if (const std::string_view unit = unit_in(key); !unit.empty()) {
      return document::Phrase{{"“{0}”的{1}（{2}）", "{1} of “{0}” ({2})"},
                              {Value(name), word, Value(unit)}};
    }
    return document::Phrase{{"“{0}”的{1}", "{1} of “{0}”"}, {Value(name), word}};
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

/// One side of a change as what its field holds: a number in the unit of measure, a date, a word, a
/// list of units, a trajectory; what cannot be read so as written.
Value side(const Row& row, const model::Given<model::Loose>& given) {
  if (!given) return {};
  const Subject subject = subject_of(row);
  const std::string_view key = subject.key;
  if (key == "lead" || key == "support" || key == "leader") return value_of(given->texts);
  if (given->texts.size() != 1) return value_of(*given);
  const std::string& text = given->texts.front();
  const auto is_word = [&](base::Bilingual word) { return text == word.en || text == word.zh; };
  if (key == "status") {
    const auto status = model::from_name<model::Status>(text);
    return status ? Value(word(*status)) : Value(text);
  }
  if (subject.indicator && (is_amount(key) || key == "than.by")) {
    if (is_word(model::Target::pending)) return pending_word();
    const auto number = base::Decimal::parse(text).decimal;
    if (!number) return text;
    const std::string unit = subject.indicator->indicator->unit.value_or("");
    return amount(number, key == "than.by" && unit == "%" ? "个百分点" : unit);
  }
  if (key == "due" || key.ends_with(".due")) {
    if (is_word(model::DueDay::standing)) return value_of(model::DueDay());
    const auto date = base::parse_date(text).date;
    return date ? Value(*date) : Value(text);
  }
  return text;
}

/// The same for people: a trajectory by its kind and its points.
Value side_shown(const Row& row, const model::Given<model::Loose>& given) {
  if (!given || !given->trajectory.written()) return side(row, given);
  const model::Trajectory& trajectory = given->trajectory;
  const Value type = value_of(trajectory.type.value);
  if (trajectory.points.empty()) return type;
  const Subject subject = subject_of(row);
  const std::string unit =
      subject.indicator ? subject.indicator->indicator->unit.value_or("") : std::string();
  Value points = list_of(trajectory.points, [&](const model::TrajectoryPoint& point) {
    return document::Phrase{{"{0} {1}", "{0} {1}"},
                            {value_of(point.date.value), amount(point.value.value, unit)}};
  });
  return document::Phrase{{"{0}：{1}", "{0}: {1}"}, {type, std::move(points)}};
}

std::vector<Field> change_fields() {
  std::vector<Field> fields = fields_of<model::Change>({
      from_file("id"),
      from_file("requested"),
      of_file(
          "effective", {"生效日期", "Effective"}, Type::date,
          {"从哪一天起有效：没有写的，批准了的从申请日起",
           "the day from which it holds: where none is written and it is approved, that on which "
           "it was asked for"},
          [](const Row& row) { return measure::takes_effect(row.as<model::Change>()); }),
      from_file("field"),
      of_file(
          "from", {"原值", "From"}, Type::text, {"调整前", "the value before"},
          [](const Row& row) { return side(row, row.as<model::Change>().from); },
          {.shown = [](const Row& row) { return side_shown(row, row.as<model::Change>().from); }}),
      of_file(
          "to", {"调整为", "To"}, Type::text, {"调整后", "the value after"},
          [](const Row& row) { return side(row, row.as<model::Change>().to); },
          {.also = "现值",
           .shown = [](const Row& row) { return side_shown(row, row.as<model::Change>().to); }}),
      of_file("indicator", {"指标", "Indicator"}, Type::text,
              {"调整的是哪个指标", "the indicator that it changes"}, changed_indicator),
      of_file("what", {"调整事项", "What"}, Type::text,
              {"调整的是什么：某指标的目标值、某节点的完成时限……",
               "what it changes: the target of an indicator, the due date of a milestone ..."},
              what),
      figure("in_force", {"已生效", "In force"}, Type::yes_no,
             {"到所问日期已经批准并生效", "approved and in force on the day"},
             [](const Row& row) {
               return measure::is_in_force(row.as<model::Change>(), row.world->clocks());
             }),
      figure("loosening", {"放宽", "Loosening"}, Type::yes_no,
             {"比原来要求低：目标调低、上限调高、时限推后",
              "asks for less than before: a lower target, a higher ceiling, a later date"},
             [](const Row& row) {
               return measure::is_loosening(row.as<model::Change>(), row.task->task());
             }),
  });
  mark_unit_names(fields, {"approved_by"});
  return fields;
}

/// What a unit sees by eye is a per cent, and is printed as one.
std::vector<Field> progress_fields() {
  std::vector<Field> fields = stored_fields<model::Progress>();
  const auto percent = std::ranges::find(fields, "percent", &Field::name);
  percent->shown = [](const Row& row) {
    return amount(row.as<model::Progress>().percent.value, "%");
  };
  return fields;
}

}  // namespace

const KindOfRow progress_kind = entries<model::Progress, Kind::progress, &model::Task::progress>(
    "progress", {"进展", "progress"}, Kind::tasks, "progress", once<progress_fields>);
const KindOfRow inspections_kind =
    entries<model::Inspection, Kind::inspections, &model::Task::inspections>(
        "inspections", {"督查", "inspections"}, Kind::tasks, "inspections",
        once<inspection_fields>);
const KindOfRow assessments_kind =
    entries<model::SelfAssessment, Kind::assessments, &model::Task::self_assessments>(
        "assessments", {"自评", "self-assessments"}, Kind::tasks, "self_assessments");
const KindOfRow orders_kind = entries<model::Order, Kind::orders, &model::Task::orders>(
    "orders", {"督办", "orders"}, Kind::tasks, "orders", once<order_fields>);
const KindOfRow changes_kind = entries<model::Change, Kind::changes, &model::Task::changes>(
    "changes", {"调整", "changes"}, Kind::tasks, "changes", once<change_fields>);

}  // namespace taizhang::facts
