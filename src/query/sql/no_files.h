// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <string>

#include "base/date.h"

namespace taizhang::query::sql {

/// A file system for SQLite on which no file can be opened, made or deleted and no library loaded,
/// whatever a statement says; on its clock it is noon of the day that is asked for, so that
/// `date('now')` is that day. It must outlive its connections.
class NoFiles {
 public:
  explicit NoFiles(base::Date today);
  ~NoFiles();
  NoFiles(const NoFiles&) = delete;
  NoFiles& operator=(const NoFiles&) = delete;

  const char* name() const { return name_.c_str(); }

 private:
  static int current_time(sqlite3_vfs* vfs, sqlite3_int64* milliseconds);

  std::string name_;
  sqlite3_int64 now_;  ///< in milliseconds of the Julian day
  sqlite3_vfs vfs_;
};

}  // namespace taizhang::query::sql
