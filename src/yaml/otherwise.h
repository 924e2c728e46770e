// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "base/language.h"

namespace taizhang::yaml {

/// What other readers of YAML take the plain text for, where that is not a text: `1.10`, `0123`,
/// `no`, `2023-08-02`.
std::optional<base::Bilingual> read_otherwise(std::string_view text);

}  // namespace taizhang::yaml
