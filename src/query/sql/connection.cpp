// SPDX-License-Identifier: MIT
#include "query/sql/connection.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace taizhang::query::sql {

namespace {

/// Instructions of SQLite's machine: one may measure a row.
constexpr int steps_between_looks = 1'000;

bool is_one_of(const char* name, std::initializer_list<std::string_view> names) {
  return name && std::any_of(names.begin(), names.end(), [&](std::string_view one) {
           return sqlite3_stricmp(name, std::string(one).c_str()) == 0;
         });
}

/// The tables of the catalogue, and what takes a list in JSON apart. READONLY alone would let
/// PRAGMA, temporary tables and tables that SQLite brings along pass.
bool may_be_read(const char* table, const char* column) {
  // Of a part of the statement itself (with), where no column of it is read.
  if (!column || !*column) return true;
  if (is_one_of(table, {"json_each", "json_tree"})) return true;
  return std::any_of(facts::kinds().begin(), facts::kinds().end(),
                     [&](const facts::KindOfRow* kind) { return is_one_of(table, {kind->name}); });
}

/// All but what loads, what gives something else each time, and what belongs to the extensions that
/// SQLite brings along: some of these give addresses in memory away.
bool may_be_called(const char* function) {
  if (is_one_of(function, {"load_extension", "random", "randomblob"})) return false;
  constexpr std::string_view extensions[] = {"fts", "rtree", "geopoly", "sqlite_"};
  return std::none_of(std::begin(extensions), std::end(extensions), [&](std::string_view begin) {
    return sqlite3_strnicmp(function, begin.data(), static_cast<int>(begin.size())) == 0;
  });
}

int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:
      return may_be_read(first, second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return may_be_called(second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

}  // namespace

Connection::Connection(base::Date today) : files_(today) {
  sqlite3* connection = nullptr;
  const int opened = sqlite3_open_v2(":memory:", &connection,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, files_.name());
  connection_.reset(connection);
  if (opened != SQLITE_OK) throw std::runtime_error("SQLite cannot be opened");
  // What does not fit where it is sorted would else go to files.
  run("PRAGMA temp_store = MEMORY");
}

void Connection::lock(std::function<bool()> time_is_up) {
  time_is_up_ = std::move(time_is_up);
  sqlite3* const connection = get();
  constexpr std::pair<int, int> switches[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                              {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                              {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                              {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
                                              {SQLITE_DBCONFIG_DQS_DML, 0},
                                              {SQLITE_DBCONFIG_DQS_DDL, 0}};
  for (const auto& [name, on] : switches) sqlite3_db_config(connection, name, on, nullptr);
  constexpr std::pair<int, int> limits[] = {{SQLITE_LIMIT_ATTACHED, 0},
                                            {SQLITE_LIMIT_LENGTH, 1 << 24},
                                            {SQLITE_LIMIT_VDBE_OP, 1'000'000},
                                            {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000}};
  for (const auto& [name, most] : limits) sqlite3_limit(connection, name, most);
  sqlite3_hard_heap_limit64(sqlite3_int64{1} << 30);
  if (time_is_up_) sqlite3_progress_handler(connection, steps_between_looks, stop, this);
  sqlite3_set_authorizer(connection, authorize, nullptr);
}

int Connection::stop(void* self) {
  Connection& connection = *static_cast<Connection*>(self);
  connection.is_stopped_ = connection.is_stopped_ || connection.time_is_up_();
  return connection.is_stopped_ ? 1 : 0;
}

void Connection::run(const std::string& text) {
  if (sqlite3_exec(get(), text.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
  throw std::logic_error(text + ": " + sqlite3_errmsg(get()));
}

}  // namespace taizhang::query::sql
