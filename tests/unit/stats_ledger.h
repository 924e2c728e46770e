// SPDX-License-Identifier: MIT
//
// A small plan whose counts can be worked by hand. On 2023-06-30, 181 of 365 days:
//
//   1  section 1  甲局, 乙局      15 of 10: done, 3/2, capped 1
//   2  section 1  甲, 丙局        3 of 12, expected 5: red, 1/4; and a part of it, weight 0
//   3  section 2  乙局; 丙局      nothing reported: grey
//   4  section 2  nobody, closed  nothing to measure: grey
//   5  section 3  organises the others, done
//   6  section 9  丁局            90 of 100 %, hold, strive: yellow, 9/10
//
// 甲 is an alias of 甲局; 丙局 is merged into 乙局 after 2023-06-30; neither section 9 nor 丁局 is
// known to the plan.
#pragma once

#include <doctest/doctest.h>

#include "load/load.h"
#include "measure/figures.h"
#include "memory_disk.h"
#include "query/stats.h"
#include "values.h"

namespace taizhang::test {

inline std::string stats_task(int item, int section, const std::string& more) {
  const std::string status =
      more.find("status:") == std::string::npos ? "status: in_progress\n" : "";
  return "schema: 1\nitem: " + std::to_string(item) + "\nsection: " + std::to_string(section) +
         "\ntitle: 甲\ndue: 2023-12-31\n" + status + more;
}

inline const model::Ledger& stats_ledger() {
  static const model::Ledger loaded = [] {
    const std::string amount =
        "name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, unit: 个, ";
    const std::string day = "readings: [{id: r1, date: 2023-06-30, value: ";
    MemoryDisk disk;
    disk.files["tasks/units.yaml"] =
        "schema: 1\nunits:\n"
        "  - {name: 甲局, type: government, aliases: [甲]}\n"
        "  - {name: 乙局, type: government}\n"
        "  - {name: 丙局, type: government, status: merged, successor: 乙局, valid: {to: "
        "2023-06-30}}\n"
        "  - {name: 空局, type: government}\n";
    disk.files["tasks/2023/plan.yaml"] =
        "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
        "sections: [{no: 1, title: 招商引资}, {no: 2, title: 动能转换}, {no: 3, title: "
        "组织实施}]\n";
    disk.files["tasks/2023/1.yaml"] = stats_task(1, 1,
                                                 "lead: [甲局, 乙局]\nindicators:\n  - {id: a, " +
                                                     amount + "target: 10, " + day + "15}]}\n");
    disk.files["tasks/2023/2.yaml"] = stats_task(
        2, 1,
        "lead: [甲, 丙局]\nindicators:\n  - {id: a, " + amount + "target: 12, " + day +
            "3}]}\n  - {id: b, " + amount + "target: 4, weight: 0, part_of: a, " + day + "4}]}\n");
    disk.files["tasks/2023/3.yaml"] = stats_task(
        3, 2,
        "lead: [乙局]\nsupport: [丙局]\nindicators:\n  - {id: a, " + amount + "target: 10}\n");
    disk.files["tasks/2023/4.yaml"] = stats_task(4, 2, "status: closed\n");
    disk.files["tasks/2023/5.yaml"] =
        stats_task(5, 3,
                   "mechanism: true\nmilestones: [{id: m, name: 成立, due: 2023-03-31, done: "
                   "2023-03-01}]\n");
    disk.files["tasks/2023/6.yaml"] = stats_task(
        6, 9,
        "lead: [丁局]\nindicators:\n  - {id: a, name: 率, kind: ratio, qualifier: reach, "
        "commitment: strive, frequency: week, unit: \"%\", target: 100, " +
            day + "90}]}\n");
    model::Ledger ledger = load::load(disk, "tasks");
    REQUIRE(ledger.faults.empty());
    return ledger;
  }();
  return loaded;
}

inline std::vector<measure::PlanFigures> plans_on(const model::Ledger& ledger,
                                                  const std::string& day) {
  std::vector<measure::PlanFigures> plans;
  for (const model::PlanFolder& plan : ledger.plans) {
    plans.push_back(
        measure::measure_plan(plan, ledger.registry_of(plan), {test::day(day), test::day(day)}));
  }
  return plans;
}

inline const query::Dimension* dimension(const std::string& name) {
  for (const query::Dimension& one : query::dimensions()) {
    if (one.name == name) return &one;
  }
  FAIL("no dimension " << name);
  return nullptr;
}

/// The counts on a day by the dimensions named.
struct Counts {
  std::vector<measure::PlanFigures> plans;
  query::Stats stats;

  Counts(const std::vector<std::string>& by, query::Counting counting,
         const std::string& day = "2023-06-30", query::Selection selection = {})
      : plans(plans_on(stats_ledger(), day)) {
    query::StatsRequest request{{}, counting, std::move(selection)};
    for (const std::string& name : by) request.by.push_back(dimension(name));
    stats = query::stats(stats_ledger(), plans, std::move(request));
  }

  const query::PlanStats& plan() const { return stats.plans.at(0); }

  /// `key count value known/all`, a row each; `-` for what falls under no key.
  std::string rows() const {
    std::string result;
    for (const query::Group& group : plan().rows) result += shown(group.key, group.tally);
    return result + shown("total", plan().total);
  }

 private:
  static std::string shown(const std::string& key, const measure::Tally& tally) {
    const measure::Mean mean = tally.completion();
    return (key.empty() ? "-" : key) + " " + std::to_string(tally.count()) + " " +
           exact(mean.value) + " " + std::to_string(mean.known) + "/" + std::to_string(mean.all) +
           "\n";
  }
};

inline query::Selection of_unit(const std::string& unit) {
  query::Selection selection;
  selection.unit = unit;
  return selection;
}

inline query::Selection of_status(const std::string& status) {
  query::Selection selection;
  selection.status = status;
  return selection;
}

}  // namespace taizhang::test
