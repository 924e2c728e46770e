// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/rules.h"

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
    find_missing_key,
};

}  // namespace taizhang::check
