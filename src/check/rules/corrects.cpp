// SPDX-License-Identifier: MIT
//
// A correction names the reading that it puts right. The readings of an indicator are so a graph in
// which each has at most one arrow, and a circle takes all of its readings back.
#include <algorithm>
#include <map>

#include "check/reference.h"
#include "check/reported.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

using Arrows = std::vector<std::optional<std::size_t>>;

/// Where the correction of each reading points to, itself where it says so. Nothing where it
/// corrects none, one that is not there, or one whose id two readings have.
Arrows arrows_of(const model::Many<model::Reading>& readings) {
  std::map<std::string_view, std::optional<std::size_t>> by_id;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (!readings[i].id) continue;
    const auto [at, is_new] = by_id.emplace(*readings[i].id, i);
    if (!is_new) at->second.reset();
  }
  Arrows arrows(readings.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (!readings[i].extras->corrects) continue;
    const auto found = by_id.find(*readings[i].extras->corrects);
    if (found != by_id.end()) arrows[i] = found->second;
  }
  return arrows;
}

std::vector<bool> look_at_circles(const model::Many<model::Reading>& readings, const Arrows& arrows,
                                  Collector& found) {
  std::vector<bool> in_circle(readings.size(), false);
  std::vector<std::vector<std::size_t>> graph(arrows.size());
  for (std::size_t i = 0; i < arrows.size(); ++i) {
    if (arrows[i] && arrows[i] != i) graph[i] = {*arrows[i]};
  }
  for (const std::vector<std::size_t>& circle : rings_of(graph)) {
    for (const std::size_t i : circle) in_circle[i] = true;
    const model::Reading& first = readings[circle.front()];
    const model::Reading& last = readings[circle.back()];
    found.add(first.extras->corrects.at_or(first.at),
              {"“{0}”更正“{1}”，绕一圈又被“{2}”更正，这几个数都不算了",
               "“{0}” corrects “{1}” and is in turn corrected by “{2}”: none of them counts",
               *first.id, *first.extras->corrects, *last.id},
              {"更正写在后报的一条里，先报的一条不写 corrects",
               "the later reading corrects the earlier one; take corrects out of the earlier one"},
              {{last.extras->corrects.at, {"绕回来的更正在这里", "it comes back here"}}});
  }
  return in_circle;
}

/// Which readings never stand: one that stands takes them back, or they came after the settlement
/// and nobody approved them. Each is decided once all that take it back are.
std::vector<bool> idle_ones(const AtIndicator& at, const Arrows& arrows,
                            const std::vector<bool>& in_circle) {
  const model::Many<model::Reading>& readings = at.indicator.readings;
  const std::optional<base::Date> settled = settled_on(at);
  const auto taken_back_by = [&](std::size_t i) {
    const bool withdraws = readings[i].value && !*readings[i].value;
    return withdraws && !in_circle[i] && arrows[i] != i ? arrows[i] : std::nullopt;
  };
  std::vector<bool> idle(readings.size());
  std::vector<int> undecided(readings.size());  // of those that take it back
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const model::Reading& reading = readings[i];
    idle[i] = settled && reading.reported && *reading.reported > *settled &&
              !reading.extras->approved_by.written();
    if (const auto taken = taken_back_by(i)) ++undecided[*taken];
  }
  std::vector<std::size_t> decided;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (undecided[i] == 0) decided.push_back(i);
  }
  for (std::size_t next = 0; next < decided.size(); ++next) {
    const auto taken = taken_back_by(decided[next]);
    if (!taken) continue;
    if (!idle[decided[next]]) idle[*taken] = true;
    if (--undecided[*taken] == 0) decided.push_back(*taken);
  }
  return idle;
}

/// The day that a file gives for the report: nothing where that could not be read. Without one a
/// reading counts from its data date.
std::optional<base::Date> day_of_report(const model::Reading& reading) {
  return reading.reported.written() ? reading.reported.value : reading.date.value;
}

/// Look at a correction of a reading that is there.
void look_at_dates(const model::Period& period, const model::Reading& reading,
                   const model::Reading& corrected, Collector& found) {
  if (!reading.date || !corrected.date) return;
  // A date of another year is one mistake, and another rule's finding.
  if (is_outside(period, *reading.date) || is_outside(period, *corrected.date)) return;
  if (*reading.date != *corrected.date) {
    found.add(reading.extras->corrects.at_or(reading.at),
              {"更正的是截至 {0} 的数，“{1}”却是截至 {2} 的",
               "the correction is of {0}, but “{1}” is of {2}", *reading.date,
               *reading.extras->corrects, *corrected.date},
              {"更正与原数写同一个数据截止日；原数连日期也错的，先按原日期写 value: null "
               "撤回，再另报一条",
               "a correction has the date of what it corrects; where that date is wrong too, "
               "withdraw it with value: null and add the right one"},
              {{corrected.date.at, {"原数的日期在这里", "the date of that reading"}}});
    return;
  }
  const auto day = day_of_report(corrected);
  // Without a day of its own a correction was entered later; that one has no day is no mistake.
  if (!reading.reported || !day || *reading.reported >= *day) return;
  // A report from before its data is another rule's finding.
  if (*reading.reported < *reading.date) return;
  found.add(reading.reported.at_or(reading.at),
            {"更正是 {0} 上报的，原数 {1} 才上报", "corrected on {0}, before the report of {1}",
             *reading.reported, *day},
            {"检查两条的上报日；写反了的，由后报的更正先报的",
             "check both days; it is the later report that corrects the earlier one"},
            {{corrected.reported.at, {"原数的上报日在这里", "the report it corrects"}}});
}

}  // namespace

const Rule corrects{
    "E39 corrects",
    {"更正指错了报数", "a correction of the wrong reading"},
    {"更正写明替换哪一条；指错了，该作废的数还在用，不该作废的却没了。",
     "A correction says which reading it replaces; where it names the wrong one, the figure that "
     "was to go still counts, and another may be lost."},
    R"yaml(- {id: r1, date: 2023-06-30, value: 97, reported: 2023-07-04}
- {id: r2, date: 2023-06-30, value: 95, reported: 2023-07-20, corrects: r11, reason: 重复计算})yaml",
    R"yaml(- {id: r1, date: 2023-06-30, value: 97, reported: 2023-07-04}
- {id: r2, date: 2023-06-30, value: 95, reported: 2023-07-20, corrects: r1, reason: 重复计算})yaml",
    [](const AtIndicator& at, Collector& found) {
      const auto& readings = at.indicator.readings;
      const bool all_there =
          at.whole() && !at.meant({"readings"}) && !at.in.meant(readings, {"id"});
      const Arrows arrows = arrows_of(readings);
      const std::vector<bool> in_circle = look_at_circles(readings, arrows, found);
      Names ids;
      ids.add_ids(readings);
      const std::vector<bool> idle = idle_ones(at, arrows, in_circle);
      std::vector<const model::Reading*> first(readings.size(), nullptr);  // which corrects it
      for (std::size_t i = 0; i < readings.size(); ++i) {
        const model::Reading& reading = readings[i];
        if (!reading.extras->corrects || in_circle[i]) continue;
        if (arrows[i] == i) {
          found.add(reading.extras->corrects.at_or(reading.at),
                    {"“{0}”更正的是它自己", "“{0}” corrects itself", *reading.id},
                    {"写被更正的那一条的编号", "write the id of the reading that was wrong"});
        } else if (!arrows[i]) {
          if (!all_there || !ids.complete() || ids.has(*reading.extras->corrects)) continue;
          found.add(
              reading.extras->corrects.at_or(reading.at),
              {"没有编号为“{0}”的报数", "there is no reading “{0}”", *reading.extras->corrects},
              ids.help(*reading.extras->corrects, {"写本指标里被更正的那一条的编号",
                                                   "write the id of a reading of this indicator"}));
        } else if (idle[i]) {
          look_at_dates(at.plan.period, reading, readings[*arrows[i]], found);
        } else if (const model::Reading*& before = first[*arrows[i]]) {
          found.add(
              reading.extras->corrects.at_or(reading.at),
              {"“{0}”已经由“{1}”更正过；两条更正里只有后报的算数",
               "“{0}” is corrected by “{1}” already: of the two only the later report counts",
               *reading.extras->corrects, before->id.value_or("")},
              {"再次更正的，更正最新的一条：corrects: {0}", "correct the newest one: corrects: {0}",
               before->id.value_or("")},
              {{before->extras->corrects.at, {"前一次更正在这里", "the correction before it"}}});
        } else {
          before = &reading;
          look_at_dates(at.plan.period, reading, readings[*arrows[i]], found);
        }
      }
    },
};

}  // namespace taizhang::check
