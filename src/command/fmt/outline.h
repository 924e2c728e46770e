// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/fmt/stand.h"
#include "yaml/node.h"

namespace taizhang::command {

struct OutlineEntry;

/// What stands behind a key or a dash, with the remarks of people where they put them.
struct OutlineValue {
  enum class Shape {
    nothing,  ///< a key without a value
    line,     ///< a scalar, or a list or map with brackets, on one line
    lines,    ///< a scalar that goes over several lines
    map,      ///< a key a line
    list,     ///< a dash a line
  };

  Shape shape = Shape::nothing;
  std::string text;                   ///< of one line
  std::vector<std::string> further;   ///< the lines behind its first one, without their indent
  std::size_t extra_indent = 0;       ///< of a block scalar that says how far it is indented
  std::vector<OutlineEntry> entries;  ///< of a map or a list

  /// Whether the lines are a block: `|` or `>`.
  bool is_block() const { return text.starts_with('|') || text.starts_with('>'); }
  /// Whether the empty lines at its end are a part of that block.
  bool keeps_end() const {
    return is_block() && text.substr(0, text.find(' ')).find('+') != text.npos;
  }
};

/// A line of people between two entries: a remark from its sign on, or nothing.
struct OutlineRemark {
  std::string text;
  std::size_t column;  ///< where it stood
};

/// A key with its value, or an item of a list.
struct OutlineEntry {
  std::vector<OutlineRemark> above;
  std::string key;  ///< of a map
  std::size_t rank = 0;
  OutlineValue value;
  std::string beside;                ///< the remark on the line of the key or the value
  std::vector<OutlineRemark> below;  ///< what stands indented behind the value
};

/// A file taken apart for writing it anew.
struct Outline {
  std::vector<OutlineRemark> start;  ///< before the first key
  OutlineValue root;
  std::vector<OutlineRemark> end;  ///< behind the last entry
};

/// Take `document`, the file `text` with at least one key, apart: the keys of each map in the order
/// of its entity, with the names that they have now; with `words` keys and words in that language.
Outline outline_of(std::string_view text, const yaml::Document& document,
                   const load::EntityKeys& entity, std::optional<base::Language> words);

/// The outline as a file.
std::string text_of(const Outline& outline);

}  // namespace taizhang::command
