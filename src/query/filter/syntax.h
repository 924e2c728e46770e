// SPDX-License-Identifier: MIT
//
// The filter language as a tree. A filter is what a person types:
//
//   lead:市工信局 light:red,yellow due<=2023-10-31 -commitment:strive 充电
//
// Terms stand one after another and all must hold; `or` (或) between them asks for one of them,
// `-`, `not` or 非 turns one round, parentheses group. `not` binds closest, then the blank, then
// `or`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/phrase.h"

namespace taizhang::query::filter {

/// A piece of the filter's text.
struct Piece {
  std::size_t at = 0;  ///< in bytes
  std::size_t size = 0;
};

enum class Compare { matches, equals, differs, less, at_most, more, at_least, pattern };

/// What a field is compared with: `红`, `50..80`, `..2023-10-31`, `/公路|桥/`.
struct Operand {
  std::string text;  ///< of a range its lower end
  Piece piece;
  bool quoted = false;
  bool pattern = false;  ///< between slashes
  bool range = false;
  std::string to = {};  ///< of a range its upper end; either end may be open
};

struct Term {
  enum class What { word, compare, has, saved };

  What what = What::word;
  std::string field = {};  ///< of a comparison; of `has:` what is asked for, of `@late` its name
  Piece field_piece = {};
  Compare compare = Compare::matches;
  std::vector<Operand> operands = {};  ///< one of them is enough; of a word the word
};

struct Node {
  enum class What { term, all, any, none };

  What what = What::all;
  std::vector<Node> parts = {};
  Term term = {};
  Piece piece = {};  ///< of what is a part of an `all`
};

/// Read a filter; an empty one is an `all` without parts. Throws `Fatal` (usage) with a caret under
/// what is wrong.
Node parse(const std::string& text);

/// Whether a query of this name can be called: `@name` ends at a blank or a bracket.
bool is_callable(const std::string& name);

/// Throw `Fatal` (usage): the filter, a caret under `piece`, what is wrong and what to write.
[[noreturn]] void fail(const std::string& text, Piece piece, base::Phrase message,
                       base::Phrase help);

}  // namespace taizhang::query::filter
