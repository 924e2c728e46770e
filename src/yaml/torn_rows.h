// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "yaml/extent.h"
#include "yaml/vocabulary.h"

namespace taizhang::yaml {

/// A line that holds something.
struct Row {
  std::size_t start;
  std::string_view text;  ///< without blanks at its end
  std::size_t indent;
  std::size_t column;     ///< of what stands behind its dashes
  std::string_view name;  ///< of the key at `column`; empty where there is none
  std::size_t value = 0;  ///< where what stands behind the colon begins
  bool in_block = false;  ///< it is text of a block
  bool goes_on = false;   ///< it goes on with a value of a line before it
  std::size_t head = 0;   ///< of what `in_block` or `goes_on` says: the row that began it

  std::string_view rest() const { return text.substr(std::min(value, text.size())); }
  bool is_item() const { return column > indent; }
  bool is_head() const { return !name.empty() && rest().empty(); }
};

/// How many bytes of `value` the brackets take with which it begins; 0 where nothing closes them.
std::size_t size_in_brackets(std::string_view value);

/// Whether a value begins with a bracket that YAML knows.
inline bool is_bracket(std::string_view value) { return value[0] == '{' || value[0] == '['; }

/// The lines of a text that hold something, divided without a parser: what is a key and what goes
/// on with a value is told by the indents.
class TornRows {
 public:
  TornRows(std::string_view text, const Vocabulary& keys);

  const std::vector<Row>& all() const { return rows_; }

  /// The row `distance` rows from the one at `at`; null where the text has none.
  const Row* beside(std::size_t at, std::ptrdiff_t distance) const;

  /// The lines of remarks between two places of the text: where each begins and how far it is
  /// indented.
  std::vector<Extent> remarks_between(std::size_t begin, std::size_t end) const;

  /// The key at the beginning of `text`, known and with its colon; empty where there is none.
  std::string_view key_at(std::string_view text) const;

  /// Whether another key of this name stands in the map of column `column` around the row at `at`.
  bool has_beside(std::size_t at, std::string_view name, std::size_t column) const;

  /// Whether the keys in the column of `here` are of an entity that may have one of these kinds.
  bool has_kin(const Row& here, Vocabulary::Kinds kinds) const;

 private:
  void add_row(std::size_t start, std::string_view line, std::size_t indent);
  /// Whether a line below a plain text is none of it: no text goes on with a key, or with an item
  /// that is a map.
  bool is_key_behind_text(std::string_view line, std::size_t indent) const;

  const std::string_view text_;
  const Vocabulary& keys_;
  std::vector<Row> rows_;
  std::optional<std::size_t> open_;  ///< while dividing: the row whose value is open
  std::size_t open_column_ = 0;
  bool is_block_ = false;
};

}  // namespace taizhang::yaml
