// SPDX-License-Identifier: MIT
#include "base/digest.h"

#include <fmt/format.h>

#include <cstdint>

namespace taizhang::base {

std::string digest(std::string_view text) {
  std::uint64_t value = 14695981039346656037U;
  for (const char c : text) {
    value ^= static_cast<unsigned char>(c);
    value *= 1099511628211U;
  }
  return fmt::format("{:016x}", value);
}

}  // namespace taizhang::base
