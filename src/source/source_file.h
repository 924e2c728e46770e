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
  void add_milestones(std::size_t start, std::size_t end);

  /// The line that holds `offset`, counted from 0.
  std::size_t line_number(std::size_t offset) const;

  /// The column of the character at `offset`.
  struct Milestone {
    std::uint32_t offset;
    std::uint32_t column;
  };

  std::vector<std::uint32_t> line_starts_;
  /// Along lines that are very long, one every so many bytes: counting the characters of a line of
  /// megabytes from its start for each place in it would take for ever.
  std::vector<Milestone> milestones_;
};

/// All files of a run, in the order of their discovery; a `Span` points into it.
using Sources = std::vector<SourceFile>;

}  // namespace taizhang::source
