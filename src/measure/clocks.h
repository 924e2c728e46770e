// SPDX-License-Identifier: MIT
#pragma once

#include "base/clocks.h"

namespace taizhang::measure {

using base::Clocks;

}  // namespace taizhang::measure
