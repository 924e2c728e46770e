// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "document/value.h"

namespace taizhang::report {

/// The value at a place of a sentence; absent where there is nothing to say.
using ValueAt = std::function<document::Value(std::string_view name)>;

/// `text` with the values of its places. `{x.bare}` is a number as a term of a sum: without its
/// unit of measure, in brackets where it is negative. What stands in
/// square brackets is said only where each of its places has something: `{x.if}` asks for that and
/// is not printed, `{x.not}` asks for the opposite. Absent where nothing is left to say.
document::Value sentence(std::string_view text, const ValueAt& value_at);

/// A place without the ending that says how it is printed: `x` of `x.bare`.
std::string_view place_name(std::string_view place);

}  // namespace taizhang::report
