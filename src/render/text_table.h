// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"
#include "render/style.h"

namespace taizhang::render {

/// Aligned columns for a terminal. With `width` > 0 no line is wider (`table_layout.h`); at 0
/// nothing is cut or broken.
std::string text_table(const document::Table& table, int width, Style style,
                       base::Language language);

}  // namespace taizhang::render
