// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/phrase.h"
#include "render/read_back.h"

namespace taizhang::command {

/// What differs between a document and one that was computed again, a phrase each, in order. A row
/// or a line that one of them lacks is one difference, and moves none of those below it; so is what
/// is foreign to a report at a value. Places are told in `language`.
std::vector<base::Phrase> differences_of(const std::vector<render::ReadValue>& file,
                                         const std::vector<render::ReadValue>& computed,
                                         base::Language language);

}  // namespace taizhang::command
