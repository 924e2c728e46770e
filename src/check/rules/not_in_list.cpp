// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_not_in_list(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::NotInList>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at, {{"“{0}”不能是“{1}”", "“{0}” cannot be “{1}”"}, {what.key, what.text}},
              !fault.help.empty() ? fault.help
              : what.near
                  ? base::Phrase{{"是不是“{0}”？可用：{1}", "did you mean “{0}”? known: {1}"},
                                 {*what.near, what.list}}
                  : base::Phrase{{"可用：{0}", "known: {0}"}, {what.list}},
              {}, fault.fix);
  });
}

}  // namespace

const Rule not_in_list{
    "E13",
    "not-in-list",
    source::Severity::error,
    {"值不在规定的词里", "a value outside its list"},
    {"状态、类型这些词由程序据以计算，写法必须一致。",
     "Statuses, kinds and the like steer the computation, so they have fixed spellings."},
    R"yaml(status: in_progres
)yaml",
    R"yaml(status: in_progress
)yaml",
    find_not_in_list,
};

}  // namespace taizhang::check
