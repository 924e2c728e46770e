// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_confirmed_over_checked(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      for (const model::Inspection& one : file.task.inspections) {
        if (!one.checked || !one.confirmed || *one.confirmed <= *one.checked) continue;
        found.add(one.confirmed.at_or(one.at),
                  {{"查了 {0}，属实的却有 {1}", "{0} were checked, and {1} confirmed"},
                   {one.checked->text(), one.confirmed->text()}},
                  {{"核对两个数：checked 是查了多少，confirmed 是其中属实的",
                    "check both: checked is how many were looked at, confirmed how many of them "
                    "held"},
                   {}},
                  {{one.checked.at, {{"查了多少在这里", "how many were checked"}, {}}}});
      }
    }
  }
}

}  // namespace

const Rule confirmed_over_checked{
    "E58",
    "confirmed-over-checked",
    source::Severity::error,
    {"督查属实的比查的还多", "more confirmed than checked"},
    {"属实的是抽查的一部分；比抽查的还多，不是两个数写反，就是多打了一位。",
     "What was confirmed is a part of what was checked; where it is more the two are swapped, or "
     "one has a digit too many."},
    R"yaml(- {id: i1, date: 2023-09-15, checked: 40, confirmed: 83, result: consistent}
)yaml",
    R"yaml(- {id: i1, date: 2023-09-15, checked: 40, confirmed: 38, result: minor_gap}
)yaml",
    find_confirmed_over_checked,
};

}  // namespace taizhang::check
