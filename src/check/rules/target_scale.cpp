// SPDX-License-Identifier: MIT
#include <map>

#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

struct WordsOfScale {
  base::Bilingual message;
  base::Bilingual help;
};

/// Of the indicator, its unit, the number.
WordsOfScale wording_of(Misscale misscale) {
  switch (misscale) {
    case Misscale::over_hundred:
      return {
          {"“{0}”是占全部的比重，{2}% 超过了 100%",
           "“{0}” is a share of the whole; {2} % is more than all of it"},
          {"核对小数点和这个数，如 93.4", "check the decimal point and the number, such as 93.4"}};
    case Misscale::below_zero:
      return {{"“{0}”的数 {2} 是负数", "“{0}” cannot be negative, as {2} is"},
              {"核对这个数；减少了多少，另立指标，名称写明“净增”或用 direction: down",
               "check the number; what has gone is another indicator, a net figure or direction: "
               "down"}};
    case Misscale::broken:
    case Misscale::fraction:
      break;
  }
  return {{"“{0}”按“{1}”计数，{2} 不是整数",
           "“{0}” counts whole things ({1}), and {2} is no whole number"},
          {"核对小数点和计量单位（如漏了“万”）；确有小数的写 integer: false",
           "check the decimal point and the unit of measure (万 left out?); where parts of it make "
           "sense write integer: false"}};
}

void look_at_weight(const model::Given<base::Decimal>& weight, const model::Entry& entry,
                    Collector& found) {
  if (!weight || *weight >= base::Decimal()) return;
  found.add(
      weight.at_or(entry.at), {"权重 {0} 是负数", "a weight of {0}, below zero", weight->text()},
      {"写正数；不计入完成率的写 0", "write a positive number, or 0 for what is not to count"});
}

/// Its weight, 1 where none is given; nothing where that cannot be read.
std::optional<base::Decimal> weight_of(const model::Indicator& indicator) {
  if (!indicator.weight.written()) return base::Decimal::whole(1);
  return indicator.weight.value;
}

/// A part and its total both count (RULES.md §4).
void look_at_parts(const model::Task& task, Collector& found) {
  std::map<std::string_view, const model::Indicator*> by_id;
  for (const model::Indicator& indicator : task.indicators) {
    if (indicator.id) by_id.emplace(*indicator.id, &indicator);
  }
  for (const model::Indicator& part : task.indicators) {
    if (!part.part_of) continue;
    const auto total = by_id.find(*part.part_of);
    if (total == by_id.end() || total->second == &part) continue;
    const auto weight = weight_of(part);
    const auto weight_of_total = weight_of(*total->second);
    if (!weight || !weight_of_total) continue;
    if (*weight <= base::Decimal() || *weight_of_total <= base::Decimal()) continue;
    found.add(
        part.weight.at_or(part.part_of.at_or(part.at)),
        {"“{0}”是“{1}”的分项，权重 {2}，与总数重复计算",
         "“{0}” is a part of “{1}” and has the weight {2}: it counts twice",
         part.name.value_or(part.id.value_or("")), *part.part_of, weight->text()},
        {"分项写 weight: 0，只由总数计入完成率", "write weight: 0, so that the total alone counts"},
        {{total->second->id.at, {"总数在这里", "the total is here"}}});
  }
}

}  // namespace

const Rule target_scale{
    "E43 target-scale",
    {"数与计量单位不合", "a number that does not fit its unit of measure"},
    {"占比超过100%、个数是负数或带小数、权重是负数、分项与总数重复计算，算出来的完成率都不作数。",
     "A share over 100 %, a count below zero or with a fraction, a negative weight, a part that "
     "counts beside its total: no completion can be right with them."},
    R"yaml(name: 生活垃圾分类覆盖率
kind: ratio
target: 934
unit: "%")yaml",
    R"yaml(name: 生活垃圾分类覆盖率
kind: ratio
target: 93.4
unit: "%")yaml",
    [](const AtTask& at, Collector& found) {
      for (const model::Milestone& milestone : at.task.milestones)
        look_at_weight(milestone.weight, milestone, found);
      if (at.whole && !at.meant(at.task.indicators, {"weight"})) look_at_parts(at.task, found);
    },
    [](const AtIndicator& at, Collector& found) {
      look_at_weight(at.indicator.weight, at.indicator, found);
      const model::Indicator& indicator = at.indicator;
      for_each_misscale(at, [&](Misscale misscale, base::Decimal number, source::Span place) {
        if (misscale == Misscale::fraction) return;
        const WordsOfScale wording = wording_of(misscale);
        found.add(place, {wording.message, {*indicator.name, *indicator.unit, number.text()}},
                  {wording.help, {}});
      });
    },
};

}  // namespace taizhang::check
