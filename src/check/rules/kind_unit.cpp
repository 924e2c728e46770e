// SPDX-License-Identifier: MIT
#include <algorithm>

#include "check/rules.h"
#include "check/told.h"
#include "measure/completion.h"

namespace taizhang::check {

namespace {

void find_kind_unit(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  if (!indicator.kind || !indicator.unit) return;
  const bool per_cent =
      *indicator.kind == model::Kind::ratio || *indicator.kind == model::Kind::growth;
  const auto counting = measure::usual_counting_units();
  const bool counts =
      std::find(counting.begin(), counting.end(), *indicator.unit) != counting.end();
  if (!per_cent || !counts) return;
  found.add(indicator.unit.at_or(indicator.at),
            {{"类型是{0}，计量单位却是“{1}”", "the kind is {0}, but the unit of measure “{1}”"},
             {model::label(*indicator.kind), *indicator.unit}},
            {{"百分数的单位写 \"%\"；数件数的类型写 cumulative（累计）或 level（存量）",
              "for per cent write unit: \"%\"; for a count write kind: cumulative or kind: level"},
             {}},
            {{indicator.kind.at, {{"类型在这里", "the kind is here"}, {}}}});
}

}  // namespace

const Rule kind_unit{
    "W31",
    "kind-unit",
    source::Severity::warning,
    {"类型与计量单位不合", "a kind that does not go with its unit of measure"},
    {"比率和增速是百分数，单位是个、家、项的是件数：两种的完成率和序时算法不同，选错一样全错。",
     "Rates and growth are per cent, what is counted in 个 or 家 is a number of things; the two "
     "are "
     "computed in different ways."},
    R"yaml(kind: ratio
unit: 个
)yaml",
    R"yaml(kind: cumulative
unit: 个
)yaml",
    nullptr,
    find_kind_unit,
};

}  // namespace taizhang::check
