// SPDX-License-Identifier: MIT
#pragma once

#include "measure/limits.h"
#include "model/ledger.h"

namespace taizhang::measure {

/// What the measuring of any task of a plan stands on.
struct Frame {
  const model::Plan& plan;
  const model::RegistryFile* registry;  ///< null where the plan has none
  const Limits& limits;                 ///< of the plan's rules

  /// Whether only public results are recorded: nothing is owed then, and silence says nothing.
  bool is_public() const { return plan.reporting.value == model::Reporting::public_; }

  /// Whether `day` lies before the first one from which the ledger has reports (RULES.md §6.7):
  /// what was done by then is not recorded.
  bool is_before_reports(std::optional<base::Date> day) const {
    return day && plan.rules.reporting_from && *day < *plan.rules.reporting_from;
  }
};

}  // namespace taizhang::measure
