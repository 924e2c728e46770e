// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include "base/language.h"
#include "document/value.h"
#include "query/sql/columns.h"

namespace taizhang::query::sql {

/// Give SQLite the value of a column: what `list --format json` prints. Numbers become REAL, so
/// that no division loses its fraction, counts and days INTEGER, yes 1 and no 0, dates ISO text,
/// words their names, lists and records JSON text. A word in the place of a number or a date (a
/// target still to be set) becomes NULL: SQL takes every text for more than any number.
void give(sqlite3_context* to, const document::Value& value, const Column& column,
          base::Language language);

/// A cell of a statement's result. A number has at most 15 digits, so that sums of decimals come
/// out as decimals; a column that is one of dates has dates; where `typed`, one of yes and no has
/// these. NULL is shown as `null_sign`.
document::Value taken(sqlite3_stmt* from, int column, bool typed, std::string_view null_sign);

}  // namespace taizhang::query::sql
