// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace taizhang::source {

/// One file as it was read; the text is never changed after.
class SourceFile {
 public:
  SourceFile(std::string file_path, std::string file_text);

  std::string path;
  std::string text;

  /// Line and column of the byte at `offset`.
  Position position(std::uint32_t offset) const;

  /// The whole line that holds the byte at `offset`, without its line end.
  std::string_view line_at(std::uint32_t offset) const;

 private:
  /// The line that holds `offset`, counted from 0.
  std::size_t line_number(std::size_t offset) const;

  std::vector<std::uint32_t> line_starts_;
  /// The last place that was asked for: findings come in order, and counting the characters of a
  /// line of megabytes from its start for each would take for ever. Not for several threads.
  mutable std::uint32_t last_offset_ = 0;
  mutable Position last_;
};

/// All files of a run, in the order of their discovery; a `Span` points into it.
using Sources = std::vector<SourceFile>;

}  // namespace taizhang::source
