// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "load/entities.h"

namespace taizhang::command {

/// A file in the form that all have, or why it is left as it is.
struct Canonical {
  enum class Outcome {
    written,
    unsound,  ///< it cannot be read to its end, or has nothing in it
    unlike,   ///< read again, what was written would not be what was in the file
  };

  Outcome outcome;
  std::string text = {};
};

/// The file `text`, an `entity`, in the one form that all files have: keys in the order of the
/// README's tables, two blanks of indent, quotes only where YAML needs them, one blank between
/// words and brackets, at most one empty line. What is on one line stays on one; remarks, texts
/// over several lines and ids are as they were. With `words` the keys and the words that come from
/// a list are in that language. Afterwards every value stands under its key, and every remark is
/// there.
Canonical canonical(const std::string& text, const load::EntityKeys& entity,
                    std::optional<base::Language> words);

}  // namespace taizhang::command
