// SPDX-License-Identifier: MIT
#pragma once

#include "facts/row.h"

namespace taizhang::facts {

/// What an indicator promises, as the field says it: `40 公里以上`, `at least 40 公里`.
Value promise(const Row& indicator);

}  // namespace taizhang::facts
