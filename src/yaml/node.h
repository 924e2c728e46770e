// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/fault.h"
#include "source/remark.h"
#include "source/span.h"

namespace taizhang::yaml {

/// `lost` is what could not be read and has been reported: an alias.
enum class NodeKind : std::uint8_t { null, scalar, list, map, lost };

struct Pair;

/// A piece of a YAML file with its place. Scalars stay the text that was written: what is a
/// number or a date is decided by who asks. What it holds lies in the memory of its document.
struct Node {
  explicit Node(source::Span place) : at(place), end(place.end) {}

  NodeKind kind = NodeKind::null;
  bool quoted = false;   ///< of a scalar: written with quotes or as a block
  bool flow = false;     ///< of a list or map: written with brackets
  bool partial = false;  ///< its end was lost to a syntax error
  source::Span at;    ///< of a scalar the whole of it, or its first line; of others the first byte
  std::uint32_t end;  ///< behind the last byte of it and all that it holds, brackets included
  std::string_view text;  ///< of a scalar
  /// Of a plain scalar: what follows on its line from a `#` on that has no blank behind it. YAML
  /// takes it for a remark, and a person may have meant it as text. Of a block: the line of a
  /// remark directly behind it.
  std::string_view cut;
  std::span<const Node> items;  ///< of a list
  std::span<const Pair> pairs;  ///< of a map, in file order, the first of duplicate keys only
};

struct Pair {
  Node key;
  Node value;
};

/// Where the nodes of a document lie, and those of its texts that do not stand in the file letter
/// by letter. All of it goes with the document.
class Memory {
 public:
  explicit Memory(std::size_t at_first)
      : resource_(std::make_unique<std::pmr::monotonic_buffer_resource>(at_first)) {}

  std::string_view keep(std::string_view text) {
    return {static_cast<const char*>(copy(text.data(), text.size(), 1)), text.size()};
  }

  /// `things` as they are now.
  template <class T>
  std::span<const T> keep(std::span<const T> things) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    return {static_cast<const T*>(copy(things.data(), things.size_bytes(), alignof(T))),
            things.size()};
  }

 private:
  const void* copy(const void* from, std::size_t size, std::size_t alignment);

  std::unique_ptr<std::pmr::monotonic_buffer_resource> resource_;
};

/// A parsed file; `root` holds what could be read.
struct Document {
  /// `at_first` is how many bytes its nodes will probably take.
  Document(std::uint32_t file, std::size_t at_first)
      : memory(at_first), root(source::start_of(file)) {}

  Memory memory;
  Node root;
  std::vector<source::Fault> faults;
  std::vector<source::Remark> remarks;
  /// No syntax error: what is not in `root` is not in the file.
  bool whole = true;
  bool is_plain = false;  ///< the plain reader did not decline
};

/// One map gathered from several, however many.
class JoinedMap {
 public:
  JoinedMap(std::uint32_t file, Memory& memory) : memory_(memory), root_(source::start_of(file)) {}

  /// Add the pairs of `more`; of keys that are there already the first stays, and `duplicate` is
  /// called with both. What came before is replaced where it is no map.
  template <class Duplicate>
  void add(const Node& more, const Duplicate& duplicate) {
    if (root_.kind != NodeKind::map) {
      root_ = more;
      return;
    }
    for (const Pair& pair : more.pairs) {
      if (const Node* first = take(pair)) duplicate(pair.key, *first);
    }
  }

  Node root();

 private:
  /// Add the pair; the key that is there already, where it is.
  const Node* take(const Pair& pair);

  Memory& memory_;
  Node root_;
  std::vector<Pair> pairs_;                                  ///< from the second map on all
  std::unordered_map<std::string_view, std::size_t> index_;  ///< … of their keys
};

}  // namespace taizhang::yaml
