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
#include "check/walk.h"
#include "measure/completion.h"

namespace taizhang::check {

using base::Decimal;
using base::Ratio;
using measure::Effective;

namespace {

using Row = std::pair<model::Given<std::string>, model::Given<Decimal>>;

const Row* row_named(const model::Reading& reading, const std::string& name) {
  const auto& rows = reading.extras->parts.rows;
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
            {"{0} ÷ {1} = {2}%，填的是 {3}", "{0} ÷ {1} is {2} %, but the value is {3}",
             numerator->second->text(), denominator->second->text(), right, told.value.text()},
            {"核对分子“{0}”、分母“{1}”和数值", "check “{0}”, “{1}” and the value",
             *indicator.numerator, *indicator.denominator},
            {{numerator->second.at, {"分子在这里", "the numerator is here"}},
             {denominator->second.at, {"分母在这里", "the denominator is here"}}});
}

void look_at_amounts(const model::Ledger& ledger, const Effective& told, Collector& found) {
  const model::Reading& reading = *told.reading;
  Sum sum;
  sum.places = decimals(ledger, reading.value.at_or(reading.at));
  for (const Row& row : reading.extras->parts.rows) {
    sum.add(*row.second, decimals(ledger, row.second.at_or(reading.at)));
  }
  const Ratio gap = sum.value - base::to_ratio(told.value);
  if (abs(gap) <= sum.slack() || (sum.count < 2 && gap < 0)) return;
  found.add(reading.value.at_or(reading.at),
            {"各分项合计 {0}，填的是 {1}", "the parts add up to {0}, but the value is {1}",
             base::rounded(sum.value, sum.places), told.value.text()},
            {"核对数值和分项；没有列全的，补上“其他”一项",
             "check the value and its parts; where some are left out, add them as one more"},
            {{reading.extras->parts.at, {"分项在这里", "the parts are here"}}});
}

std::vector<Nearby> places_of(const std::vector<source::Span>& places) {
  // The first few show where to look.
  std::vector<Nearby> related;
  for (std::size_t i = 0; i < places.size() && i < 5; ++i) {
    related.push_back({places[i], {"分项在这里", "a part is here"}});
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
            {"分项的目标合计 {0}，总数的目标是 {1}",
             "the targets of the parts add up to {0}, that of the total is {1}",
             base::rounded(first.value, first.places), written.text()},
            {"核对总数和分项的目标；没有列全的，补上其余的分项",
             "check the targets; where a part is left out, add it"},
            places_of(places));
}

/// The values of one day: of the total, and of each part that was reported for it.
struct OneDay {
  const Effective* total = nullptr;
  bool fits = true;  ///< each of them fits its unit of measure
  Sum parts;
  std::vector<source::Span> places;
};

void look_at_days(const AtTask& task, const Total& total, bool whole, Collector& found) {
  const AtIndicator& at = task.of(*total.indicator);
  if (!at.reported().sound()) return;
  std::map<base::Date, OneDay> days;
  for (const Effective& reading : at.reported().readings) {
    OneDay& day = days[reading.date];
    day.total = &reading;
    day.fits &= !at.scale().of_value(reading.value);
    day.parts.places = decimals(task.ledger, reading.reading->value.at_or(reading.reading->at));
  }
  for (const model::Indicator* part : total.parts) {
    std::map<base::Date, Effective> newest;
    for (const Effective& reading : task.of(*part).reported().readings) {
      newest.insert_or_assign(reading.date, reading);
    }
    for (const auto& [date, reading] : newest) {
      const auto day = days.find(date);
      if (day == days.end()) continue;
      const source::Span place = reading.reading->value.at_or(reading.reading->at);
      day->second.parts.add(reading.value, decimals(task.ledger, place));
      day->second.places.push_back(place);
      day->second.fits &= !task.of(*part).scale().of_value(reading.value);
    }
  }
  for (const auto& [date, day] : days) {
    if (day.parts.count != total.parts.size() || !day.fits) continue;
    if (!cannot_be(day.parts, day.total->value, whole)) continue;
    found.add(day.total->reading->value.at_or(day.total->reading->at),
              {"截至 {0}，分项合计 {1}，总数填的是 {2}",
               "as of {0} the parts add up to {1}, but the total is {2}", date,
               base::rounded(day.parts.value, day.parts.places), day.total->value},
              {"核对总数和各分项；报错的写一条 corrects 更正",
               "check the total and its parts, and correct what is wrong"},
              places_of(day.places));
  }
}

}  // namespace

const Rule parts_sum{
    "E47 parts-sum",
    {"分项与总数对不上", "parts that do not make up their total"},
    {"分子除以分母不是填的百分比，或者分项加起来不是总数，其中必有一个数是错的。",
     "Where numerator over denominator is not the rate, or the parts do not add up to the total, "
     "one of the figures is wrong."},
    R"yaml(numerator: 按期办结件数
denominator: 应办结件数
readings:
  - {id: r1, date: 2023-06-30, value: 98.5, parts: {按期办结件数: 189, 应办结件数: 200}})yaml",
    R"yaml(numerator: 按期办结件数
denominator: 应办结件数
readings:
  - {id: r1, date: 2023-06-30, value: 94.5, parts: {按期办结件数: 189, 应办结件数: 200}})yaml",
    [](const AtTask& at, Collector& found) {
      if (!at.whole || at.meant(at.task.indicators, {"part_of"})) return;
      for (const Total& total : totals_of(at.task)) {
        const auto is_off = [&](const model::Indicator* one) {
          return at.of(*one).scale().target_is_off();
        };
        if (is_off(total.indicator) || std::any_of(total.parts.begin(), total.parts.end(), is_off))
          continue;
        const bool whole = measure::counts_whole_things(*total.indicator, at.plan.rules);
        look_at_targets(at.ledger, at.task, total, whole, found);
        look_at_days(at, total, whole, found);
      }
    },
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (!at.whole() || at.meant({"numerator", "denominator"}) || !indicator.kind ||
          !indicator.unit || at.scale().target_is_off())
        return;
      const bool per_cent = *indicator.unit == "%";
      const bool growth = *indicator.kind == model::Kind::growth;
      const bool rate = indicator.numerator && indicator.denominator && per_cent && !growth;
      const bool amount = !indicator.numerator.written() && !indicator.denominator.written() &&
                          !per_cent && *indicator.kind != model::Kind::ratio && !growth;
      for (const Effective& told : at.reported().readings) {
        const auto& rows = told.reading->extras->parts.rows;
        const bool read =
            std::all_of(rows.begin(), rows.end(), [](const Row& row) { return bool(row.second); });
        if (rows.empty() || !read || at.in.meant(*told.reading, {"parts"}) ||
            at.scale().of_value(told.value))
          continue;
        if (rate) look_at_rate(at.ledger, indicator, told, found);
        if (amount) look_at_amounts(at.ledger, told, found);
      }
    },
};

}  // namespace taizhang::check
