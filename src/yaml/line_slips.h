// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "yaml/diagnose.h"

namespace taizhang::yaml {

/// The lines of a file whose signs of structure are those of a Chinese keyboard, or not to be read
/// as the text that they begin: `title：改造`, `－｛id：r1｝`, `title: *重点`, a blank that is
/// full-width. Each has one mistake with all that mends the line; what is mended so is read at
/// once, so that nothing below it is hidden.
///
/// Only lines that a key of the files begins, or brackets: no line of a block, and none that goes
/// on with a text.
std::vector<Diagnosis> line_slips(std::string_view text, const Vocabulary& keys);

}  // namespace taizhang::yaml
