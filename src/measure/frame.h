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
};

}  // namespace taizhang::measure
