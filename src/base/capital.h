// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace taizhang::base {

/// `text` as a head of a column has it: its first letter is a capital; Chinese has none.
inline std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() += 'A' - 'a';
  return text;
}

}  // namespace taizhang::base
