// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "source/span.h"

namespace taizhang::source {

/// A remark of a file that speaks to the program: `# taizhang: …`.
struct Remark {
  Span at;           ///< from its sign to the end of the line
  std::string text;  ///< what follows `taizhang:`, without blanks around it
};

}  // namespace taizhang::source
