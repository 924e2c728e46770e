// SPDX-License-Identifier: MIT
//
// The kinds of row of the catalogue as tables of SQL. Nothing of them is written down here: a
// field's column has its name, with `_` for a dot, and the type of SQL that its own type is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/catalogue.h"

namespace taizhang::query::sql {

struct Column {
  std::string name;
  facts::Asked asked;
  /// It is a field of the row itself. All others are left out of `select *` and of exports: the
  /// parts of its records (`score_value`), and what it lies in has (`lead` of a reading).
  bool own = true;

  /// A part of a record has no type that the catalogue knows.
  bool is_part() const { return !asked.part.empty(); }
};

/// The columns of a kind, its own ones first.
const std::vector<Column>& columns(facts::Kind kind);

/// A type of SQL that SQLite, PostgreSQL and DuckDB all understand.
std::string_view type_of(const Column& column);

/// A name as it stands in a statement: one that is a word of SQL is in double quotes.
std::string identifier(std::string_view name);

/// `CREATE TABLE` for these kinds, their own columns one a line, each with its title in `language`
/// as a remark.
std::string schema(const std::vector<facts::Kind>& kinds, base::Language language);

/// The same of one kind under a name of its own, all columns with those that are not its own as
/// hidden: how SQLite is told of a virtual table.
std::string declaration(facts::Kind kind);

}  // namespace taizhang::query::sql
