// SPDX-License-Identifier: MIT
#include "measure/target.h"

namespace taizhang::measure {

std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day) {
  std::optional<base::Decimal> target = indicator.target.value;
  if (!indicator.id) return target;
  const std::string field = "indicators." + *indicator.id + ".target";
  std::optional<base::Date> newest;
  for (const model::Change& change : task.changes) {
    const bool counts = change.effective && *change.effective <= day && change.approved_by &&
                        change.field && *change.field == field && change.to &&
                        change.to->texts.size() == 1;
    if (!counts || (newest && *change.effective < *newest)) continue;
    if (const auto to = base::Decimal::parse(change.to->texts[0]).decimal) {
      target = to;
      newest = change.effective.value;
    }
  }
  return target;
}

}  // namespace taizhang::measure
