// SPDX-License-Identifier: MIT
//
// Readings, and the periods for which one was owed.
#include "facts/readings.h"

#include "facts/kinds.h"
#include "measure/readings.h"
#include "measure/units.h"

namespace taizhang::facts {

Value sent(const Row& reading) {
  const auto& given = reading.as<model::Reading>().value;
  const bool is_one = given && *given;
  Value value =
      is_one ? amount_of(reading, *given) : stored(reading.as<model::Reading>().extras->values);
  return std::move(value).from(origin_of(reading, is_one ? "written.value" : "written.values"));
}

std::optional<Row> found_by(const Row& reading) {
  const measure::Outcome& outcome = reading.indicator->outcomes.at(reading.index);
  if (!outcome.verified || !outcome.inspection) return {};
  for (const Row& row : rows_in(ancestor(reading, Kind::tasks), Kind::inspections)) {
    if (row.part == outcome.inspection) return row;
  }
  return {};
}

bool brings_benchmark(const Row& reading) {
  return measure::brings_benchmark(*reading.indicator->indicator, reading.as<model::Reading>());
}

namespace {

using measure::Effective;
using measure::ReportPeriod;

// -- readings -----------------------------------------------------------------------------------

measure::Outcome outcome_of(const Row& row) { return row.indicator->outcomes.at(row.index); }

bool counts(const Row& row) {
  const measure::ReadingFate fate = outcome_of(row).fate;
  return fate == measure::ReadingFate::newest || fate == measure::ReadingFate::counts;
}

/// A reading among those that count of the whole or of a unit, and the one before it of those that
/// had something to measure; null where there is none.
struct Place {
  const Effective* now = nullptr;
  const Effective* before = nullptr;
};

Place place_in(const measure::StrandFigures& strand, const Row& row) {
  const Effective* earlier = nullptr;
  for (const Effective& one : strand.readings) {
    if (one.reading == &row.as<model::Reading>()) return {&one, one.applicable ? earlier : nullptr};
    if (one.applicable) earlier = &one;
  }
  return {};
}

/// Its value by unit as they count, with those before; only of the units that it names.
std::vector<std::pair<std::string, Place>> places_by_unit(const Row& row) {
  std::vector<std::pair<std::string, Place>> places;
  for (const measure::UnitFigures& unit : row.indicator->units) {
    const Place place = place_in(unit, row);
    if (place.now) places.emplace_back(unit.unit, place);
  }
  return places;
}

bool is_applicable(const Row& row) {
  const Place place = place_in(*row.indicator, row);
  const bool by_unit = !row.indicator->units.empty();
  return by_unit || !place.now || place.now->applicable;
}

/// What it says, or in its place what an inspection found.
std::optional<base::Decimal> value_in_force(const Row& row) {
  const auto& given = row.as<model::Reading>().value;
  if (!given || !*given) return std::nullopt;
  const std::optional<base::Decimal> verified = outcome_of(row).verified;
  return verified ? verified : *given;
}

/// The values by unit that it says, or in their place what an inspection found.
Value values_in_force(const Row& row) {
  const model::Reading& reading = row.as<model::Reading>();
  const measure::Outcome outcome = outcome_of(row);
  if (!outcome.verified || !outcome.inspection) return stored(reading.extras->values);
  const auto name = [&](const std::string& written) {
    return measure::main_name(row.plan->registry, written);
  };
  document::Record all{{}, true};
  for (const auto& [unit, value] : reading.extras->values.rows) {
    if (!unit) continue;
    auto said = value.value;
    for (const auto& [found, verified] : outcome.inspection->verified_values.rows) {
      if (found && verified && name(*found) == name(*unit)) said = *verified;
    }
    all.rows.emplace_back(*unit, said ? value_of(*said) : Value());
  }
  return all.rows.empty() ? Value() : Value(std::move(all));
}

/// A difference of two values; of percentages in points.
Number step_of(const Row& row, base::Decimal step) {
  Number number{base::to_ratio(step), Form::amount, measure_unit(row), 6, true};
  if (number.unit == "%") number = {number.value, Form::points, {}, 2, true};
  return number;
}

/// The step from the reading before it. Of units that count together that of their sum, where each
/// that it names has a value before; of others there is none.
Value change(const Row& row) {
  if (row.indicator->units.empty()) {
    const Place place = place_in(*row.indicator, row);
    const auto now = value_in_force(row);
    return place.before && now ? Value(step_of(row, *now - place.before->value)) : Value();
  }
  if (row.indicator->aggregate != model::Aggregate::sum) return {};
  std::optional<base::Decimal> step;
  for (const auto& [unit, place] : places_by_unit(row)) {
    if (!place.before) return {};
    step = step.value_or(base::Decimal()) + (place.now->value - place.before->value);
  }
  return step ? Value(step_of(row, *step)) : Value();
}

/// The same of each unit that it names and that has a value before.
Value changes(const Row& row) {
  document::Record steps{{}, true};
  for (const auto& [unit, place] : places_by_unit(row)) {
    if (!place.before) continue;
    steps.rows.emplace_back(unit, step_of(row, place.now->value - place.before->value));
  }
  return steps.rows.empty() ? Value() : Value(std::move(steps));
}

/// A step of places for people: of these fewer are better, and a sign would say the opposite.
Value places_gone(const Row& row, Value step) {
  const auto* number = step.as<Number>();
  if (!number || number->value == 0 || row.indicator->kind != model::Kind::rank) return step;
  Number places = *number;
  places.value = abs(number->value);
  places.is_change = false;
  const base::Bilingual text = number->value < 0 ? base::Bilingual{"前进 {1}", "up {1}"}
                                                 : base::Bilingual{"后退 {1}", "down {1}"};
  return document::Phrase{
      .text = text, .arguments = {std::move(step), Value(places)}, .is_remark = true};
}

Value change_shown(const Row& row) { return places_gone(row, change(row)); }

Value changes_shown(const Row& row) {
  Value steps = changes(row);
  const auto* record = steps.as<document::Record>();
  if (!record || row.indicator->kind != model::Kind::rank) return steps;
  document::Record shown = *record;
  for (auto& [unit, step] : shown.rows) step = places_gone(row, std::move(step));
  return shown;
}

/// The reading that it corrects, whatever an inspection found of either since.
const model::Reading* corrected(const Row& row) {
  const auto& id = row.as<model::Reading>().extras->corrects;
  if (!id) return nullptr;
  for (const model::Reading& other : row.indicator->indicator->readings) {
    if (other.id && *other.id == *id) return &other;
  }
  return nullptr;
}

/// Those of the values by unit of another reading that `row` puts right: of the units that it
/// names, for the values of the others stand; all where it names none.
std::vector<std::pair<std::string, base::Decimal>> put_right(const Row& row,
                                                             const model::Reading& other) {
  const auto& own = row.as<model::Reading>().extras->values.rows;
  const auto name = [&](const std::string& written) {
    return measure::main_name(row.plan->registry, written);
  };
  std::vector<std::pair<std::string, base::Decimal>> values;
  for (const auto& [unit, value] : other.extras->values.rows) {
    if (!unit || !value) continue;
    const auto is_its = [&, called = name(*unit)](const auto& one) {
      return one.first && name(*one.first) == called;
    };
    if (own.empty() || std::ranges::any_of(own, is_its)) values.emplace_back(*unit, *value);
  }
  return values;
}

/// The value that it puts right; of units that count together the sum of those that it names.
Value corrected_value(const Row& row) {
  const model::Reading* other = corrected(row);
  if (!other) return {};
  if (other->value) return *other->value ? amount_of(row, *other->value) : Value();
  if (row.indicator->aggregate != model::Aggregate::sum) return {};
  std::optional<base::Decimal> sum;
  for (const auto& [unit, value] : put_right(row, *other)) {
    sum = sum.value_or(base::Decimal()) + value;
  }
  return sum ? amount_of(row, sum) : Value();
}

/// The values that it puts right, where each unit has its own.
Value corrected_values(const Row& row) {
  const model::Reading* other = corrected(row);
  if (!other) return {};
  document::Record all{{}, true};
  for (const auto& [unit, value] : put_right(row, *other)) {
    all.rows.emplace_back(unit, value_of(value));
  }
  return all.rows.empty() ? Value() : Value(std::move(all));
}

/// What became of it; where its value is an inspection's, with what was sent.
Value fate_shown(const Row& row) {
  Value fate = value_of(outcome_of(row).fate);
  if (!counts(row) || !outcome_of(row).verified) return fate;
  return document::Phrase{{"{0}，督查核定（原报 {1}）", "{0}, verified (reported {1})"},
                          {std::move(fate), sent(row)}};
}

std::vector<Field> reading_fields() {
  std::vector<Field> fields = fields_of<model::Reading>({
      from_file("id"),
      from_file("date"),
      of_file("value", {"数值", "Value"}, Type::number,
              {"报送的数值，督查核定的是核定值；空为撤回",
               "the value reported, or what an inspection found in its place; none where it "
               "withdraws another"},
              [](const Row& row) -> Value {
                if (!is_applicable(row))
                  return document::Absent{model::label(model::Class::not_applicable)};
                const auto value = value_in_force(row);
                return value ? amount_of(row, *value) : Value();
              }),
      of_file("values", {"各单位数值", "Values by unit"}, Type::record,
              {"各单位报送的数值，督查核定的是核定值",
               "the values by unit as reported, or what an inspection found in their place"},
              values_in_force),
      figure("verified", {"核定", "Verified"}, Type::yes_no,
             {"数值是督查核定的，不是所报的", "its value is what an inspection found"},
             [](const Row& row) { return outcome_of(row).verified ? Value(true) : Value(); }),
      of_file("reported", {"上报日", "Reported"}, Type::date,
              {"上报的日期", "the day of the report"}, &model::Reading::reported),
      from_file("by"),
      figure("counts", {"计入", "Counts"}, Type::yes_no,
             {"到所问日期是否有效", "whether it counts on the day"}, counts),
      figure("applicable", {"适用", "Applicable"}, Type::yes_no,
             {"是否有可衡量的对象；分母为零的不适用",
              "whether there was something to measure: not so with a denominator of zero"},
             is_applicable),
      figure("fate", {"去向", "Fate"}, Type::word,
             {"采用、计入、已被更正、晚于所问日期……", "what became of it: newest, corrected ..."},
             [](const Row& row) { return outcome_of(row).fate; },
             {.shown = fate_shown, .known = all_words<measure::ReadingFate>}),
      figure("corrected_by", {"更正它的报数", "Corrected by"}, Type::text,
             {"更正它的报数的编号", "the id of the reading that corrects it"},
             [](const Row& row) {
               const model::Reading* by = outcome_of(row).corrected_by;
               return by ? stored(by->id) : Value();
             }),
      figure("change", {"较上次", "Change"}, Type::number,
             {"与前一次有效报数之差；分单位合计的为合计之差",
              "the step from the reading before it that counts; of a sum of units that of the sum"},
             change, {.shown = change_shown}),
      figure("changes", {"各单位较上次", "Changes by unit"}, Type::record,
             {"分单位的，各单位与其前一次有效报数之差",
              "of values by unit, the step of each from its reading before"},
             changes, {.shown = changes_shown}),
      figure("corrected_value", {"原报数值", "Corrected value"}, Type::number,
             {"被它更正的数值；分单位合计的为它所列单位的合计",
              "the value that it puts right; of a sum of units the sum of those that it names"},
             corrected_value),
      figure("corrected_values", {"各单位原报数值", "Corrected values"}, Type::record,
             {"被它更正的各单位数值，只有它所列的单位",
              "the values by unit that it puts right, of the units that it names"},
             corrected_values),
  });
  mark_unit_names(fields, {"approved_by"});
  return fields;
}

// -- periods ------------------------------------------------------------------------------------

bool is_missing(const Row& row) {
  const auto& missing = row.indicator->reports.missing;
  return std::any_of(missing.begin(), missing.end(),
                     [&](const ReportPeriod& one) { return &one == &row.as<ReportPeriod>(); });
}

void each_period(const Row& indicator, const Visit& visit) {
  const measure::Punctuality& reports = indicator.indicator->reports;
  std::vector<const ReportPeriod*> all;
  for (const ReportPeriod& period : reports.late) all.push_back(&period);
  for (const ReportPeriod& period : reports.missing) all.push_back(&period);
  std::stable_sort(all.begin(), all.end(),
                   [](const auto* a, const auto* b) { return a->end < b->end; });
  std::size_t index = 0;
  for (const ReportPeriod* period : all) {
    visit(inside(indicator, Kind::periods, *period, index++));
  }
}

/// Who still owes it: of targets by unit those units, else who reports.
Value owed_by(const Row& row) {
  return is_missing(row) ? owing(row, row.as<ReportPeriod>()) : Value();
}

/// How many days past its deadline the report came; where none came, as far as is known.
Value days_late(const Row& row) {
  const auto& period = row.as<ReportPeriod>();
  const base::Date until = period.reported.value_or(row.world->clocks().known_by);
  return static_cast<long long>((until - period.deadline).count());
}

std::string period_name(const Row& row) { return base::iso(row.as<ReportPeriod>().end); }

std::vector<Field> period_fields() {
  return {
      figure("start", {"起", "First day"}, Type::date, {"期初", "its first day"},
             &ReportPeriod::start),
      figure("end", {"止", "Last day"}, Type::date, {"期末", "its last day"}, &ReportPeriod::end),
      figure("deadline", {"报送截止日", "Deadline"}, Type::date,
             {"最晚哪一天报送", "the last day on which a report is in time"},
             &ReportPeriod::deadline),
      figure("missing", {"漏报", "Missing"}, Type::yes_no,
             {"没有报送；否则是迟报", "nothing came; else it came late"}, is_missing),
      figure("owed_by", {"欠报单位", "Owed by"}, Type::list,
             {"还没有报的单位：分单位的是那些单位，其余的是报送单位",
              "who has not reported: of targets by unit those units, else who reports"},
             owed_by, {.known = all_units}),
      figure("reported", {"上报日", "Reported"}, Type::date,
             {"迟报的哪一天报的", "of a late one the day on which it came"},
             &ReportPeriod::reported),
      figure("days_late", {"迟几天", "Days late"}, Type::whole,
             {"上报日晚于截止日几天；还没有报的，算到所问的上报日",
              "days past its deadline; where nothing came, as far as is known"},
             days_late)};
}

}  // namespace

const KindOfRow readings_kind =
    entries<model::Reading, Kind::readings, &model::Indicator::readings>(
        "readings", {"报数", "readings"}, Kind::indicators, "readings", once<reading_fields>);
const KindOfRow periods_kind{Kind::periods,
                             "periods",
                             {"迟报、漏报的各期", "late and missing periods"},
                             Kind::indicators,
                             "",
                             each_period,
                             period_name,
                             once<period_fields>};

}  // namespace taizhang::facts
