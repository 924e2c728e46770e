// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace taizhang::yaml {

/// What the plain reader makes of a file.
struct PlainTree {
  Node root;
  std::vector<source::Span> texts;  ///< the places of quotes and blocks, in order
};

/// Read `text`, the file with index `file`, which is clean and has no returns, if there is nothing
/// but plain YAML in it; nothing where there is anything else. The nodes point into `text` and lie
/// in `memory`.
std::optional<PlainTree> read_plain(std::string_view text, std::uint32_t file, Memory& memory);

}  // namespace taizhang::yaml
