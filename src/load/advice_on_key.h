// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/phrase.h"

namespace taizhang::load {

/// Of a key of another file; what stands behind it in the same place is of that file too.
inline constexpr base::Bilingual wrong_file{
    "“{0}”是{1}文件（{2}）的键：内容放错了文件",
    "“{0}” is a key of a {1} ({2}): this is the wrong file for it"};

/// What to do with a key that `entity` does not have and that is near to none of its keys: where
/// it belongs, if another entity has it; empty where nothing can be said that the rule does not say
/// anyway.
base::Phrase advice_on_key(std::string_view key, const base::Bilingual& entity);

}  // namespace taizhang::load
