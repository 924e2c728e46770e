// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.h"
#include "edit/value.h"
#include "source/edit.h"
#include "yaml/node.h"

namespace taizhang::edit {

/// A step into a file: a key of a map, or a place in a list.
using Step = std::variant<std::string, std::size_t>;

/// Where something stands in a file, from its top map on.
using Path = std::vector<Step>;

/// A file's text in which places can be changed. What is changed is the fewest bytes: remarks,
/// order, quotes and line ends of all else stay.
///
/// Each change is a list of edits; nothing where the place is not there, has another shape, or
/// stands in a file that cannot be read to its end.
class Places {
 public:
  /// `file` is the index of the file in its ledger; `text` has to outlive the object.
  Places(const std::string& text, std::uint32_t file);

  using Edits = std::optional<std::vector<source::Edit>>;

  /// The way to the map that begins at `at`; nothing where none does.
  std::optional<Path> path_to(source::Span at) const;

  /// The key that the map at `map` has of these two, which mean the same; of neither the one in the
  /// language of the file's first key.
  std::string spelled(const Path& map, base::Bilingual key) const;

  /// Whether the file's keys are Chinese.
  base::Language spelling() const;

  /// Put `item` at the end of the list under `key` of the map at `map`: one that is missing,
  /// null or empty, with brackets or without. A new entry looks like the one before it. `order` are
  /// the keys of such a map in the order in which a file has them, for a key that is missing. With
  /// `compact` the entry has one line, whatever the one before it has.
  Edits add(const Path& map, const std::string& key, const Value& item,
            const std::vector<std::string_view>& order = {}, bool compact = false) const;

  /// Put `items` at the end of that list, each as `add` does; nothing where it has brackets or no
  /// entry yet.
  Edits add_lines(const Path& map, const std::string& key, const std::vector<Value>& items,
                  bool compact) const;

  /// Give `key` of the map at `map` a value, whether it has one or not.
  Edits set(const Path& map, const std::string& key, const Value& value,
            const std::vector<std::string_view>& order = {}) const;

  /// Take away the key or the item that stands at `path`.
  Edits remove(const Path& path) const;

 private:
  const yaml::Node* find(const Path& path) const;
  source::Edit edit(std::size_t begin, std::size_t end, std::string text) const;
  Edits new_pair(const yaml::Node& map, const std::string& key, const std::string& value,
                 const std::vector<std::string_view>& order) const;
  Edits begin_between_brackets(const yaml::Node& collection, const std::string& text) const;
  /// Put `text` behind as many of the entries between brackets as `behind` says.
  Edits add_between_brackets(const yaml::Node& collection, const std::string& text,
                             std::size_t behind) const;
  Edits add_to_lines(const yaml::Node& list, const std::vector<Value>& items, bool compact) const;
  Edits remove_from(const yaml::Node& collection, std::size_t index) const;

  std::size_t line_start(std::size_t at) const;
  /// Behind the line on which what ends at `end` ends; with its line end.
  std::size_t next_line(std::size_t end) const;
  std::size_t column(std::size_t at) const { return at - line_start(at); }
  /// The edit that puts lines, each with its line end, behind what ends at `end`.
  source::Edit lines_behind(std::size_t end, const std::string& lines) const;
  /// Behind the colon of a key.
  std::size_t behind_colon(const yaml::Node& key) const;

  const std::string& text_;
  yaml::Document document_;
  std::string line_end_;
};

}  // namespace taizhang::edit
