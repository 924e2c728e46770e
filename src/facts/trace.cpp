// SPDX-License-Identifier: MIT
#include "facts/trace.h"

#include <algorithm>

#include "facts/kinds.h"

namespace taizhang::facts {

using document::Origin;
using measure::Shown;
using measure::Trace;
using measure::TraceValue;

namespace {

// -- measuring once more -------------------------------------------------------------------------

void trace_task(const Row& row, Need most, Trace& trace) {
  const measure::PlanFigures& plan = *row.plan;
  measure::measure_task(plan.frame(), *row.task->file, plan.clocks, &trace);
  if (most < Need::score || !measure::is_scored(*row.task)) return;
  const measure::TaskScore score = measure::score_task(plan, *row.task, &trace);
  if (score.value) measure::score_grade(*score.value, &trace);
  if (row.task->open()) measure::suggested_order(score.trouble(), &trace);
}

Trace traced(const Row& row, Need most) {
  Trace trace;
  switch (row.kind) {
    case Kind::plans:
      measure::measure_plan(*row.plan->plan, row.plan->registry, row.plan->clocks, &trace);
      break;
    case Kind::sections:
      trace.begin("section");
      tally_of(row).completion(&trace);
      if (most >= Need::score) mean_score_of(row, &trace);
      break;
    case Kind::units:
      if (most >= Need::score) {
        measure::score_unit(*row.plan, *row.as<model::Unit>().name, &trace,
                            [&](const measure::TaskFigures& task) -> measure::TaskScore {
                              return row.world->score(*row.plan, task);
                            });
      }
      trace.begin("unit");
      tally_of(row).completion(&trace);
      break;
    default:
      trace_task(row, row.kind == Kind::tasks ? most : Need::figures, trace);
      break;
  }
  return trace;
}

// -- whose figures they are ----------------------------------------------------------------------

/// The kind that a trace calls so: `indicator`.
Kind kind_called(std::string_view name) {
  const auto all = kinds();
  const auto found = std::find_if(all.begin(), all.end(), [&](const KindOfRow* kind) {
    return kind->name.substr(0, kind->name.size() - 1) == name;
  });
  return (*found)->kind;
}

/// The row that a step is of. What has no id is the first of those that have none.
Row row_of(const Row& subject, Kind kind, const std::string& id) {
  if (kind <= Kind::tasks) return ancestor(subject, kind);
  for (const Row& row : rows_in(ancestor(subject, Kind::tasks), kind)) {
    // A unit's share of a target is called by its indicator and the unit.
    if (kind == Kind::shares && address(row).ends_with("/" + id)) return row;
    if (kind == Kind::shares) continue;
    const Value own = value(row, "id");
    const auto* text = own.as<std::string>();
    if (text ? *text == id : id.empty()) return row;
  }
  return subject;
}

// -- values --------------------------------------------------------------------------------------

/// As many places as a file can give, where that is all of it; else three.
int places_of(const base::Ratio& value) {
  const base::Ratio millionths = value * 1'000'000;
  return floor(millionths) == millionths ? 6 : 3;
}

Tone tone_of_word(const measure::Word& word) {
  if (const auto light = model::from_name<model::Light>(word.name)) return tone_of(*light);
  const auto standing = model::from_name<model::Class>(word.name);
  return standing ? tone_of(*standing) : Tone::plain;
}

/// A value of a trace, in `unit` where it is an amount.
struct AsValue {
  Shown shown;
  const std::string& unit;
  bool is_public;

  Value operator()(std::monostate) const { return {}; }
  Value operator()(const base::Ratio& value) const {
    if (shown == Shown::fraction) return Number{value, Form::percent};
    if (shown == Shown::ratio) return Number{value, Form::ratio};
    const bool in_points = shown == Shown::difference && unit == "%";
    if (shown == Shown::points || in_points) return Number{value, Form::points};
    return Number{value, Form::amount, shown == Shown::marks ? "" : unit, places_of(value)};
  }
  Value operator()(long long value) const { return value; }
  Value operator()(base::Date value) const { return value; }
  Value operator()(const std::string& value) const { return value.empty() ? Value() : value; }
  Value operator()(const measure::Texts& value) const { return value_of(value); }
  Value operator()(const measure::Word& word) const {
    const bool silent = word.name == model::name(model::Class::not_reported);
    return document::Word{word.name, is_public && silent ? not_recorded : word.label,
                          tone_of_word(word)};
  }
  Value operator()(bool value) const { return value; }
};

/// The field of `row` itself that `figure` is. The value of a record is told by the record's name,
/// another part as `score_base`.
std::optional<Asked> field_of(const Row& row, std::string_view figure) {
  const std::string value = std::string(figure) + ".value";
  std::string part(figure == "deducted" ? "score_deducted" : figure);
  if (const std::size_t end = part.find('_'); end != std::string::npos) part[end] = '.';
  for (const std::string_view name : {std::string_view(value), std::string_view(part), figure}) {
    const auto asked = find_field(row.kind, name);
    if (asked && asked->kind == row.kind) return asked;
  }
  return std::nullopt;
}

/// Makes the steps of one trace; what it knows of a row it asks once.
class Teller {
 public:
  explicit Teller(const Row& subject)
      : subject_(subject), is_public_(subject.plan->frame().is_public()) {}

  Step step(const measure::TraceStep& told) {
    const Kind kind = kind_called(told.row);
    if (!row_ || row_->kind != kind || id_ != told.id) begin(kind, told.id);
    Step step{told.figure, told.rule->id, {}, {}, std::string(kind_of(row_->kind).name), address_};
    for (const measure::Operand& operand : told.operands) {
      Value value = std::visit(AsValue{operand.shown, unit_, is_public_}, operand.value);
      step.operands.emplace_back(operand.name,
                                 std::move(value).from(of_operand(step, operand.name)));
    }
    step.value = result(step, std::visit(AsValue{told.rule->shown, unit_, is_public_}, told.value));
    return step;
  }

 private:
  void begin(Kind kind, const std::string& id) {
    row_ = row_of(subject_, kind, id);
    id_ = id;
    address_ = address(*row_);
    unit_ = row_->indicator ? row_->indicator->indicator->unit.value_or("") : "";
  }

  Origin of_operand(const Step& step, std::string_view name) const {
    return {.how = Origin::How::operand,
            .kind = step.row,
            .clocks = row_->world->clocks(),
            .address = address_,
            .field = std::string(name),
            .rule = std::string(step.rule)};
  }

  /// The value of a step: that of the field, where it is the same number.
  Value result(const Step& step, Value value) const {
    const auto number = number_of(value);
    const auto field = number ? field_of(*row_, step.figure) : std::nullopt;
    Value own = field ? field->get(*row_) : Value();
    if (!field || number_of(own) != number) {
      return std::move(value).from(of_operand(step, "result"));
    }
    const std::string part = field->part.empty() ? "" : "." + field->part;
    return std::move(own).from(origin_of(*row_, field->field->name + part));
  }

  Row subject_;
  const bool is_public_;
  std::optional<Row> row_;
  std::string id_;
  std::string address_;
  std::string unit_;
};

}  // namespace

const Value* Step::operand(std::string_view name) const {
  for (const auto& [key, value] : operands) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::vector<Step> trace(const Row& row, Need most) {
  const bool is_part = row.kind > Kind::tasks;
  const std::string own = is_part ? address(row) : std::string();
  const std::string_view kind = kind_of(row.kind).name;
  std::vector<Step> steps;
  Teller teller(row);
  const Trace told = traced(row, most);
  for (const measure::TraceStep& one : told.steps()) {
    Step step = teller.step(one);
    const bool is_own = step.row == kind && step.id == own;
    const bool is_of_share =
        step.row == kind_of(Kind::shares).name && step.id.starts_with(own + "/");
    if (!is_part || is_own || is_of_share) steps.push_back(std::move(step));
  }
  return steps;
}

std::vector<Step> trace_of_figure(const Row& task, std::string_view figure) {
  std::vector<Step> steps;
  Teller teller(task);
  const Trace told = traced(task, Need::figures);
  for (const measure::TraceStep& one : told.steps()) {
    if (one.figure == figure) steps.push_back(teller.step(one));
  }
  return steps;
}

}  // namespace taizhang::facts
