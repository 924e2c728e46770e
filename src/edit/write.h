// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"

namespace taizhang::edit {

/// A file as it was read and as it is to be; nothing was read of a new one.
struct NewText {
  std::string path;
  std::optional<std::string> before;
  std::string after;
};

/// Replace files, all of them or none. First every new text is laid on the disk beside its file,
/// then each file is looked at once more, then one after the other is replaced in one step. Whoever
/// kills the program in between finds each file old or new, and the same command finishes the work.
///
/// Throws `Fatal` (internal) where one of them cannot be written or is no longer what was read:
/// then all are as they were, and the message says which one and why.
void write(const base::Disk& disk, const std::vector<NewText>& texts);

}  // namespace taizhang::edit
