// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "edit/value.h"

namespace taizhang::edit {

/// The text of a new file: a key a line, as people write it. What fits on a line has one, with
/// brackets; the entries of a list have a line each, and one that is long a line for each key.
std::string file_text(const Value& map);

}  // namespace taizhang::edit
