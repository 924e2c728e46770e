// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/phrase.h"

namespace taizhang::load {

/// What to do with a key that `entity` does not have and that is near to none of its keys: where
/// it belongs, if another entity has it; empty where nothing can be said that the rule does not say
/// anyway.
base::Phrase advice_on_key(std::string_view key, const base::Bilingual& entity);

}  // namespace taizhang::load
