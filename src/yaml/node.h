// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "source/fault.h"
#include "source/remark.h"
#include "source/span.h"

namespace taizhang::yaml {

/// `lost` is what could not be read and has been reported: an alias.
enum class NodeKind { null, scalar, list, map, lost };

struct Pair;

/// A piece of a YAML file with its place. Scalars stay the text that was written: what is a
/// number or a date is decided by who asks.
struct Node {
  explicit Node(source::Span place);

  NodeKind kind = NodeKind::null;
  std::string text;      ///< of a scalar
  bool quoted = false;   ///< of a scalar: written with quotes or as a block
  bool flow = false;     ///< of a list or map: written with brackets
  bool partial = false;  ///< its end was lost to a syntax error
  /// Of a plain scalar: what follows on its line from a `#` on that has no blank behind it. YAML
  /// takes it for a remark, and a person may have meant it as text.
  std::string cut = {};
  std::vector<Node> items;  ///< of a list
  std::vector<Pair> pairs;  ///< of a map, in file order, the first of duplicate keys only
  source::Span at;    ///< of a scalar the whole of it, or its first line; of others the first byte
  std::uint32_t end;  ///< behind the last byte of it and all that it holds, brackets included
};

struct Pair {
  Node key;
  Node value;
};

inline Node::Node(source::Span place) : at(place), end(place.end) {}

/// A parsed file; `root` holds what could be read.
struct Document {
  explicit Document(std::uint32_t file) : root(source::start_of(file)) {}

  Node root;
  std::vector<source::Fault> faults;
  std::vector<source::Remark> remarks;
  /// No syntax error: what is not in `root` is not in the file.
  bool whole = true;
};

/// One map gathered from several, however many.
class JoinedMap {
 public:
  explicit JoinedMap(std::uint32_t file) : root_(source::start_of(file)) {}

  /// Add the pairs of `more`; of keys that are there already the first stays, and `duplicate` is
  /// called with both. What came before is replaced where it is no map.
  void add(Node more, const std::function<void(const Node& key, const Node& first)>& duplicate);

  Node take() { return std::move(root_); }

 private:
  Node root_;
  std::unordered_map<std::string, std::size_t> index_;  ///< of the keys, from the second map on
};

}  // namespace taizhang::yaml
