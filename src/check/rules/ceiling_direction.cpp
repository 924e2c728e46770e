// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"
#include "measure/completion.h"

namespace taizhang::check {

namespace {

void find_ceiling_direction(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  if (!indicator.direction.written() || !measure::is_ceiling(indicator)) return;
  if (told.ledger.was_meant(told.file.file, "kind")) return;
  found.add(
      indicator.direction.at_or(indicator.at),
      {{"“{0}”是上限（{1}），本来就是越低越好，不另写方向",
        "“{0}” is a ceiling ({1}) and lower is better: it has no direction of its own"},
       {indicator.name.value_or(indicator.id.value_or("")), model::label(*indicator.qualifier)}},
      {{"不超过多少的，去掉 direction 这一行；要降到多少的，限定词写 qualifier: reach，方向照写",
        "for a limit leave direction out; for what is to come down to the target write "
        "qualifier: reach and keep the direction"},
       {}},
      {{indicator.qualifier.at, {{"限定词在这里", "the qualifier is here"}, {}}}});
}

}  // namespace

const Rule ceiling_direction{
    "E53",
    "ceiling-direction",
    source::Severity::error,
    {"上限另写了方向", "a ceiling with a direction"},
    {"“不超过12起”守的是上限，“降到0”走的是一段路，两种算法不同；两样都写，不知道承诺的是哪一种。",
     "“Not above 12” keeps a limit and “down to 0” goes a way; the two are computed differently, "
     "and with both nobody knows which was promised."},
    R"yaml(qualifier: at_most
target: 12
direction: down
)yaml",
    R"yaml(qualifier: at_most
target: 12
)yaml",
    nullptr,
    find_ceiling_direction,
};

}  // namespace taizhang::check
