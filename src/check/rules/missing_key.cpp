// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/rules.h"
#include "model/task_fields.h"

namespace taizhang::check {

namespace {

void find_missing_key(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::MissingKey>(ledger, [&](const auto& fault, const auto& what) {
    found
        .add(fault.at,
             {{"{1}缺少“{0}”", "this {1} has no “{0}”"},
              {model::both_words({what.zh, what.key}), what.entity}},
             what.write.size() == 1
                 ? base::Phrase{{"补上一行“{0}: …”", "add a line “{0}: …”"}, {what.write.front()}}
                 : base::Phrase{{"补上其中一个键：{0}", "add one of the keys {0}"},
                                {base::joined(what.write, ", ")}})
        .distinction = what.key;
  });
}

/// An override holds from a day on. Files of the first edition have it from the start.
void look_at_override(const model::Ledger& ledger, const model::PlanFolder& plan,
                      const model::TaskFile& file, Collector& found) {
  if (!ledger.is_whole(file.file) || ledger.was_meant(file.file, "from")) return;
  for (const model::Override& own : file.task.override_) {
    if (own.from.written()) continue;
    const auto& start = plan.plan.period.start;
    constexpr base::Bilingual name = model::name_of_key<&model::Override::from>();
    found
        .add(own.at,
             {{"{1}缺少“{0}”", "this {1} has no “{0}”"},
              {model::both_words(name), model::Fields<model::Override>::name}},
             {{"写上决定定灯的那一天；要和以前一样从头有效，写 from: {0}",
               "write the day on which it was decided; to hold from the start as before write "
               "from: {0}"},
              {start ? base::iso(*start) : "2023-01-01"}})
        .distinction = name.en;
  }
}

void find_missing(const model::Ledger& ledger, Collector& found) {
  find_missing_key(ledger, found);
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) look_at_override(ledger, plan, file, found);
  }
}

}  // namespace

const Rule missing_key{
    "E09",
    "missing-key",
    source::Severity::error,
    {"缺少必填的键", "a required key is missing"},
    {"必填的内容缺了，任务就无法列表、统计或追责。",
     "Without its required keys a task cannot be listed, counted or followed up."},
    R"yaml(- id: piles
  name: 新增公共充电桩
)yaml",
    R"yaml(- id: piles
  name: 新增公共充电桩
  kind: cumulative
  qualifier: exactly
  commitment: binding
  target: 221
  unit: 个
)yaml",
    find_missing,
};

}  // namespace taizhang::check
