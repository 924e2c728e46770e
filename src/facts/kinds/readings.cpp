// SPDX-License-Identifier: MIT
//
// Readings, and the periods for which one was owed.
#include "measure/readings.h"
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

using measure::Effective;
using measure::ReportPeriod;

// -- readings -----------------------------------------------------------------------------------

measure::Outcome outcome_of(const Row& row) { return row.indicator->outcomes.at(row.index); }

/// Its place among those that count; null where it does not.
const Effective* counting(const Row& row) {
  for (const Effective& one : row.indicator->readings) {
    if (one.reading == &row.as<model::Reading>()) return &one;
  }
  return nullptr;
}

/// The reading before it of those that count and had something to measure; null where there is none
/// or it is none of them.
const Effective* before(const Row& row) {
  const Effective* earlier = nullptr;
  for (const Effective& one : row.indicator->readings) {
    if (one.reading == &row.as<model::Reading>()) return one.applicable ? earlier : nullptr;
    if (one.applicable) earlier = &one;
  }
  return nullptr;
}

/// What it says, or in its place what an inspection found.
std::optional<base::Decimal> value_in_force(const Row& row) {
  const auto& given = row.as<model::Reading>().value;
  if (!given || !*given) return std::nullopt;
  const std::optional<base::Decimal> verified = outcome_of(row).verified;
  return verified ? verified : *given;
}

/// The step from the reading before it; of a percentage in points.
Value change(const Row& row) {
  const Effective* earlier = before(row);
  const auto now = value_in_force(row);
  if (!earlier || !now) return {};
  Number step{base::to_ratio(*now - earlier->value), Form::amount, measure_unit(row), 6, true};
  if (step.unit == "%") step = {step.value, Form::points, {}, 2, true};
  return step;
}

/// The value that it puts right.
Value corrected_value(const Row& row) {
  const auto& id = row.as<model::Reading>().corrects;
  // Where an inspection's value stands, the reading puts nothing right.
  if (!id || outcome_of(row).verified) return {};
  for (const model::Reading& other : row.indicator->indicator->readings) {
    if (other.id && *other.id == *id && other.value && *other.value) {
      return amount_of(row, *other.value);
    }
  }
  return {};
}

std::vector<Field> reading_fields() {
  return fields_of<model::Reading>({
      from_file("id"),
      from_file("date"),
      of_file("value", {"数值", "Value"}, Type::number,
              {"报送的数值，督查核定的是核定值；空为撤回",
               "the value reported, or what an inspection found in its place; none where it "
               "withdraws another"},
              [](const Row& row) {
                const auto value = value_in_force(row);
                return value ? amount_of(row, *value) : Value();
              }),
      figure("verified", {"核定", "Verified"}, Type::yes_no,
             {"数值是督查核定的，不是所报的", "its value is what an inspection found"},
             [](const Row& row) { return outcome_of(row).verified ? Value(true) : Value(); }),
      of_file("reported", {"上报日", "Reported"}, Type::date,
              {"上报的日期", "the day of the report"}, &model::Reading::reported),
      from_file("by"),
      figure("counts", {"计入", "Counts"}, Type::yes_no,
             {"到所问日期是否有效", "whether it counts on the day"},
             [](const Row& row) { return counting(row) != nullptr; }),
      figure("applicable", {"适用", "Applicable"}, Type::yes_no,
             {"是否有可衡量的对象；分母为零的不适用",
              "whether there was something to measure: not so with a denominator of zero"},
             [](const Row& row) { return !counting(row) || counting(row)->applicable; }),
      figure("fate", {"去向", "Fate"}, Type::word,
             {"采用、计入、已被更正、晚于所问日期……", "what became of it: newest, corrected ..."},
             [](const Row& row) { return outcome_of(row).fate; },
             {.known = all_words<measure::ReadingFate>}),
      figure("corrected_by", {"更正它的报数", "Corrected by"}, Type::text,
             {"更正它的报数的编号", "the id of the reading that corrects it"},
             [](const Row& row) {
               const model::Reading* by = outcome_of(row).corrected_by;
               return by ? stored(by->id) : Value();
             }),
      figure("change", {"较上次", "Change"}, Type::number,
             {"与前一次有效报数之差", "the step from the reading before it that counts"}, change),
      figure("corrected_value", {"原报数值", "Corrected value"}, Type::number,
             {"被它更正的数值", "the value that it puts right"}, corrected_value),
  });
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
