// SPDX-License-Identifier: MIT
#include "load/known_keys.h"

#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "load/entities.h"
#include "model/wanted.h"

namespace taizhang::load {

namespace {

using Kinds = yaml::Vocabulary::Kinds;

struct KnownKey {
  Kinds kinds = 0;
  bool is_list = false;
  bool of_names = false;  ///< its lists
  bool is_text = false;   ///< in each entity
};

const std::map<std::string_view, KnownKey>& known_keys() {
  static const std::map<std::string_view, KnownKey> keys = [] {
    constexpr std::size_t last_bit = 63;
    std::map<std::string_view, KnownKey> all;
    std::size_t n = 0;
    for (const EntityKeys* entity : entities()) {
      const Kinds kind = Kinds{1} << std::min(n++, last_bit);
      for (const KeyAbout& one : entity->keys) {
        const bool is_list = one.form == Form::list || one.form == Form::one_or_list;
        const bool of_names = is_list && (one.key->key == std::string_view("tags") ||
                                          one.value.en == model::wanted<model::UnitName>().en);
        const bool is_text = one.form == Form::one && one.is_text && !one.inside &&
                             one.value.en == model::wanted<std::string>().en;
        for (const std::string_view name : {one.key->key, one.key->zh}) {
          KnownKey& known = all[name];
          known.is_text = is_text && (known.kinds == 0 || known.is_text);
          known.kinds |= kind;
          known.is_list = known.is_list || is_list;
          known.of_names = known.of_names || of_names;
        }
      }
    }
    return all;
  }();
  return keys;
}

Kinds kinds_with(std::string_view name) {
  const auto known = known_keys().find(name);
  return known == known_keys().end() ? 0 : known->second.kinds;
}

/// Words of two or three letters are near to many others, and so are those in 汉字.
Kinds kinds_near(std::string_view name) {
  constexpr std::size_t shortest = 4;
  constexpr std::size_t longest = 24;
  const bool is_latin = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  });
  if (!is_latin || name.size() < shortest || name.size() > longest) return 0;
  Kinds kinds = 0;
  for (const auto& [key, known] : known_keys()) {
    const std::size_t longer = std::max(key.size(), name.size());
    const bool may_be = key[0] > 0 && longer - std::min(key.size(), name.size()) <= 1;
    if (may_be && base::is_one_slip(name, key)) kinds |= known.kinds;
  }
  return kinds;
}

template <bool KnownKey::*Says>
bool says(std::string_view name) {
  const auto known = known_keys().find(name);
  return known != known_keys().end() && known->second.*Says;
}

}  // namespace

const std::set<std::string_view>& all_keys() {
  static const std::set<std::string_view> names = [] {
    std::set<std::string_view> all;
    for (const auto& [name, known] : known_keys()) all.insert(name);
    return all;
  }();
  return names;
}

bool is_key_somewhere(std::string_view name) { return known_keys().contains(name); }

const yaml::Vocabulary vocabulary{kinds_with, kinds_near, says<&KnownKey::is_list>,
                                  says<&KnownKey::of_names>, says<&KnownKey::is_text>};

}  // namespace taizhang::load
