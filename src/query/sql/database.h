// SPDX-License-Identifier: MIT
//
// SQL over the kinds of row, for those who ask more than the filter language says. A statement is a
// stranger's program, so it runs in a room without doors: its database lies in memory over a file
// system that opens nothing, an authorizer lets through only what reads these tables, and its
// time, its result and its memory have limits.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "base/date.h"
#include "document/document.h"
#include "query/sql/tables.h"

namespace taizhang::query::sql {

/// What a statement may use up at most.
struct Limits {
  long long seconds = 30;  ///< for people; who has a clock says when they are over
  std::function<bool()> time_is_up = nullptr;
  std::size_t rows = 1'000'000;
  std::size_t bytes = 1U << 28;  ///< of texts in the result

  /// For statements of our own.
  static Limits none() {
    return {.rows = std::numeric_limits<std::size_t>::max(),
            .bytes = std::numeric_limits<std::size_t>::max()};
  }
};

/// How cells of the result come out.
struct Cells {
  bool typed = false;  ///< columns of yes and no have these in place of 1 and 0
  std::string_view null_sign = document::absent_sign;
};

/// Throw `Fatal` (usage), with a caret, for a text that is not one sound statement that only reads.
void require_sound(const std::string& text);

/// What a statement gives, a column of the table for each of its own. Throws `Fatal` (usage), with
/// a caret where the place is known, for one that is not sound or does not end within `limits`.
/// `today` is the day that `date('now')` gives.
document::Table answer(const std::string& text, const RowsOf& rows, base::Date today,
                       base::Language language, const Cells& cells = {}, const Limits& limits = {});

/// The bytes of an SQLite database with these kinds as tables, of their own columns.
std::string saved(const std::vector<facts::Kind>& kinds, const RowsOf& rows, base::Date today,
                  base::Language language);

}  // namespace taizhang::query::sql
