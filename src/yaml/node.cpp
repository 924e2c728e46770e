// SPDX-License-Identifier: MIT
#include "yaml/node.h"

namespace taizhang::yaml {

void JoinedMap::add(Node more,
                    const std::function<void(const Node& key, const Node& first)>& duplicate) {
  if (root_.kind != NodeKind::map) {
    root_ = std::move(more);
    return;
  }
  if (index_.empty()) {
    for (std::size_t i = 0; i < root_.pairs.size(); ++i) {
      index_.emplace(root_.pairs[i].key.text, i);
    }
  }
  for (Pair& pair : more.pairs) {
    const auto [first, is_new] = index_.emplace(pair.key.text, root_.pairs.size());
    if (is_new) {
      root_.pairs.push_back(std::move(pair));
    } else {
      duplicate(pair.key, root_.pairs[first->second].key);
    }
  }
}

}  // namespace taizhang::yaml
