// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace taizhang::source {

/// One file as it was read; the text is never changed after.
struct SourceFile {
  std::string path;
  std::string text;

  /// Line and column of the byte at `offset`. Counts from the file's start at each call: places
  /// are asked for only where there is a finding.
  Position position(std::uint32_t offset) const;

  /// The whole line that holds the byte at `offset`, without its line end.
  std::string_view line_at(std::uint32_t offset) const;
};

/// All files of a run, in the order of their discovery; a `Span` points into it.
using Sources = std::vector<SourceFile>;

}  // namespace taizhang::source
