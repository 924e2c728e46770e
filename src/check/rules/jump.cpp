// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

void find_jump(const Told& told, Collector& found) {
  if (told.doubts().jumps.empty() || told.ledger.was_meant(told.file.file, "reason")) return;
  // Values out of the scale of their unit are errors of their own, and jump because of that.
  const Scale& scale = told.scale();
  if (scale.target_is_off()) return;
  for (const auto& [before, after] : told.doubts().jumps) {
    if (scale.of_value(before.value) || scale.of_value(after.value)) continue;
    found.add(after.reading->value.at_or(after.reading->at),
              {{"从截至 {0} 的 {1} 一下变到 {2}，没有说明原因",
                "it jumps from {1} as of {0} to {2}, and no reason is given"},
               {base::iso(before.date), before.value.text(), after.value.text()}},
              {{"核对这个数；属实的写上 reason，说明为什么变动这么大",
                "check the value; if it is right, write the reason for so large a change"},
               {}},
              {{before.reading->value.at, {{"前一个数在这里", "the value before is here"}, {}}}});
  }
}

}  // namespace

const Rule jump{
    "W04",
    "jump",
    source::Severity::warning,
    {"数据突变，没有说明原因", "a value that jumps without a reason"},
    {"累计数比上期变动超过30%、超过目标的10%、又超过序时应走步子的3倍（计划可另定），多半是多打了"
     "一位数、换了口径，或者攒着一起报。按件数计的，增减1不算突变。",
     "A change of a running total by more than 30 % of the last value, 10 % of the target and "
     "three "
     "times the step that was expected (a plan may set others) is often a digit too many, another "
     "way of counting, or reports saved up. Of whole things one more or one fewer is no jump."},
    R"yaml(target: 221
readings:
  - {id: r1, date: 2023-08-31, value: 31}
  - {id: r2, date: 2023-09-30, value: 150}
)yaml",
    R"yaml(target: 221
readings:
  - {id: r1, date: 2023-08-31, value: 31}
  - {id: r2, date: 2023-09-30, value: 150, reason: 三处停车场集中投用}
)yaml",
    nullptr,
    find_jump,
};

}  // namespace taizhang::check
