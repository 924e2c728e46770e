// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/finding.h"

namespace taizhang::check {

/// The edits of one file that go together, by place.
struct Fixes {
  std::vector<source::Edit> edits;
  int findings = 0;  ///< how many they mend
};

/// The fixes of `findings`, by file. Of two that overlap only the one that begins first is taken:
/// the other is found again once the first is written.
std::map<std::uint32_t, Fixes> fixes(const std::vector<source::Finding>& findings);

/// `text` with `edits` made, which are in order and do not overlap. Every other byte stays.
std::string edited(std::string_view text, const std::vector<source::Edit>& edits);

}  // namespace taizhang::check
