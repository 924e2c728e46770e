// SPDX-License-Identifier: MIT
#include "load/known_keys.h"

#include "load/entities.h"

namespace taizhang::load {

const std::set<std::string_view>& all_keys() {
  static const std::set<std::string_view> names = [] {
    std::set<std::string_view> all;
    for (const EntityKeys* entity : entities()) {
      for (const KeyAbout& one : entity->keys) all.insert({one.key->key, one.key->zh});
    }
    return all;
  }();
  return names;
}

bool is_key_somewhere(std::string_view name) { return all_keys().contains(name); }

}  // namespace taizhang::load
