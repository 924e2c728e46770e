// SPDX-License-Identifier: MIT
#include "measure/doubts.h"

namespace taizhang::measure {

using base::Ratio;
using base::to_ratio;

std::vector<std::string> Doubts::jumping() const {
  std::vector<std::string> ids;
  for (const Jump& jump : jumps) ids.push_back(jump.after.reading->id.value_or(""));
  return ids;
}

Doubts doubts(const Terms& terms, const DoubtLimits& limits,
              const std::vector<Effective>& readings) {
  Doubts result;
  const Effective* before = nullptr;
  for (const Effective& reading : readings) {
    if (!reading.applicable) continue;
    if (before && before->date < reading.date && !reading.reading->reason) {
      const Ratio step = abs(to_ratio(reading.value) - to_ratio(before->value));
      const bool smallest = terms.whole && step <= 1;
      const Ratio change = step * 100;
      const Ratio of_last = abs(to_ratio(before->value)) * limits.jump_of_last;
      const Ratio of_target = abs(terms.target) * limits.jump_of_target;
      if (!smallest && change > of_last && change > of_target) {
        result.jumps.push_back({*before, reading});
      }
    }
    before = &reading;
  }
  if (before && !terms.down && terms.target > 0) {
    result.over_target = to_ratio(before->value) * 100 > terms.target * limits.over_target;
  }
  return result;
}

}  // namespace taizhang::measure
