// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_number(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::BadNumber>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at,
              {{"“{0}”的值“{1}”不是数字：{2}", "“{1}”, the value of “{0}”, is no number: {2}"},
               {what.key, what.text, what.why}},
              help_of(fault, {{"只写半角数字，计量单位写在 unit 里",
                               "write digits only; the unit of measure belongs in unit"},
                              {}}),
              {}, fault.fix);
  });
}

}  // namespace

const Rule number{
    "E11",
    "number",
    source::Severity::error,
    {"不是数字，或写法不对", "not a number, or not written as one"},
    {"数字按十进制精确计算，单位、千分位和近似写法会让人和程序读出不同的数。",
     "Numbers are exact decimals; units, thousands marks and loose forms are read differently by "
     "people and programs."},
    R"yaml(target: 1,000场
)yaml",
    R"yaml(target: 1000
unit: 场
)yaml",
    find_number,
};

}  // namespace taizhang::check
