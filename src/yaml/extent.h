// SPDX-License-Identifier: MIT
//
// yaml-cpp says where a node begins, and for nothing at all where the next one does. How far a node
// reaches is found in the text: here, for whoever reads it.
#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/node.h"

namespace taizhang::yaml {

/// A stretch of a text.
struct Extent {
  std::size_t begin;
  std::size_t size;
};

/// The length of a quoted scalar that begins at `begin`, both quotes included; 0 where nothing
/// closes it.
std::size_t quoted_size(std::string_view text, std::size_t begin);

/// From `begin` to the end of its line, without blanks.
std::size_t rest_of_line(std::string_view text, std::size_t begin);

/// The length of the null that stands at `at`; 0 where something else does.
std::size_t null_size(std::string_view text, std::size_t at);

/// What to point at for a null at `at`: a written one itself; for none at all, whose place is that
/// of whatever comes next, nothing there, but in a list its dash or the two commas around it.
Extent place_of_null(std::string_view text, std::size_t at, bool in_list_with_brackets);

/// What is taken for a remark behind a plain scalar that ends at `end`, with no blank in it where
/// people leave one.
std::string_view cut_behind(std::string_view text, std::size_t end);

/// The line of a remark directly behind the text of a block, whose lines are `block`, with its
/// indent: people take it for the text's last line. Nothing where it is one to taizhang, a rule
/// across the page, or stands apart.
std::string_view cut_behind_block(std::string_view text, Extent block);

/// The lines of a block whose sign stands at `at`, with the end of the sign's line.
Extent lines_of_block(std::string_view text, std::size_t at);

/// Whether `key`, which stands at `key_at` between braces and has neither colon nor value, is the
/// end of the number before it: the 500 of `value: 1,500`. Then it has been put there.
bool join_number(std::string_view text, std::size_t key_at, const Node& key, Node& number,
                 Memory& memory);

}  // namespace taizhang::yaml
