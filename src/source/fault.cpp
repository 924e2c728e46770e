// SPDX-License-Identifier: MIT
#include "source/fault.h"

namespace taizhang::source {

FaultKind::FaultKind(const FaultKind& other) = default;
FaultKind::FaultKind(FaultKind&& other) noexcept = default;
FaultKind& FaultKind::operator=(const FaultKind& other) = default;
FaultKind& FaultKind::operator=(FaultKind&& other) noexcept = default;
FaultKind::~FaultKind() = default;

}  // namespace taizhang::source
