// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_wrong_type(const model::Ledger& ledger, Collector& found) {
  const auto add = [&](const source::Fault& fault, const base::Argument& key, const auto& what) {
    found.add(fault.at,
              {{"“{0}”这里要{1}，现在是{2}", "“{0}” wants {1} here, and this is {2}"},
               {key, what.wanted, what.found}},
              help_of(fault, {{"列表写成 [甲, 乙]，单个值直接写，键值表每个键一行",
                               "write a list as [a, b], a single value plainly, a map one key a "
                               "line"},
                              {}}));
  };
  for_each_fault<source::WrongType>(
      ledger, [&](const auto& fault, const auto& what) { add(fault, what.key, what); });
  for_each_fault<source::WrongFile>(
      ledger, [&](const auto& fault, const auto& what) { add(fault, what.entity, what); });
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
