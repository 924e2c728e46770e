// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "model/ledger.h"

namespace taizhang::check {

/// The key that a fault is about; empty for those that are about none.
std::string key_of(const source::Fault& fault);

/// The keys that were written in a way that could not be taken, misspelt or with a value that is a
/// fault of its own, each by the entity that it was written in: there it must not be called
/// missing. One that was written where none is known by its name is meant in each entity of the
/// file that may have it.
class Meant {
 public:
  explicit Meant(const model::Ledger& ledger);

  /// Whether one of `keys` was written in `entity` itself.
  bool has(const model::Entity& entity, std::initializer_list<std::string_view> keys) const;

  /// The same of any of `entries`.
  template <class E>
  bool has(const model::Many<E>& entries, std::initializer_list<std::string_view> keys) const {
    if (by_entity_.empty()) return false;
    for (const E& entry : entries) {
      if (has(entry, keys)) return true;
    }
    return false;
  }

 private:
  std::map<const model::Entity*, std::set<std::string, std::less<>>> by_entity_;
};

}  // namespace taizhang::check
