// SPDX-License-Identifier: MIT
#pragma once

#include "document/value.h"
#include "render/json_text.h"

namespace taizhang::render {

/// A value for programs: numbers rounded half away from zero as domain.md §11 says (per cent two
/// places, shares one, ratios four, scores two, amounts their own), dates as ISO text, words by
/// name, sentences as text in `language`, null for what is absent.
Json json_of(const document::Value& value, base::Language language);

}  // namespace taizhang::render
