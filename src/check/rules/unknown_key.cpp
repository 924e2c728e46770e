// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_unknown_key(const model::Ledger& ledger, Collector& found) {
  for_each_fault(ledger, source::FaultKind::unknown_key, [&](const source::Fault& fault) {
    const bool near = !fault.detail.at(2).in(base::Language::en).empty();
    found.add(fault.at, {{"{1}没有“{0}”这个键", "there is no key “{0}” in a {1}"}, fault.detail},
              near ? base::Phrase{{"是不是“{2}”？", "did you mean “{2}”?"}, fault.detail}
                   : base::Phrase{{"删去它，或改成{1}的一个键；要记下说明就写在 note 里",
                                   "delete it or use a key of a {1}; remarks belong in note"},
                                  fault.detail},
              {}, fault.fix);
  });
}

}  // namespace

const Rule unknown_key{
    "E07",
    "unknown-key",
    source::Severity::error,
    {"不认识的键", "an unknown key"},
    {"写错的键会被当作没写，数据就悄悄丢了。",
     "A misspelt key would count as not written, and its data would be lost in silence."},
    R"yaml(titel: 推动创新平台建设
)yaml",
    R"yaml(title: 推动创新平台建设
)yaml",
    find_unknown_key,
};

}  // namespace taizhang::check
