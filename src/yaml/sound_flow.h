// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "yaml/vocabulary.h"

namespace taizhang::yaml {

/// Whether `text` begins with a list or a map on one line that is beyond doubt, up to its end or to
/// blanks: keys, plain values and quoted ones with nothing among them that may be a slip of the
/// keyboard; a full-width colon is none where `keys` does not know what stands before it. Most are,
/// and who looks for slips passes over them; false says nothing.
bool is_sound_flow(std::string_view text, const Vocabulary& keys);

}  // namespace taizhang::yaml
