// SPDX-License-Identifier: MIT
#include "measure/aggregate.h"

namespace taizhang::measure {

bool is_counted(const TaskFigures& task) { return task.counted; }

bool is_counted(const IndicatorFigures& indicator) { return indicator.has_weight(); }

void Tally::add(model::Class standing, const std::optional<base::Ratio>& completion) {
  ++count_;
  ++classes_[static_cast<std::size_t>(standing)];
  if (!completion) return;
  ++known_;
  sum_ += base::clamped(*completion);
}

void Tally::add(const Counted& counted) {
  if (!is_counted(counted.task)) return;
  if (!counted.indicator) {
    add(counted.task.standing, counted.task.completion.value);
    if (counted.task.is_in_means()) ++all_;
  } else if (is_counted(*counted.indicator)) {
    const bool in_means = counted.indicator->is_in_means();
    add(counted.indicator->standing, in_means ? counted.indicator->in_means() : std::nullopt);
    if (in_means) ++all_;
  }
}

Mean Tally::completion(Trace* trace) const {
  Mean mean{std::nullopt, known_, all_};
  if (known_ > 0) mean.value = sum_ / known_;
  if (trace) trace->tell<"completion.plain_mean">(mean.value, sum_, known_, all_);
  return mean;
}

std::optional<base::Ratio> share(int part, int whole) {
  if (whole == 0) return std::nullopt;
  return base::Ratio(part, whole);
}

}  // namespace taizhang::measure
