// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"
#include "render/findings.h"

namespace taizhang::render {

/// How many findings each rule has, most first, then by code; rules without any are left out.
document::Table statistics_table(const FindingsView& view);

/// The table for a terminal of `width` columns (0: nothing is cut), with the total below it.
std::string statistics_text(const FindingsView& view, int width);

/// The same for programs.
std::string statistics_json(const FindingsView& view);

}  // namespace taizhang::render
