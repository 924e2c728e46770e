// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "document/value.h"

namespace taizhang::document {

/// JSON with its keys in the order of their making.
using Json = nlohmann::ordered_json;

/// JSON for programs and for eyes: two blanks of indent, 汉字 as they are, a line end at the end.
/// Bytes that are not UTF-8 become U+FFFD.
std::string json_text(const Json& json);
std::string json_text(const Value& value, base::Language language);

/// The same on one line.
std::string json_line(const Json& json);

/// A number as JSON has it, to the digit.
std::string json_number_text(const Json& number);

/// A value for programs: numbers rounded half away from zero as RULES.md §6 says (per cent two
/// places, shares one, ratios four, scores two, amounts their own), dates as ISO text, words by
/// name, sentences as text in `language`, null for what is absent.
Json json_of(const Value& value, base::Language language);

}  // namespace taizhang::document
