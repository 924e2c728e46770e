// SPDX-License-Identifier: MIT
#include <algorithm>

#include "check/reported.h"
#include "check/rules.h"
#include "check/walk.h"
#include "measure/readings.h"

namespace taizhang::check {

const Rule locked{
    "E59 locked",
    {"锁定以后更正，没有批准", "a correction after the lock without approval"},
    {"计划锁定了某一天以前的记录（lock），报出去的数就以那时为准；以后要更正、撤回，须有人批准。",
     "Where a plan locks the records up to a day (lock), what was reported by then stands; it is "
     "corrected or withdrawn only with approval."},
    R"yaml(# plan.yaml：lock: 2023-06-30
- {id: r1, date: 2023-03-31, value: 38, reported: 2023-04-04}
- {id: r2, date: 2023-03-31, value: 35, reported: 2023-08-02, corrects: r1, reason: 重复计算})yaml",
    R"yaml(# plan.yaml：lock: 2023-06-30
- {id: r1, date: 2023-03-31, value: 38, reported: 2023-04-04}
- {id: r2, date: 2023-03-31, value: 35, reported: 2023-08-02, corrects: r1, reason: 重复计算, approved_by: 市政府办公室})yaml",
    [](const AtIndicator& at, Collector& found) {
      const auto& lock = at.in.plan.lock;
      if (!lock) return;
      const auto settled = settled_on(at);
      for (const model::Reading& reading : at.indicator.readings) {
        if (!reading.extras->corrects || !reading.reported || *reading.reported <= *lock) continue;
        const auto& all = at.indicator.readings;
        const auto before = std::ranges::find_if(all, [&](const model::Reading& one) {
          return one.id.value == *reading.extras->corrects;
        });
        if (before == all.end() || !before->date) continue;
        if (measure::reported_on(*before) > *lock) continue;
        // After the settlement that is what lacks approval.
        if (settled && *reading.reported > *settled) continue;
        if (reading.extras->approved_by.written() || at.in.meant(reading, {"approved_by"}))
          continue;
        found.add(
            reading.extras->corrects.at_or(reading.at),
            {"{0} 是锁定日 {1} 以前报的，不得再改；{2} 更正它，没有批准",
             "{0} was reported by the lock, {1}, and may no longer change; it is corrected on {2} "
             "without approval",
             *reading.extras->corrects, *lock, *reading.reported},
            {"批准了的写上 approved_by: 批准单位；还没有批准的不要更正",
             "where it was approved write approved_by; else leave the locked figure as it is"},
            {{before->at, {"锁定的数在这里", "the locked figure is here"}}});
      }
    },
};

}  // namespace taizhang::check
