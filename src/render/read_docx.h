// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "render/read_back.h"

namespace taizhang::render {

/// The values of a docx, ours or one that another program has saved since; nothing where it has no
/// text. Throws `Fatal` (usage) for what is no docx.
std::optional<std::vector<ReadValue>> read_docx(std::string_view text);

}  // namespace taizhang::render
