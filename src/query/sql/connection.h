// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "query/sql/no_files.h"
#include "query/sql/tables.h"

namespace taizhang::query::sql {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// A database in memory, over no files at all.
class Connection {
 public:
  explicit Connection(base::Date today);

  /// From here on only what reads the tables of the catalogue is let through, `steps` instructions
  /// long; values have at most 16 MiB and SQLite's memory 1 GiB.
  void lock(long long steps);
  /// Whether a statement was stopped because it had taken all its steps.
  bool out_of_steps() const { return steps_left_ <= 0; }

  sqlite3* get() const { return connection_.get(); }

  /// Run a statement of our own. Throws `std::logic_error` where it fails.
  void run(const std::string& text);

 private:
  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };

  static int stop(void* self);

  NoFiles files_;
  std::unique_ptr<sqlite3, Close> connection_;
  long long steps_left_ = 1;
};

}  // namespace taizhang::query::sql
