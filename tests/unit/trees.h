// SPDX-License-Identifier: MIT
//
// Short ways to parse a text and to look into its tree.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "values.h"
#include "yaml/parse.h"

namespace taizhang::test {

using yaml::Document;
using yaml::Node;
using yaml::NodeKind;

inline constexpr std::uint32_t file = 7;

inline Document parsed(const std::string& text) { return yaml::parse(text, file); }

inline const Node& value(const Node& map, const std::string& key) {
  for (const yaml::Pair& pair : map.pairs) {
    if (pair.key.text == key) return pair.value;
  }
  FAIL("no key " << key);
  return map;
}

/// The keys of the top map, in order, each followed by a blank.
inline std::string keys(const Document& document) {
  std::string result;
  for (const yaml::Pair& pair : document.root.pairs) result.append(pair.key.text) += " ";
  return result;
}

template <class Kind>
int count(const Document& document) {
  int result = 0;
  for (const source::Fault& fault : document.faults) result += fault.is<Kind>() ? 1 : 0;
  return result;
}

/// A flow list in a list in a list …, `depth` of them.
inline std::string nested(int depth) {
  const auto size = static_cast<std::size_t>(depth);
  return std::string(size, '[') + std::string(size, ']');
}

}  // namespace taizhang::test
