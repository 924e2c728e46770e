// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace taizhang::yaml {

/// What one look at each byte of a text tells, so that the readers for rare things are asked only
/// where there may be some.
struct Survey {
  /// Nothing has to give way before a parser reads it: it is UTF-8, without control characters,
  /// invisible ones, bare returns and marks of a merge.
  bool clean = true;
  bool may_look_alike = false;  ///< it may have characters that look like others
  bool has_tab = false;
  bool has_return = false;
  bool has_blanks_at_line_end = false;
};

/// Look at every byte of `text` once. Where it is doubtful whether something has to give way, the
/// text is not clean.
Survey survey(std::string_view text);

}  // namespace taizhang::yaml
