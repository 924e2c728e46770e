// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string_view>

#include "yaml/vocabulary.h"

namespace taizhang::load {

/// Every key of every entity of the files, in both languages.
const std::set<std::string_view>& all_keys();

/// Whether some entity of the files has a key of that name, in either language: then it is
/// misplaced rather than misspelt where it is unknown.
bool is_key_somewhere(std::string_view name);

/// Those keys for who reads broken lines.
extern const yaml::Vocabulary vocabulary;

}  // namespace taizhang::load
