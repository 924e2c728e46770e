// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

void find_ratio_as_fraction(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  const Scale& scale = told.scale();
  const auto look = [&](std::optional<Misscale> misscale, base::Decimal number, source::Span at) {
    if (misscale != Misscale::fraction) return;
    const std::string percent = base::Decimal::of_micros(number.micros() * 100).text();
    found.add(at,
              {{"“{0}”的计量单位是 %，{1} 就是 {1}%", "“{0}” is in %, so {1} is {1} %"},
               {indicator.name.value_or(""), number.text()}},
              {{"按百分数写：{0}；真是 {1}% 的，加注 # taizhang: ignore[W20]",
                "write it in per cent: {0}; where it is {1} % indeed, add # taizhang: "
                "ignore[W20]"},
               {percent, number.text()}});
  };
  for_each_target(told.file.task, indicator, [&](base::Decimal target, source::Span at) {
    look(scale.of_target(target), target, at);
  });
  if (scale.target_is_off()) return;
  for (const measure::Effective& reading : told.reported().readings) {
    look(scale.of_value(reading.value), reading.value,
         reading.reading->value.at_or(reading.reading->at));
  }
}

}  // namespace

const Rule ratio_as_fraction{
    "W20",
    "ratio-as-fraction",
    source::Severity::warning,
    {"百分比写成了小数", "a percentage written as a fraction"},
    {"计量单位是 % 的，95% 写 95。写成 0.95，完成率就差一百倍。",
     "Where the unit is %, 95 % is written 95. Written 0.95, completion is out by a hundred."},
    R"yaml(kind: ratio
target: 0.95
unit: "%"
)yaml",
    R"yaml(kind: ratio
target: 95
unit: "%"
)yaml",
    nullptr,
    find_ratio_as_fraction,
};

}  // namespace taizhang::check
