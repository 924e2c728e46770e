// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "render/style.h"
#include "report/document.h"

namespace taizhang::render {

/// A document for a terminal, its long texts broken at `width` columns (80 where it is 0).
std::string document_text(const report::Document& document, int width, Style style);

}  // namespace taizhang::render
