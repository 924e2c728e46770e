// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "base/language.h"

namespace taizhang::load {

/// JSON with its keys in the order of their making.
using Json = nlohmann::ordered_json;

/// A kind of file that people write, as `taizhang schema` speaks of it.
struct FileKind {
  std::string_view name;
  base::Bilingual about;
  Json (*make)(const FileKind& kind, base::Language language);

  /// The JSON Schema (draft-07) of such a file; what editors show is in `language`.
  Json schema(base::Language language) const { return make(*this, language); }
};

/// Every kind of file, by name.
std::span<const FileKind> file_kinds();

}  // namespace taizhang::load
