// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "check/rule.h"
#include "model/given.h"

namespace taizhang::check {

/// The ids or names that a reference may give, and what to say of one that gives none of them.
class Names {
 public:
  void add(std::string_view name);

  /// Add the ids of `entries`; one that cannot be read or stands twice makes the list incomplete:
  /// the id that is missing may be what was meant there.
  template <class E>
  void add_ids(const model::Many<E>& entries) {
    std::set<std::string_view> ids;
    for (const E& entry : entries) {
      complete_ &= entry.id && ids.insert(*entry.id).second;
      if (entry.id) add(*entry.id);
    }
  }

  /// Note that some may be missing.
  void doubt() { complete_ = false; }

  bool has(std::string_view name) const { return set_.contains(name); }
  bool empty() const { return names_.empty(); }
  /// Whether a name that is not here refers to nothing.
  bool complete() const { return complete_; }

  /// The one that `given` was probably meant to be; "" where none is near.
  std::string near(std::string_view given);

  /// Ask "did you mean", or tell all names where they are few, or else say `otherwise`.
  Words help(std::string_view given, const Words& otherwise);

 private:
  std::vector<std::string_view> names_;  ///< in the order of the file, each once
  std::set<std::string_view> set_;
  bool complete_ = true;
  int asked_ = 0;
};

/// A name without the blanks around it, of whatever width.
std::string_view without_blanks_around(std::string_view name);

/// The rings of a graph, `arrows` from each node: at least one of those that share a node, each
/// from its least node on. Linear in nodes and arrows.
std::vector<std::vector<std::size_t>> rings_of(const std::vector<std::vector<std::size_t>>& arrows);

}  // namespace taizhang::check
