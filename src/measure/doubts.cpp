// SPDX-License-Identifier: MIT
#include "measure/doubts.h"

#include <algorithm>

#include "measure/schedule.h"

namespace taizhang::measure {

using base::Ratio;
using base::to_ratio;

namespace {

/// Whether the last three values lie within a fifth of the largest of them, and the last is less
/// than half of what is expected.
bool are_like_monthly(const Terms& terms, const std::vector<Effective>& readings) {
  if (readings.size() < 3) return false;
  std::vector<Ratio> last;
  for (auto at = readings.end() - 3; at != readings.end(); ++at) {
    if (!at->applicable) return false;
    last.push_back(to_ratio(at->value));
  }
  const Ratio least = *std::min_element(last.begin(), last.end());
  const Ratio most = *std::max_element(last.begin(), last.end());
  const auto expect = expected(terms, readings.back().date).exact;
  return expect && least > terms.base() && least * 5 >= most * 4 &&
         (last.back() - terms.base()) * 2 < *expect - terms.base();
}

}  // namespace

std::vector<std::string> Doubts::jumping() const {
  std::vector<std::string> ids;
  for (const Jump& jump : jumps) ids.push_back(jump.after.reading->id.value_or(""));
  return ids;
}

Doubts doubts(const Terms& terms, const DoubtLimits& limits,
              const std::vector<Effective>& readings) {
  Doubts result;
  const Effective* before = nullptr;
  const bool checked = terms.kind == model::Kind::cumulative && !terms.down && terms.target > 0;
  for (const Effective& reading : readings) {
    if (!reading.applicable) continue;
    if (before && before->date < reading.date && !reading.reading->extras->reason && checked) {
      const Ratio step = abs(to_ratio(reading.value) - to_ratio(before->value));
      const bool smallest = terms.whole && step <= 1;
      const auto from = expected(terms, before->date).exact;
      const auto to = expected(terms, reading.date).exact;
      const Ratio expected_step = from && to ? abs(*to - *from) : Ratio(0);
      const Ratio change = step * 100;
      const bool jumps = change > abs(to_ratio(before->value)) * limits.jump_of_last &&
                         change > terms.target * limits.jump_of_target &&
                         step > expected_step * limits.jump_of_step;
      if (!smallest && jumps) result.jumps.push_back({*before, reading});
    }
    before = &reading;
  }
  result.like_monthly = checked && are_like_monthly(terms, readings);
  if (before && !terms.down && terms.target > 0) {
    result.over_target = to_ratio(before->value) * 100 > terms.target * limits.over_target;
  }
  return result;
}

}  // namespace taizhang::measure
