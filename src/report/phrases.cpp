// SPDX-License-Identifier: MIT
#include "report/phrases.h"

#include "base/text.h"
#include "query/task_table.h"
#include "report/explain_numbers.h"

namespace taizhang::report {

using base::Decimal;

std::string with_unit(const std::string& number, const model::Indicator& indicator) {
  const std::string unit = indicator.unit.value_or("");
  return number + (unit == "%" || unit.empty() ? "" : " ") + unit;
}

std::string amount_text(Decimal value, const model::Indicator& indicator) {
  return with_unit(value.text(), indicator);
}

std::string amount_text(const base::Ratio& value, const model::Indicator& indicator) {
  return with_unit(plain(value), indicator);
}

std::string target_text(const measure::IndicatorFigures& figures, const base::Words& words) {
  const model::Indicator& indicator = *figures.indicator;
  if (!figures.target) return query::absent;
  const std::string amount = amount_text(*figures.target, indicator);
  if (!indicator.qualifier) return amount;
  const std::string key = "target." + std::string(model::name(*indicator.qualifier));
  return words.say(key, {amount});
}

std::string change_text(Decimal before, Decimal now, const model::Indicator& indicator,
                        const base::Words& words) {
  const Decimal change = now - before;
  if (change == Decimal()) return std::string(words["text.unchanged"]);
  const std::string sign = change > Decimal() ? "+" : "";
  if (indicator.unit && *indicator.unit == "%") {
    return words.say("text.points", {sign + change.text()});
  }
  return sign + amount_text(change, indicator);
}

std::string item_list(const std::vector<int>& items, const base::Words& words) {
  if (items.empty()) return query::absent;
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < items.size();) {
    std::size_t last = i;
    while (last + 1 < items.size() && items[last + 1] == items[last] + 1) ++last;
    std::string run = std::to_string(items[i]);
    if (last == i + 1) run += std::string(words["text.list_comma"]) + std::to_string(items[last]);
    if (last > i + 1) run += "–" + std::to_string(items[last]);
    runs.push_back(std::move(run));
    i = last + 1;
  }
  return base::joined(runs, words["text.list_comma"]);
}

}  // namespace taizhang::report
