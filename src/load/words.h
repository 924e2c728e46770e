// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/disk.h"
#include "words/words.h"

namespace taizhang::load {

/// The words in `language`, with those of `folder/words/<language>.yaml` in place of the built-in
/// ones. Throws `Fatal` (usage) when that file is faulty or has a word that the program does not
/// know; where it does not exist the built-in words stay.
words::Words words(const base::Disk& disk, const std::string& folder, base::Language language);

}  // namespace taizhang::load
