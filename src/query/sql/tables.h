// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <exception>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "query/sql/columns.h"

namespace taizhang::query::sql {

/// The rows of a kind; asked for when a statement first reads them.
using RowsOf = std::function<std::vector<facts::Row>(facts::Kind)>;

/// The kinds of row as virtual tables of a connection, which they must outlive. They can only be
/// read, and a field is worked out where a statement names it and when it comes to its row.
class Tables {
 public:
  Tables(RowsOf rows, base::Language language) : rows_of_(std::move(rows)), language_(language) {}
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  /// Make each kind known under its name with `prefix` before it.
  void add_to(sqlite3* connection, const std::string& prefix = {});

  const std::vector<facts::Row>& rows(facts::Kind kind);
  base::Language language() const { return language_; }

  /// What was thrown while SQLite asked for rows or fields; it is kept, for SQLite is no C++.
  std::exception_ptr thrown = nullptr;

 private:
  RowsOf rows_of_;
  base::Language language_;
  std::map<facts::Kind, std::vector<facts::Row>> rows_;
};

}  // namespace taizhang::query::sql
