// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace taizhang::test {

/// What the two readers of YAML say of one text.
struct Readings {
  bool is_plain;           ///< the plain reader did not decline
  bool is_faultless;       ///< yaml-cpp's way notes nothing at all
  std::string difference;  ///< the first thing in which the two differ; empty where they agree
};

/// Read `text` with both readers and compare trees, places, remarks and faults.
Readings read_both(std::string_view text);

}  // namespace taizhang::test
