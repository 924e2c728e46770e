// SPDX-License-Identifier: MIT
//
// Readings, and the periods for which one was owed.
#include "measure/readings.h"
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

// -- readings -----------------------------------------------------------------------------------

const model::Reading& reading_of(const Row& row) { return row.as<model::Reading>(); }

void each_reading(const Row& indicator, const Visit& visit) {
  std::size_t index = 0;
  for (const model::Reading& reading : indicator.indicator->indicator->readings) {
    visit(inside(indicator, Kind::readings, &reading, index++));
  }
}

std::string reading_name(const Row& row) { return id_or_place(row, reading_of(row)); }

measure::Outcome outcome_of(const Row& row) {
  return row.indicator->outcomes.at(row.index);
}

/// Its place among those that count; null where it does not.
const measure::Effective* counting(const Row& row) {
  for (const measure::Effective& one : row.indicator->readings) {
    if (one.reading == &reading_of(row)) return &one;
  }
  return nullptr;
}

/// The reading before it of those that count and had something to measure; null where there is none
/// or it is none of them.
const measure::Effective* before(const Row& row) {
  const measure::Effective* earlier = nullptr;
  for (const measure::Effective& one : row.indicator->readings) {
    if (one.reading == &reading_of(row)) return one.applicable ? earlier : nullptr;
    if (one.applicable) earlier = &one;
  }
  return nullptr;
}

Value reported_value(const Row& row) {
  const auto& given = reading_of(row).value;
  return given && *given ? amount(*given, measure_unit(row)) : Value();
}

/// The step from the reading before it; of a percentage in points.
Value change(const Row& row) {
  const measure::Effective* earlier = before(row);
  const auto& now = reading_of(row).value;
  if (!earlier || !now || !*now) return {};
  Number step{base::to_ratio(**now - earlier->value), Form::amount, measure_unit(row), 6, true};
  if (step.unit == "%") step = {step.value, Form::points, {}, 2, true};
  return step;
}

/// The value that it puts right.
Value corrected_value(const Row& row) {
  const auto& id = reading_of(row).corrects;
  if (!id) return {};
  for (const model::Reading& other : row.indicator->indicator->readings) {
    if (other.id && *other.id == *id && other.value && *other.value) {
      return amount(*other.value, measure_unit(row));
    }
  }
  return {};
}

const std::vector<Field>& reading_fields() {
  static const std::vector<Field> all = arranged(
      {
          from_file("id"),
          from_file("date"),
          {"value",
           {"数值", "Value"},
           Type::number,
           Need::file,
           {"报送的数值；空为撤回", "the value reported; none where it withdraws another"},
           "",
           reported_value},
          {"reported",
           {"上报日", "Reported"},
           Type::date,
           Need::file,
           {"上报的日期", "the day of the report"},
           "",
           [](const Row& row) { return stored(reading_of(row).reported); }},
          from_file("by"),
          {"counts",
           {"计入", "Counts"},
           Type::yes_no,
           Need::figures,
           {"到所问日期是否有效", "whether it counts on the day"},
           "",
           [](const Row& row) { return Value(counting(row) != nullptr); }},
          {"applicable",
           {"适用", "Applicable"},
           Type::yes_no,
           Need::figures,
           {"是否有可衡量的对象；分母为零的不适用",
            "whether there was something to measure: not so with a denominator of zero"},
           "",
           [](const Row& row) { return Value(!counting(row) || counting(row)->applicable); }},
          {"fate",
           {"去向", "Fate"},
           Type::word,
           Need::figures,
           {"采用、计入、已被更正、晚于所问日期……", "what became of it: newest, corrected ..."},
           "",
           [](const Row& row) { return Value(word(outcome_of(row).fate)); }},
          {"corrected_by",
           {"更正它的报数", "Corrected by"},
           Type::text,
           Need::figures,
           {"更正它的报数的编号", "the id of the reading that corrects it"},
           "",
           [](const Row& row) {
             const model::Reading* by = outcome_of(row).corrected_by;
             return by ? stored(by->id) : Value();
           }},
          {"change",
           {"较上次", "Change"},
           Type::number,
           Need::figures,
           {"与前一次有效报数之差", "the step from the reading before it that counts"},
           "",
           change},
          {"corrected_value",
           {"原报数值", "Corrected value"},
           Type::number,
           Need::figures,
           {"被它更正的数值", "the value that it puts right"},
           "",
           corrected_value},
      },
      stored_fields<model::Reading, reading_of>());
  return all;
}

// -- periods ------------------------------------------------------------------------------------

const measure::ReportPeriod& period_of(const Row& row) { return row.as<measure::ReportPeriod>(); }

bool is_missing(const Row& row) {
  const auto& missing = row.indicator->reports.missing;
  return std::any_of(missing.begin(), missing.end(),
                     [&](const measure::ReportPeriod& one) { return &one == &period_of(row); });
}

void each_period(const Row& indicator, const Visit& visit) {
  const measure::Punctuality& reports = indicator.indicator->reports;
  std::vector<const measure::ReportPeriod*> all;
  for (const measure::ReportPeriod& period : reports.late) all.push_back(&period);
  for (const measure::ReportPeriod& period : reports.missing) all.push_back(&period);
  std::stable_sort(all.begin(), all.end(),
                   [](const auto* a, const auto* b) { return a->end < b->end; });
  std::size_t index = 0;
  for (const measure::ReportPeriod* period : all) {
    visit(inside(indicator, Kind::periods, period, index++));
  }
}

std::string period_name(const Row& row) { return base::iso(period_of(row).end); }

const std::vector<Field>& period_fields() {
  static const std::vector<Field> all{
      {"start",
       {"起", "First day"},
       Type::date,
       Need::figures,
       {"期初", "its first day"},
       "",
       [](const Row& row) { return Value(period_of(row).start); }},
      {"end",
       {"止", "Last day"},
       Type::date,
       Need::figures,
       {"期末", "its last day"},
       "",
       [](const Row& row) { return Value(period_of(row).end); }},
      {"deadline",
       {"报送截止日", "Deadline"},
       Type::date,
       Need::figures,
       {"最晚哪一天报送", "the last day on which a report is in time"},
       "",
       [](const Row& row) { return Value(period_of(row).deadline); }},
      {"missing",
       {"漏报", "Missing"},
       Type::yes_no,
       Need::figures,
       {"没有报送；否则是迟报", "nothing came; else it came late"},
       "",
       [](const Row& row) { return Value(is_missing(row)); }}};
  return all;
}

}  // namespace

const KindOfRow readings_kind{Kind::readings, "readings",   {"报数", "readings"}, Kind::indicators,
                              "readings",     each_reading, reading_name,         reading_fields};
const KindOfRow periods_kind{
    Kind::periods,    "periods",    {"迟报、漏报的各期", "late and missing periods"},
    Kind::indicators, "",           each_period,
    period_name,      period_fields};

}  // namespace taizhang::facts
