// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace taizhang::source {

/// One file as it was read; the text is never changed after, but may be left out.
class SourceFile {
 public:
  SourceFile(std::string file_path, std::string file_text);

  std::string path;
  std::string text;

  /// Let the text go, which is as much memory as the file is long. Afterwards lines can be told of
  /// its places and nothing else.
  void leave_out_text();

  /// The line of the byte at `offset`, counted from 1.
  std::uint32_t line(std::uint32_t offset) const;

  /// Line and column of the byte at `offset`; the text must be there.
  Position position(std::uint32_t offset) const;

  /// The whole line that holds the byte at `offset`, without its line end; the text must be there.
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

  bool has_text_ = true;
  std::vector<std::uint32_t> line_starts_;
  /// Along lines that are very long, one every so many bytes: counting the characters of a line of
  /// megabytes from its start for each place in it would take for ever.
  std::vector<Milestone> milestones_;
};

/// Which texts stay in memory once the files are understood: whoever looks for mistakes or changes
/// files needs all; whoever tells figures those of plans and of files with faults.
enum class Texts { all, needed };

/// All files of a run, in the order of their discovery; a `Span` points into it.
using Sources = std::vector<SourceFile>;

}  // namespace taizhang::source
