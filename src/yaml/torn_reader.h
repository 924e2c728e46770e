// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/diagnose.h"
#include "yaml/torn_rows.h"

namespace taizhang::yaml {

/// Looks at each row for what does not fit the rows around it. What it finds in blocks of text, in
/// lists, in keys and where a line break was lost stands in a file of its own.
class TornReader {
 public:
  TornReader(std::string_view text, const Vocabulary& keys) : keys_(keys), rows_(text, keys) {}

  std::vector<Diagnosis> read();

 private:
  using Kinds = Vocabulary::Kinds;

  const Row* row(std::ptrdiff_t distance) const { return rows_.beside(at_, distance); }
  Diagnosis& note(std::size_t at, const source::SyntaxError& what) {
    return found_.emplace_back(Diagnosis{at, what});
  }
  static std::string new_line(std::size_t indent) { return "\n" + std::string(indent, ' '); }
  void look_at_row();

  // torn_blocks.cpp
  /// A key in the text of a block: at its beginning, or behind 汉字 and their signs.
  void look_for_key(const Row& here);
  bool has_beside_head(std::string_view name);
  /// A block whose lines do not stand below each other, so that it ends too soon; `first` is its
  /// first line.
  bool look_at_edge(const Row& first);
  /// Where the word begins that ends at `end`: of letters, or of 汉字.
  std::size_t begin_of_word(const Row& here, std::size_t end) const;
  static bool is_behind_stop(const Row& here, std::size_t begin);
  /// A text behind a block, or below the bar of one without any, that stands too far to the left.
  bool look_at_fallen_text(const Row& here);

  // torn_items.cpp
  /// Lines of ``` around what was copied; to be read they are remarks.
  void look_at_fence(const Row& here);
  /// A row of a spreadsheet or table, with tabs, bars or commas between its cells and no keys; rows
  /// one after the other are one.
  bool look_at_spreadsheet(const Row& here);
  /// An item in braces without its dash, between or behind others; and one with two.
  bool look_at_dash(const Row& here);
  /// The first line below a key, where the lines after it show that it lacks its dash, or has one
  /// too many.
  bool look_at_first(const Row& here);

  // torn_lists.cpp
  /// A key that stands already in the item around it, with others that do: the first line of
  /// another item was lost. Of a list alone its key stands twice.
  bool look_at_lost_head(const Row& here);
  /// An item that stands as far in as the keys of the one before it.
  bool look_at_pushed_item(const Row& here);
  /// An item in braces behind others that stand further in, where the items in its own column are
  /// of another entity.
  bool look_at_fallen_item(const Row& here);
  /// The kinds of entity that have the keys of an item in braces.
  Kinds kinds_of_row(const Row& of) const;
  /// The old and the new line of a diff.
  bool look_at_diff(const Row& here);

  // torn_keys.cpp
  /// Whether no line of the file is indented and keys stand at the margin that belong below others.
  /// Then only what stands before the first of those is read.
  bool look_for_lost_indents();
  /// Whether each line begins with its number, as a program shows it beside a file. The lines are
  /// read without.
  bool look_for_line_numbers();
  /// Whether no list of the file has a dash. What stands in them is not read.
  bool look_for_lost_dashes();
  /// A key that stands to the left of those around it and is none of the map there.
  bool look_at_margin(const Row& here);
  /// A quote that is not closed before the next key.
  bool look_at_quote(const Row& here);

  // torn_breaks.cpp
  /// Another key or item behind the value of a key or of an item, on one line with it.
  void look_for_second(const Row& here);
  /// `units:- {…}`, `roles:office: …`: what is below a key stands on its line, without a blank.
  void look_for_glued_head(const Row& here);
  /// The second line of a plain value that was broken in two, without an indent.
  bool look_at_broken(const Row& here);
  void note_second(const Row& here, std::size_t at, std::string_view name);
  /// The column in which that may begin a line of its own: of an item below its list or beside
  /// the other items, of a key in a map that may have it.
  std::size_t column_of(const Row& here, std::size_t at, std::string_view name) const;

  const Vocabulary& keys_;
  const TornRows rows_;
  std::vector<Diagnosis> found_;
  std::size_t at_ = 0;                        ///< the row that is looked at
  std::size_t told_block_ = 0;                ///< one more than the head of a block that was told
  std::optional<std::size_t> fallen_;         ///< the head of the text that lines fell out of
  std::optional<std::size_t> fence_;          ///< in `found_`
  std::optional<std::size_t> lost_head_;      ///< where the last line starts that lacks one
  std::size_t lost_dash_ = 0;                 ///< the column of its dash
  std::string_view lost_name_;                ///< the key that the dash stands before
  std::optional<std::size_t> pushed_item_;    ///< the start of the last one
  std::optional<std::size_t> fallen_item_;    ///< the start of the last one
  std::size_t fallen_to_ = 0;                 ///< the column in which it should stand
  std::optional<std::size_t> diff_;           ///< the start of the last line of one
  std::optional<std::size_t> rows_of_sheet_;  ///< the start of the last one
};

}  // namespace taizhang::yaml
