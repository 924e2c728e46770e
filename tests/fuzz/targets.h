// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace taizhang::fuzz {

/// One way of throwing bytes at the program: it throws `Broken` where a promise is not kept.
struct Target {
  std::string_view name;
  void (*run)(const std::string& bytes);
};

/// What was promised and did not hold.
struct Broken : std::string {
  using std::string::string;
};

/// The targets, by name: libFuzzer runs each by itself (`make fuzz`), the tests all of them.
std::span<const Target> targets();

/// The target of that name; null where there is none.
const Target* find_target(std::string_view name);

}  // namespace taizhang::fuzz
