// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <functional>
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

  /// From here on only what reads the tables of the catalogue is let through, until `time_is_up`
  /// says so, which is asked often; values have at most 16 MiB and SQLite's memory 1 GiB.
  void lock(std::function<bool()> time_is_up);
  /// Whether a statement was stopped because its time was up.
  bool is_stopped() const { return is_stopped_; }

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
  std::function<bool()> time_is_up_;
  bool is_stopped_ = false;
};

}  // namespace taizhang::query::sql
