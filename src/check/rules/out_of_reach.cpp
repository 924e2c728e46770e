// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

/// Whether a value may be below zero: growth, and what is net of something.
bool may_be_negative(const model::Indicator& indicator) {
  return !indicator.kind || *indicator.kind == model::Kind::growth ||
         indicator.name.value_or("").find("净") != std::string::npos ||
         indicator.name.value_or("").find("余额") != std::string::npos;
}

void look(const model::Indicator& indicator, base::Decimal target, source::Span at,
          Collector& found) {
  const model::Qualifier qualifier = *indicator.qualifier;
  const bool over_all = qualifier == model::Qualifier::exceed &&
                        indicator.kind.value == model::Kind::ratio &&
                        target == base::Decimal::whole(100);
  const bool under_none = qualifier == model::Qualifier::below && target == base::Decimal() &&
                          !may_be_negative(indicator);
  if (over_all) {
    found.add(at, {{"比率不会突破 100%，这个目标永远达不到", "no rate is over 100 %"}, {}},
              {{"要求全部做到的写 qualifier: reach", "for all of it write qualifier: reach"}, {}},
              {{indicator.qualifier.at, {{"限定词在这里", "the qualifier is here"}, {}}}});
  } else if (under_none) {
    found.add(
        at, {{"这个数不会低于 0，这个目标永远达不到", "nothing is below 0 here"}, {}},
        {{"一起也不能有的写 qualifier: at_most", "for none at all write qualifier: at_most"}, {}},
        {{indicator.qualifier.at, {{"限定词在这里", "the qualifier is here"}, {}}}});
  }
}

void find_out_of_reach(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  if (!indicator.qualifier) return;
  for_each_target(told.file.task, indicator, [&](base::Decimal target, source::Span at) {
    look(indicator, target, at, found);
  });
  for (const auto& [unit, target] : indicator.targets.rows) {
    if (target) look(indicator, *target, target.at_or(indicator.at), found);
  }
}

}  // namespace

const Rule out_of_reach{
    "E54",
    "out-of-reach",
    source::Severity::error,
    {"目标怎么也达不到", "a target that nothing can meet"},
    {"突破是“超过”，低于是“不到”：突破 100% 的比率、低于 0 的件数没有，这项只会一直亮红灯。",
     "To exceed is to be above and below is to be less: no rate is above 100 % and no count below "
     "0, so that it can only end red."},
    R"yaml(kind: ratio
qualifier: exceed
target: 100
unit: "%"
)yaml",
    R"yaml(kind: ratio
qualifier: reach
target: 100
unit: "%"
)yaml",
    nullptr,
    find_out_of_reach,
};

}  // namespace taizhang::check
