// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/fault.h"

namespace taizhang::yaml {

/// A file's text made fit for a YAML parser, which knows the byte of the file that each of its
/// bytes came from.
///
/// Bytes that are not UTF-8 become `x`; control characters and invisible ones that an editor
/// pastes in (zero-width, no-break and bidirectional characters, a byte order mark) become a blank
/// or go; of an unresolved merge conflict the first side stays, and marks that are left over go.
/// Each leaves a fault, at most one a line. Wide and no-break blanks are at home in the text of a
/// block, a joiner in a picture of several (emoji). A text with bad bytes in more than two lines
/// was never UTF-8: it has one fault, and what is left of it is empty.
class CleanText {
 public:
  /// `original` has to outlive it; `is_clean` says that there is nothing to do.
  CleanText(const std::string& original, bool is_clean, std::uint32_t file,
            std::vector<source::Fault>& faults);
  CleanText(const CleanText&) = delete;
  CleanText& operator=(const CleanText&) = delete;

  std::string_view text() const { return text_; }
  /// Whether it is the file to the letter.
  bool is_original() const { return is_whole_ && cuts_.empty() && bad_bytes_.empty(); }
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
  void clean(const std::string& original, std::uint32_t file, std::vector<source::Fault>& faults);

  struct Cut {
    std::size_t at;       ///< offset in `text_` from which …
    std::size_t removed;  ///< … this many bytes of the file are missing before it
  };

  std::string copy_;  ///< what is left of the file where that is not all
  std::string_view text_;
  std::vector<Cut> cuts_;
  std::vector<std::size_t> bad_bytes_;  ///< offsets in the file
  bool is_whole_ = true;
  bool has_conflict_ = false;
};

}  // namespace taizhang::yaml
