// SPDX-License-Identifier: MIT
//
// What stands in a document that has been written: its values with their places, so that two of
// them can be held against each other value by value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taizhang::render {

/// What stands in a document that none of ours has, and a reader of it would see or would not know
/// of: the element, and the words in it.
struct Foreign {
  std::string element;
  std::string words = {};

  friend bool operator==(const Foreign&, const Foreign&) = default;
};

/// One value of a document: the heading it stands below, its row or line from 1, and its column in
/// a table. Of JSON a value of a list has the path of the list, its place there and the path behind
/// it, any other its path as row.
struct ReadValue {
  std::string table;
  std::string row;
  std::string column;
  std::string text;
  /// Of a page all from the end of the value before it: what hides a text, or draws it, is there.
  /// Of a docx the colours of its words.
  std::string markup = {};
  std::vector<Foreign> foreign = {};  ///< of a docx

  friend bool operator==(const ReadValue&, const ReadValue&) = default;
};

/// The values of a text in `format` (markdown, html, json, docx), in order. Nothing for another
/// format, and for JSON that is none. Throws `Fatal` (usage) for a docx that is none.
std::optional<std::vector<ReadValue>> read_values(std::string_view text, std::string_view format);

}  // namespace taizhang::render
