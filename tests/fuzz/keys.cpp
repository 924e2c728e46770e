// SPDX-License-Identifier: MIT
#include "keys.h"

#include "load/known_keys.h"
#include "model/enums.h"

namespace taizhang::fuzz {

std::set<std::string> keys_and_words() {
  std::set<std::string> words(load::all_keys().begin(), load::all_keys().end());
  const auto add = [&](const auto& table) {
    for (const auto& row : table) {
      words.emplace(row.name);
      words.emplace(row.label.zh);
    }
  };
  const auto add_all = [&]<class... E>(const std::tuple<E...>&) {
    (add(model::Names<E>::table), ...);
  };
  add_all(model::Enumerations());
  return words;
}

}  // namespace taizhang::fuzz
