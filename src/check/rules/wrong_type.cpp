// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_wrong_type(const model::Ledger& ledger, Collector& found) {
  for_each_fault(ledger, source::FaultKind::wrong_type, [&](const source::Fault& fault) {
    found.add(
        fault.at,
        {{"“{0}”这里要{1}，现在是{2}", "“{0}” wants {1} here, and this is {2}"}, fault.detail},
        {{"列表写成 [甲, 乙]，单个值直接写，键值表每个键一行",
          "write a list as [a, b], a single value plainly, a map one key a line"},
         fault.detail});
  });
}

}  // namespace

const Rule wrong_type{
    "E08",
    "wrong-type",
    source::Severity::error,
    {"值的形状不对", "a value of the wrong shape"},
    {"列表、单个值和键值表各有各的读法，形状不对就读不出来。",
     "Lists, single values and maps are read differently; the wrong shape cannot be read."},
    R"yaml(lead: 市科技局
)yaml",
    R"yaml(lead: [市科技局]
)yaml",
    find_wrong_type,
};

}  // namespace taizhang::check
