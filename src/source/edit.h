// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "source/span.h"

namespace taizhang::source {

/// A change to a file: the bytes of `at` give way to `text`.
struct Edit {
  Span at;
  std::string text;
};

}  // namespace taizhang::source
