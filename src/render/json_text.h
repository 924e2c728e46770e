// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "report/view.h"

namespace taizhang::render {

/// JSON for programs and for eyes: two blanks of indent, 汉字 as they are, a line end at the end.
/// Bytes that are not UTF-8 become U+FFFD.
std::string json_text(const report::Json& json);

}  // namespace taizhang::render
