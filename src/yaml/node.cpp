// SPDX-License-Identifier: MIT
#include "yaml/node.h"

#include <cstring>

namespace taizhang::yaml {

const void* Memory::copy(const void* from, std::size_t size, std::size_t alignment) {
  if (size == 0) return from;
  return std::memcpy(resource_->allocate(size, alignment), from, size);
}

const Node* JoinedMap::take(const Pair& pair) {
  if (pairs_.empty()) {
    pairs_.assign(root_.pairs.begin(), root_.pairs.end());
    for (std::size_t i = 0; i < pairs_.size(); ++i) index_.emplace(pairs_[i].key.text, i);
  }
  const auto [first, is_new] = index_.emplace(pair.key.text, pairs_.size());
  if (!is_new) return &pairs_[first->second].key;
  pairs_.push_back(pair);
  return nullptr;
}

Node JoinedMap::root() {
  if (!pairs_.empty()) root_.pairs = memory_.keep(std::span<const Pair>(pairs_));
  return root_;
}

}  // namespace taizhang::yaml
