// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"
#include "render/style.h"

namespace taizhang::render {

/// Aligned columns for a terminal. With `width` > 0 the columns that yield are cut until a row
/// fits; at 0 nothing is cut.
std::string text_table(const document::Table& table, int width, Style style,
                       base::Language language);

}  // namespace taizhang::render
