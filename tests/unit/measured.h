// SPDX-License-Identifier: MIT
//
// One indicator of one task of a plan of 2023, written as a file would have it, and measured.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "load/load.h"
#include "measure/figures.h"
#include "memory_disk.h"
#include "values.h"

namespace taizhang::test {

/// The figures with the ledger that they point into.
struct Measured {
  std::shared_ptr<model::Ledger> ledger;
  measure::PlanFigures plan;

  const measure::TaskFigures& task() const { return plan.tasks.at(0); }
  const measure::IndicatorFigures& indicator() const { return task().indicators.at(0); }
};

/// What goes around the indicator.
struct Around {
  std::string task = "";  ///< further keys of the task, in block style
  std::string plan = "";  ///< further keys of the plan
  std::string status = "in_progress";
};

/// Measure the ledger on `disk`, which must have no fault.
inline Measured measured(const MemoryDisk& disk, const std::string& as_of,
                         const std::string& known_by = "") {
  Measured result;
  result.ledger = std::make_shared<model::Ledger>(load::load(disk, "tasks"));
  for (const source::Fault& fault : result.ledger->faults) {
    FAIL(result.ledger->sources[fault.at.file].path << ": " << details(fault));
  }
  result.plan = measure::measure_plan(result.ledger->plans.at(0),
                                      result.ledger->registry_of(result.ledger->plans.at(0)),
                                      {day(as_of), day(known_by.empty() ? as_of : known_by)});
  return result;
}

/// The plan of 2023 with one task; `task` is what follows its head, in block style.
inline MemoryDisk disk_with_task(const std::string& task, const Around& around = {}) {
  MemoryDisk disk;
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: [{no: 1, title: 招商引资}]\n" +
      around.plan;
  disk.files["tasks/2023/001.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nlead: [市工信局, 市发改局]\n"
      "status: " +
      around.status + "\n" + task + around.task;
  return disk;
}

/// Measure one indicator. `keys` is its flow map without braces; what a file must have and `keys`
/// does not say is `id: a`, a running total of at least so many 个, binding.
inline Measured measured(std::string keys, const std::string& as_of,
                         const std::string& known_by = "", const Around& around = {}) {
  const auto otherwise = [&](const std::string& key, const std::string& value) {
    const std::string found = " " + keys;
    if (found.find(" " + key + ": ") == std::string::npos) keys += ", " + key + ": " + value;
  };
  otherwise("name", "桩");
  otherwise("kind", "cumulative");
  otherwise("qualifier", "at_least");
  otherwise("commitment", "binding");
  otherwise("unit", "个");
  return measured(disk_with_task("indicators:\n  - {id: a, " + keys + "}\n", around), as_of,
                  known_by);
}

/// `readings: […]` of one value on a day.
inline std::string reading(const std::string& date, const std::string& value,
                           const std::string& more = "") {
  return "readings: [{id: r1, date: " + date + ", value: " + value + more + "}]";
}

/// A figure with `places`, or `none`.
inline std::string figure(const std::optional<base::Ratio>& value, int places) {
  return value ? base::rounded(*value, places) : "none";
}

/// The rules that touched a light, in order: `by_ratio green, stale yellow`.
inline std::string story(const measure::LightStory& story) {
  std::string result;
  for (const measure::LightStep& step : story) {
    if (!result.empty()) result += ", ";
    result += std::string(model::name(step.reason)) + " " + std::string(model::name(step.light));
    if (!step.subject.empty()) result += " (" + step.subject + ")";
  }
  return result;
}

}  // namespace taizhang::test
