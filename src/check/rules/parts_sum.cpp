// SPDX-License-Identifier: MIT
//
// Two ways to give parts. A reading may give them beside its value: what a rate is a share of, or
// the amounts that make up a total. And an indicator may be a part of another one.
//
// A rate fits its parts where it is less than one unit of its last written decimal away: rounded
// or cut off. Amounts fit where the rounding of each part can explain the gap; whole numbers leave
// none. Fewer than the total may be right where not all parts are given ("of these …"): a single
// part is never enough, and amounts that are no counts are asked only not to exceed the total.
#include <algorithm>
#include <map>

#include "check/rules.h"
#include "check/sum.h"
#include "check/told.h"
#include "measure/completion.h"

namespace taizhang::check {

using base::Decimal;
using base::Ratio;
using measure::Effective;

namespace {

using Row = std::pair<model::Given<std::string>, model::Given<Decimal>>;

const Row* row_named(const model::Reading& reading, const std::string& name) {
  const auto& rows = reading.parts.rows;
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row& row) { return row.first && *row.first == name; });
  return found == rows.end() ? nullptr : &*found;
}

void look_at_rate(const model::Ledger& ledger, const model::Indicator& indicator,
                  const Effective& told, Collector& found) {
  const model::Reading& reading = *told.reading;
  const Row* numerator = row_named(reading, *indicator.numerator);
  const Row* denominator = row_named(reading, *indicator.denominator);
  if (!numerator || !denominator || *denominator->second <= Decimal()) return;
  const int places = decimals(ledger, reading.value.at_or(reading.at));
  const Ratio rate =
      base::to_ratio(*numerator->second) * 100 / base::to_ratio(*denominator->second);
  if (abs(rate - base::to_ratio(told.value)) < last_place(places)) return;
  const std::string right = base::rounded(rate, std::max(places, 2));
  found.add(reading.value.at_or(reading.at),
            {{"{0} ÷ {1} = {2}%，填的是 {3}", "{0} ÷ {1} is {2} %, but the value is {3}"},
             {numerator->second->text(), denominator->second->text(), right, told.value.text()}},
            {{"核对分子“{0}”、分母“{1}”和数值", "check “{0}”, “{1}” and the value"},
             {*indicator.numerator, *indicator.denominator}},
            {{numerator->second.at, {{"分子在这里", "the numerator is here"}, {}}},
             {denominator->second.at, {{"分母在这里", "the denominator is here"}, {}}}});
}

void look_at_amounts(const model::Ledger& ledger, const Effective& told, Collector& found) {
  const model::Reading& reading = *told.reading;
  Sum sum;
  sum.places = decimals(ledger, reading.value.at_or(reading.at));
  for (const Row& row : reading.parts.rows) {
    sum.add(*row.second, decimals(ledger, row.second.at_or(reading.at)));
  }
  const Ratio gap = sum.value - base::to_ratio(told.value);
  if (abs(gap) <= sum.slack() || (sum.count < 2 && gap < 0)) return;
  found.add(reading.value.at_or(reading.at),
            {{"各分项合计 {0}，填的是 {1}", "the parts add up to {0}, but the value is {1}"},
             {base::rounded(sum.value, sum.places), told.value.text()}},
            {{"核对数值和分项；没有列全的，补上“其他”一项",
              "check the value and its parts; where some are left out, add them as one more"},
             {}},
            {{reading.parts.at, {{"分项在这里", "the parts are here"}, {}}}});
}

void look_at_readings(const Told& told, Collector& found) {
  const model::Ledger& ledger = told.ledger;
  const model::Indicator& indicator = told.indicator;
  const auto meant = [&](std::string_view key) { return ledger.was_meant(told.file.file, key); };
  if (!ledger.is_whole(told.file.file) || meant("numerator") || meant("denominator") ||
      meant("parts")) {
    return;
  }
  if (!indicator.kind || !indicator.unit) return;
  const bool rate = indicator.numerator && indicator.denominator && *indicator.unit == "%" &&
                    *indicator.kind != model::Kind::growth;
  const bool amount = !indicator.numerator.written() && !indicator.denominator.written() &&
                      *indicator.unit != "%" && *indicator.kind != model::Kind::ratio &&
                      *indicator.kind != model::Kind::growth;
  for (const Effective& reading : told.reported().readings) {
    const auto& rows = reading.reading->parts.rows;
    const bool read =
        std::all_of(rows.begin(), rows.end(), [](const Row& row) { return bool(row.second); });
    if (rows.empty() || !read || told.scale().target_is_off() ||
        told.scale().of_value(reading.value)) {
      continue;
    }
    if (rate) look_at_rate(ledger, indicator, reading, found);
    if (amount) look_at_amounts(ledger, reading, found);
  }
}

std::vector<Nearby> places_of(const std::vector<source::Span>& places) {
  // The first few show where to look.
  std::vector<Nearby> related;
  for (std::size_t i = 0; i < places.size() && i < 5; ++i) {
    related.push_back({places[i], {{"分项在这里", "a part is here"}, {}}});
  }
  return related;
}

/// The targets as first written and those in force: either may add up, for a change may have been
/// made on the one side only.
void look_at_targets(const model::Ledger& ledger, const model::Task& task, const Total& total,
                     bool whole, Collector& found) {
  Sum first;
  Sum now;
  std::vector<source::Span> places;
  const base::Decimal written = *measure::written_target(*total.indicator);
  first.places = now.places = decimals(ledger, total.indicator->target.at_or(total.indicator->at));
  for (const model::Indicator* part : total.parts) {
    const int places_of_part = decimals(ledger, part->target.at_or(part->at));
    first.add(*measure::written_target(*part), places_of_part);
    now.add(*measure::target_in_force(task, *part, end_of_days), places_of_part);
    places.push_back(part->target.at_or(part->at));
  }
  if (!cannot_be(first, written, whole) ||
      !cannot_be(now, *measure::target_in_force(task, *total.indicator, end_of_days), whole)) {
    return;
  }
  found.add(total.indicator->target.at_or(total.indicator->at),
            {{"分项的目标合计 {0}，总数的目标是 {1}",
              "the targets of the parts add up to {0}, that of the total is {1}"},
             {base::rounded(first.value, first.places), written.text()}},
            {{"核对总数和分项的目标；没有列全的，补上其余的分项",
              "check the targets; where a part is left out, add it"},
             {}},
            places_of(places));
}

/// The values of one day: of the total, and of each part that was reported for it.
struct OneDay {
  const Effective* total = nullptr;
  bool fits = true;  ///< each of them fits its unit of measure
  Sum parts;
  std::vector<source::Span> places;
};

void look_at_days(const model::Ledger& ledger, const model::PlanFolder& plan,
                  const model::TaskFile& file, const Total& total, bool whole, Collector& found) {
  const Reported told = reported(ledger, plan, file, *total.indicator);
  if (!told.sound()) return;
  const Scale scale(ledger, plan, file, *total.indicator);
  std::map<base::Date, OneDay> days;
  for (const Effective& reading : told.readings) {
    OneDay& day = days[reading.date];
    day.total = &reading;
    day.fits &= !scale.of_value(reading.value);
    day.parts.places = decimals(ledger, reading.reading->value.at_or(reading.reading->at));
  }
  for (const model::Indicator* part : total.parts) {
    const Scale scale_of_part(ledger, plan, file, *part);
    std::map<base::Date, Effective> newest;
    for (const Effective& reading : reported(ledger, plan, file, *part).readings) {
      newest.insert_or_assign(reading.date, reading);
    }
    for (const auto& [date, reading] : newest) {
      const auto day = days.find(date);
      if (day == days.end()) continue;
      const source::Span at = reading.reading->value.at_or(reading.reading->at);
      day->second.parts.add(reading.value, decimals(ledger, at));
      day->second.places.push_back(at);
      day->second.fits &= !scale_of_part.of_value(reading.value);
    }
  }
  for (const auto& [date, day] : days) {
    if (day.parts.count != total.parts.size() || !day.fits) continue;
    if (!cannot_be(day.parts, day.total->value, whole)) continue;
    found.add(day.total->reading->value.at_or(day.total->reading->at),
              {{"截至 {0}，分项合计 {1}，总数填的是 {2}",
                "as of {0} the parts add up to {1}, but the total is {2}"},
               {base::iso(date), base::rounded(day.parts.value, day.parts.places),
                day.total->value.text()}},
              {{"核对总数和各分项；报错的写一条 corrects 更正",
                "check the total and its parts, and correct what is wrong"},
               {}},
              places_of(day.places));
  }
}

void find_parts_sum(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.indicators.empty() || !ledger.is_whole(file.file)) continue;
      if (ledger.was_meant(file.file, "part_of")) continue;
      for (const Total& total : totals_of(file.task)) {
        const auto is_off = [&](const model::Indicator* one) {
          return Scale(ledger, plan, file, *one).target_is_off();
        };
        if (is_off(total.indicator) ||
            std::any_of(total.parts.begin(), total.parts.end(), is_off)) {
          continue;
        }
        const bool whole = measure::counts_whole_things(*total.indicator, plan.plan.rules);
        look_at_targets(ledger, file.task, total, whole, found);
        look_at_days(ledger, plan, file, total, whole, found);
      }
    }
  }
}

}  // namespace

const Rule parts_sum{
    "E47",
    "parts-sum",
    source::Severity::error,
    {"分项与总数对不上", "parts that do not make up their total"},
    {"分子除以分母不是填的百分比，或者分项加起来不是总数，其中必有一个数是错的。",
     "Where numerator over denominator is not the rate, or the parts do not add up to the total, "
     "one of the figures is wrong."},
    R"yaml(numerator: 按期办结件数
denominator: 应办结件数
readings:
  - {id: r1, date: 2023-06-30, value: 98.5, parts: {按期办结件数: 189, 应办结件数: 200}}
)yaml",
    R"yaml(numerator: 按期办结件数
denominator: 应办结件数
readings:
  - {id: r1, date: 2023-06-30, value: 94.5, parts: {按期办结件数: 189, 应办结件数: 200}}
)yaml",
    find_parts_sum,
    look_at_readings,
};

}  // namespace taizhang::check
