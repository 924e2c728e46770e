// SPDX-License-Identifier: MIT
#include "check/told.h"

#include "measure/limits.h"

#include "measure/terms.h"

namespace taizhang::check {

const Reported& Told::reported() const {
  if (!reported_) reported_ = check::reported(ledger, plan, file, indicator);
  return *reported_;
}

const Scale& Told::scale() const {
  if (!scale_) scale_.emplace(ledger, plan, file, indicator);
  return *scale_;
}

const measure::Doubts& Told::doubts() const {
  if (doubts_) return *doubts_;
  doubts_.emplace();
  if (reported().readings.empty() || !reported().sound()) return *doubts_;
  const auto terms = measure::terms_of(plan.plan, file.task, indicator, end_of_days);
  if (terms)
    *doubts_ =
        measure::doubts(*terms, measure::limits_of(plan.plan.rules.doubt), reported().readings);
  return *doubts_;
}

}  // namespace taizhang::check
