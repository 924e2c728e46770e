// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "source/fault.h"
#include "yaml/diagnose.h"
#include "yaml/node.h"

namespace taizhang::yaml {

/// A file's text made fit for a YAML parser, which knows the byte of the file that each of its
/// bytes came from.
///
/// Bytes that are not UTF-8 become `x`; control characters and invisible ones that an editor
/// pastes in (zero-width, no-break and bidirectional characters, a byte order mark) become a blank
/// or go; of an unresolved merge conflict the first side stays, and marks that are left over go.
/// Each leaves a fault, at most one a line. What `mends` are for is mended already. Wide and
/// no-break blanks are at home in the text of a block, a joiner in a picture of several (emoji). A
/// text with bad bytes in more than two lines was never UTF-8, and one that ends in zeros or is
/// full of them is none: it has one fault, and what is left of it is empty.
class CleanText {
 public:
  /// `is_clean` says that there is nothing to do. What is left of a text that is not lies in
  /// `memory`; a clean one stays where it is.
  CleanText(std::string_view original, bool is_clean, std::span<const Mend> mends,
            std::uint32_t file, Memory& memory, std::vector<source::Fault>& faults);

  std::string_view text() const { return text_; }
  /// Whether all of the file is there: it was UTF-8, and no side of a conflict was dropped.
  bool is_whole() const { return is_whole_; }
  /// Whether marks of a merge stand in it.
  bool has_conflict() const { return has_conflict_; }

  /// Leave out what comes from `offset` of `text()` on.
  void cut(std::size_t offset) {
    text_ = text_.substr(0, offset);
    is_whole_ = false;
  }

  /// Whether bytes that are not UTF-8 stand in that span of the file.
  bool has_bad_bytes(source::Span at) const;

  /// The offset in the file of the byte at `offset` in `text()`.
  std::uint32_t original(std::size_t offset) const;

 private:
  /// What is left of `original`.
  std::string cleaned(std::string_view original, std::span<const Mend> mends, std::uint32_t file,
                      std::vector<source::Fault>& faults);

  struct Cut {
    std::size_t at;       ///< offset in the text from which …
    std::size_t removed;  ///< … this many bytes of the file are missing before it
  };

  std::vector<Cut> cuts_;
  std::vector<std::size_t> bad_bytes_;  ///< offsets in the file
  bool is_whole_ = true;
  bool has_conflict_ = false;
  std::string_view text_;  ///< what is left; the others are known once it is
};

}  // namespace taizhang::yaml
