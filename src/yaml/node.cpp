// SPDX-License-Identifier: MIT
#include "yaml/node.h"

#include <algorithm>

namespace taizhang::yaml {

void append_pairs(Node& root, Node more,
                  const std::function<void(const Node& key, const Node& first)>& duplicate) {
  if (root.kind != NodeKind::map) {
    root = std::move(more);
    return;
  }
  for (Pair& pair : more.pairs) {
    const auto same = [&](const Pair& earlier) { return earlier.key.text == pair.key.text; };
    const auto first = std::find_if(root.pairs.begin(), root.pairs.end(), same);
    if (first == root.pairs.end()) {
      root.pairs.push_back(std::move(pair));
    } else {
      duplicate(pair.key, first->key);
    }
  }
}

}  // namespace taizhang::yaml
