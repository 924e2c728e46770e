// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace taizhang::edit {

/// `text` as a scalar of YAML that reads back as the same text, in quotes where it needs them,
/// between brackets too.
std::string scalar(const std::string& text);

/// Something to be written into a file.
struct Value {
  struct Pair;

  /// A text, in quotes where it needs them.
  static Value text(const std::string& words);
  /// A number, a day or a word of the program, as it is.
  static Value plain(std::string written);
  static Value list(std::vector<Value> of);
  static Value map(std::vector<Pair> of);

  enum class Kind { scalar, list, map };

  std::string written;       ///< of a scalar
  std::vector<Value> items;  ///< of a list
  std::vector<Pair> pairs;   ///< of a map, in order
  Kind kind;
};

struct Value::Pair {
  std::string key;
  Value value;
};

/// The value on one line: `{id: r1, date: 2024-03-31}`.
std::string on_one_line(const Value& value);

/// A map with a key a line, each but the first behind `indent` blanks; what the keys hold is on one
/// line.
std::string on_lines(const Value& map, std::size_t indent, const std::string& line_end);

}  // namespace taizhang::edit
