// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"
#include "measure/by_unit.h"

namespace taizhang::check {

namespace {

/// Whether a reading without a value says that there was nothing to measure (不适用), or may say so
/// in a way that could not be read.
bool may_be_inapplicable(const model::Indicator& indicator, const model::Reading& reading) {
  const auto& rows = reading.extras->parts.rows;
  return measure::has_zero_denominator(indicator, reading) ||
         (indicator.denominator.written() && !indicator.denominator) ||
         std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.second; });
}

void add_second(const measure::Effective& before, const measure::Effective& after,
                const std::string& unit, Collector& found) {
  const auto place = [](const model::Reading& reading) {
    return reading.value.written() ? reading.value.at : reading.extras->values.at;
  };
  const model::Reading& later = *after.reading;
  const std::string id = before.reading->id.value_or("");
  const base::Bilingual message =
      unit.empty() ? base::Bilingual{"截至 {0} 已有一个数 {1}（{2}），又报了 {3}",
                                     "as of {0} there is a value, {1} ({2}), and now {3} as well"}
                   : base::Bilingual{"“{4}”截至 {0} 已有一个数 {1}（{2}），又报了 {3}",
                                     "“{4}” has a value as of {0}, {1} ({2}), and now {3} as well"};
  found
      .add(place(later).value_or(later.at),
           {message, {base::iso(after.date), before.value.text(), id, after.value.text(), unit}},
           {"后一条是更正的，写上 corrects: {0} 和 reason；不是同一天的数，改日期",
            "where the later one puts the earlier right write corrects: {0} and the reason; where "
            "it is of another day correct the date",
            id},
           {{place(*before.reading), {"前一个数在这里", "the value before is here"}}})
      .distinction = unit;
}

void look_at_units(const AtIndicator& at, Collector& found) {
  const model::RegistryFile* registry = at.in.registry;
  const measure::Limits limits = measure::limits_of(at.plan.rules);
  const measure::Frame frame{at.plan, registry, limits};
  const measure::Clocks clocks{end_of_days, end_of_days};
  const measure::Evidence evidence{at.indicator};
  const auto promises =
      measure::unit_promises(frame, at.task, at.indicator, end_of_days, end_of_days);
  for (const auto& promise : promises) {
    for (const auto& part : measure::readings_of_parts(frame, evidence, promise.unit, clocks)) {
      const std::vector<measure::Effective>& readings = part.effective;
      for (std::size_t i = 1; i < readings.size(); ++i) {
        if (readings[i - 1].date != readings[i].date) continue;
        add_second(readings[i - 1], readings[i], promise.unit, found);
      }
    }
  }
}

}  // namespace

const Rule conflicting_readings{
    "E31 conflicting-readings",
    {"两个单位对同一天报了不同的数", "two units with different values for one day"},
    {"同一天只能有一个数，两个都算数时，报表用哪个全凭上报先后。",
     "A day has one value; with two that count, the order of the reports decides which is used."},
    R"yaml(- {id: r1, date: 2023-06-30, value: 97, reported: 2023-07-04, by: 市发改局}
- {id: r2, date: 2023-06-30, value: 91, reported: 2023-07-05, by: 市工信局})yaml",
    R"yaml(- {id: r1, date: 2023-06-30, value: 97, reported: 2023-07-04, by: 市发改局}
- {id: r2, date: 2023-06-30, value: 91, reported: 2023-07-05, by: 市工信局, corrects: r1, reason: 核定数})yaml",
    [](const AtIndicator& at, Collector& found) {
      for (const auto& [before, after] : at.reported().conflicts) {
        found.add(
            after.reading->value.at_or(after.reading->at),
            {"截至 {0} 的数，{1}报 {2}，{3}报 {4}",
             "as of {0}, {1} reports {2} and {3} reports {4}", after.date, before.reading->by->text,
             before.value.text(), after.reading->by->text, after.value.text()},
            {"由牵头单位核定，写一条 corrects 更正",
             "let the lead settle it, and add a reading with corrects"},
            {{before.reading->value.at, {"另一个数在这里", "the other value is here"}}});
      }
    },
};

const Rule second_value{
    "E51 second-value",
    {"同一天报了第二个数，没有写更正", "a second value for one day that corrects nothing"},
    {"报数只增不改：同一天再报，就是更正前一条。不写 corrects，两条都算数，用哪个全凭先后。",
     "Readings are only added to: another value of one day corrects the one before. Without "
     "corrects both count, and their order decides which is used."},
    R"yaml(- {id: r9, date: 2023-09-30, value: 90, reported: 2023-10-03}
- {id: r10, date: 2023-09-30, value: 110, reported: 2023-10-08})yaml",
    R"yaml(- {id: r9, date: 2023-09-30, value: 90, reported: 2023-10-03}
- {id: r10, date: 2023-09-30, value: 110, reported: 2023-10-08, corrects: r9, reason: 漏计20家})yaml",
    [](const AtIndicator& at, Collector& found) {
      for (const auto& [before, after] : at.reported().seconds)
        add_second(before, after, "", found);
      const bool by_unit = at.indicator.targets.written() && !at.indicator.readings.empty();
      if (by_unit && all_read(at)) look_at_units(at, found);
    },
};

const Rule null_value{
    "E40 null-value",
    {"没有数值，也没有撤回什么", "a reading without a value that withdraws nothing"},
    {"value: null 只用来撤回前面报的数。还没有数就是没有报，写成一条空的报数会让人以为报过了。",
     "value: null only withdraws an earlier reading. Without a figure nothing has been reported, "
     "and an empty reading looks like a report."},
    R"yaml(- {id: r1, date: 2023-06-30, value: 97}
- {id: r2, date: 2023-07-31, value: null})yaml",
    R"yaml(- {id: r1, date: 2023-06-30, value: 97}
- {id: r2, date: 2023-06-30, value: null, corrects: r1, reason: 误报})yaml",
    [](const AtReading& at, Collector& found) {
      const model::Reading& reading = at.reading;
      if (!reading.value || *reading.value || reading.extras->corrects.written() || !at.in.whole())
        return;
      if (may_be_inapplicable(at.in.indicator, reading) || at.in.meant({"denominator"}) ||
          at.in.in.meant(reading, {"corrects"}))
        return;
      found.add(reading.value.at_or(reading.at),
                {"value: null 是撤回，却没有写撤回哪一条",
                 "value: null withdraws a reading, but none is named"},
                {"撤回的写 corrects: 编号；还没有数的，这一条不用写",
                 "to withdraw one write corrects: and its id; where there is no figure yet, leave "
                 "the reading out"});
    },
};

const Rule after_settlement{
    "E56 after-settlement",
    {"结算以后才报，没有批准", "a report after the settlement without approval"},
    {"期满后 45 天（计划可另定）结算，红灯蓝灯就定了；以后再报、再更正，要有人批准才算数。",
     "Some 45 days after the end (a plan may set others) lights are final; what is reported or "
     "corrected later counts only where somebody has approved it."},
    R"yaml(# 计划 2023-12-31 到期
- {id: r2, date: 2023-12-31, value: 200, reported: 2024-06-20, corrects: r1, reason: 补录})yaml",
    R"yaml(# 计划 2023-12-31 到期
- {id: r2, date: 2023-12-31, value: 200, reported: 2024-06-20, corrects: r1, reason: 补录, approved_by: 市政府办公室})yaml",
    [](const AtIndicator& at, Collector& found) {
      if (at.indicator.readings.empty()) return;
      const auto settled = settled_on(at);
      if (!settled) return;
      // What comes later counts only with approval, withdrawals included.
      for (const model::Reading& reading : at.indicator.readings) {
        if (!reading.reported || *reading.reported <= *settled) continue;
        if (reading.extras->approved_by.written() || at.in.meant(reading, {"approved_by"}))
          continue;
        found.add(
            reading.reported.at_or(reading.at),
            {"{0} 上报，已过结算日 {1}，没有批准，不计入",
             "reported on {0}, after the settlement on {1}, and without approval: it does not "
             "count",
             *reading.reported, *settled},
            {"批准了的写上 approved_by: 批准单位；上报日写错的，改正 reported",
             "where it was approved write approved_by; where the day is wrong correct reported"});
      }
    },
};

const Rule final_reading{
    "W35 final-reading",
    {"最终数还在变", "a final figure that is not the last"},
    {"最终数一报，红灯蓝灯就定了；同一条又是初步数，或者后面还有新数，就不知道按哪个定。",
     "With the final figure the light is settled; where it is provisional too, or another comes "
     "after it, nobody knows by which."},
    R"yaml(- {id: r1, date: 2023-12-31, value: 190, reported: 2024-01-05, final: true, provisional: true})yaml",
    R"yaml(- {id: r1, date: 2023-12-31, value: 190, reported: 2024-01-05, provisional: true})yaml",
    [](const AtIndicator& at, Collector& found) {
      const auto& readings = at.reported().readings;
      const auto due = at.due();
      const model::Reading* last = nullptr;  // the final one of the last period
      for (const measure::Effective& one : readings) {
        const model::Reading& reading = *one.reading;
        if (last && *last->date < one.date) {
          found.add(
              reading.date.at_or(reading.at),
              {"期末数（{0}，截至 {1}）已经是最终数，后面又报了截至 {2} 的数",
               "the last figure ({0}, as of {1}) is final, and there is one as of {2}",
               last->id.value_or(""), *last->date, one.date},
              {"改动期末数的，写同一个日期和 corrects；还会变的，前一条不写 final",
               "to change the last figure write its date and corrects; where it may still move "
               "it is not final"},
              {{last->extras->final.at, {"最终数在这里", "the final one is here"}}});
        }
        if (!reading.extras->final.value_or(false)) continue;
        if (reading.extras->provisional.value_or(false)) {
          found.add(
              reading.extras->provisional.at_or(reading.at),
              {"既是初步数又是最终数，只能是一样", "it is provisional and final: one of the two"},
              {"还会变的写 provisional: true，定了的写 final: true",
               "write provisional: true while it may move, and final: true once it does not"},
              {{reading.extras->final.at, {"另一个在这里", "the other is here"}}});
        }
        if (due && one.date >= *due) last = &reading;
      }
    },
};

}  // namespace taizhang::check
