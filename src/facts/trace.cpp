// SPDX-License-Identifier: MIT
#include "facts/trace.h"

#include <algorithm>

#include "facts/catalogue.h"
#include "facts/values.h"
#include "facts/world.h"
#include "measure/aggregate.h"

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
  measure::suggested_order(score.trouble(), &trace);
}

/// The mean over the tasks that `lies_in` takes.
template <class LiesIn>
void trace_mean(const Row& row, Trace& trace, LiesIn lies_in) {
  measure::Tally tally;
  for (const measure::TaskFigures& task : row.plan->tasks) {
    if (lies_in(task)) tally.add({task});
  }
  tally.completion(&trace);
}

void trace_section(const Row& row, Trace& trace) {
  trace.begin("section");
  const auto& no = row.as<model::Section>().no;
  trace_mean(row, trace, [&](const measure::TaskFigures& task) {
    return no && task.task().section.value == no.value;
  });
}

void trace_unit(const Row& row, Need most, Trace& trace) {
  const std::string& name = *row.as<model::Unit>().name;
  if (most >= Need::score) measure::score_unit(*row.plan, name, &trace);
  trace.begin("unit");
  trace_mean(row, trace, [&](const measure::TaskFigures& task) {
    return std::find(task.lead.begin(), task.lead.end(), name) != task.lead.end();
  });
}

Trace traced(const Row& row, Need most) {
  Trace trace;
  switch (row.kind) {
    case Kind::plans:
      measure::measure_plan(*row.plan->plan, row.plan->registry, row.plan->clocks, &trace);
      break;
    case Kind::sections:
      trace_section(row, trace);
      break;
    case Kind::units:
      trace_unit(row, most, trace);
      break;
    case Kind::tasks:
      trace_task(row, most, trace);
      break;
    default:
      trace_task(row, Need::figures, trace);
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
  for (const auto& light : model::Names<model::Light>::table) {
    if (light.name == word.name) return tone_of(light.value);
  }
  for (const auto& standing : model::Names<model::Class>::table) {
    if (standing.name == word.name) return tone_of(standing.value);
  }
  return Tone::plain;
}

/// A value of a trace, in `unit` where it is an amount.
struct AsValue {
  Shown shown;
  const std::string& unit;

  Value operator()(std::monostate) const { return {}; }
  Value operator()(const base::Ratio& value) const {
    switch (shown) {
      case Shown::fraction:
        return Number{value, Form::percent};
      case Shown::ratio:
        return Number{value, Form::ratio};
      case Shown::points:
        return Number{value, Form::points};
      case Shown::marks:
        return Number{value, Form::amount, {}, places_of(value)};
      default:
        return Number{value, Form::amount, unit, places_of(value)};
    }
  }
  Value operator()(long long value) const { return value; }
  Value operator()(base::Date value) const { return value; }
  Value operator()(const std::string& value) const { return value.empty() ? Value() : value; }
  Value operator()(const measure::Texts& value) const { return list_of(value); }
  Value operator()(const measure::Word& word) const {
    return document::Word{word.name, word.label, tone_of_word(word)};
  }
  Value operator()(bool value) const { return value; }
};

/// The field that a figure is, where it has another name.
std::string_view field_called(std::string_view figure) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"score", "score.value"},
      {"score_base", "score.base"},
      {"deducted", "score.deducted"},
      {"score_grade", "score.grade"},
      {"forecast", "forecast.value"},
      {"forecast_ratio", "forecast.ratio"},
      {"forecast_recent", "forecast.recent"},
      {"forecast_last", "forecast.last"},
      {"forecast_unit", "forecast.unit"},
      {"forecast_low", "forecast.low"},
      {"forecast_high", "forecast.high"},
      {"forecast_method", "forecast.method"},
  };
  for (const auto& [name, field] : names) {
    if (name == figure) return field;
  }
  return figure;
}

/// The field of `row` itself that `figure` is.
std::optional<Asked> field_of(const Row& row, std::string_view figure) {
  for (const std::string_view name : {field_called(figure), figure}) {
    const auto asked = find_field(row.kind, name);
    if (asked && asked->kind == row.kind) return asked;
  }
  return std::nullopt;
}

std::optional<base::Ratio> number_of(const Value& value) {
  if (const auto* whole = value.as<long long>()) return base::to_ratio(*whole);
  if (const auto* number = value.as<Number>()) return number->value;
  return std::nullopt;
}

/// Makes the steps of one trace; what it knows of a row it asks once.
class Teller {
 public:
  explicit Teller(const Row& subject) : subject_(subject) {}

  Step step(const measure::TraceStep& told) {
    const Kind kind = kind_called(told.row);
    if (!row_ || row_->kind != kind || id_ != told.id) begin(kind, told.id);
    Step step{told.figure, told.rule->id, {}, {}, std::string(kind_of(row_->kind).name), address_};
    for (const measure::Operand& operand : told.operands) {
      Value value = std::visit(AsValue{operand.shown, unit_}, operand.value);
      step.operands.emplace_back(operand.name,
                                 std::move(value).from(of_operand(step, operand.name)));
    }
    step.value = result(step, std::visit(AsValue{told.rule->shown, unit_}, told.value));
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
    return std::move(own).from(Origin{.kind = step.row,
                                      .clocks = row_->world->clocks(),
                                      .address = address_,
                                      .field = field->field->name + part});
  }

  Row subject_;
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
    if (!is_part || (step.row == kind && step.id == own)) steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace taizhang::facts
