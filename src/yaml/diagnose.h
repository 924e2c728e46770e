// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/language.h"

namespace taizhang::yaml {

/// What is wrong in a spoilt entry, in the words of who wrote it, and where.
struct Diagnosis {
  std::size_t at;
  base::Bilingual message;
  base::Bilingual help;
  /// The one right answer, where there is one: `size` bytes from `begin` give way to `text`.
  struct Mend {
    std::size_t begin;
    std::size_t size;
    std::string_view text;
  };
  std::optional<Mend> mend = {};
};

/// Find the mistake behind a parser's complaint.
///
/// A parser notices an open quote, an open bracket or a missing colon only later: at the end of
/// the file or on the next line. So the entry is looked through for those first. `text` is the
/// whole text, the spoilt entry goes from `begin` to `end`, the complaint `parser_says` stands at
/// `error_at`.
Diagnosis diagnose(std::string_view text, std::size_t begin, std::size_t end, std::size_t error_at,
                   std::string_view parser_says);

}  // namespace taizhang::yaml
