// SPDX-License-Identifier: MIT
//
// Short ways to have a task explained and to look into its story.
#pragma once

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/text.h"
#include "load/load.h"
#include "memory_disk.h"
#include "report/explain.h"
#include "values.h"

namespace taizhang::test {

inline const words::Words zh(base::Language::zh);
inline const words::Words en(base::Language::en);

/// A plan of 2023 with one task, given by what follows its head, and the days it is seen on.
struct Seen {
  std::string task;
  std::string as_of;
  std::string known_by = as_of;
  std::string plan = {};  ///< more keys of the plan, such as `rules`
};

inline model::Ledger ledger_of(const Seen& seen) {
  MemoryDisk disk;
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: []\n" +
      seen.plan;
  disk.files["tasks/2023/1.yaml"] =
      "schema: 1\nitem: 1\nsection: 1\ntitle: 甲\nlead: [市工信局]\ndue: 2023-12-31\n"
      "status: in_progress\n" +
      seen.task;
  return load::load(disk, "tasks");
}

/// The story of the task.
inline report::Story explained(const Seen& seen, const words::Words& words = zh) {
  const model::Ledger ledger = ledger_of(seen);
  const measure::PlanFigures plan =
      measure::measure_plan(ledger.plans.at(0), nullptr, {day(seen.as_of), day(seen.known_by)});
  return report::explain_task({&plan, &plan.tasks.at(0)}, false, words);
}

/// The only indicator, `a`, of a task: its target and kind, then `more` keys.
inline std::string indicator(const std::string& more, const std::string& target = "100",
                             const std::string& kind = "cumulative",
                             const std::string& qualifier = "at_least") {
  return "indicators:\n  - {id: a, name: 桩, kind: " + kind + ", qualifier: " + qualifier +
         ", commitment: " + (more.find("strive") == more.npos ? "binding" : "strive") +
         ", unit: 亿元, target: " + target + ", " + more + "}\n";
}

inline std::string reading(const std::string& date, const std::string& value,
                           const std::string& more = "") {
  return "readings: [{id: r1, date: " + date + ", value: " + value + more + "}]";
}

inline const report::Step& step(const report::Story& story, std::string_view figure) {
  for (const report::Step& one : story.steps) {
    if (one.figure == figure) return one;
  }
  FAIL("no step " << figure);
  return story.steps.front();
}

inline std::string because(const report::Story& story, std::string_view figure) {
  return base::joined(step(story, figure).because, " | ");
}

}  // namespace taizhang::test
