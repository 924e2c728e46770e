// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "words/words.h"
#include "report/view.h"

namespace taizhang::report {

/// A kind of file that people write, as `taizhang schema` speaks of it.
struct FileKind {
  std::string_view name;
  base::Bilingual about;
  Json (*make)(const FileKind& kind, const words::Words& words);

  /// The JSON Schema (draft-07) of such a file; what editors show is in the language of `words`.
  Json schema(const words::Words& words) const { return make(*this, words); }
};

/// Every kind of file, by name.
std::span<const FileKind> file_kinds();

}  // namespace taizhang::report
