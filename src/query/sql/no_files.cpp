// SPDX-License-Identifier: MIT
#include "query/sql/no_files.h"

#include <fmt/format.h>

namespace taizhang::query::sql {

namespace {

// Julian days begin at noon; the day 0 of `base::Date`, 1970-01-01, began at 2440587.5.
constexpr sqlite3_int64 milliseconds_a_day = 86'400'000;
constexpr sqlite3_int64 noon_of_day_zero = 2'440'588 * milliseconds_a_day;

int refuse_to_open(sqlite3_vfs*, sqlite3_filename, sqlite3_file* file, int, int*) {
  file->pMethods = nullptr;
  return SQLITE_CANTOPEN;
}
int refuse_to_delete(sqlite3_vfs*, const char*, int) { return SQLITE_IOERR_DELETE; }
int nothing_there(sqlite3_vfs*, const char*, int, int* result) {
  *result = 0;
  return SQLITE_OK;
}
void* no_library(sqlite3_vfs*, const char*) { return nullptr; }

}  // namespace

NoFiles::NoFiles(base::Date today)
    : name_(fmt::format("no-files-{}", static_cast<const void*>(this))),
      now_(noon_of_day_zero + today.time_since_epoch().count() * milliseconds_a_day),
      vfs_(*sqlite3_vfs_find(nullptr)) {
  vfs_.iVersion = 2;
  vfs_.pNext = nullptr;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = refuse_to_open;
  vfs_.xDelete = refuse_to_delete;
  vfs_.xAccess = nothing_there;
  vfs_.xDlOpen = no_library;
  vfs_.xCurrentTimeInt64 = current_time;
  sqlite3_vfs_register(&vfs_, 0);
}

NoFiles::~NoFiles() { sqlite3_vfs_unregister(&vfs_); }

int NoFiles::current_time(sqlite3_vfs* vfs, sqlite3_int64* milliseconds) {
  *milliseconds = static_cast<const NoFiles*>(vfs->pAppData)->now_;
  return SQLITE_OK;
}

}  // namespace taizhang::query::sql
